package lectern.whiteboard;

/// Distances in the plane. By square roots alone, not `hypot`: every machine and browser gives the same bits for those.
final class Distance {
    static double between(double ax, double ay, double bx, double by) {
        return Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    }

    static double toSegment(double x, double y, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length2 = dx * dx + dy * dy;
        double t = length2 == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length2;
        double clamped = Math.max(0, Math.min(1, t));
        return between(x, y, ax + clamped * dx, ay + clamped * dy);
    }

    /// From one straight line, a to b, to another, c to d; 0 where they cross.
    static double between(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        if (side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0
                && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0)
            return 0;
        return Math.min(Math.min(toSegment(ax, ay, cx, cy, dx, dy), toSegment(bx, by, cx, cy, dx, dy)),
                Math.min(toSegment(cx, cy, ax, ay, bx, by), toSegment(dx, dy, ax, ay, bx, by)));
    }

    private static double side(double ax, double ay, double bx, double by, double x, double y) {
        return Math.signum((bx - ax) * (y - ay) - (by - ay) * (x - ax));
    }

    private Distance() {}
}
