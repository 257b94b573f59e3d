package lectern.sfu.core;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The numbers of one outgoing stream, which go on whatever it carries: sequence, time, pictures. Each time a source is taken up begins
/// a [Splice]; the last few are kept, so that what was sent before a switch can still be sent again.
final class LineNumbers {
    private static final int SPLICES = 4;

    private final Splice[] splices = new Splice[SPLICES];
    private int newest;
    private boolean begun;
    private long lastOut;
    private long lastTimestamp;
    private long lastSentNs;
    private int lastPicture;
    private int lastTl0;

    LineNumbers(RandomGenerator random) {
        // A low start, so that no number wraps in the first seconds, when a receiver knows least.
        lastOut = 65_536 + random.nextInt(1, 0x4000);
        lastTimestamp = random.nextInt() & 0xffff_ffffL;
        Arrays.setAll(splices, _ -> new Splice());
    }

    /// What turns the present source's numbers into the line's.
    Splice now() {
        return splices[newest];
    }

    /// Takes up a layer with this packet, which arrived then.
    void takeUp(Layer layer, MediaPacket first, long arrivedNs) {
        long timestamp = continued(layer, first.rtp.timestamp(), arrivedNs);
        newest = (newest + 1) % SPLICES;
        splices[newest].set(layer, first.number(), lastOut + 1, (int) (timestamp - first.rtp.timestamp()),
                lastPicture + 1 - first.pictureId(), lastTl0 + 1 - first.tl0());
    }

    /// The line's own time for the first packet of a source. Layers of one camera are put on one line by their sender's clock; between
    /// cameras, what passed here is what passes there.
    private long continued(Layer layer, long timestamp, long arrivedNs) {
        if (!begun)
            return lastTimestamp;
        Layer old = now().layer();
        long next;
        if (old != null && old.track == layer.track && old.clock.known() && layer.clock.known())
            next = now().timestamp(old.clock.timestampAt(layer.clock.ntpNsOf(timestamp)));
        else
            next = lastTimestamp + (arrivedNs - lastSentNs) * layer.track.clockHz() / 1_000_000_000L;
        return (int) (next - lastTimestamp) > 0 ? next : lastTimestamp + 1;
    }

    /// Notes a packet that was sent; late ones don't move the line on.
    void sent(MediaPacket packet, long nowNs) {
        long out = now().out(packet.number());
        if (begun && out <= lastOut)
            return;
        begun = true;
        lastOut = out;
        lastTimestamp = now().timestamp(packet.rtp.timestamp());
        lastSentNs = nowNs;
        if (packet.pictureId() >= 0)
            lastPicture = now().picture(packet.pictureId());
        if (packet.tl0() >= 0)
            lastTl0 = now().tl0(packet.tl0());
    }

    /// The unwrapped form of a sequence number that was sent not long ago.
    long outOf(int sequence) {
        return lastOut + (short) (sequence - (int) lastOut);
    }

    /// What made this number; null when that is forgotten, or the number still to come.
    @Nullable
    Splice makerOf(long out) {
        if (out > lastOut)
            return null;
        for (int back = 0; back < SPLICES; back++) {
            Splice candidate = splices[Math.floorMod(newest - back, SPLICES)];
            if (candidate.made(out))
                return candidate;
        }
        return null;
    }
}
