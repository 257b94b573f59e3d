package lectern.sfu.core;

import lectern.sfu.rtp.Codec;
import lectern.sfu.rtp.NackTracker;
import lectern.sfu.rtp.PacketCache;
import lectern.sfu.rtp.ReceptionReport;
import lectern.sfu.rtp.SequenceUnwrapper;
import org.jspecify.annotations.Nullable;

/// One received stream: an up track has one for each quality its publisher sends. When a publisher begins anew with another SSRC,
/// a new `Layer` takes its place; lines that carried the old one see that by identity.
final class Layer {
    final UpTrack track;
    /// 0 for the first of the offer, which is the smallest by custom.
    final int index;
    final @Nullable String rid;
    final NackTracker gaps = new NackTracker();
    final PacketCache cache = new PacketCache();
    final SequenceUnwrapper numbers = new SequenceUnwrapper();
    final PliLimiter keyRequests = new PliLimiter();
    final SenderClock clock;
    private ReceptionReport reception;
    private boolean bound;
    private int ssrc;
    private int rtxSsrc;
    private boolean hasRtx;
    private long lastPacketNs;
    private int height;
    private long keyNumber = -1;
    private long keyArrivedNs;
    private long keyTimestamp;
    long packets;
    long bytes;
    long asked;

    Layer(UpTrack track, int index, @Nullable String rid) {
        this.track = track;
        this.index = index;
        this.rid = rid;
        this.clock = new SenderClock(track.clockHz());
        this.reception = new ReceptionReport(0, track.clockHz());
    }

    void bind(int newSsrc) {
        ssrc = newSsrc;
        bound = true;
        reception = new ReceptionReport(newSsrc, track.clockHz());
    }

    void bindRtx(int newSsrc) {
        rtxSsrc = newSsrc;
        hasRtx = true;
    }

    void enter(SsrcTable<Layer> ssrcs) {
        if (bound)
            ssrcs.put(ssrc, this);
        if (hasRtx)
            ssrcs.put(rtxSsrc, this);
    }

    /// Whether its SSRC is known, from the offer or from a packet.
    boolean bound() {
        return bound;
    }

    int ssrc() {
        return ssrc;
    }

    boolean isRtx(int of) {
        return hasRtx && of == rtxSsrc;
    }

    ReceptionReport reception() {
        return reception;
    }

    /// Notes a packet that the cache now holds.
    void onPacket(MediaPacket packet, long nowNs) {
        lastPacketNs = nowNs;
        packets++;
        bytes += packet.rtp.payloadLength();
        if (!packet.keyFrame())
            return;
        // Some encoders mark several packets of one key frame (H264: SPS, then IDR): the first counts.
        if (keyNumber < 0 || packet.rtp.timestamp() != keyTimestamp || packet.number() < keyNumber) {
            keyNumber = packet.number();
            keyTimestamp = packet.rtp.timestamp();
            keyArrivedNs = nowNs;
        }
        int told = packet.height();
        if (told > 0)
            height = told;
        keyRequests.onKeyFrame();
    }

    /// The packet of this number as it arrived, null when the ring has moved on. Valid until the next is recalled.
    @Nullable
    MediaPacket recall(long number, Context context) {
        int entry = cache.find((int) number);
        if (entry < 0 || numbers.newest() - number >= PacketCache.ENTRIES)
            return null;
        int slot = cache.slot(entry);
        if (context.ring().generation(slot) != cache.generation(entry))
            return null;
        MediaPacket packet = context.recalled();
        if (!packet.rtp.parse(context.ring().memory(), context.ring().offset(slot), cache.length(entry)))
            return null;
        Codec codec = track.codec(packet.rtp.payloadType());
        if (codec == null)
            return null;
        packet.read(codec, number);
        return packet;
    }

    boolean started() {
        return packets > 0;
    }

    long lastPacketNs() {
        return lastPacketNs;
    }

    /// Pixels, 0 while unknown.
    int height() {
        return height;
    }

    /// The first packet of the last key frame, -1 before any.
    long keyNumber() {
        return keyNumber;
    }

    long keyArrivedNs() {
        return keyArrivedNs;
    }

    boolean endsKeyFrame(MediaPacket packet) {
        return keyNumber >= 0 && packet.rtp.marker() && packet.rtp.timestamp() == keyTimestamp;
    }
}
