package lectern.whiteboard;

import java.util.Arrays;
import lectern.protocol.ProtocolException;

/// The points of a stroke as they were taken: `x` and `y` in quanta relative to the frame, `pressure` from 0 to [#FULL].
/// The arrays are its own; nobody writes to them.
public record InkPoints(int[] x, int[] y, int[] pressure) {
    public static final int MOST = 10_000;
    public static final int FARTHEST = 1 << 28;
    /// The pressure at which a line is as wide as its look says.
    public static final int FULL = 63;
    /// The pressure of a device that knows none.
    public static final int UNKNOWN = 32;

    public InkPoints {
        if (x.length == 0 || x.length > MOST || y.length != x.length || pressure.length != x.length)
            throw new ProtocolException("points: 1 to " + MOST);
        for (int i = 0; i < x.length; i++) {
            if (x[i] < -FARTHEST || x[i] > FARTHEST || y[i] < -FARTHEST || y[i] > FARTHEST)
                throw new ProtocolException("points: too far away");
            if (pressure[i] < 0 || pressure[i] > FULL) throw new ProtocolException("points: pressure 0 to " + FULL);
        }
    }

    public int size() { return x.length; }

    /// From one point up to, without, another.
    public InkPoints part(int from, int to) {
        return new InkPoints(Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to),
                Arrays.copyOfRange(pressure, from, to));
    }

    /// These points and, after them, those.
    public InkPoints and(InkPoints more) {
        return new InkPoints(joined(x, more.x), joined(y, more.y), joined(pressure, more.pressure));
    }

    private static int[] joined(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InkPoints that && Arrays.equals(x, that.x) && Arrays.equals(y, that.y)
                && Arrays.equals(pressure, that.pressure);
    }

    @Override
    public int hashCode() { return Arrays.hashCode(x) * 31 + Arrays.hashCode(y); }

    @Override
    public String toString() { return size() + " points"; }
}
