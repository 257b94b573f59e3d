package lectern.protocol.board;

import lectern.protocol.BoardLimits;
import lectern.protocol.Check;

/// The newest part of a stroke that isn't finished. Who missed a part joins what they have by a straight line; the finished
/// stroke comes as an edit with the same id.
///
/// @param x      what the points are relative to, as in the finished stroke's frame
/// @param from   the number of the first point in `points`, counted from the stroke's beginning
/// @param points written as in [Form.Ink]
public record StrokeInHand(ShapeId id, Look look, double x, double y, int precision, int from, String points) {
    public StrokeInHand {
        Check.present("id", id);
        Check.present("look", look);
        BoardLimits.place("x", x);
        BoardLimits.place("y", y);
        Check.range("precision", precision, -4, 8);
        Check.range("from", from, 0, BoardLimits.INK_CHARS);
        Check.text("points", points, 3, BoardLimits.PRESENCE_INK_CHARS);
        BoardLimits.alphabet("points", points);
    }
}
