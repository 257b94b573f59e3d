package lectern.whiteboard;

import java.util.ArrayList;
import java.util.List;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;

/// Parts what one gesture changed into edits that fit into a message each.
public final class Messages {
    private static final int CHARS = 60_000;
    /// Names, frame and look of a shape as JSON.
    private static final int SHAPE_CHARS = 450;
    private static final int POINT_CHARS = 60;
    private static final int ID_CHARS = 42;
    /// A letter may be a `\\u0000`.
    private static final int LETTER_CHARS = 6;

    public static List<List<Change>> of(List<Change> changes) {
        List<List<Change>> messages = new ArrayList<>();
        List<Change> message = new ArrayList<>();
        int chars = 0;
        for (Change change : changes) {
            int more = chars(change);
            if (!message.isEmpty() && (message.size() == BoardLimits.CHANGES || chars + more > CHARS)) {
                messages.add(message);
                message = new ArrayList<>();
                chars = 0;
            }
            message.add(change);
            chars += more;
        }
        if (!message.isEmpty()) messages.add(message);
        return messages;
    }

    private static int chars(Change change) {
        return switch (change) {
            case Change.Add add -> SHAPE_CHARS + chars(add.shape().form());
            case Change.Set set -> {
                Form form = set.form();
                yield SHAPE_CHARS + (form == null ? 0 : chars(form));
            }
            case Change.Delete delete -> ID_CHARS * (1 + delete.ids().size());
            case Change.Restore restore -> ID_CHARS * (1 + restore.ids().size());
        };
    }

    private static int chars(Form form) {
        return switch (form) {
            case Form.Ink ink -> ink.points().length();
            case Form.Path path -> POINT_CHARS * path.points().size();
            case Form.Text text -> LETTER_CHARS * text.text().length();
            case Form.Rectangle _,Form.Ellipse _,Form.Picture _ -> 0;
        };
    }

    private Messages() {}
}
