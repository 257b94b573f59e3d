package lectern.whiteboard;

import lectern.protocol.board.Change;
import lectern.protocol.board.Shape;
import org.jspecify.annotations.Nullable;

/// What a page knows of one id: nothing, a shape that is there, or one that is buried, kept for [Change.Restore].
///
/// All that changes mean is here. A change touches each of its shapes without looking at any other, which is why two edits
/// that name no shape in common may be done in either order.
record ShapeState(@Nullable Shape shape, boolean buried) {
    static final ShapeState NOTHING = new ShapeState(null, false);

    /// The shape, where it is on the page.
    @Nullable
    Shape shown() { return buried ? null : shape; }

    /// This same object where the change does nothing.
    ShapeState after(Change change) {
        Shape now = shape;
        return switch (change) {
            case Change.Add add -> now == null ? new ShapeState(add.shape(), false) : this;
            case Change.Set set -> {
                if (now == null || buried) yield this;
                Shape next = with(now, set);
                yield next.equals(now) ? this : new ShapeState(next, false);
            }
            case Change.Delete _ -> now == null || buried ? this : new ShapeState(now, true);
            case Change.Restore _ -> buried ? new ShapeState(now, false) : this;
        };
    }

    private static Shape with(Shape shape, Change.Set set) {
        Double order = set.order();
        var frame = set.frame();
        var look = set.look();
        var form = set.form();
        return new Shape(shape.id(), order == null ? shape.order() : order, frame == null ? shape.frame() : frame,
                look == null ? shape.look() : look, form == null ? shape.form() : form);
    }
}
