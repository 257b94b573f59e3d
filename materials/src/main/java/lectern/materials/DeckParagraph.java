package lectern.materials;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedCharacterIterator.Attribute;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.common.usermodel.fonts.FontInfo;
import org.apache.poi.sl.draw.DrawPaint;
import org.apache.poi.sl.draw.DrawShape;
import org.apache.poi.sl.draw.DrawTextFragment;
import org.apache.poi.sl.draw.DrawTextParagraph;
import org.apache.poi.sl.usermodel.HighlightColorSupport;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape.TextDirection;
import org.jspecify.annotations.Nullable;

/// A paragraph of a slide, set with the fonts that have its letters. POI's own setting takes one font a run and draws boxes for
/// what that one lacks.
final class DeckParagraph extends DrawTextParagraph {
    /// Of the line's size: how much smaller a raised or lowered letter is, and how far from the line, as LibreOffice has it.
    private static final float SMALL = 0.66f;
    private static final float RAISED = 0.33f;
    private static final float LOWERED = -0.08f;

    private final DeckFonts fonts;
    private final boolean hidden;
    private final List<Mark> marks = new ArrayList<>();
    private double x;
    private double y;
    private double advance;

    private record Mark(int from, int to, Map<Attribute, Object> attributes) {}

    /// @param hidden whether it takes its place without being seen
    DeckParagraph(TextParagraph<?, ?, ?> paragraph, DeckFonts fonts, boolean hidden) {
        super(paragraph);
        this.fonts = fonts;
        this.hidden = hidden;
    }

    @Override
    protected void breakText(Graphics2D graphics) {
        lines.clear();
        marks.clear();
        var text = new StringBuilder();
        for (TextRun run : paragraph) add(run, text, graphics);
        if (text.isEmpty()) {
            text.append(' '); // an empty line is as high as another
            float size = paragraph.getDefaultFontSize() instanceof Double it ? it.floatValue() : 18;
            marks.add(new Mark(0, 1, Map.of(TextAttribute.SIZE, size, TextAttribute.FONT,
                    fonts.font(standard(), Font.PLAIN, size))));
        }
        rawText = text.toString();
        var set = new AttributedString(rawText.replace('\n', ' ').replace('\r', ' '));
        for (Mark mark : marks) set.addAttributes(mark.attributes(), mark.from(), mark.to());
        breakLines(set, graphics);
    }

    @Override
    protected DrawTextFragment getBullet(Graphics2D graphics, java.text.AttributedCharacterIterator line) {
        return hidden ? null : super.getBullet(graphics, line);
    }

    @Override
    public void setPosition(double x, double y) {
        super.setPosition(x, y);
        this.x = x;
        this.y = y;
    }

    /// Once it is drawn, how much room it has taken.
    @Override
    public double getY() { return advance; }

