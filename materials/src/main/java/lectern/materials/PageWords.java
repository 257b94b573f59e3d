package lectern.materials;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Reads the words of a page and where they stand.
final class PageWords extends PDFTextStripper {
    /// How far letters reach above and below their line, in sizes of the font; what selections look right with.
    private static final double ABOVE = 0.85;
    private static final double BELOW = 0.2;
    private static final int LONGEST_WORD = 200;

    private final AffineTransform toView;
    private final Limits limits;
    private final List<PageText.Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private @Nullable Rectangle2D box;

    private PageWords(AffineTransform toView, Limits limits) {
        this.toView = toView;
        this.limits = limits;
        setShouldSeparateByBeads(false);
    }

    static PageText read(PDDocument document, int index, AffineTransform toView, Limits limits) throws IOException {
        var reader = new PageWords(toView, limits);
        reader.setStartPage(index + 1);
        reader.setEndPage(index + 1);
        reader.writeText(document, new StringWriter());
        return new PageText(reader.words);
    }

    /// In the order in which the page was written, each line along its own direction: the library's own lines take for granted
    /// that text is upright.
    @Override
    protected void writePage() throws IOException {
        for (List<TextPosition> letters : charactersByArticle) {
            TextPosition before = null;
            for (TextPosition letter : letters) {
                String said = letter.getUnicode();
                if (before != null && leavesLine(before, letter)) end(true);
                else if (before != null && leavesWord(before, letter)) end(false);
                before = letter;
                if (said == null || said.isBlank()) {
                    end(false);
                } else {
                    word.append(said);
                    box = box == null ? box(letter) : box.createUnion(box(letter));
                }
            }
            end(true);
        }
    }

    private void end(boolean line) {
        if (box != null && words.size() < limits.words()) {
            String text = word.substring(0, Math.min(LONGEST_WORD, word.length()));
            words.add(new PageText.Word(text, new Box(box.getX(), box.getY(), box.getWidth(), box.getHeight()), line));
        } else if (line && !words.isEmpty()) {
            var last = words.removeLast();
            words.add(new PageText.Word(last.text(), last.box(), true));
        }
        box = null;
        word.setLength(0);
    }

    /// Whether a letter stands beside the line, or before its end, rather than in it.
    private static boolean leavesLine(TextPosition before, TextPosition letter) {
        double[] gap = gap(before, letter);
        return Math.abs(gap[1]) > 0.5 || gap[0] < -1 || gap[0] > 4;
    }

    private static boolean leavesWord(TextPosition before, TextPosition letter) {
        return gap(before, letter)[0] > 0.2;
    }

    /// From one letter's end to the next one's start, along and across the line, in sizes of the font.
    private static double[] gap(TextPosition before, TextPosition letter) {
        Matrix place = before.getTextMatrix();
        double alongX = before.getEndX() - place.getTranslateX();
        double alongY = before.getEndY() - place.getTranslateY();
        double length = Math.max(1e-6, Math.hypot(alongX, alongY));
        double size = Math.max(1e-6, place.getScalingFactorY());
        double x = letter.getTextMatrix().getTranslateX() - before.getEndX();
        double y = letter.getTextMatrix().getTranslateY() - before.getEndY();
        return new double[]{ (x * alongX + y * alongY) / length / size, (y * alongX - x * alongY) / length / size};
    }

    /// Along the letter's own baseline, whichever way that runs.
    private Rectangle2D box(TextPosition letter) {
        Matrix place = letter.getTextMatrix();
        double x = place.getTranslateX();
        double y = place.getTranslateY();
        double alongX = letter.getEndX() - x;
        double alongY = letter.getEndY() - y;
        double size = place.getScalingFactorY();
        double length = Math.hypot(alongX, alongY);
        double upX = length == 0 ? 0 : -alongY / length * size;
        double upY = length == 0 ? size : alongX / length * size;
        Rectangle2D box = null;
        for (double up : new double[]{ -BELOW, ABOVE}) {
            for (int end = 0; end <= 1; end++) {
                var corner = toView.transform(
                        new Point2D.Double(x + end * alongX + up * upX, y + end * alongY + up * upY), null);
                var point = new Rectangle2D.Double(corner.getX(), corner.getY(), 0, 0);
                box = box == null ? point : box.createUnion(point);
            }
        }
        return box;
    }
}
