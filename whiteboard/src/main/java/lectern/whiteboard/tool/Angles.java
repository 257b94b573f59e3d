package lectern.whiteboard.tool;

import lectern.protocol.board.Point;

/// Degrees, clockwise on the screen.
final class Angles {
    private static final double STEP = 15;

    /// To the nearest step of 15°.
    static double snap(double degrees) { return Math.rint(degrees / STEP) * STEP; }

    /// From -180 (without) to 180.
    static double normal(double degrees) {
        double rest = degrees % 360;
        if (rest > 180) return rest - 360;
        return rest <= -180 ? rest + 360 : rest;
    }

    /// From one direction to another, seen from a point.
    static double between(double x, double y, double fromX, double fromY, double toX, double toY) {
        return normal(Math.toDegrees(Math.atan2(toY - y, toX - x) - Math.atan2(fromY - y, fromX - x)));
    }

    /// A point that is that far along and across a direction.
    static Point turned(double x, double y, double degrees, double along, double across) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Point(x + cos * along - sin * across, y + sin * along + cos * across);
    }

    /// The point in the direction that is nearest to a step of 15°, as far as the pen went along it.
    static Point stepped(double fromX, double fromY, double x, double y) {
        double direction = Math.toRadians(snap(Math.toDegrees(Math.atan2(y - fromY, x - fromX))));
        double far = (x - fromX) * Math.cos(direction) + (y - fromY) * Math.sin(direction);
        return new Point(fromX + far * Math.cos(direction), fromY + far * Math.sin(direction));
    }

    private Angles() {}
}
