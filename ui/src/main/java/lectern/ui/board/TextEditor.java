package lectern.ui.board;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.transform.Affine;
import lectern.protocol.board.Frame;
import lectern.whiteboard.Placing;
import lectern.whiteboard.tool.ToolOutput.EditText;
import lectern.whiteboard.tool.Viewport;
import org.jspecify.annotations.Nullable;

/// Where a text is written: a real text field of the system, over the page, so input methods work in it. It looks as the
/// text will and grows with it. Clicking elsewhere or Escape ends it; both keep what was written.
final class TextEditor extends TextArea {
    private static final double ROOM = 1.5; // for the caret, in letters
    private static final double TOP = 0.045; // half of what the board's lines are farther apart than the font's

    interface Written {
        void written(EditText asked, String words, double width, double height);
    }

    private final Written written;
    private final Affine place = new Affine();
    private @Nullable EditText asked;
    /// Where lines break; 0 is nowhere: the text grows.
    private double width;
    private Viewport view = new Viewport(0, 0, 1, 1, 1);

    TextEditor(Written written) {
        this.written = written;
        setId("board-text");
        getStyleClass().add("board-text");
        setManaged(false);
        setVisible(false);
        getTransforms().add(place);
        textProperty().subscribe(this::fit);
        focusedProperty().subscribe(focused -> {
            if (!focused) finish();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean done = event.getCode() == KeyCode.ESCAPE
                    || event.getCode() == KeyCode.ENTER && event.isShortcutDown();
            if (!done) return;
            event.consume();
            finish();
        });
    }

    boolean isOpen() { return asked != null; }

    void open(EditText next, boolean dark, Viewport nextView) {
        finish();
        asked = next;
        view = nextView;
        var text = next.text();
        // A text as wide as its words was never made to break: it goes on growing.
        boolean grows = text != null && TextLines.isUnbroken(text.text(), next.width(), next.size(), next.bold());
        width = grows ? 0 : next.width();
        Color ink = Paper.of(next.look().colour(), dark);
        setStyle("-fx-text-fill: " + web(ink) + "; -fx-highlight-fill: rgba(91, 96, 232, 0.35);"
                + " -fx-highlight-text-fill: " + web(ink) + "; -fx-prompt-text-fill: " + web(ink) + ";");
        setText(text == null ? "" : text.text());
        setVisible(true);
        fit();
        requestFocus();
        end();
    }

    void view(Viewport next) {
        view = next;
        if (asked != null) fit();
    }

    /// Hands over what was written.
    void finish() {
        var done = asked;
        if (done == null) return;
        asked = null;
        setVisible(false);
        var lines = TextLines.of(words(), width, done.size(), done.bold());
        written.written(done, words(), Math.ceil(lines.width()), lines.height());
    }

    private String words() { return getText() == null ? "" : getText(); }

    private void fit() {
        var now = asked;
        if (now == null) return;
        double size = now.size() * view.zoom();
        setFont(TextLines.font(size, now.bold()));
        setWrapText(width > 0);
        var lines = TextLines.of(words(), width, now.size(), now.bold());
        double across = width > 0 ? width : lines.width() + ROOM * now.size();
        resize(across * view.zoom(), (lines.height() + 0.4 * now.size()) * view.zoom());
        place(now.frame(), TOP * now.size());
    }

    private void place(Frame frame, double top) {
        var p = new Placing(frame);
        place.setToTransform(p.dx(1, 0), p.dx(0, 1), view.screenX(p.x(0, top)), p.dy(1, 0), p.dy(0, 1),
                view.screenY(p.y(0, top)));
    }

    private static String web(Color colour) {
        return "rgb(%d,%d,%d)".formatted(Math.round(colour.getRed() * 255), Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
    }
}
