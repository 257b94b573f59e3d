package lectern.sfu.core;

import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put24;
import static lectern.sfu.rtp.BigEndian.put8;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import lectern.sfu.core.Drops.Reason;
import lectern.sfu.rtp.Codec;
import lectern.sfu.rtp.RtcpWriter;
import lectern.sfu.rtp.RtpHeader;
import lectern.sfu.rtp.RtpPacket;
import lectern.sfu.srtp.SrtpSession;
import org.jspecify.annotations.Nullable;

/// One line of a receiving connection: a fixed outgoing stream (SSRC, and another for retransmissions) that carries now this
/// source, now that one.
///
/// To the receiver it is one sender that never stops: [LineNumbers] go on at each switch where the last source left them. Video switches only at a key frame: `target` is the layer wanted, `current`
/// the one that flows; until the target's key frame comes, the old layer (if any) goes on.
final class DownTrack {
    /// So young a key frame is sent from the cache, with all that followed, instead of asking for another.
    private static final long YOUNG_KEY_FRAME_NS = 400_000_000;
    private static final int NOT_RTX = -1;

    final DownConnection owner;
    final String mid;
    /// Lines of one stream (its name is also their CNAME) are played in step.
    final String stream;
    final boolean video;
    final int ssrc;
    final int rtxSsrc;
    private final byte[] midBytes;
    private final byte[] cname;
    private final int[] payloadTypes = new int[Codec.values().length];
    private final int[] rtxTypes = new int[Codec.values().length];
    private DownTerms terms = DownTerms.NONE;

    private @Nullable UpTrack source;
    private @Nullable Layer current;
    private @Nullable Layer target;
    private int wantedHeight;

    private final LineNumbers numbers;
    private int rtxSequence;

    final ReceiverView receiver = new ReceiverView();
    long packets;
    long bytes;
    long resent;
    long nacked;
    long keyRequests;

    DownTrack(DownConnection owner, String mid, String stream, boolean video) {
        this.owner = owner;
        this.mid = mid;
        this.stream = stream;
        this.cname = stream.getBytes(StandardCharsets.US_ASCII);
        this.video = video;
        this.midBytes = mid.getBytes(StandardCharsets.US_ASCII);
        this.ssrc = owner.newSsrc();
        this.rtxSsrc = video ? owner.newSsrc() : 0;
        this.numbers = new LineNumbers(owner.context.random());
        agree(DownTerms.NONE);
    }

    void agree(DownTerms agreed) {
        terms = agreed;
        for (Codec codec : Codec.values()) {
            payloadTypes[codec.ordinal()] = agreed.payloads().getOrDefault(codec, -1);
            rtxTypes[codec.ordinal()] = agreed.rtx().getOrDefault(codec, -1);
        }
    }

    /// Carries this track from now on (null: nothing), at the size at which it is shown.
    void carry(@Nullable UpTrack track, int height, long nowNs) {
        wantedHeight = height;
        if (track != source) {
            if (source != null)
                source.remove(this);
            source = track;
            current = target = null;
            if (track != null)
                track.add(this);
        }
        choose(nowNs);
    }

    void sourceEnded() {
        source = null;
        current = target = null;
    }

    /// Starts over with the same source: it was paused, or it goes on after that.
    void restart(long nowNs) {
        current = target = null;
        choose(nowNs);
    }

    /// Picks the layer, and does what it takes to get there. Asked again and again while it isn't reached.
    void choose(long nowNs) {
        UpTrack track = source;
        if (track == null || track.paused() || !terms.open() || !owner.ready())
            return;
        Layer wanted = LayerPolicy.choose(track.layers(), wantedHeight);
        boolean news = wanted != target;
        target = wanted;
        if (!video || wanted == null || wanted == current || news && current == null && startFromCache(wanted, nowNs))
            return;
        track.requestKeyFrame(wanted, nowNs);
    }

    /// The receiver says it can't go on without a key frame.
    void onKeyFrameWanted(long nowNs) {
        keyRequests++;
        if (source != null && target != null)
            source.requestKeyFrame(target, nowNs);
        if (source != null && current != null && current != target)
            source.requestKeyFrame(current, nowNs);
    }

    void onPacket(Layer layer, MediaPacket packet, long nowNs) {
        if (layer == target && layer != current) {
            if (video && !packet.keyFrame() || !owner.ready() || !terms.open())
                return;
            start(layer, packet, nowNs);
            forward(packet, nowNs);
            catchUp(layer, packet.number() + 1, nowNs);
        } else if (layer == current && owner.ready()) {
            forward(packet, nowNs);
        }
    }

    private void start(Layer layer, MediaPacket first, long arrivedNs) {
        numbers.takeUp(layer, first, arrivedNs);
        current = layer;
    }

    /// Shows at once what a line that begins now would else wait for: the last key frame, if it is young and whole.
    private boolean startFromCache(Layer layer, long nowNs) {
        if (layer.keyNumber() < 0 || nowNs - layer.keyArrivedNs() > YOUNG_KEY_FRAME_NS)
            return false;
        MediaPacket first = layer.recall(layer.keyNumber(), owner.context);
        if (first == null || !first.keyFrame())
            return false;
        start(layer, first, layer.keyArrivedNs());
        forward(first, layer.keyArrivedNs());
        catchUp(layer, layer.keyNumber() + 1, layer.keyArrivedNs());
        return true;
    }

