package lectern.whiteboard;

import java.util.Arrays;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;

/// The outline of ink as a polygon to be filled by the non-zero rule; x and y in turn.
///
/// Points come in one by one. Through them goes a smooth middle line: from the middle of each two points to the middle of the
/// next two, a quadratic curve with the point between as its control. It is cut into as few straight pieces as look round, and
/// pieces that go straight on are joined. The polygon lies half the ink's width beside that line, with round ends and round
/// corners. Pens begin and end a little thinner, markers don't.
///
/// A stroke in hand: [#settled] says how much of the middle line will stay as it is. Fill [#inHand] from 0 to there once, and
/// paint only from there on anew when points come. Only square roots are used here, so Java and JavaScript agree.
public final class Outline {
    private static final int MOST_PIECES = 16;
    private static final int MOST_SKIPPED = 12;
    /// A direction change of less is smooth; more is a corner, which is rounded.
    private static final double SMOOTH_COSINE = 0.8;
    private static final double TAPER_WIDTHS = 1.5;
    private static final double TAPER = 0.45;

    private final Look look;
    private final boolean steady;
    /// How far the polygon may lie beside the curve, in page units: of a pen, less than a pixel at 800 %.
    private final double tolerance;
    private final double nearest;
    // The last two points.
    private int points;
    private double x1, y1, r1;
    private double x0, y0;
    private double r0;
    // The middle line: where, half its width there, how far from the beginning.
    private double[] x = new double[16];
    private double[] y = new double[16];
    private double[] r = new double[16];
    private double[] s = new double[16];
    private int size;
    // Vertices after the last one that may be joined into one piece.
    private final double[] skippedX = new double[MOST_SKIPPED];
    private final double[] skippedY = new double[MOST_SKIPPED];
    private final double[] skippedR = new double[MOST_SKIPPED];
    private int skipped;

    public Outline(Look look) {
        this.look = look;
        steady = InkWidth.isSteady(look);
        tolerance = 0.05 + 0.01 * look.width();
        nearest = Math.min(1, 0.15 * look.width());
    }

    /// Of finished ink, relative to where its frame stands: turned and scaled, not moved. So it stays good while it is moved.
    public static double[] of(Form.Ink ink, Frame frame, Look look) {
        var outline = new Outline(look);
        var placing = new Placing(frame);
        InkPoints points = InkCode.decode(ink.points());
        double quantum = Math.scalb(1.0, -ink.precision());
        for (int i = 0; i < points.size(); i++) {
            double formX = points.x()[i] * quantum;
            double formY = points.y()[i] * quantum;
            outline.add(placing.dx(formX, formY), placing.dy(formX, formY), points.pressure()[i]);
        }
        return outline.polygon();
    }

    /// The stroke goes on to here, in page units.
    public void add(double toX, double toY, int pressure) {
        double radius = InkWidth.at(look, pressure) / 2;
        if (points > 0 && Distance.between(x0, y0, toX, toY) < nearest) {
            if (points == 1 && radius > r0) r[0] = r0 = radius;
            return;
        }
        if (points == 0) settle(toX, toY, radius);
        else if (points > 1) curve((x0 + toX) / 2, (y0 + toY) / 2, (r0 + radius) / 2);
        else line((x0 + toX) / 2, (y0 + toY) / 2, (r0 + radius) / 2);
        x1 = x0;
        y1 = y0;
        r1 = r0;
        x0 = toX;
        y0 = toY;
        r0 = radius;
        points++;
    }

    /// How many vertices of the middle line stay as they are, whatever comes.
    public int settled() { return size > 0 && s[size - 1] >= 4 * TAPER_WIDTHS * look.width() ? size : 0; }

    /// The whole stroke, finished.
    public double[] polygon() {
        if (points == 0) return new double[0];
        return around(0, new Middle(), true);
    }

