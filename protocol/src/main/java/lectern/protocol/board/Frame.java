package lectern.protocol.board;

import lectern.protocol.BoardLimits;

/// Where a shape stands. A point `p` of its form is on the page at `(x, y) + turn(rotation) · (scaleX · p.x, scaleY · p.y)`.
/// Scaling doesn't change how thick lines are.
///
/// @param rotation in degrees, clockwise on the screen
/// @param scaleX   negative mirrors
public record Frame(double x, double y, double rotation, double scaleX, double scaleY) {
    public Frame {
        BoardLimits.place("x", x);
        BoardLimits.place("y", y);
        BoardLimits.range("rotation", rotation, -360, 360);
        BoardLimits.scale("scaleX", scaleX);
        BoardLimits.scale("scaleY", scaleY);
    }

    public static Frame at(double x, double y) { return new Frame(x, y, 0, 1, 1); }

    public Frame movedBy(double dx, double dy) { return new Frame(x + dx, y + dy, rotation, scaleX, scaleY); }
}
