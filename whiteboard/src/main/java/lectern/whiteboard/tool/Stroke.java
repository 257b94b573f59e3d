package lectern.whiteboard.tool;

import java.util.Arrays;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.protocol.board.StrokeInHand;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;

/// Ink in hand: points in quanta relative to where it began, as they will be written. Grows; who paints it reads it in the same
/// turn.
public final class Stroke {
    /// The longest that a point can be written is 14 letters: 6 a coordinate, 2 the pressure.
    private static final int PRESENCE_POINTS = BoardLimits.PRESENCE_INK_CHARS / 16;
    private static final int CHARS = BoardLimits.INK_CHARS - 4_096;
    /// A stroke of this many is painted anew with each point; longer ones would be felt.
    private static final int POINTS = 4_000;
    private static final int NO_PRESSURE = 32;
    private static final int FULL_PRESSURE = 63;

    private final ShapeId id;
    private final Look look;
    private final double order;
    private final double x;
    private final double y;
    private final int precision;
    private final double quantum;
    private int[] xs = new int[64];
    private int[] ys = new int[64];
    private int[] pressures = new int[64];
    private int[] charsUpTo = new int[64];
    private int size;

    Stroke(ShapeId id, Look look, double order, double beginX, double beginY, double zoom) {
        this.id = id;
        this.look = look;
        this.order = order;
        // A quantum is a quarter of a screen pixel, or a little more or less.
        precision = Math.clamp(Math.round(Math.log(4 * Viewport.clampZoom(zoom)) / Math.log(2)), -4, 8);
        quantum = Math.pow(2, -precision);
        x = Math.rint(beginX / quantum) * quantum;
        y = Math.rint(beginY / quantum) * quantum;
    }

    public ShapeId id() { return id; }

    public Look look() { return look; }

    public Frame frame() { return Frame.at(x, y); }

    public int precision() { return precision; }

    public int size() { return size; }

    /// On the page.
    public Point point(int i) { return new Point(x + xs[i] * quantum, y + ys[i] * quantum); }

    /// The points from a number on.
    public InkPoints points(int from) {
        return new InkPoints(Arrays.copyOfRange(xs, from, size), Arrays.copyOfRange(ys, from, size),
                Arrays.copyOfRange(pressures, from, size));
    }

    /// As it would be if the pen were lifted now.
    public Shape shape() {
        return new Shape(id, order, frame(), look, new Form.Ink(precision, InkCode.encode(points(0))));
    }

    /// For the others on the page. A part that would be too long begins later.
    public StrokeInHand inHand(int from) {
        int first = Math.max(Math.min(from, size - 1), size - PRESENCE_POINTS);
        return new StrokeInHand(id, look, x, y, precision, first, InkCode.encode(points(first)));
    }

    /// Whether another point could make it longer than one shape may be.
    boolean isFull() { return size >= POINTS || size > 0 && charsUpTo[size - 1] >= CHARS; }

    /// False where it is the same place as the last point's, to the quantum.
    boolean append(double pageX, double pageY, double pressure) {
        int qx = (int) Math.rint((pageX - x) / quantum);
        int qy = (int) Math.rint((pageY - y) / quantum);
        if (size > 0 && xs[size - 1] == qx && ys[size - 1] == qy) return false;
        if (size == xs.length) grow();
        xs[size] = qx;
        ys[size] = qy;
        pressures[size] = Double.isNaN(pressure)
                ? NO_PRESSURE
                : Math.clamp(Math.round(pressure * FULL_PRESSURE), 0, FULL_PRESSURE);
        charsUpTo[size] = (size == 0 ? 0 : charsUpTo[size - 1]) + charsOf(size);
        size++;
        return true;
    }

    void shortenTo(int points) { size = Math.min(size, points); }

    private int charsOf(int i) {
        int dx = xs[i];
        int dy = ys[i];
        int dp = pressures[i];
        if (i == 1) {
            dx -= xs[0];
            dy -= ys[0];
        } else if (i > 1) {
            dx -= 2 * xs[i - 1] - xs[i - 2];
            dy -= 2 * ys[i - 1] - ys[i - 2];
        }
        if (i > 0) dp -= pressures[i - 1];
        return digits(dx) + digits(dy) + digits(dp);
    }

    /// How many groups of 5 bits a number takes (docs/protocol.md, *Ink*).
    private static int digits(int number) {
        int zigzag = number << 1 ^ number >> 31;
        return Math.max(1, (32 - Integer.numberOfLeadingZeros(zigzag) + 4) / 5);
    }

    private void grow() {
        xs = Arrays.copyOf(xs, 2 * size);
        ys = Arrays.copyOf(ys, 2 * size);
        pressures = Arrays.copyOf(pressures, 2 * size);
        charsUpTo = Arrays.copyOf(charsUpTo, 2 * size);
    }
}
