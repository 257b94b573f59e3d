package lectern.sfu.core;

import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put32;
import static lectern.sfu.rtp.BigEndian.put8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lectern.sfu.sdp.Direction;
import lectern.sfu.sdp.HeaderExtension;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.PayloadType;
import lectern.sfu.sdp.Rid;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.Simulcast;
import lectern.sfu.sdp.Source;
import lectern.sfu.sdp.SourceGroup;

/// Sends a voice (50 packets a second) and a camera of one or more layers (25 frames a second, a key frame first and when asked), and
/// repairs what is asked again by RTX.
final class Publisher extends SyntheticPeer {
    static final String CAMERA = "1";
    static final String VOICE = "0";
    private static final int VIDEO = 96;
    private static final int RTX = 97;
    private static final int OPUS = 111;
    private static final int MID = 4;
    private static final int RID = 10;
    private static final int REPAIRED_RID = 11;
    private static final int LEVEL = 1;
    private static final int TRANSPORT = 3;
    private static final long FRAME_NS = 40_000_000;
    private static final long VOICE_NS = 20_000_000;

    /// How the layers are told apart.
    enum Form {
        SINGLE, SSRCS, RIDS, RIDS_TWO_BYTE
    }

    private final class Sent {
        final int ssrc = random.nextInt(1, Integer.MAX_VALUE);
        final int rtxSsrc = random.nextInt(1, Integer.MAX_VALUE);
        final long clock = random.nextInt() & 0xffff_ffffL;
        final Map<Integer, byte[]> history = new HashMap<>();
        final Map<Integer, Long> times = new HashMap<>();
        final Map<Integer, Boolean> markers = new HashMap<>();
        int sequence = random.nextInt(0x10000);
        int rtxSequence;
        int pictureId = random.nextInt(0x8000);
        int tl0 = random.nextInt(256);
        int frame;
        long packets;
        boolean keyWanted = true;
        boolean active = true;
        int pliReceived;
        int keysSent;
    }

    final int id;
    final Form form;
    final List<Sent> layers = new ArrayList<>();
    private final Sent voice = new Sent();
    private final long sessionId = random.nextLong(1L << 60);
    private int transportSequence;
    private long nextFrameNs;
    private long nextVoiceNs;
    private long nextReportNs;
    private long startedNs = -1;
    int level = 30;
    int nacksReceived;
    int feedbackReceived;
    int reportsReceived;
    int bytesAPacket = 300;
    boolean silent;

    Publisher(int id, long seed, Form form, String fingerprint) {
        super(seed, fingerprint);
        this.id = id;
        this.form = form;
        for (int i = 0; i < (form == Form.SINGLE ? 1 : 3); i++)
            layers.add(new Sent());
    }

    String offer() {
        var audio = MediaSection.rtp("audio", VOICE, Direction.SENDONLY, transport("actpass"))
                .withPayloads(
                        List.of(new PayloadType(OPUS, "opus", 48_000, 2, "minptime=10;useinbandfec=1", List.of())))
                .withExtensions(extensions()).withSources("s a", List.of(source(voice.ssrc)), List.of());
        var video = MediaSection.rtp("video", CAMERA, Direction.SENDONLY, transport("actpass"))
                .withPayloads(List.of(
                        new PayloadType(VIDEO, "VP8", 90_000, 1, "",
                                List.of("nack", "nack pli", "ccm fir", "goog-remb")),
                        new PayloadType(RTX, "rtx", 90_000, 1, "apt=" + VIDEO, List.of())))
                .withExtensions(extensions());
        return new Sdp(sessionId, 1, false, List.of(VOICE, CAMERA), List.of(), List.of(audio, named(video))).write();
    }

