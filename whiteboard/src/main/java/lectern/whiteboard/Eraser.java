package lectern.whiteboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.protocol.board.Form;
import lectern.protocol.board.Shape;
import org.jspecify.annotations.Nullable;

/// Takes a part out of ink. What stays is ink again, each piece with the frame, look and precision that the stroke had.
public final class Eraser {
    private static final int HALVINGS = 24;

    /// What is left of a stroke when a round eraser moved over it on a straight way; null where it missed, an empty list where
    /// nothing is left.
    public static @Nullable List<Form.Ink> cut(Shape shape, double fromX, double fromY, double toX, double toY,
            double radius) {
        if (!(shape.form() instanceof Form.Ink ink) || !Hit.crossed(shape, fromX, fromY, toX, toY, radius))
            return null;
        List<Form.Ink> pieces = new Cut(shape, ink, fromX, fromY, toX, toY, radius).pieces();
        return pieces.size() == 1 && pieces.getFirst().points().equals(ink.points()) ? null : pieces;
    }

    private static final class Cut {
        private final Shape shape;
        private final Form.Ink ink;
        private final InkPoints points;
        private final Placing placing;
        private final double quantum;
        private final double fromX, fromY, toX, toY, radius;
        private final List<Form.Ink> pieces = new ArrayList<>();
        private final int[] x;
        private final int[] y;
        private final int[] pressure;
        private int size;

        Cut(Shape shape, Form.Ink ink, double fromX, double fromY, double toX, double toY, double radius) {
            this.shape = shape;
            this.ink = ink;
            this.fromX = fromX;
            this.fromY = fromY;
            this.toX = toX;
            this.toY = toY;
            this.radius = radius;
            points = InkCode.decode(ink.points());
            placing = new Placing(shape.frame());
            quantum = Math.scalb(1.0, -ink.precision());
            x = new int[points.size() + 2];
            y = new int[points.size() + 2];
            pressure = new int[points.size() + 2];
        }

        List<Form.Ink> pieces() {
            boolean out = isOut(0, 0);
            if (out) add(0, 0);
            for (int i = 1; i < points.size(); i++) {
                // Where the eraser comes nearest may lie between two points that both are out of its reach.
                boolean far = isFar(i);
                double near = far ? 0 : nearest(i);
                boolean hole = !far && !isOut(i, near);
                boolean outNext = far || isOut(i, 1);
                if (out && hole) {
                    add(i, edge(i, 0, near));
                    finish();
                }
                if (hole && outNext) add(i, edge(i, 1, near));
                else if (!out && outNext) add(i, edge(i, 1, 0));
                else if (out && !hole && !outNext) {
                    add(i, edge(i, 0, 1));
                    finish();
                }
                if (outNext) add(i, 1);
                out = outNext;
            }
            finish();
            return pieces;
        }

        private boolean isFar(int i) {
            double ax = points.x()[i - 1] * quantum;
            double ay = points.y()[i - 1] * quantum;
            double bx = points.x()[i] * quantum;
            double by = points.y()[i] * quantum;
            return Distance.between(placing.x(ax, ay), placing.y(ax, ay), placing.x(bx, by), placing.y(bx, by), fromX,
                    fromY, toX, toY) > radius + shape.look().width() / 2;
        }

        /// Between two places of a piece of the stroke, the first out of reach and the second not: where the one becomes the
        /// other.
        private double edge(int i, double outside, double inside) {
            double out = outside;
            double in = inside;
            for (int n = 0; n < HALVINGS; n++) {
                double middle = (out + in) / 2;
                if (isOut(i, middle)) out = middle;
                else in = middle;
            }
            return out;
        }

        /// How far along the piece before point i the eraser comes nearest, by halving thirds: the distance to a straight way
        /// has one minimum.
        private double nearest(int i) {
            double low = 0;
            double high = 1;
            for (int n = 0; n < 2 * HALVINGS; n++) {
                double a = low + (high - low) / 3;
                double b = high - (high - low) / 3;
                if (beyond(i, a) <= beyond(i, b)) high = b;
                else low = a;
            }
            return (low + high) / 2;
        }

        private boolean isOut(int i, double t) { return beyond(i, t) > 0; }

        private double beyond(int i, double t) {
            double formX = at(points.x(), i, t) * quantum;
            double formY = at(points.y(), i, t) * quantum;
            double distance = Distance.toSegment(placing.x(formX, formY), placing.y(formX, formY), fromX, fromY, toX,
                    toY);
            double from = InkWidth.at(shape.look(), points.pressure()[Math.max(0, i - 1)]);
            double to = InkWidth.at(shape.look(), points.pressure()[i]);
            return distance - radius - (from + t * (to - from)) / 2;
        }

        private static double at(int[] values, int i, double t) {
            int from = values[Math.max(0, i - 1)];
            return from + t * ((double) values[i] - from);
        }

        private void add(int i, double t) {
            int atX = (int) Math.floor(at(points.x(), i, t) + 0.5);
            int atY = (int) Math.floor(at(points.y(), i, t) + 0.5);
            if (size > 0 && x[size - 1] == atX && y[size - 1] == atY) return;
            x[size] = atX;
            y[size] = atY;
            pressure[size++] = (int) Math.floor(at(points.pressure(), i, t) + 0.5);
        }

        private void finish() {
            // A piece of one point would be a dot where nobody made one.
            if (size > 1)
                pieces.add(new Form.Ink(ink.precision(), InkCode.encode(new InkPoints(
                        Arrays.copyOf(x, size), Arrays.copyOf(y, size),
                        Arrays.copyOf(pressure, size)))));
            size = 0;
        }
    }

    private Eraser() {}
}
