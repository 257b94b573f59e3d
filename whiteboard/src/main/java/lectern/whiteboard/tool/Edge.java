package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.List;
import lectern.protocol.board.Point;

/// What a pen is held on by an instrument.
public sealed interface Edge {
    /// The nearest place on it.
    Point nearest(double x, double y);

    double distance(double x, double y);

    /// Places on it between two others on it, where a straight line between them would leave it visibly.
    default List<Point> between(Point from, Point to) { return List.of(); }

    /// A straight edge. Beside its ends it holds nothing: there `distance` is infinite.
    record Straight(double x1, double y1, double x2, double y2) implements Edge {
        @Override
        public Point nearest(double x, double y) {
            double t = along(x, y);
            return new Point(x1 + t * (x2 - x1), y1 + t * (y2 - y1));
        }

        @Override
        public double distance(double x, double y) {
            double t = along(x, y);
            if (t < 0 || t > 1) return Double.POSITIVE_INFINITY;
            return Math.hypot(x1 + t * (x2 - x1) - x, y1 + t * (y2 - y1) - y);
        }

        private double along(double x, double y) {
            double dx = x2 - x1;
            double dy = y2 - y1;
            return ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy);
        }
    }

    /// A circle.
    record Round(double x, double y, double radius) implements Edge {
        private static final double ARC_STEP = 4; // degrees: a chord of 4° leaves a circle by 0.06 % of its radius

        @Override
        public Point nearest(double px, double py) {
            double distance = Math.hypot(px - x, py - y);
            if (distance < 1e-9) return new Point(x + radius, y);
            return new Point(x + (px - x) / distance * radius, y + (py - y) / distance * radius);
        }

        @Override
        public double distance(double px, double py) { return Math.abs(Math.hypot(px - x, py - y) - radius); }

        @Override
        public List<Point> between(Point from, Point to) {
            double turn = Angles.between(x, y, from.x(), from.y(), to.x(), to.y());
            int steps = (int) Math.ceil(Math.abs(turn) / ARC_STEP);
            List<Point> points = new ArrayList<>();
            for (int i = 1; i < steps; i++)
                points.add(Angles.turned(x, y, turn * i / steps, from.x() - x, from.y() - y));
            return points;
        }
    }

    /// From a point outwards, at the whole degree that is nearest to where the pen is.
    record Ray(double x, double y, double zeroDegrees) implements Edge {
        @Override
        public Point nearest(double px, double py) {
            double radians = Math.toRadians(zeroDegrees - degrees(px, py));
            double out = Math.max(0, (px - x) * Math.cos(radians) + (py - y) * Math.sin(radians));
            return new Point(x + out * Math.cos(radians), y + out * Math.sin(radians));
        }

        @Override
        public double distance(double px, double py) { return Math.hypot(px - x, py - y); }

        /// Counter-clockwise from its zero, 0 to 359.
        double degrees(double px, double py) {
            double clockwise = Math.toDegrees(Math.atan2(py - y, px - x));
            return Math.floorMod(Math.round(zeroDegrees - clockwise), 360);
        }
    }
}
