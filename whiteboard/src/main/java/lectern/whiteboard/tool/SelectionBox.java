package lectern.whiteboard.tool;

import lectern.protocol.board.Point;
import org.jspecify.annotations.Nullable;

/// The rectangle around what is selected, turned as a single shape is, with its handles.
///
/// @param x       of its middle
/// @param degrees clockwise
public record SelectionBox(double x, double y, double width, double height, double degrees, Pulls pulls) {
    /// Which handles there are besides the one for turning.
    public enum Pulls {
        /// All eight.
        FREE,
        /// The corners, which keep the ratio: of pictures, and of groups with something turned in them.
        EVEN,
        /// The corners, and left and right, which say where lines break.
        TEXT,
        /// A line's ends: its start is left, its end right.
        ENDS
    }

    /// How far above its top the handle for turning is, in screen pixels.
    public static final double ROTATE_PIXELS = 26;

    /// Handles by where they are: -1, 0, 1 from left to right and top to bottom.
    public enum Handle {
        NORTH_WEST(-1, -1), NORTH(0, -1), NORTH_EAST(1, -1), EAST(1, 0), SOUTH_EAST(1, 1), SOUTH(0, 1), SOUTH_WEST(-1,
                1), WEST(-1, 0), ROTATE(0, -1);

        final int across;
        final int down;

        Handle(int across, int down) {
            this.across = across;
            this.down = down;
        }

        public boolean isCorner() { return across != 0 && down != 0; }

        boolean isSide() { return this != ROTATE && !isCorner(); }
    }

    public boolean has(Handle handle) {
        if (handle == Handle.ROTATE) return true;
        return switch (pulls) {
            case FREE -> true;
            case EVEN -> handle.isCorner();
            case TEXT -> handle.isCorner() || handle.down == 0;
            case ENDS -> handle.down == 0;
        };
    }

    /// Where a handle is on the page.
    ///
    /// @param unitsPerPixel page units of one screen pixel
    public Point at(Handle handle, double unitsPerPixel) {
        double above = handle == Handle.ROTATE ? ROTATE_PIXELS * unitsPerPixel : 0;
        return place(handle.across * width / 2, handle.down * height / 2 - above);
    }

    /// The corners, clockwise from the upper left one.
    public Point[] corners() {
        return new Point[]{ place(-width / 2, -height / 2), place(width / 2, -height / 2), place(width / 2, height / 2),
                place(-width / 2, height / 2)};
    }

    SelectionBox at(double newX, double newY) {
        return new SelectionBox(newX, newY, width, height, degrees, pulls);
    }

    boolean contains(double pageX, double pageY, double margin) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double dx = pageX - x;
        double dy = pageY - y;
        return Math.abs(cos * dx + sin * dy) <= width / 2 + margin
                && Math.abs(cos * dy - sin * dx) <= height / 2 + margin;
    }

    /// The handle within reach. Corners go before sides, so a small box can still be made larger.
    @Nullable
    Handle handleAt(double pageX, double pageY, double reach, double unitsPerPixel) {
        Handle best = null;
        double nearest = reach;
        for (Handle handle : Handle.values()) {
            if (!has(handle)) continue;
            Point at = at(handle, unitsPerPixel);
            double distance = Math.hypot(at.x() - pageX, at.y() - pageY) - (handle.isCorner() ? reach / 4 : 0);
            if (distance <= nearest) {
                nearest = distance;
                best = handle;
            }
        }
        return best;
    }

    private Point place(double right, double below) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Point(x + cos * right - sin * below, y + sin * right + cos * below);
    }
}
