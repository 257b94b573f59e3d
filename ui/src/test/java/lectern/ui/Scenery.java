package lectern.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import lectern.ui.picture.PictureSurface;

/// Generated pictures that move: a person before a wall for a camera, a slide for a shared screen. Brought to a surface
/// as a decoder would bring them, in the wanted size.
final class Scenery {
    private static final Color[] SKIN = { new Color(0xf1c7a5), new Color(0xc68a5f), new Color(0x8a5a3c),
            new Color(0xe0ac85),
            new Color(0x6d452d)};
    private static final Color[] HAIR = { new Color(0x2b2320), new Color(0x5b3a21), new Color(0xb98b4e),
            new Color(0x161414),
            new Color(0x6b6664)};

    private Scenery() {}

    /// One picture of somebody at a time in seconds.
    static void camera(PictureSurface surface, String name, double seconds) {
        int width = surface.wantedWidth(), height = surface.wantedHeight();
        if (width <= 0 || height <= 0) return;
        bring(surface, person(name, width, height, seconds), seconds);
    }

    static void slide(PictureSurface surface, double seconds) {
        int width = surface.wantedWidth(), height = surface.wantedHeight();
        if (width <= 0 || height <= 0) return;
        int fitWidth = Math.min(width, height * 16 / 9), fitHeight = fitWidth * 9 / 16;
        bring(surface, slide(fitWidth, fitHeight, seconds), seconds);
    }

    private static void bring(PictureSurface surface, BufferedImage image, double seconds) {
        surface.picture(bgra(image), image.getWidth(), image.getHeight(), (long) (seconds * 1e9));
    }

    static ByteBuffer bgra(BufferedImage image) {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var buffer = ByteBuffer.allocateDirect(pixels.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(pixels);
        return buffer;
    }

    static BufferedImage person(String name, int width, int height, double seconds) {
        int seed = Math.floorMod(name.hashCode() * 31, 1000);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var g = canvas(image);
        float hue = seed / 1000f;
        g.setPaint(new GradientPaint(0, 0, Color.getHSBColor(hue, 0.16f, 0.83f), width, height,
                Color.getHSBColor(hue, 0.28f, 0.52f)));
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(255, 255, 255, 70)); // a shelf or a window
        if (seed % 2 == 0) {
            g.fill(new RoundRectangle2D.Double(width * 0.06, height * 0.1, width * 0.24, height * 0.46, 12, 12));
        } else {
            for (int shelf = 0; shelf < 3; shelf++)
                for (int book = 0; book < 7; book++) {
                    g.setColor(Color.getHSBColor((seed * 7 + book * 37 + shelf * 91) % 100 / 100f, 0.35f, 0.62f));
                    g.fill(new RoundRectangle2D.Double(width * (0.72 + book * 0.035), height * (0.08 + shelf * 0.27),
                            width * 0.027,
                            height * (0.17 + (book * 13 + shelf) % 4 * 0.012), 3, 3));
                }
        }
        double sway = Math.sin(seconds * 1.7 + seed) * width * 0.012;
        double x = width * 0.5 + sway, head = height * 0.2, y = height * 0.43;
        g.setColor(Color.getHSBColor((hue + 0.45f) % 1, 0.52f, 0.5f));
        g.fill(new RoundRectangle2D.Double(x - height * 0.42, y + head * 1.32, height * 0.84, height, height * 0.4,
                height * 0.4));
        g.setColor(SKIN[seed % SKIN.length].darker());
        g.fill(new RoundRectangle2D.Double(x - head * 0.33, y + head * 0.6, head * 0.66, head * 0.95, head * 0.5,
                head * 0.5));
        g.setColor(HAIR[seed % HAIR.length]);
        boolean longHair = seed % 3 == 0;
        g.fill(new Ellipse2D.Double(x - head * 0.92, y - head * 1.22, head * 1.84, head * (longHair ? 2.9 : 1.9)));
        g.setColor(SKIN[seed % SKIN.length]);
        g.fill(new Ellipse2D.Double(x - head * 0.74, y - head * 0.82, head * 1.48, head * 1.92));
        g.setColor(HAIR[seed % HAIR.length]);
        g.fill(new Arc2D.Double(x - head * 0.8, y - head * 1.05, head * 1.6, head * 1.25, 8, 164, Arc2D.CHORD));
        g.setColor(new Color(0x2a2422));
        for (int side = -1; side <= 1; side += 2)
            g.fill(new Ellipse2D.Double(x + side * head * 0.3 - head * 0.07, y + head * 0.02, head * 0.14,
                    head * 0.15));
        g.setStroke(new BasicStroke((float) (head * 0.07), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(0x8c3f38));
        double open = 0.06 + 0.05 * Math.sin(seconds * 6 + seed);
        var mouth = new Path2D.Double();
        mouth.moveTo(x - head * 0.24, y + head * 0.58);
        mouth.quadTo(x, y + head * (0.7 + open), x + head * 0.24, y + head * 0.58);
        g.draw(mouth);
        g.dispose();
        return image;
    }

    static BufferedImage slide(int width, int height, double seconds) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var g = canvas(image);
        double u = height / 100.0;
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(0xf1f3f8));
        for (double line = 0; line < 180; line += 6) {
            g.fill(new Rectangle2D.Double(line * u, 0, 1, height));
            g.fill(new Rectangle2D.Double(0, line * u, width, 1));
        }
        g.setColor(new Color(0x1f2533));
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, (int) (7 * u)));
        g.drawString("Quadratic functions", (float) (10 * u), (float) (16 * u));
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, (int) (4.6 * u)));
        g.setColor(new Color(0x566074));
        g.drawString("f(x) = ax² + bx + c", (float) (10 * u), (float) (25 * u));
        g.setStroke(new BasicStroke((float) (0.5 * u)));
        g.draw(new Line2D.Double(30 * u, 85 * u, 160 * u, 85 * u));
        g.draw(new Line2D.Double(95 * u, 20 * u, 95 * u, 94 * u));
        g.setStroke(new BasicStroke((float) (1.1 * u), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(0x4b50dd));
        var curve = new Path2D.Double();
        for (double x = -50; x <= 50; x += 2) {
            double px = (95 + x) * u, py = (82 - x * x * 0.025) * u;
            if (x == -50) curve.moveTo(px, py);
            else curve.lineTo(px, py);
        }
        g.draw(curve);
        double at = 45 * Math.sin(seconds);
        g.setColor(new Color(0xe5484d));
        g.fill(new Ellipse2D.Double((95 + at - 1.6) * u, (82 - at * at * 0.025 - 1.6) * u, 3.2 * u, 3.2 * u));
        g.dispose();
        return image;
    }

    private static Graphics2D canvas(BufferedImage image) {
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return g;
    }
}
