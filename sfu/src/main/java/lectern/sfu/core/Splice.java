package lectern.sfu.core;

import org.jspecify.annotations.Nullable;

/// How one source's numbers become a line's own, from the packet on at which the line took it up. A line keeps its last few, so that
/// what was sent before a switch can still be sent again.
final class Splice {
    private @Nullable Layer layer;
    private long firstIn;
    private long firstOut;
    private int timestampShift;
    private int pictureShift;
    private int tl0Shift;

    void set(Layer from, long in, long out, int timestamps, int pictures, int tl0s) {
        layer = from;
        firstIn = in;
        firstOut = out;
        timestampShift = timestamps;
        pictureShift = pictures;
        tl0Shift = tl0s;
    }

    @Nullable
    Layer layer() {
        return layer;
    }

    boolean covers(long in) {
        return in >= firstIn;
    }

    boolean made(long out) {
        return layer != null && out >= firstOut;
    }

    long out(long in) {
        return in - firstIn + firstOut;
    }

    long in(long out) {
        return out - firstOut + firstIn;
    }

    /// 32 bits, as on the wire.
    long timestamp(long in) {
        return in + timestampShift & 0xffff_ffffL;
    }

    int picture(int in) {
        return in + pictureShift;
    }

    int tl0(int in) {
        return in + tl0Shift & 0xff;
    }
}
