package lectern.protocol.board;

import lectern.protocol.BoardLimits;

/// An upright rectangle on a page, in page units.
public record Region(double x, double y, double width, double height) {
    public Region {
        BoardLimits.place("x", x);
        BoardLimits.place("y", y);
        BoardLimits.length("width", width);
        BoardLimits.length("height", height);
    }
}
