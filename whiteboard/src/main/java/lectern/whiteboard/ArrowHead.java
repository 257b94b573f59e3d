package lectern.whiteboard;

/// The tip of an arrow: a filled triangle whose point is the end of the line.
public final class ArrowHead {
    /// From its point to its base, in page units, for a line of that width.
    public static double length(double width) { return 8 + 3 * width; }

    /// Its three corners, x and y in turn, the point first. The line should end in the middle of its base.
    ///
    /// @param fromX where the line comes from
    public static double[] corners(double fromX, double fromY, double toX, double toY, double width) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double distance = Math.sqrt(dx * dx + dy * dy);
        double length = length(width);
        double ux = distance == 0 ? 1 : dx / distance;
        double uy = distance == 0 ? 0 : dy / distance;
        double half = length * 0.4;
        double baseX = toX - ux * length;
        double baseY = toY - uy * length;
        return new double[]{ toX, toY, baseX - uy * half, baseY + ux * half, baseX + uy * half, baseY - ux * half};
    }

    private ArrowHead() {}
}
