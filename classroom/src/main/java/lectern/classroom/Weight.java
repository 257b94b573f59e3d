package lectern.classroom;

import java.util.List;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Shape;

/// How many bytes a shape or a change has as JSON, at most: what is kept and sent is bounded by it without being written first.
public final class Weight {
    /// Names, braces, an id and ten numbers at their longest.
    private static final int SHAPE_BYTES = 600;
    private static final int CHANGE_BYTES = 700;
    private static final int POINT_BYTES = 60;
    private static final int ID_BYTES = 48;

    public static int of(Shape shape) {
        return SHAPE_BYTES + of(shape.form());
    }

    public static int of(List<Change> changes) {
        int bytes = 0;
        for (Change change : changes)
            bytes += switch (change) {
                case Change.Add(Shape shape) -> CHANGE_BYTES + of(shape.form());
                case Change.Set set -> CHANGE_BYTES + (set.form() == null ? 0 : of(set.form()));
                case Change.Delete delete -> ID_BYTES * (1 + delete.ids().size());
                case Change.Restore restore -> ID_BYTES * (1 + restore.ids().size());
            };
        return bytes;
    }

    private static int of(Form form) {
        return switch (form) {
            case Form.Ink ink -> ink.points().length();
            case Form.Path path -> POINT_BYTES * path.points().size();
            case Form.Text text -> ofText(text.text());
            case Form.Rectangle _,Form.Ellipse _,Form.Picture _ -> 0;
        };
    }

    /// Control characters are written as six, quotes and strokes as two; nothing takes more than three bytes of UTF-8 a char.
    private static int ofText(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) bytes += text.charAt(i) < ' ' ? 6 : text.charAt(i) < 128 ? 2 : 3;
        return bytes;
    }

    private Weight() {}
}
