package lectern.protocol.board;

import lectern.protocol.BoardLimits;

/// A place on a page, or relative to a shape's frame, in page units.
public record Point(double x, double y) {
    public Point {
        BoardLimits.place("x", x);
        BoardLimits.place("y", y);
    }
}
