package lectern.materials;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Paint;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.text.AttributedCharacterIterator.Attribute;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/// Writes text into a PDF as text: Java places the glyphs, [GlyphFont]s keep their outlines and letters. One a document.
final class TextWriter implements IPdfBoxGraphics2DFontTextDrawer {
    /// How far a run stands above its line, in points.
    static final Attribute RISE = new Own("rise");
    /// How much each blank of the line is widened by, in points.
    static final Attribute BLANK = new Own("blank");
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    /// In thousandths of the size: what Java and the PDF may differ by in a glyph's place.
    private static final float CLOSE = 2;

    private final PDDocument document;
    private final Map<Font, List<GlyphFont>> fonts = new HashMap<>();

    private static final class Own extends Attribute {
        private static final long serialVersionUID = 1;

        Own(String name) { super(name); }
    }

    /// A part of a line in one font and direction, with where it begins.
    private record Run(AttributedCharacterIterator at, String text, GlyphVector glyphs, Font font, double x,
            double width) {
        float rise() { return at.getAttribute(RISE) instanceof Float rise ? rise : 0; }
    }

    TextWriter(PDDocument document) { this.document = document; }

    void finish() throws IOException {
        for (List<GlyphFont> of : fonts.values()) for (GlyphFont font : of) font.finish();
    }

    /// The places of what leads somewhere, by what is named there: relative to the line's start.
    static Map<Rectangle2D, Object> marked(AttributedCharacterIterator line, Attribute mark) {
        var places = new HashMap<Rectangle2D, Object>();
        for (Run run : runs(line)) {
            Object value = run.at().getAttribute(mark);
            if (value == null) continue;
            LineMetrics metrics = run.font().getLineMetrics(run.text(), CONTEXT);
            places.put(new Rectangle2D.Double(run.x(), -metrics.getAscent(), run.width(), metrics.getHeight()), value);
        }
        return places;
    }

    @Override
    public boolean canDrawText(AttributedCharacterIterator line, IFontTextDrawerEnv env) { return true; }

