package lectern.ui.board;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import lectern.protocol.board.Form;

/// A text broken into lines, by the same fonts that paint it; so its height is what its writer sees.
///
/// @param width of the longest line
record TextLines(List<String> lines, double width, double height) {
    static final double LEADING = 1.3;
    private static final String FAMILY = "Inter"; // what it lacks (Chinese), the system's fonts bring
    /// On another screen the same words may be a little wider, and are not to break for that.
    private static final double LENIENCE = 1.02, BOLD_LENIENCE = 1.06; // in a browser bold is 600, here 700
    private static final double MEASURED_SIZE = 100; // hinting makes small sizes uneven: a page unit is no pixel

    static Font font(double size, boolean bold) {
        return Font.font(FAMILY, bold ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }

    static TextLines of(Form.Text form) { return of(form.text(), form.width(), form.size(), form.bold()); }

    /// @param width 0 is as wide as the text
    static TextLines of(String text, double width, double size, boolean bold) {
        var node = new Text();
        node.setFont(font(MEASURED_SIZE, bold));
        double scale = size / MEASURED_SIZE;
        var lines = new ArrayList<String>();
        double widest = 0;
        for (var paragraph : text.split("\n", -1)) {
            node.setText(paragraph);
            node.setWrappingWidth(width / scale * (bold ? BOLD_LENIENCE : LENIENCE));
            widest = Math.max(widest, node.getLayoutBounds().getWidth());
            if (width <= 0 || paragraph.isEmpty()) lines.add(paragraph);
            else
                for (var line : node.getLayoutInfo().getTextLines(false))
                    lines.add(paragraph.substring(line.start(), Math.min(paragraph.length(), line.end()))
                            .stripTrailing());
        }
        return new TextLines(List.copyOf(lines), width > 0 ? width : widest * scale, lines.size() * size * LEADING);
    }

    /// Whether no line of the text is broken at that width.
    static boolean isUnbroken(String text, double width, double size, boolean bold) {
        return of(text, 0, size, bold).width <= width * (bold ? BOLD_LENIENCE : LENIENCE);
    }

    /// From (0, 0); the caller has chosen the fill.
    void paint(GraphicsContext g, double size, boolean bold) {
        g.setFont(font(size, bold));
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < lines.size(); i++)
            if (!lines.get(i).isEmpty()) g.fillText(lines.get(i), 0, (i + 0.5) * size * LEADING);
    }
}