    private MediaSection named(MediaSection video) {
        if (form == Form.RIDS || form == Form.RIDS_TWO_BYTE) {
            List<String> rids = IntStream.range(0, layers.size()).mapToObj(Publisher::rid).toList();
            return video.withRids(rids.stream().map(r -> new Rid(r, true, "")).toList(),
                    new Simulcast(rids, List.of()));
        }
        List<Source> sources = new ArrayList<>();
        List<SourceGroup> groups = new ArrayList<>();
        if (layers.size() > 1)
            groups.add(new SourceGroup("SIM", layers.stream().map(l -> l.ssrc).toList()));
        for (Sent layer : layers) {
            sources.add(source(layer.ssrc));
            sources.add(source(layer.rtxSsrc));
            groups.add(new SourceGroup("FID", List.of(layer.ssrc, layer.rtxSsrc)));
        }
        return video.withSources("s v", sources, groups);
    }

    private static Source source(int ssrc) {
        return new Source(ssrc, Map.of("cname", "c"));
    }

    private static String rid(int layer) {
        return "r" + layer;
    }

    private static List<HeaderExtension> extensions() {
        return List.of(new HeaderExtension(LEVEL, HeaderExtension.AUDIO_LEVEL),
                new HeaderExtension(TRANSPORT, HeaderExtension.TRANSPORT_CC),
                new HeaderExtension(MID, HeaderExtension.MID),
                new HeaderExtension(RID, HeaderExtension.RID),
                new HeaderExtension(REPAIRED_RID, HeaderExtension.REPAIRED_RID));
    }

    @Override
    void onTick() {
        if (silent)
            return;
        if (startedNs < 0)
            startedNs = nextFrameNs = nextVoiceNs = nextReportNs = nowNs;
        for (; nextVoiceNs - nowNs <= 0; nextVoiceNs += VOICE_NS)
            speak();
        for (; nextFrameNs - nowNs <= 0; nextFrameNs += FRAME_NS)
            for (int i = 0; i < layers.size(); i++)
                if (layers.get(i).active)
                    show(i);
        if (nextReportNs - nowNs <= 0) {
            nextReportNs += 500_000_000;
            for (Sent layer : layers)
                report(layer, 90_000);
            report(voice, 48_000);
        }
    }

    private void report(Sent sent, int clockHz) {
        beginRtcp();
        rtcp.senderReport(sent.ssrc, NtpTime.ofNs(3_000_000_000_000_000_000L + nowNs - startedNs),
                timestamp(sent, nowNs, clockHz),
                sent.packets, 0);
        sendRtcp();
    }

    private long timestamp(Sent sent, long atNs, int clockHz) {
        return sent.clock + (atNs - startedNs) * clockHz / 1_000_000_000L & 0xffff_ffffL;
    }

    private void speak() {
        int header = header(OPUS, false, voice.sequence++, timestamp(voice, nextVoiceNs, 48_000), voice.ssrc, VOICE,
                null, -1);
        for (int i = 0; i < 60; i++)
            put8(m, header + i, i);
        voice.packets++;
        sendRtp(header + 60);
    }

    private void show(int i) {
        Sent layer = layers.get(i);
        boolean key = layer.keyWanted;
        layer.keyWanted = false;
        layer.frame++;
        if (key)
            layer.keysSent++;
        int pieces = key ? 6 : 1 + random.nextInt(3);
        long timestamp = timestamp(layer, nextFrameNs, 90_000);
        for (int piece = 0; piece < pieces; piece++) {
            var picture = new Picture(id, i, layer.frame, key, piece, pieces, layer.pictureId, layer.tl0,
                    form == Form.SINGLE ? 720 : 180 << i);
            int sequence = layer.sequence++ & 0xffff;
            boolean last = piece == pieces - 1;
            int header = header(VIDEO, last, sequence, timestamp, layer.ssrc, CAMERA, rid(i), RID);
            int payload = picture.write(m, header, bytesAPacket);
            layer.history.put(sequence, m.asSlice(header, payload).toArray(ValueLayout.JAVA_BYTE));
            layer.times.put(sequence, timestamp);
            layer.markers.put(sequence, last);
            layer.packets++;
            sendRtp(header + payload);
        }
        layer.pictureId = layer.pictureId + 1 & 0x7fff;
        layer.tl0 = layer.tl0 + 1 & 0xff;
    }

