package lectern.ui.board;

import lectern.protocol.Role;
import lectern.protocol.board.Page;
import lectern.protocol.board.Point;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.StrokeInHand;
import lectern.ui.model.BoardModel;
import org.jspecify.annotations.Nullable;

/// Puts together what the others are told of what this person is doing: each word of it says all.
final class Presenter {
    private final BoardModel model;
    private @Nullable Point cursor;
    private boolean laser;
    private @Nullable StrokeInHand stroke;
    private @Nullable Shape shape;
    private @Nullable Region view;

    Presenter(BoardModel model) { this.model = model; }

    void point(@Nullable Point at, boolean isLaser) {
        cursor = at;
        laser = isLaser && at != null;
    }

    void hold(@Nullable StrokeInHand nextStroke, @Nullable Shape nextShape) {
        stroke = nextStroke;
        shape = nextShape;
    }

    void view(Region next) { view = next; }

    /// Where nobody may hear it the server would refuse it.
    void say() {
        Page page = model.viewed.get();
        if (page == null || model.role() == Role.WATCHER) return;
        boolean may = model.mayDraw.get();
        model.present(new Presence(page.id(), cursor, laser, may ? stroke : null, may ? shape : null,
                model.moderates() ? view : null));
    }
}
