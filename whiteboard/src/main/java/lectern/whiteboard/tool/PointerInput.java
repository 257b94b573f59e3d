package lectern.whiteboard.tool;

/// One thing that a pointer did, on the page. Coordinates are those of the view at the time of the input: who pans does so
/// before the next input is made.
///
/// @param pressure 0 to 1; NaN where the device knows none
/// @param timeMs   of any clock that doesn't go back
public record PointerInput(Kind kind, double x, double y, double pressure, long timeMs, Device device, boolean shift,
        boolean alt, boolean ctrl) {
    public enum Kind {
        DOWN, MOVE, UP,
        /// The system took the pointer away: what is in hand is dropped.
        CANCEL,
        /// Moves without being down.
        HOVER,
        /// Left the board.
        LEAVE
    }

    public enum Device {
        MOUSE, PEN, TOUCH,
        /// The other end of a pen.
        ERASER
    }

    public PointerInput at(double newX, double newY) {
        return new PointerInput(kind, newX, newY, pressure, timeMs, device, shift, alt, ctrl);
    }

    double distanceTo(double otherX, double otherY) { return Math.hypot(x - otherX, y - otherY); }
}