    /// Writes a header into `m` in the form's way; returns its length.
    private int header(int payloadType, boolean marker, int sequence, long timestamp, int ssrc, String mid, String rid,
            int ridId) {
        put8(m, 0, 0x90);
        put8(m, 1, (marker ? 0x80 : 0) | payloadType);
        put16(m, 2, sequence);
        put32(m, 4, timestamp);
        put32(m, 8, ssrc);
        boolean twoBytes = form == Form.RIDS_TWO_BYTE;
        put16(m, 12, twoBytes ? 0x1000 : 0xBEDE);
        long p = 16;
        p = element(p, twoBytes, MID, mid.getBytes(StandardCharsets.US_ASCII));
        if (rid != null && (form == Form.RIDS || twoBytes))
            p = element(p, twoBytes, ridId, rid.getBytes(StandardCharsets.US_ASCII));
        if (payloadType == OPUS)
            p = element(p, twoBytes, LEVEL, new byte[]{ (byte) (0x80 | level)});
        int counted = transportSequence++ & 0xffff;
        p = element(p, twoBytes, TRANSPORT, new byte[]{ (byte) (counted >> 8), (byte) counted});
        while ((p & 3) != 0)
            put8(m, p++, 0);
        put16(m, 14, (int) (p - 16) / 4);
        return (int) p;
    }

    private long element(long p, boolean twoBytes, int extension, byte[] data) {
        if (twoBytes) {
            put8(m, p++, extension);
            put8(m, p++, data.length);
        } else {
            put8(m, p++, extension << 4 | data.length - 1);
        }
        MemorySegment.copy(data, 0, m, ValueLayout.JAVA_BYTE, p, data.length);
        return p + data.length;
    }

    @Override
    void onRtp() {
        throw new AssertionError("a publisher gets no media");
    }

    @Override
    public void nack(int mediaSsrc, int sequence) {
        nacksReceived++;
        for (int i = 0; i < layers.size(); i++)
            if (layers.get(i).ssrc == mediaSsrc)
                repair(i, sequence);
    }

    /// The memory still holds the packet that asks, so the answer is written over a copy of it.
    private void repair(int i, int sequence) {
        Sent layer = layers.get(i);
        byte[] payload = layer.history.get(sequence);
        if (payload == null)
            throw new AssertionError("asked for " + sequence + ", which was never sent");
        byte[] asking = m.toArray(ValueLayout.JAVA_BYTE);
        int header = header(RTX, layer.markers.get(sequence), layer.rtxSequence++ & 0xffff, layer.times.get(sequence),
                layer.rtxSsrc, CAMERA, rid(i), REPAIRED_RID);
        put16(m, header, sequence);
        MemorySegment.copy(payload, 0, m, ValueLayout.JAVA_BYTE, header + 2, payload.length);
        sendRtp(header + 2 + payload.length);
        MemorySegment.copy(asking, 0, m, ValueLayout.JAVA_BYTE, 0, asking.length);
    }

    @Override
    public void pli(int mediaSsrc) {
        for (Sent layer : layers)
            if (layer.ssrc == mediaSsrc) {
                layer.pliReceived++;
                layer.keyWanted = true;
            }
    }

    @Override
    public void transportFeedback(MemorySegment memory, long at, int length) {
        feedbackReceived++;
    }

    @Override
    public void report(int reporter, int ssrc, int fractionLost, int packetsLost, long highestSequence, long jitter,
            long lastSr, long delaySinceLastSr) {
        reportsReceived++;
    }

    int plis() {
        return layers.stream().mapToInt(l -> l.pliReceived).sum();
    }

    int keys() {
        return layers.stream().mapToInt(l -> l.keysSent).sum();
    }

    void setActive(int layer, boolean active) {
        layers.get(layer).active = active;
        layers.get(layer).keyWanted |= active;
    }
}