    /// The stroke, unfinished, from a vertex of its middle line to its tip.
    public double[] inHand(int from) {
        if (points == 0) return new double[0];
        return around(Math.max(0, from), new Middle(), false);
    }

    /// The stroke, unfinished, between two vertices, both of which are settled.
    public double[] inHand(int from, int to) {
        if (to <= from + 1 || to > size) return new double[0];
        return around(from, new Middle(to), false);
    }

    private void line(double toX, double toY, double toR) { vertex(toX, toY, toR); }

    /// From the middle of the two points before, around the last point.
    private void curve(double toX, double toY, double toR) {
        double fromX = (x1 + x0) / 2;
        double fromY = (y1 + y0) / 2;
        double fromR = (r1 + r0) / 2;
        int pieces = pieces(fromX, fromY, x0, y0, toX, toY, Math.max(fromR, toR));
        for (int i = 1; i <= pieces; i++) {
            double t = (double) i / pieces;
            double a = (1 - t) * (1 - t);
            double b = 2 * t * (1 - t);
            double c = t * t;
            vertex(a * fromX + b * x0 + c * toX, a * fromY + b * y0 + c * toY, a * fromR + b * r0 + c * toR);
        }
    }

    /// Enough for the curve itself, and for its outer side, where width makes angles show.
    private int pieces(double ax, double ay, double bx, double by, double cx, double cy, double radius) {
        double bend = Distance.between(ax + cx, ay + cy, 2 * bx, 2 * by);
        double forCurve = Math.sqrt(bend / (4 * tolerance));
        double in = Distance.between(ax, ay, bx, by);
        double out = Distance.between(bx, by, cx, cy);
        double turn = in == 0 || out == 0
                ? 0
                : Distance.between((bx - ax) / in, (by - ay) / in, (cx - bx) / out, (cy - by) / out);
        double forWidth = turn * 0.6 * Math.sqrt(radius / (2 * tolerance));
        return (int) Math.max(1, Math.min(MOST_PIECES, Math.ceil(Math.max(forCurve, forWidth))));
    }

    /// Goes on with the middle line. While it goes straight from the last settled vertex, those between are left out.
    private void vertex(double toX, double toY, double toR) {
        if (skipped == MOST_SKIPPED || skipped > 0 && !isStraightTo(toX, toY, toR)) {
            settle(skippedX[skipped - 1], skippedY[skipped - 1], skippedR[skipped - 1]);
            skipped = 0;
        }
        skippedX[skipped] = toX;
        skippedY[skipped] = toY;
        skippedR[skipped++] = toR;
    }

    private boolean isStraightTo(double toX, double toY, double toR) {
        double dx = toX - x[size - 1];
        double dy = toY - y[size - 1];
        double length2 = dx * dx + dy * dy;
        if (length2 == 0) return false;
        double last = 0;
        for (int i = 0; i < skipped; i++) {
            double t = ((skippedX[i] - x[size - 1]) * dx + (skippedY[i] - y[size - 1]) * dy) / length2;
            if (t < last || t > 1) return false;
            last = t;
            double beside = Distance.between(skippedX[i], skippedY[i], x[size - 1] + t * dx, y[size - 1] + t * dy);
            double wider = Math.abs(skippedR[i] - (r[size - 1] + t * (toR - r[size - 1])));
            if (beside > tolerance / 2 || wider > tolerance) return false;
        }
        return true;
    }

    private void settle(double toX, double toY, double toR) {
        double way = size == 0 ? 0 : Distance.between(x[size - 1], y[size - 1], toX, toY);
        if (size > 0 && way == 0) return;
        if (size == x.length) {
            x = Arrays.copyOf(x, size * 2);
            y = Arrays.copyOf(y, size * 2);
            r = Arrays.copyOf(r, size * 2);
            s = Arrays.copyOf(s, size * 2);
        }
        x[size] = toX;
        y[size] = toY;
        r[size] = toR;
        s[size] = size == 0 ? 0 : s[size - 1] + way;
        size++;
    }

