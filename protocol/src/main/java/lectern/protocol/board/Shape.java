package lectern.protocol.board;

import lectern.protocol.BoardLimits;
import lectern.protocol.Check;

/// One thing on a page. Its parts change one by one: who moves it and who recolours it at the same time both succeed.
///
/// @param order shapes are painted from the smallest to the largest; where equal, by id
public record Shape(ShapeId id, double order, Frame frame, Look look, Form form) {
    public Shape {
        Check.present("id", id);
        BoardLimits.range("order", order, -1e12, 1e12);
        Check.present("frame", frame);
        Check.present("look", look);
        Check.present("form", form);
    }

    public Shape withFrame(Frame next) { return new Shape(id, order, next, look, form); }

    public Shape withLook(Look next) { return new Shape(id, order, frame, next, form); }

    public Shape withForm(Form next) { return new Shape(id, order, frame, look, next); }

    public Shape withOrder(double next) { return new Shape(id, next, frame, look, form); }
}
