package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.List;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.tool.ToolOutput.Commit;

/// Many changes as commits that each may be said in one message, all of one step of undo.
final class Steps {
    /// Of a message's 128 KB, in letters; some of them take three bytes.
    private static final int CHARS = 40_000;
    private static final int CHANGE_CHARS = 260;
    private static final int IDS = Math.min(BoardLimits.IDS, 1_000);

    static List<ToolOutput> of(List<Change> changes, boolean sameStep) {
        List<ToolOutput> commits = new ArrayList<>();
        List<Change> part = new ArrayList<>();
        int chars = 0;
        for (Change change : changes) {
            int more = charsOf(change);
            if (!part.isEmpty() && (chars + more > CHARS || part.size() == BoardLimits.CHANGES)) {
                commits.add(new Commit(List.copyOf(part), sameStep || !commits.isEmpty()));
                part.clear();
                chars = 0;
            }
            part.add(change);
            chars += more;
        }
        if (!part.isEmpty()) commits.add(new Commit(List.copyOf(part), sameStep || !commits.isEmpty()));
        return commits;
    }

    static List<Change> delete(List<ShapeId> ids) {
        List<Change> deletes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += IDS)
            deletes.add(new Change.Delete(ids.subList(i, Math.min(ids.size(), i + IDS))));
        return deletes;
    }

    private static int charsOf(Change change) {
        return switch (change) {
            case Change.Add add -> CHANGE_CHARS + charsOf(add.shape().form());
            case Change.Set set -> CHANGE_CHARS + (set.form() == null ? 0 : charsOf(set.form()));
            case Change.Delete delete -> CHANGE_CHARS + delete.ids().size() * 24;
            case Change.Restore restore -> CHANGE_CHARS + restore.ids().size() * 24;
        };
    }

    private static int charsOf(Form form) {
        return switch (form) {
            case Form.Ink ink -> ink.points().length();
            case Form.Path path -> path.points().size() * 50;
            case Form.Text text -> text.text().length() * 2;
            case Form.Rectangle _,Form.Ellipse _,Form.Picture _ -> 100;
        };
    }

    private Steps() {}
}