    /// Sends what came before its time: packets that follow a key frame's first one and arrived before it.
    private void catchUp(Layer layer, long from, long nowNs) {
        for (long number = from; number <= layer.numbers.newest(); number++) {
            MediaPacket packet = layer.recall(number, owner.context);
            if (packet != null)
                forward(packet, nowNs);
        }
    }

    private void forward(MediaPacket packet, long nowNs) {
        Splice by = numbers.now();
        if (!by.covers(packet.number())) {
            owner.context.drops().count(Reason.BEFORE_SWITCH);
            return;
        }
        int payloadType = payloadTypes[packet.codec().ordinal()];
        if (payloadType < 0) {
            owner.context.drops().count(Reason.CODEC_NOT_TAKEN);
            return;
        }
        if (!write(packet, by, payloadType, ssrc, (int) by.out(packet.number()), NOT_RTX))
            return;
        packets++;
        bytes += packet.rtp.payloadLength();
        numbers.sent(packet, nowNs);
    }

    /// The receiver misses this sequence number: RFC 4588, since under SRTP a number can't be used for two packets.
    void resend(int sequence, long nowNs) {
        nacked++;
        Drops drops = owner.context.drops();
        long out = numbers.outOf(sequence);
        Splice by = numbers.makerOf(out);
        Layer layer = by == null ? null : by.layer();
        MediaPacket packet = layer == null ? null : layer.recall(by.in(out), owner.context);
        if (packet == null || rtxTypes[packet.codec().ordinal()] < 0) {
            drops.count(Reason.RESEND_GONE);
            return;
        }
        if (!owner.mayResend(packet.rtp.payloadLength(), nowNs)) {
            drops.count(Reason.RESEND_LIMIT);
            return;
        }
        if (write(packet, by, rtxTypes[packet.codec().ordinal()], rtxSsrc, rtxSequence++, (int) out & 0xffff))
            resent++;
    }

    /// Writes one packet out: our header, the source's payload with its numbers made ours. `original` is the sequence number that RTX
    /// repairs, or [#NOT_RTX].
    private boolean write(MediaPacket packet, Splice by, int payloadType, int outSsrc, int sequence, int original) {
        Context context = owner.context;
        RtpPacket rtp = packet.rtp;
        int payload = rtp.payloadLength();
        long at = context.outbox().begin(owner.path(),
                RtpHeader.MAX_BYTES + Rtx.BYTES + payload + SrtpSession.MAX_OVERHEAD_BYTES);
        if (at < 0) {
            context.drops().count(Reason.OUTBOX_FULL);
            return false;
        }
        MemorySegment m = context.outbox().memory();
        RtpHeader header = context.header();
        header.begin(m, at, payloadType, rtp.marker(), sequence, by.timestamp(rtp.timestamp()), outSsrc);
        writeExtensions(m, header, rtp);
        int length = header.finish();
        if (original != NOT_RTX) {
            put16(m, at + length, original);
            length += Rtx.BYTES;
        }
        MemorySegment.copy(rtp.memory(), rtp.payloadAt(), m, at + length, payload);
        if (packet.numbered())
            packet.renumber(m, at + length, by.picture(packet.pictureId()), by.tl0(packet.tl0()));
        int sealed = owner.seal(m, at, length + payload);
        if (sealed < 0)
            return false;
        context.outbox().commit(sealed);
        return true;
    }

    private void writeExtensions(MemorySegment m, RtpHeader header, RtpPacket rtp) {
        if (terms.midId() != 0)
            MemorySegment.copy(midBytes, 0, m, ValueLayout.JAVA_BYTE, header.extension(terms.midId(), midBytes.length),
                    midBytes.length);
        if (terms.sendTimeId() != 0)
            put24(m, header.extension(terms.sendTimeId(), 3), owner.context.sendTime());
        if (terms.levelId() != 0 && source != null) {
            long level = source.owner.levelAt(rtp);
            if (level >= 0)
                put8(m, header.extension(terms.levelId(), 1), u8(rtp.memory(), level));
        }
    }

    /// A sender report, once the publisher has sent one: its clock goes through, so that voice and picture keep their relation.
    boolean report(RtcpWriter out, long nowNs) {
        Layer layer = current;
        if (layer == null || packets == 0 || !layer.clock.known())
            return false;
        long senderNtpNs = layer.clock.ntpNsNow(nowNs);
        long ntp = NtpTime.ofNs(senderNtpNs + layer.track.owner.clockAheadNs());
        long timestamp = numbers.now().timestamp(layer.clock.timestampAt(senderNtpNs));
        if (!out.senderReport(ssrc, ntp, timestamp, packets, bytes) || !out.cname(ssrc, cname))
            return false;
        receiver.onSent(ntp, nowNs);
        return true;
    }

    @Nullable
    Layer current() {
        return current;
    }

    @Nullable
    UpTrack source() {
        return source;
    }

    boolean open() {
        return terms.open();
    }

    DownTerms terms() {
        return terms;
    }
}