    /// The middle line with what isn't settled yet.
    private final class Middle {
        final double[] x;
        final double[] y;
        final double[] r;
        final double[] s;
        int size;

        Middle() {
            this(Outline.this.size, 2);
            if (skipped > 0) add(skippedX[skipped - 1], skippedY[skipped - 1], skippedR[skipped - 1]);
            if (points > 1) add(x0, y0, r0);
        }

        Middle(int to) { this(to, 0); }

        private Middle(int settled, int more) {
            size = settled;
            x = Arrays.copyOf(Outline.this.x, settled + more);
            y = Arrays.copyOf(Outline.this.y, settled + more);
            r = Arrays.copyOf(Outline.this.r, settled + more);
            s = Arrays.copyOf(Outline.this.s, settled + more);
        }

        private void add(double toX, double toY, double toR) {
            double way = Distance.between(x[size - 1], y[size - 1], toX, toY);
            if (way == 0) return;
            x[size] = toX;
            y[size] = toY;
            r[size] = toR;
            s[size] = s[size - 1] + way;
            size++;
        }
    }

    private double[] around(int from, Middle middle, boolean finished) {
        int first = Math.min(from, middle.size - 1);
        var sides = new Sides(2 * (middle.size - first) + 8, tolerance);
        if (middle.size == 1) return sides.circle(middle.x[0], middle.y[0], middle.r[0]);
        double total = middle.s[middle.size - 1];
        double zone = steady ? 0 : TAPER_WIDTHS * look.width();
        double depth = steady ? 0 : TAPER * Math.min(1, total / (4 * zone));
        if (finished) zone = Math.min(zone, total / 2);
        // Where the taper bends, the middle line needs a vertex.
        double[] bends = { zone / 2, zone, total - zone, total - zone / 2};
        for (int i = first; i < middle.size; i++) {
            if (i > first && zone > 0) for (int bend = 0; bend < (finished ? 4 : 2); bend++) {
                double at = bends[bend];
                double before = middle.s[i - 1];
                if (at <= before || at >= middle.s[i] || bend > 0 && at <= bends[bend - 1]) continue;
                double t = (at - before) / (middle.s[i] - before);
                sides.add(middle.x[i - 1] + t * (middle.x[i] - middle.x[i - 1]),
                        middle.y[i - 1] + t * (middle.y[i] - middle.y[i - 1]),
                        (middle.r[i - 1] + t * (middle.r[i] - middle.r[i - 1]))
                                * taper(at, total, zone, depth, finished));
            }
            sides.add(middle.x[i], middle.y[i], middle.r[i] * taper(middle.s[i], total, zone, depth, finished));
        }
        return sides.polygon();
    }

    /// Thin at the ends, soon nearly full, then full.
    private static double taper(double at, double total, double zone, double depth, boolean finished) {
        double end = finished ? Math.min(at, total - at) : at;
        if (zone == 0 || end >= zone) return 1;
        double t = end / zone;
        return 1 - depth * (t < 0.5 ? 1 - 1.4 * t : 0.6 * (1 - t));
    }

    /// Goes along a line of changing width and builds what lies left and right of it.
    private static final class Sides {
        private final Corners left;
        private final Corners right;
        private final double tolerance;
        private int size;
        private double startX, startY, startR, startUx, startUy;
        private double x, y, r, ux, uy;

        Sides(int capacity, double tolerance) {
            left = new Corners(capacity * 2);
            right = new Corners(capacity);
            this.tolerance = tolerance;
        }

        void add(double toX, double toY, double toR) {
            if (size == 0) {
                x = startX = toX;
                y = startY = toY;
                r = startR = toR;
                size = 1;
                return;
            }
            double way = Distance.between(x, y, toX, toY);
            if (way == 0) return;
            double vx = (toX - x) / way;
            double vy = (toY - y) / way;
            if (size == 1) {
                startUx = vx;
                startUy = vy;
            } else {
                corner(vx, vy);
            }
            x = toX;
            y = toY;
            r = toR;
            ux = vx;
            uy = vy;
            size++;
        }

