package lectern.print;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.protocol.board.Form;

/// A text broken into lines, as it is printed.
///
/// @param lines     without their ends
/// @param baselines of each line, in page units from the text's top
/// @param font      of the text's size in page units; falls back to what the system has for letters it lacks
record TextLines(List<String> lines, double[] baselines, Font font) {
    static final double LINE_HEIGHT = 1.3;
    static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    static TextLines of(Form.Text text) {
        Font font = new Font(Map.of(TextAttribute.FAMILY, Font.SANS_SERIF, TextAttribute.SIZE, (float) text.size(),
                TextAttribute.WEIGHT, text.bold() ? TextAttribute.WEIGHT_BOLD : TextAttribute.WEIGHT_REGULAR));
        var lines = new ArrayList<String>();
        for (String paragraph : text.text().split("\n", -1)) {
            if (text.width() <= 0 || paragraph.isBlank()) lines.add(paragraph);
            else lines.addAll(broken(paragraph, font, text.width()));
        }
        double height = text.size() * LINE_HEIGHT;
        var metrics = font.getLineMetrics("Ág", EXACT);
        double first = (height - (metrics.getAscent() + metrics.getDescent())) / 2 + metrics.getAscent();
        double[] baselines = new double[lines.size()];
        for (int i = 0; i < baselines.length; i++) baselines[i] = first + i * height;
        return new TextLines(List.copyOf(lines), baselines, font);
    }

    private static List<String> broken(String paragraph, Font font, double width) {
        var styled = new AttributedString(paragraph, Map.of(TextAttribute.FONT, font));
        var measurer = new LineBreakMeasurer(styled.getIterator(), EXACT);
        var lines = new ArrayList<String>();
        while (measurer.getPosition() < paragraph.length()) {
            int from = measurer.getPosition();
            measurer.setPosition(measurer.nextOffset((float) width));
            lines.add(paragraph.substring(from, measurer.getPosition()).stripTrailing());
        }
        return lines;
    }

    /// The letters of one line as areas, its baseline at (0, 0).
    java.awt.Shape outline(int line) {
        char[] letters = lines.get(line).toCharArray();
        return font.layoutGlyphVector(EXACT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT).getOutline();
    }

    /// As it would be written in CSS.
    boolean bold() { return font.isBold() || Float.valueOf(2f).equals(font.getAttributes().get(TextAttribute.WEIGHT)); }

    double size() { return font.getSize2D(); }
}
