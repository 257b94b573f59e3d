package lectern.whiteboard;

import java.util.List;
import lectern.protocol.board.Form;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;

/// Which shape is meant by a place, a stroke of the eraser, a rectangle pulled open. Lengths are in page units.
public final class Hit {
    /// Whether a place is on the shape, or at most `tolerance` beside it. What isn't filled is hit by its line alone.
    public static boolean near(Shape shape, double x, double y, double tolerance) {
        return crossed(shape, x, y, x, y, tolerance);
    }

    /// Whether a round eraser that moves from one place to another comes upon the shape.
    public static boolean crossed(Shape shape, double fromX, double fromY, double toX, double toY, double radius) {
        var placing = new Placing(shape.frame());
        double reach = radius + shape.look().width() / 2;
        return switch (shape.form()) {
            case Form.Ink ink -> ink(shape, ink, placing, fromX, fromY, toX, toY, radius);
            case Form.Path path -> outline(corners(path.points(), placing), path.closed(),
                    path.closed() && shape.look().fill() != null, fromX, fromY, toX, toY, reach);
            case Form.Rectangle it -> outline(box(it.width(), it.height(), placing), true, shape.look().fill() != null,
                    fromX, fromY, toX, toY, reach);
            case Form.Ellipse it -> outline(round(it.width(), it.height(), placing), true, shape.look().fill() != null,
                    fromX, fromY, toX, toY, reach);
            case Form.Text it -> outline(box(it.width(), it.height(), placing), true, true, fromX, fromY, toX, toY,
                    radius);
            case Form.Picture it -> outline(box(it.width(), it.height(), placing), true, true, fromX, fromY, toX, toY,
                    radius);
        };
    }

    /// Whether all of the shape is in the rectangle.
    public static boolean within(Shape shape, Bounds rectangle) { return rectangle.contains(Bounds.of(shape)); }

    private static boolean ink(Shape shape, Form.Ink ink, Placing placing, double fromX, double fromY, double toX,
            double toY, double radius) {
        InkPoints points = InkCode.decode(ink.points());
        double quantum = Math.scalb(1.0, -ink.precision());
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < points.size(); i++) {
            double x = placing.x(points.x()[i] * quantum, points.y()[i] * quantum);
            double y = placing.y(points.x()[i] * quantum, points.y()[i] * quantum);
            double reach = radius + InkWidth.at(shape.look(), points.pressure()[i]) / 2;
            if (i == 0
                    ? Distance.toSegment(x, y, fromX, fromY, toX, toY) <= reach
                    : Distance.between(lastX, lastY, x, y, fromX, fromY, toX, toY) <= reach)
                return true;
            lastX = x;
            lastY = y;
        }
        return false;
    }

    private static boolean outline(double[] xy, boolean closed, boolean filled, double fromX, double fromY, double toX,
            double toY, double reach) {
        int corners = xy.length / 2;
        for (int i = closed ? 0 : 1; i < corners; i++) {
            int before = i == 0 ? corners - 1 : i - 1;
            if (Distance.between(xy[2 * before], xy[2 * before + 1], xy[2 * i], xy[2 * i + 1], fromX, fromY, toX,
                    toY) <= reach)
                return true;
        }
        return filled && inside(xy, fromX, fromY);
    }

    /// By the even-odd rule.
    static boolean inside(double[] xy, double x, double y) {
        boolean inside = false;
        int corners = xy.length / 2;
        for (int i = 0, j = corners - 1; i < corners; j = i++) {
            double yi = xy[2 * i + 1];
            double yj = xy[2 * j + 1];
            if (yi > y != yj > y && x < (xy[2 * j] - xy[2 * i]) * (y - yi) / (yj - yi) + xy[2 * i]) inside = !inside;
        }
        return inside;
    }

    private static double[] corners(List<Point> points, Placing placing) {
        double[] xy = new double[points.size() * 2];
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            xy[2 * i] = placing.x(point.x(), point.y());
            xy[2 * i + 1] = placing.y(point.x(), point.y());
        }
        return xy;
    }

    private static double[] box(double width, double height, Placing placing) {
        return new double[]{ placing.x(0, 0), placing.y(0, 0), placing.x(width, 0), placing.y(width, 0),
                placing.x(width, height), placing.y(width, height), placing.x(0, height), placing.y(0, height)};
    }

    /// An ellipse as 64 straight lines: for hitting that is round enough.
    private static double[] round(double width, double height, Placing placing) {
        int corners = 64;
        double[] xy = new double[corners * 2];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double x = width / 2 * (1 + Math.cos(angle));
            double y = height / 2 * (1 + Math.sin(angle));
            xy[2 * i] = placing.x(x, y);
            xy[2 * i + 1] = placing.y(x, y);
        }
        return xy;
    }

    private Hit() {}
}