        private void corner(double vx, double vy) {
            double cosine = ux * vx + uy * vy;
            if (cosine > SMOOTH_COSINE) {
                // So long that the line between two corners keeps its width.
                double scale = r / (1 + cosine);
                double nx = (uy + vy) * scale;
                double ny = -(ux + vx) * scale;
                left.add(x + nx, y + ny);
                right.add(x - nx, y - ny);
                return;
            }
            boolean toTheRight = ux * vy - uy * vx > 0;
            Corners outer = toTheRight ? left : right;
            Corners inner = toTheRight ? right : left;
            double side = toTheRight ? r : -r;
            outer.add(x + uy * side, y - ux * side);
            arc(outer, uy * side, -ux * side, vy * side, -vx * side, ux * r, uy * r);
            outer.add(x + vy * side, y - vx * side);
            // Over the middle, so that the inside of a sharp turn is no spike beyond the line.
            inner.add(x - uy * side, y + ux * side);
            inner.add(x, y);
            inner.add(x - vy * side, y + vx * side);
        }

        double[] polygon() {
            if (size == 1) return circle(x, y, r);
            left.add(x + uy * r, y - ux * r);
            arc(left, uy * r, -ux * r, ux * r, uy * r, ux * r, uy * r);
            left.add(x + ux * r, y + uy * r);
            arc(left, ux * r, uy * r, -uy * r, ux * r, ux * r, uy * r);
            left.add(x - uy * r, y + ux * r);
            left.addReversed(right);
            x = startX;
            y = startY;
            r = startR;
            double bx = startUx * r;
            double by = startUy * r;
            left.add(x - by, y + bx);
            arc(left, -by, bx, -bx, -by, -bx, -by);
            left.add(x - bx, y - by);
            arc(left, -bx, -by, by, -bx, -bx, -by);
            left.add(x + by, y - bx);
            return left.trimmed();
        }

        double[] circle(double atX, double atY, double radius) {
            x = atX;
            y = atY;
            r = radius;
            double[] way = { r, 0, 0, r, -r, 0, 0, -r, r, 0};
            for (int i = 0; i < 8; i += 2) {
                left.add(x + way[i], y + way[i + 1]);
                arc(left, way[i], way[i + 1], way[i + 2], way[i + 3], 0, 0);
            }
            return left.trimmed();
        }

        /// The corners between two on a circle around here, by halving; where they lie opposite, by way of the third.
        private void arc(Corners to, double ax, double ay, double bx, double by, double viaX, double viaY) {
            double mx = ax + bx;
            double my = ay + by;
            double length = Math.sqrt(mx * mx + my * my);
            // The arc rises over its chord by r - length / 2.
            if (r - length / 2 <= tolerance) return;
            boolean opposite = length < 0.1 * r;
            double midX = opposite ? viaX : mx / length * r;
            double midY = opposite ? viaY : my / length * r;
            arc(to, ax, ay, midX, midY, viaX, viaY);
            to.add(x + midX, y + midY);
            arc(to, midX, midY, bx, by, viaX, viaY);
        }
    }

    private static final class Corners {
        private double[] xy;
        private int size;

        Corners(int capacity) { xy = new double[capacity * 2]; }

        void add(double x, double y) {
            if (size + 2 > xy.length) xy = Arrays.copyOf(xy, xy.length * 2);
            xy[size++] = x;
            xy[size++] = y;
        }

        void addReversed(Corners other) {
            for (int i = other.size - 2; i >= 0; i -= 2) add(other.xy[i], other.xy[i + 1]);
        }

        double[] trimmed() { return Arrays.copyOf(xy, size); }
    }
}
