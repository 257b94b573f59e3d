package lectern.whiteboard.tool;

import lectern.protocol.board.Point;
import lectern.whiteboard.tool.SelectionBox.Handle;

/// From a handle that is pulled to what that does to the frames.
final class Resize {
    private static final double SMALLEST = 1e-3;

    /// @param even    as much along as across, and nothing is mirrored
    /// @param fromMiddle the middle stays instead of what is opposite of the handle
    static Transform.Scale of(SelectionBox box, Handle handle, double fromX, double fromY, double x, double y,
            boolean even, boolean fromMiddle) {
        Point pulled = Angles.turned(0, 0, -box.degrees(), x - fromX, y - fromY);
        double handleX = handle.across * box.width() / 2;
        double handleY = handle.down * box.height() / 2;
        double staysX = fromMiddle ? 0 : -handleX;
        double staysY = fromMiddle ? 0 : -handleY;
        double wide = handleX - staysX;
        double high = handleY - staysY;
        double along = factor(wide, pulled.x());
        double across = factor(high, pulled.y());
        if (even) {
            double length = wide * wide + high * high;
            double both = length < 1e-9 ? 1 : 1 + (pulled.x() * wide + pulled.y() * high) / length;
            along = across = Math.max(both, SMALLEST);
        }
        Point stays = Angles.turned(box.x(), box.y(), box.degrees(), staysX, staysY);
        return new Transform.Scale(stays.x(), stays.y(), box.degrees(), along, across);
    }

    /// What is as flat as a line can't be made wider.
    private static double factor(double size, double pulled) {
        if (Math.abs(size) < 1e-6) return 1;
        double factor = 1 + pulled / size;
        return Math.abs(factor) < SMALLEST ? Math.copySign(SMALLEST, factor) : factor;
    }

    private Resize() {}
}
