package lectern.classroom;

import java.util.List;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Page;
import lectern.protocol.board.Presence;
import lectern.protocol.board.ShapeId;
import org.jspecify.annotations.Nullable;

/// Who may see and do what on which page. [Rights] has spoken before: a watcher says nothing that comes here.
final class BoardRights {
    static boolean maySee(Participant who, Page page) {
        return isForAll(page) || who.role().mayModerate() || who.id().equals(page.owner()) && !page.hidden();
    }

    static boolean isForAll(Page page) {
        return page.shown() || page.owner() == null && !page.hidden();
    }

    /// Why they may not draw on a page that they see, or null when they may.
    static @Nullable String drawing(Participant who, Page page, Drawing drawing) {
        if (who.role().mayModerate()) return null;
        if (!who.role().maySend()) return "A watcher doesn't draw.";
        if (page.owner() == null)
            return drawing.allows(who.id()) ? null : "The teacher hasn't allowed you to draw.";
        if (!page.owner().equals(who.id())) return "This is somebody else's page.";
        return page.collected() ? "This page has been collected." : null;
    }

    /// Why they may not do this to these shapes, or null.
    static @Nullable String changes(Participant who, List<Change> changes) {
        boolean moderates = who.role().mayModerate();
        for (Change change : changes) {
            boolean isAllowed = switch (change) {
                case Change.Add(var shape) -> shape.id().isBy(who.id());
                case Change.Set set -> moderates || set.id().isBy(who.id());
                case Change.Delete(var ids) -> moderates || areBy(who.id(), ids);
                case Change.Restore(var ids) -> moderates || areBy(who.id(), ids);
            };
            if (!isAllowed)
                return change instanceof Change.Add
                        ? "A new shape has its author's id."
                        : "You may change what you drew yourself.";
        }
        return null;
    }

    /// Why they may not show this on a page that they see, or null.
    static @Nullable String presence(Participant who, Page page, Drawing drawing, Presence presence) {
        if (presence.view() != null && !who.role().mayModerate()) return "Others follow the teacher's view alone.";
        if (presence.stroke() == null && presence.shape() == null) return null;
        if (presence.stroke() != null && !presence.stroke().id().isBy(who.id())) return "A stroke has its author's id.";
        if (presence.shape() != null && !who.role().mayModerate() && !presence.shape().id().isBy(who.id()))
            return "You may change what you drew yourself.";
        return drawing(who, page, drawing);
    }

    private static boolean areBy(ParticipantId who, List<ShapeId> ids) {
        for (ShapeId id : ids) if (!id.isBy(who)) return false;
        return true;
    }

    private BoardRights() {}
}
