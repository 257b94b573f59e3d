package lectern.sfu.core;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lectern.sfu.core.Drops.Reason;
import lectern.sfu.rtp.BigEndian;
import lectern.sfu.rtp.Codec;
import lectern.sfu.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/// A published line: its layers, and the down lines that carry it. A packet comes in once and is offered to each of them in turn.
final class UpTrack {
    private static final long IDLE_NS = 2_000_000_000;

    final UpConnection owner;
    final String mid;
    final boolean video;
    final AudioMeter meter = new AudioMeter();
    private final byte[] midBytes;
    private final @Nullable Codec[] codecs = new Codec[128];
    private final int[] repairs = new int[128];
    private Layer[] layers = {};
    private DownTrack[] lines = new DownTrack[8];
    private int lineCount;
    private @Nullable Codec lastCodec;
    private boolean paused;
    private boolean showedKeyFrame;

    UpTrack(UpConnection owner, UpTerms terms) {
        this.owner = owner;
        this.mid = terms.mid();
        this.video = terms.video();
        this.midBytes = mid.getBytes(StandardCharsets.US_ASCII);
        agree(terms);
    }

    /// Takes the terms of a (new) answer. A layer goes on where it is still the same stream.
    void agree(UpTerms terms) {
        Arrays.fill(codecs, null);
        Arrays.fill(repairs, -1);
        terms.codecs().forEach((number, codec) -> codecs[number] = codec);
        terms.repairs().forEach((number, original) -> repairs[number] = original);
        Layer[] agreed = new Layer[terms.layers()];
        for (int i = 0; i < agreed.length; i++) {
            String rid = i < terms.rids().size() ? terms.rids().get(i) : null;
            Layer before = i < layers.length ? layers[i] : null;
            agreed[i] = before != null && same(before, rid, terms, i) ? before : make(i, rid, terms);
        }
        layers = agreed;
    }

    private static boolean same(Layer layer, @Nullable String rid, UpTerms terms, int i) {
        if (rid != null || layer.rid != null)
            return rid != null && rid.equals(layer.rid);
        return i >= terms.ssrcs().size() || layer.bound() && layer.ssrc() == terms.ssrcs().get(i);
    }

    private Layer make(int i, @Nullable String rid, UpTerms terms) {
        var layer = new Layer(this, i, rid);
        if (rid == null && i < terms.ssrcs().size()) {
            layer.bind(terms.ssrcs().get(i));
            if (terms.rtxSsrcs().get(i) != 0)
                layer.bindRtx(terms.rtxSsrcs().get(i));
        }
        return layer;
    }

    int clockHz() {
        return video ? 90_000 : 48_000;
    }

    Layer[] layers() {
        return layers;
    }

    boolean carries(int payloadType) {
        return codecs[payloadType] != null || repairs[payloadType] >= 0;
    }

    /// Null for a payload type that carries no media.
    @Nullable
    Codec codec(int payloadType) {
        return codecs[payloadType];
    }

    /// The payload type that this one repairs, -1 when it is none of RTX.
    int repairs(int payloadType) {
        return repairs[payloadType];
    }

    boolean hasMid(RtpPacket packet, long at, int length) {
        return equal(packet.memory(), at, length, midBytes);
    }

    /// The layer that the packet's rid extension names; the only one when there is one.
    @Nullable
    Layer layerFor(RtpPacket packet, int ridId) {
        if (layers.length == 1)
            return layers[0];
        long at = ridId == 0 ? -1 : packet.extension(ridId);
        if (at < 0)
            return null;
        for (Layer layer : layers)
            if (layer.rid != null && equal(packet.memory(), at, packet.extensionLength(ridId),
                    layer.rid.getBytes(StandardCharsets.US_ASCII)))
                return layer;
        return null;
    }

    private static boolean equal(MemorySegment m, long at, int length, byte[] text) {
        if (length != text.length)
            return false;
        for (int i = 0; i < length; i++)
            if (BigEndian.u8(m, at + i) != (text[i] & 0xff))
                return false;
        return true;
    }

