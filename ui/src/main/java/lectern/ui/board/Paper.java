package lectern.ui.board;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Ground.Paper.Ruling;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.whiteboard.Bounds;

/// What a page is written on, and which colour its ink has there.
final class Paper {
    private static final Color LIGHT = Color.WHITE, DARK = Color.web("#1b212b");
    private static final Color LIGHT_INK = Color.web("#1a1e27"), DARK_INK = Color.web("#f4f6fa");
    private static final Color LIGHT_RULE = Color.web("#dfe4ec"), DARK_RULE = Color.web("#343e4e");
    private static final Color LIGHT_DOT = Color.web("#b4bdcc"), DARK_DOT = Color.web("#55627a");
    private static final double PITCH = 40; // a page of 1600x900 is 40 by 22.5 squares
    private static final double LEAST_PITCH_PX = 9; // closer rules are a grey haze, so every second one goes

    private Paper() {}

    static boolean isDark(Ground ground) { return ground instanceof Ground.Paper paper && paper.dark(); }

    static Color colour(boolean dark) { return dark ? DARK : LIGHT; }

    static Color of(String colour, boolean dark) {
        if (colour.equals(Look.INK)) return dark ? DARK_INK : LIGHT_INK;
        return Color.web(colour);
    }

    /// Without end: the whole part is covered.
    static void paint(GraphicsContext g, Ground.Paper paper, Bounds part, double zoom) {
        g.setFill(colour(paper.dark()));
        g.fillRect(part.minX(), part.minY(), part.width(), part.height());
        double pitch = PITCH;
        while (pitch * zoom < LEAST_PITCH_PX) pitch *= 2;
        g.setFill(paper.ruling() == Ruling.DOTTED
                ? paper.dark() ? DARK_DOT : LIGHT_DOT
                : paper.dark() ? DARK_RULE : LIGHT_RULE);
        switch (paper.ruling()) {
            case PLAIN -> {
            }
            case LINED -> rules(g, part, pitch, zoom, false);
            case GRID -> {
                rules(g, part, pitch, zoom, false);
                rules(g, part, pitch, zoom, true);
            }
            case DOTTED -> dots(g, part, pitch, zoom);
        }
    }

    /// Where the page ends that everybody is shown at first. One may draw beyond.
    static void edge(GraphicsContext g, Page page, double zoom) {
        g.setStroke(isDark(page.ground()) ? DARK_DOT : LIGHT_DOT);
        g.setLineWidth(1 / zoom);
        g.setLineDashes();
        double half = 0.5 / zoom; // a line between two pixels would be two grey ones
        g.strokeRect(crisp(0, zoom) + half, crisp(0, zoom) + half, crisp(page.width(), zoom),
                crisp(page.height(), zoom));
    }

    private static void rules(GraphicsContext g, Bounds part, double pitch, double zoom, boolean upright) {
        double from = upright ? part.minX() : part.minY();
        double to = upright ? part.maxX() : part.maxY();
        double thickness = 1 / zoom;
        for (double at = Math.floor(from / pitch) * pitch; at <= to; at += pitch)
            if (upright) g.fillRect(crisp(at, zoom), part.minY(), thickness, part.height());
            else g.fillRect(part.minX(), crisp(at, zoom), part.width(), thickness);
    }

    private static void dots(GraphicsContext g, Bounds part, double pitch, double zoom) {
        double size = Math.max(1.6, Math.min(4, 2 * zoom)) / zoom;
        for (double y = Math.floor(part.minY() / pitch) * pitch; y <= part.maxY(); y += pitch)
            for (double x = Math.floor(part.minX() / pitch) * pitch; x <= part.maxX(); x += pitch)
                g.fillOval(x - size / 2, y - size / 2, size, size);
    }

    /// A line of one pixel that begins between two pixels would be two grey ones.
    private static double crisp(double at, double zoom) { return Math.round(at * zoom) / zoom; }
}
