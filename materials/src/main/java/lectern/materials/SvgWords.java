package lectern.materials;

import com.github.weisj.jsvg.renderer.RenderContext;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.renderer.output.TextOutput;
import com.github.weisj.jsvg.renderer.output.impl.Graphics2DOutput;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Listens to a drawing being painted for its words and where they stand.
final class SvgWords extends Graphics2DOutput {
    private static final double ABOVE = 0.85;
    private static final double BELOW = 0.2;
    /// Of the font's size: how wide a letter is taken for that no other follows.
    private static final double LAST = 0.6;

    private final List<PageText.Word> words;
    private final Limits limits;

    private record Letter(String said, AffineTransform at, double size) {}

    SvgWords(Graphics2D graphics, List<PageText.Word> words, Limits limits) {
        super(graphics);
        this.words = words;
        this.limits = limits;
    }

    @Override
    public Output createChild() { return new SvgWords((Graphics2D) graphics().create(), words, limits); }

    @Override
    public TextOutput textOutput() { return new Line(); }

    private final class Line implements TextOutput {
        private final List<Letter> letters = new ArrayList<>();

        @Override
        public void codepoint(String said, AffineTransform at, RenderContext context) {
            letters.add(new Letter(said, new AffineTransform(at), context.measureContext().em()));
        }

        @Override
        public void beginText() { letters.clear(); }

        @Override
        public void glyphRunBreak() {
            // Words are told apart by blanks and by where letters stand.
        }

        /// Only now it is known where the line stands, which may be centred.
        @Override
        public void endText() {
            AffineTransform toPage = transform();
            var word = new StringBuilder();
            Rectangle2D box = null;
            for (int i = 0; i < letters.size(); i++) {
                Letter letter = letters.get(i);
                boolean blank = letter.said().isBlank();
                if (!blank) {
                    word.append(letter.said());
                    Rectangle2D its = box(letter, i + 1 < letters.size() ? letters.get(i + 1) : null, toPage);
                    box = box == null ? its : box.createUnion(its);
                }
                boolean last = i == letters.size() - 1;
                if (box != null && (blank || last || far(letter, letters.get(i + 1)))) {
                    if (words.size() < limits.words())
                        words.add(new PageText.Word(word.toString(),
                                new Box(box.getX(), box.getY(), box.getWidth(), box.getHeight()), last));
                    word.setLength(0);
                    box = null;
                }
            }
        }
    }

    private static boolean far(Letter one, Letter next) {
        double across = next.at().getTranslateX() - one.at().getTranslateX();
        double down = next.at().getTranslateY() - one.at().getTranslateY();
        return Math.hypot(across, down) > 2 * one.size();
    }

    private static Rectangle2D box(Letter letter, @Nullable Letter next, AffineTransform toPage) {
        var here = new Point2D.Double(letter.at().getTranslateX(), letter.at().getTranslateY());
        double width = next == null || far(letter, next)
                ? LAST * letter.size()
                : here.distance(next.at().getTranslateX(), next.at().getTranslateY());
        var place = new AffineTransform(toPage);
        place.concatenate(letter.at());
        return place.createTransformedShape(new Rectangle2D.Double(0, -ABOVE * letter.size(), width,
                (ABOVE + BELOW) * letter.size())).getBounds2D();
    }
}