    /// The publisher sends this layer with a new SSRC from now on.
    Layer renew(Layer old) {
        var layer = new Layer(this, old.index, old.rid);
        layers[old.index] = layer;
        return layer;
    }

    /// One packet of a layer, plain and in its ring slot; `repaired` when RTX brought it.
    void onPacket(Layer layer, MediaPacket packet, int slot, boolean repaired, long nowNs) {
        RtpPacket rtp = packet.rtp;
        Drops drops = owner.context.drops();
        Codec codec = codecs[rtp.payloadType()];
        if (codec == null) {
            drops.count(Reason.UNKNOWN_PAYLOAD_TYPE);
            return;
        }
        int sequence = rtp.sequence();
        long number = layer.numbers.unwrap(sequence);
        if (layer.cache.find(sequence) >= 0) {
            drops.count(Reason.DUPLICATE);
            return;
        }
        if (!repaired)
            layer.reception().onPacket(sequence, rtp.timestamp(), nowNs);
        if (video)
            layer.gaps.onPacket(sequence, nowNs);
        if (paused) {
            drops.count(Reason.PAUSED);
            return;
        }
        packet.read(codec, number);
        lastCodec = codec;
        layer.cache.put(sequence, slot, owner.context.ring().generation(slot), rtp.length());
        boolean wasStarted = layer.started();
        layer.onPacket(packet, nowNs);
        if (video) {
            owner.wakeAt(layer.gaps.nextDeadlineNs());
        } else {
            owner.meter(this, rtp);
        }
        for (int i = 0; i < lineCount; i++)
            try {
                lines[i].onPacket(layer, packet, nowNs);
            } catch (RuntimeException bug) { // the receiver's, so not the publisher's end
                lines[i].owner.fail(bug);
            }
        if (!wasStarted)
            review(nowNs);
        if (video && !showedKeyFrame && layer.endsKeyFrame(packet)) {
            showedKeyFrame = true;
            owner.context.events().firstKeyFrame(owner.peer, mid);
        }
    }

    void add(DownTrack line) {
        if (lineCount == lines.length)
            lines = Arrays.copyOf(lines, 2 * lineCount);
        lines[lineCount++] = line;
    }

    void remove(DownTrack line) {
        for (int i = 0; i < lineCount; i++)
            if (lines[i] == line) {
                System.arraycopy(lines, i + 1, lines, i, --lineCount - i);
                lines[lineCount] = null;
                return;
            }
    }

    /// Layers came, went or learned their size: every line chooses again.
    void review(long nowNs) {
        for (int i = 0; i < lineCount; i++)
            lines[i].choose(nowNs);
    }

    boolean carried(Layer layer) {
        for (int i = 0; i < lineCount; i++)
            if (lines[i].current() == layer)
                return true;
        return false;
    }

    /// Somebody can't go on (or begin) without a key frame of this layer. A layer that rests isn't asked: [#review] comes by again.
    void requestKeyFrame(Layer layer, long nowNs) {
        boolean flows = layer.started() && nowNs - layer.lastPacketNs() < IDLE_NS;
        if (!video || paused || !flows || !owner.ready())
            return;
        if (layer.keyRequests.request(nowNs))
            owner.sendPli(layer);
        owner.wakeAt(layer.keyRequests.deadlineNs());
    }

    void pause(boolean now, long nowNs) {
        if (paused == now)
            return;
        paused = now;
        for (int i = 0; i < lineCount; i++)
            lines[i].restart(nowNs);
    }

    boolean paused() {
        return paused;
    }

    /// The publisher is gone: the lines fall silent, and keep their wish for when it comes back.
    void end() {
        for (int i = 0; i < lineCount; i++)
            lines[i].sourceEnded();
        lineCount = 0;
        Arrays.fill(lines, null);
    }

    /// Of the last packet; null before the first.
    @Nullable
    Codec lastCodec() {
        return lastCodec;
    }
}
