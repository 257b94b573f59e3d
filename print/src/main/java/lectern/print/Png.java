package lectern.print;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import lectern.protocol.board.Region;

/// A page as a picture.
public final class Png {
    private static final double PIXELS_PER_UNIT = 2;
    private static final double MOST_PIXELS = 8_000;

    public static void write(PrintedPage printed, Pictures pictures, OutputStream out) throws IOException {
        Region area = PagePrinter.area(printed);
        double scale = Math.min(PIXELS_PER_UNIT, MOST_PIXELS / Math.max(area.width(), area.height()));
        var image = new BufferedImage(Math.max(1, (int) Math.ceil(area.width() * scale)),
                Math.max(1, (int) Math.ceil(area.height() * scale)), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.scale(scale, scale);
            graphics.translate(-area.x(), -area.y());
            PagePrinter.print(printed, area, new ImageBrush(graphics, pictures));
        } finally {
            graphics.dispose();
        }
        ImageIO.write(image, "png", out);
    }

    private Png() {}
}
