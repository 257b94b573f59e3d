package lectern.whiteboard;

import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.jspecify.annotations.Nullable;

/// What became of one shape. Adding has no `before`, deleting no `after`; swapping the two is undo.
public record Edit(ShapeId id, @Nullable Shape before, @Nullable Shape after) {
    public Edit inverse() { return new Edit(id, after, before); }
}