    @Override
    public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv env) {
        return env.getCalculationGraphics().getFontMetrics(font);
    }

    @Override
    public void drawText(AttributedCharacterIterator line, IFontTextDrawerEnv env) throws IOException {
        PDPageContentStream out = env.getContentStream();
        for (Run run : runs(line)) {
            LineMetrics metrics = run.font().getLineMetrics(run.text(), CONTEXT);
            var box = new Rectangle2D.Double(run.x(), -metrics.getAscent(), run.width(), metrics.getHeight());
            if (run.at().getAttribute(TextAttribute.BACKGROUND) instanceof Paint behind) {
                env.applyPaint(behind, box);
                fill(out, run.x(), -metrics.getAscent(), run.width(), metrics.getAscent() + metrics.getDescent());
            }
            Paint paint = run.at().getAttribute(TextAttribute.FOREGROUND) instanceof Paint it ? it : env.getPaint();
            env.applyPaint(paint, box);
            write(run, out);
            if (run.at().getAttribute(TextAttribute.UNDERLINE) != null)
                fill(out, run.x(), metrics.getUnderlineOffset() - run.rise(), run.width(),
                        metrics.getUnderlineThickness());
            if (run.at().getAttribute(TextAttribute.STRIKETHROUGH) != null)
                fill(out, run.x(), metrics.getStrikethroughOffset() - run.rise(), run.width(),
                        metrics.getStrikethroughThickness());
        }
    }

    private void write(Run run, PDPageContentStream out) throws IOException {
        int[] ends = ends(run);
        float size = run.font().getSize2D();
        GlyphFont font = null;
        var shown = new ArrayList<Object>();
        var codes = new StringBuilder();
        float expected = 0;
        Point2D from = null;
        out.beginText();
        for (int i = 0; i < run.glyphs().getNumGlyphs(); i++) {
            int glyph = run.glyphs().getGlyphCode(i);
            if (glyph >= 0xfffe) continue; // Java's own, for what has no shape
            int begin = run.glyphs().getGlyphCharIndex(i);
            String letters = ends[i] > begin ? run.text().substring(begin, ends[i]) : "";
            Point2D at = run.glyphs().getGlyphPosition(i);
            Placed placed = place(run.font(), glyph, letters);
            float off = (float) (at.getX() - expected) / size * 1000;
            if (font != placed.font() || from == null || Math.abs(at.getY() - from.getY()) > 0.01) {
                show(out, shown, codes);
                font = placed.font();
                from = at;
                out.setFont(font, size);
                out.setTextMatrix(
                        new Matrix(1, 0, 0, -1, (float) (run.x() + at.getX()), (float) at.getY() - run.rise()));
            } else if (Math.abs(off) > CLOSE) {
                if (!codes.isEmpty()) shown.add(codes.toString());
                codes.setLength(0);
                shown.add(-off);
            }
            codes.append((char) placed.code());
            expected = (float) at.getX() + font.width(placed.code()) * size / 1000;
        }
        show(out, shown, codes);
        out.endText();
    }

    private static void show(PDPageContentStream out, List<Object> shown, StringBuilder codes) throws IOException {
        if (!codes.isEmpty()) shown.add(codes.toString());
        codes.setLength(0);
        if (!shown.isEmpty()) out.showTextWithPositioning(shown.toArray());
        shown.clear();
    }

    private record Placed(GlyphFont font, int code) {}

    private Placed place(Font font, int glyph, String letters) throws IOException {
        List<GlyphFont> of = fonts.computeIfAbsent(font.deriveFont(1f), _ -> new ArrayList<>());
        for (GlyphFont known : of) {
            int code = known.code(glyph, letters);
            if (code >= 0) return new Placed(known, code);
        }
        var fresh = new GlyphFont(document, font);
        of.add(fresh);
        return new Placed(fresh, fresh.code(glyph, letters));
    }

    /// Where the letters end that each glyph stands for; where they begin, when another glyph stands for them already.
    private static int[] ends(Run run) {
        int count = run.glyphs().getNumGlyphs();
        boolean[] begins = new boolean[run.text().length() + 1];
        begins[run.text().length()] = true;
        for (int i = 0; i < count; i++) begins[run.glyphs().getGlyphCharIndex(i)] = true;
        int[] ends = new int[count];
        boolean[] taken = new boolean[run.text().length()];
        for (int i = 0; i < count; i++) {
            int begin = run.glyphs().getGlyphCharIndex(i);
            ends[i] = begin;
            if (taken[begin]) continue;
            taken[begin] = true;
            do
                ends[i]++;
            while (!begins[ends[i]]);
        }
        return ends;
    }

    /// From left to right, as they are seen.
    private static List<Run> runs(AttributedCharacterIterator line) {
        var text = new StringBuilder();
        for (char c = line.first(); c != AttributedCharacterIterator.DONE; c = line.next()) text.append(c);
        var parts = new ArrayList<int[]>();
        var bidi = new Bidi(text.toString(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        for (int i = 0; i < bidi.getRunCount(); i++) {
            for (int at = bidi.getRunStart(i); at < bidi.getRunLimit(i);) {
                line.setIndex(line.getBeginIndex() + at);
                int end = Math.min(bidi.getRunLimit(i), line.getRunLimit() - line.getBeginIndex());
                parts.add(new int[]{ at, end, bidi.getRunLevel(i)});
                at = end;
            }
        }
        byte[] levels = new byte[parts.size()];
        for (int i = 0; i < levels.length; i++) levels[i] = (byte) parts.get(i)[2];
        Object[] ordered = parts.toArray();
        Bidi.reorderVisually(levels, 0, ordered, 0, levels.length);

        var runs = new ArrayList<Run>();
        double x = 0;
        for (Object part : ordered) {
            int[] it = (int[]) part;
            var at = (AttributedCharacterIterator) line.clone();
            at.setIndex(line.getBeginIndex() + it[0]);
            var run = run(at, text.substring(it[0], it[1]), it[2] % 2 != 0, x);
            runs.add(run);
            x += run.width();
        }
        return runs;
    }

    private static Run run(AttributedCharacterIterator at, String text, boolean rightToLeft, double x) {
        Font font = at.getAttribute(TextAttribute.FONT) instanceof Font it ? it : Font.getFont(at.getAttributes());
        GlyphVector glyphs = font.layoutGlyphVector(CONTEXT, text.toCharArray(), 0, text.length(),
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        double more = 0;
        if (at.getAttribute(BLANK) instanceof Float blank) {
            for (int i = 0; i <= glyphs.getNumGlyphs(); i++) {
                Point2D place = glyphs.getGlyphPosition(i);
                glyphs.setGlyphPosition(i, new Point2D.Double(place.getX() + more, place.getY()));
                if (i < glyphs.getNumGlyphs() && text.charAt(glyphs.getGlyphCharIndex(i)) == ' ') more += blank;
            }
        }
        return new Run(at, text, glyphs, font, x, glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX());
    }

    private static void fill(PDPageContentStream out, double x, double y, double width, double height)
            throws IOException {
        out.addRect((float) x, (float) y, (float) width, (float) height);
        out.fill();
    }
}
