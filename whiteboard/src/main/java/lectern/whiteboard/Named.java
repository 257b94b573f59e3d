package lectern.whiteboard;

import java.util.List;
import lectern.protocol.board.Change;
import lectern.protocol.board.ShapeId;

/// The shapes that a change names.
final class Named {
    static List<ShapeId> by(Change change) {
        return switch (change) {
            case Change.Add add -> List.of(add.shape().id());
            case Change.Set set -> List.of(set.id());
            case Change.Delete delete -> delete.ids();
            case Change.Restore restore -> restore.ids();
        };
    }

    private Named() {}
}
