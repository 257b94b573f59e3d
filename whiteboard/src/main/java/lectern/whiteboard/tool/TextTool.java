package lectern.whiteboard.tool;

import java.util.List;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import org.jspecify.annotations.Nullable;

/// Asks for a text: a new one where nothing is, that one where a text is that may be changed. Pulling says how wide the new
/// one may become. The writing itself is the screen's work (input methods), which hands the words to [#written].
final class TextTool implements Tool {
    private static final double PULLED_PIXELS = 20;
    private final Desk desk;
    private @Nullable Point from;

    TextTool(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<ToolOutput> handle(PointerInput input) {
        Point began = from;
        switch (input.kind()) {
            case DOWN -> from = new Point(input.x(), input.y());
            case UP -> {
                from = null;
                if (began != null) return List.of(request(began, input));
            }
            case CANCEL -> from = null;
            case MOVE, HOVER, LEAVE -> {
            }
        }
        return List.of();
    }

    private ToolOutput request(Point began, PointerInput input) {
        double width = Math.abs(input.x() - began.x());
        boolean pulled = width > desk.units(PULLED_PIXELS);
        Shape there = pulled ? null : textAt(desk, input.x(), input.y());
        if (there != null) return edit(there, (Form.Text) there.form());
        var style = desk.style();
        double left = Math.min(began.x(), input.x());
        // A click is where the middle of the first line is to be.
        double top = pulled ? Math.min(began.y(), input.y()) : began.y() - style.textSize() * 0.65;
        return new ToolOutput.EditText(null, Frame.at(left, top), style.text(), null, pulled ? width : 0,
                style.textSize(), style.bold());
    }

    static ToolOutput.EditText edit(Shape shape, Form.Text text) {
        return new ToolOutput.EditText(shape.id(), shape.frame(), shape.look(), text, text.width(), text.size(),
                text.bold());
    }

    static @Nullable Shape textAt(Desk desk, double x, double y) {
        Shape top = Pick.topAt(desk, x, y, 0);
        return top != null && top.form() instanceof Form.Text ? top : null;
    }

    /// What becomes of a text that was asked for. Nothing written is no text; a text that was emptied is deleted.
    ///
    /// @param width  of what was written: where lines break, or the longest line
    /// @param height of all lines
    static List<Change> written(Desk desk, ToolOutput.EditText asked, String words, double width, double height) {
        String text = words.length() > BoardLimits.TEXT_CHARS ? words.substring(0, BoardLimits.TEXT_CHARS) : words;
        Shape before = asked.id() == null ? null : desk.sheet().find(asked.id());
        if (asked.id() == null ? !desk.mayDraw() : before == null || !desk.mayChange(before)) return List.of();
        if (text.isBlank()) return before == null ? List.of() : List.of(new Change.Delete(List.of(before.id())));
        var form = new Form.Text(text, width, height, asked.size(), asked.bold());
        if (before == null)
            return List.of(new Change.Add(
                    new Shape(desk.newId(), desk.topOrder(), asked.frame(), asked.look(), form)));
        return form.equals(before.form())
                ? List.of()
                : List.of(new Change.Set(before.id(), null, null, null, form));
    }

    @Override
    public boolean isInHand() { return from != null; }

    @Override
    public List<ToolOutput> cancel() {
        from = null;
        return List.of();
    }

    @Override
    public ToolOutput.Cursor cursorAt(double x, double y) { return ToolOutput.Cursor.TEXT; }
}