    /// Lines under each other, the first at the frame's upper edge whatever their spacing is.
    @Override
    public void draw(Graphics2D graphics) {
        double margin = points(paragraph.getLeftMargin());
        double indent = points(paragraph.getIndent());
        double spacing = paragraph.getLineSpacing() instanceof Double it ? it : 100;
        advance = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = (DeckLine) lines.get(i);
            boolean veryFirst = i == 0 && isFirstParagraph();
            double height = spacing < 0 ? -spacing : line.getHeight() * spacing / 100;
            double above = veryFirst && height > line.getHeight() ? 0 : height - line.getHeight();
            double top = y + advance + above;
            double from = x + margin;
            if (i == 0 && !isEmptyParagraph()) {
                bullet = getBullet(graphics, line.getAttributedString().getIterator());
                from += indent;
                if (bullet != null) {
                    bullet.setPosition(from, top + line.ascent() - bullet.getLayout().getAscent());
                    bullet.draw(graphics);
                    from = Math.max(x + margin, from + bullet.getLayout().getAdvance() + 1);
                }
            }
            line.setPosition(from + aside(line, margin, graphics), top);
            line.draw(graphics);
            advance += above + line.getHeight();
        }
    }

    /// How far a line is from its left edge.
    private double aside(DeckLine line, double margin, Graphics2D graphics) {
        var shape = paragraph.getParentShape();
        var anchor = DrawShape.getAnchor(graphics, shape);
        var insets = shape.getInsets();
        TextDirection direction = shape.getTextDirection();
        boolean upright = direction != TextDirection.VERTICAL && direction != TextDirection.VERTICAL_270;
        double free = (upright ? anchor.getWidth() : anchor.getHeight()) - insets.left - insets.right - margin
                - line.getLayout().getVisibleAdvance();
        return switch (paragraph.getTextAlign()) {
            case CENTER -> free / 2;
            case RIGHT -> free;
            case null, default -> 0;
        };
    }

    private static double points(@Nullable Double value) { return value == null ? 0 : value; }

    private void breakLines(AttributedString set, Graphics2D graphics) {
        var measurer = new LineBreakMeasurer(set.getIterator(), TextWriter.CONTEXT);
        TextAlign align = paragraph.getTextAlign();
        boolean justified = align == TextAlign.JUSTIFY || align == TextAlign.JUSTIFY_LOW;
        int at = 0;
        while (at < rawText.length()) {
            // A pixel more, since LibreOffice and PowerPoint measure with rounded widths.
            float width = (float) Math.max(1, getWrappingWidth(lines.isEmpty(), graphics) + 1);
            int feed = rawText.indexOf('\n', at);
            int limit = feed < 0 ? rawText.length() : Math.max(feed, at + 1);
            measurer.setPosition(at);
            TextLayout layout = measurer.nextLayout(width, limit, true);
            if (layout == null) layout = measurer.nextLayout(width, limit, false);
            int end = measurer.getPosition();
            boolean last = end == rawText.length() || end == feed;
            var line = new AttributedString(set.getIterator(), at, end);
            if (justified && !last) layout = spread(line, layout, width - 1, rawText.substring(at, end));
            lines.add(new DeckLine(layout, line, hidden));
            at = end == feed ? end + 1 : end;
        }
    }

    private static TextLayout spread(AttributedString line, TextLayout layout, float width, String text) {
        long blanks = text.strip().chars().filter(c -> c == ' ').count();
        float free = width - layout.getVisibleAdvance();
        if (blanks == 0 || free <= 0) return layout;
        line.addAttribute(TextWriter.BLANK, free / blanks);
        return layout;
    }

    private void add(TextRun run, StringBuilder text, Graphics2D graphics) {
        String said = getRenderableText(graphics, run);
        if (said == null || said.isEmpty()) return;
        float size = run.getFontSize() instanceof Double it ? it.floatValue() : 18;
        var looks = looks(run, graphics);
        looks.put(TextAttribute.SIZE, size);
        if (run.isSuperscript() || run.isSubscript()) {
            looks.put(TextWriter.RISE, size * (run.isSuperscript() ? RAISED : LOWERED));
            size *= SMALL;
        }
        int style = (run.isBold() ? Font.BOLD : 0) | (run.isItalic() ? Font.ITALIC : 0);
        int at = 0;
        for (var range : FontGroup.getFontGroupRanges(said)) {
            int end = at + range.getLength();
            String name = name(run, range.getFontGroup());
            if (!said.substring(at, end).isBlank()) fonts.want(name);
            Font font = fonts.font(name, style, size);
            while (at < end) {
                Font used = fonts.with(said.codePointAt(at), font);
                int from = at;
                do
                    at += Character.charCount(said.codePointAt(at));
                while (at < end && fonts.with(said.codePointAt(at), font).equals(used));
                var attributes = new HashMap<>(looks);
                attributes.put(TextAttribute.FONT, used);
                attributes.put(DeckLine.ASKED, font);
                marks.add(new Mark(text.length() + from, text.length() + at, attributes));
            }
        }
        text.append(said);
    }

    private Map<Attribute, Object> looks(TextRun run, Graphics2D graphics) {
        var looks = new HashMap<Attribute, Object>();
        var paints = new DrawPaint(paragraph.getParentShape());
        Paint paint = paints.getPaint(graphics, run.getFontColor());
        if (paint != null) looks.put(TextAttribute.FOREGROUND, paint);
        if (run instanceof HighlightColorSupport marked && marked.getHighlightColor() != null)
            looks.put(TextAttribute.BACKGROUND, paints.getPaint(graphics, marked.getHighlightColor()));
        var link = run.getHyperlink();
        if (link != null && link.getAddress() != null) looks.put(HYPERLINK_HREF, link.getAddress());
        if (run.isUnderlined() || link != null) looks.put(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_ON);
        if (run.isStrikethrough()) looks.put(TextAttribute.STRIKETHROUGH, TextAttribute.STRIKETHROUGH_ON);
        return looks;
    }

    private String name(TextRun run, FontGroup group) {
        FontInfo font = run.getFontInfo(group);
        String name = font == null ? null : font.getTypeface();
        if (name != null && !name.isBlank()) return name;
        // An East Asian face that isn't set is the reader's choice, not the Latin one.
        return group == FontGroup.EAST_ASIAN ? "" : standard();
    }

    private String standard() {
        String name = paragraph.getDefaultFontFamily();
        return name == null ? "" : name;
    }
}
