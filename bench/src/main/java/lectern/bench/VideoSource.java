package lectern.bench;

import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put24;
import static lectern.sfu.rtp.BigEndian.put32;
import static lectern.sfu.rtp.BigEndian.put64;
import static lectern.sfu.rtp.BigEndian.put8;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import lectern.sfu.rtp.RtcpWriter;
import lectern.sfu.rtp.RtpHeader;
import lectern.sfu.sdp.Direction;
import lectern.sfu.sdp.HeaderExtension;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.PayloadType;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.Source;
import lectern.sfu.sdp.SourceGroup;

/// Sends what looks like VP8 of 1 Mbps: 30 pictures a second of 4 packets each. A picture's packets leave together, as
/// browsers send them, or evenly spread over time. The last 8 bytes of each packet are the time it was made, for who wants to
/// know how long it took.
final class VideoSource extends SyntheticPeer {
    static final int PICTURES_PER_SECOND = 30;
    static final int PACKETS_PER_PICTURE = 4;
    static final int PACKETS_PER_SECOND = PICTURES_PER_SECOND * PACKETS_PER_PICTURE;
    static final int PAYLOAD_BYTES = 1_042; // 120 of them are 1 Mbps
    static final int VP8 = 96;
    static final int RTX = 97;
    static final int MID_ID = 4;
    static final int TRANSPORT_CC_ID = 3;
    static final List<PayloadType> PAYLOADS = List.of(
            new PayloadType(VP8, "VP8", 90_000, 1, "",
                    List.of("goog-remb", "transport-cc", "ccm fir", "nack", "nack pli")),
            new PayloadType(RTX, "rtx", 90_000, 1, "apt=" + VP8, List.of()));
    private static final String MID = "0";
    private static final int DESCRIPTOR_BYTES = 6;
    private static final long KEY_FRAMES_NS = 250_000_000; // no key frame sooner after another, as encoders do

    private final RtpHeader header = new RtpHeader();
    private final boolean even;
    private final int ssrc;
    private int sequence = 1_000;
    private int transportSequence;
    private int pictureId;
    private long packets;
    private boolean key;
    private boolean keyFrameWanted = true;
    private long lastKeyFrameNs;
    private long startedNs;
    private volatile long keyFrames;

    VideoSource(PeerLoop loop, boolean even) throws IOException {
        super(loop, true);
        this.even = even;
        ssrc = loop.random().nextInt() | 1;
    }

    Sdp offer() {
        var section = MediaSection.rtp("video", MID, Direction.SENDONLY, transport()).withPayloads(PAYLOADS)
                .withExtensions(List.of(new HeaderExtension(TRANSPORT_CC_ID, HeaderExtension.TRANSPORT_CC),
                        new HeaderExtension(MID_ID, HeaderExtension.MID)))
                .withSources("source video",
                        List.of(new Source(ssrc, Map.of("cname", "source")),
                                new Source(ssrc + 1, Map.of("cname", "source"))),
                        List.of(new SourceGroup("FID", List.of(ssrc, ssrc + 1))));
        return new Sdp(1, 1, false, List.of(MID), List.of("msid-semantic: WMS source"), List.of(section));
    }

    long keyFrames() {
        return keyFrames;
    }

    @Override
    protected long work(long nowNs) {
        if (startedNs == 0)
            startedNs = nowNs;
        while (dueNs() - nowNs <= 0) {
            int index = (int) (packets % PACKETS_PER_PICTURE);
            if (index == 0)
                openPicture(nowNs);
            sendPacket(index);
        }
        return dueNs();
    }

    /// When the next packet is due.
    private long dueNs() {
        long step = even ? packets : packets / PACKETS_PER_PICTURE * PACKETS_PER_PICTURE;
        return startedNs + step * 1_000_000_000L / PACKETS_PER_SECOND;
    }

    private void openPicture(long nowNs) {
        pictureId = pictureId + 1 & 0x7fff;
        key = keyFrameWanted && (keyFrames == 0 || nowNs - lastKeyFrameNs > KEY_FRAMES_NS);
        if (key) {
            keyFrameWanted = false;
            lastKeyFrameNs = nowNs;
            keyFrames++;
        }
    }

    private void sendPacket(int index) {
        MemorySegment m = loop.out();
        header.begin(m, 0, VP8, index == PACKETS_PER_PICTURE - 1, sequence++ & 0xffff, timestamp(), ssrc);
        put16(m, header.extension(TRANSPORT_CC_ID, 2), transportSequence++);
        put8(m, header.extension(MID_ID, 1), MID.charAt(0));
        int at = header.finish();
        m.asSlice(at, PAYLOAD_BYTES).fill((byte) 0x5a);
        put8(m, at, index == 0 ? 0x90 : 0x80); // X, and S on the first
        put8(m, at + 1, 0xe0); // picture id, TL0PICIDX, TID
        put16(m, at + 2, 0x8000 | pictureId);
        put8(m, at + 4, pictureId);
        put8(m, at + 5, 0x20);
        if (index == 0) {
            put24(m, at + DESCRIPTOR_BYTES, key ? 0x100200 : 0x110200);
            put24(m, at + DESCRIPTOR_BYTES + 3, 0x9d012a);
            put32(m, at + DESCRIPTOR_BYTES + 6, 0x80026801L); // 640 x 360
        }
        put64(m, at + PAYLOAD_BYTES - 8, System.nanoTime());
        sendRtp(at + PAYLOAD_BYTES);
        packets++;
    }

    private long timestamp() {
        return packets / PACKETS_PER_PICTURE * (90_000 / PICTURES_PER_SECOND) & 0xffff_ffffL;
    }

    @Override
    protected void report(RtcpWriter out, long nowNs) {
        long ntp = System.currentTimeMillis() / 1_000 + 2_208_988_800L << 32;
        out.senderReport(ssrc, ntp, timestamp(), packets, packets * PAYLOAD_BYTES);
        out.cname(ssrc, "source".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Override
    public void pli(int mediaSsrc) {
        keyFrameWanted = true;
    }

    @Override
    public void fir(int mediaSsrc, int command) {
        keyFrameWanted = true;
    }

    @Override
    protected void onRtp(long nowNs) {
        // nobody sends media to a source
    }
}
