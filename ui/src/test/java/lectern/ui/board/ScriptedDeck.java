package lectern.ui.board;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import lectern.protocol.board.Region;
import lectern.protocol.material.Outline;
import lectern.protocol.material.OutlinePage;
import lectern.protocol.material.PageText;
import lectern.protocol.material.PageText.Link;
import lectern.protocol.material.PageText.Word;

/// Slides as a teacher has them, painted at any level, with their words where they stand.
public final class ScriptedDeck {
    public static final String ADDRESS = "https://www.example.org/conics/parabola?lesson=7&lang=en#focus";
    private static final double SIZE = 34, LINE = 56, LEFT = 120;
    private static final List<List<String>> SLIDES = List.of(
            List.of("Quadratic functions", "A quadratic function is f(x) = ax² + bx + c",
                    "with real numbers a, b, c and a ≠ 0.",
                    "Its graph is a parabola with vertex at x = −b / 2a.", "Read more about parabolas"),
            List.of("Completing the square", "f(x) = a (x + b/2a)² + c − b²/4a",
                    "The vertex lies where the square is zero.", "So it lies at x = −b / 2a."),
            List.of("二次 函数", "二次 函数 的 图像 是 一条 抛物线 。", "当 a > 0 时 开口 向上 。"),
            List.of("Exercises", "1. Find the vertex of f(x) = x² − 6x + 5.", "2. For which x is f(x) = 0 ?",
                    "3. Draw the parabola on the next page."),
            List.of("", ""));
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private ScriptedDeck() {}

    public static int pages() { return SLIDES.size(); }

    /// Its last page has no text: a scan.
    public static ScriptedFiles files() {
        var files = new ScriptedFiles();
        files.painter = ScriptedDeck::paint;
        for (int i = 0; i < SLIDES.size(); i++) files.texts.put(i, text(i));
        return files;
    }

    public static Outline outline() {
        var pages = new ArrayList<OutlinePage>();
        for (int i = 0; i < SLIDES.size(); i++)
            pages.add(new OutlinePage(1600, 900, i < 4, i > 1 ? i - 1 : i, i == 2 ? 1 : 0,
                    false,
                    i == 0
                            ? "Ask first who remembers linear functions.\nThen draw y = x² by hand: five points are enough."
                            : null));
        return new Outline("Quadratic functions", pages, List.of(), List.of());
    }

    public static PageText text(int number) {
        var words = new ArrayList<Word>();
        var links = new ArrayList<Link>();
        var lines = SLIDES.get(number);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            var font = font(i);
            double x = LEFT, y = baseline(i);
            var parts = lines.get(i).split(" ");
            double from = x;
            for (int k = 0; k < parts.length; k++) {
                double width = font.getStringBounds(parts[k], CONTEXT).getWidth();
                words.add(new Word(parts[k], new Region(x, y - font.getSize2D(), width, font.getSize2D() * 1.3),
                        k == parts.length - 1));
                x += width + font.getStringBounds(" ", CONTEXT).getWidth();
            }
            if (number == 0 && i == 4)
                links.add(new Link(new Region(from, y - SIZE, x - from, SIZE * 1.3), null, ADDRESS));
            if (number == 3 && i == 3) links.add(new Link(new Region(from, y - SIZE, x - from, SIZE * 1.3), 4, null));
        }
        return new PageText(words, links);
    }

    private static void paint(Graphics2D g, int number) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, 1600, 900));
        g.setColor(new Color(0x1f3a5f));
        g.fill(new Rectangle2D.Double(0, 0, 36, 900));
        var lines = SLIDES.get(number);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            boolean link = number == 0 && i == 4 || number == 3 && i == 3;
            g.setColor(link ? new Color(0x1a5fb4) : i == 0 ? new Color(0x1f3a5f) : new Color(0x24292f));
            g.setFont(font(i));
            double x = LEFT;
            for (var word : lines.get(i).split(" ")) {
                g.drawString(word, (float) x, (float) baseline(i));
                x += font(i).getStringBounds(word, CONTEXT).getWidth()
                        + font(i).getStringBounds(" ", CONTEXT).getWidth();
            }
            if (link) g.fill(new Rectangle2D.Double(LEFT, baseline(i) + 6, x - LEFT - 10, 2));
        }
        g.setStroke(new BasicStroke(4));
        g.setColor(new Color(0x57606a));
        g.draw(new Rectangle2D.Double(980, 460, 500, 0.1));
        var parabola = new Path2D.Double();
        parabola.moveTo(1020, 340 + number * 30);
        parabola.quadTo(1230, 900, 1440, 340 + number * 30);
        g.setColor(new Color(0xc01c28));
        g.draw(parabola);
        g.fill(new Ellipse2D.Double(1220, 610 + number * 15, 20, 20));
    }

    private static double baseline(int line) { return line == 0 ? 150 : 190 + line * LINE * 1.25; }

    private static Font font(int line) {
        return new Font("DejaVu Sans", line == 0 ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont((float) (line == 0 ? 58 : SIZE));
    }
}
