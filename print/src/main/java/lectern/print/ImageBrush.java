package lectern.print;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import lectern.protocol.board.Look;
import org.jspecify.annotations.Nullable;

/// Paints into a picture.
final class ImageBrush implements Brush {
    private final Graphics2D out;
    private final Pictures pictures;

    /// @param out painted with page units
    ImageBrush(Graphics2D out, Pictures pictures) {
        this.out = out;
        this.pictures = pictures;
    }

    @Override
    public void fill(Shape area, int rgb, double opacity) {
        use(rgb, opacity);
        out.fill(area);
    }

    @Override
    public void stroke(Shape line, double width, Look.Dash dash, int rgb, double opacity) {
        use(rgb, opacity);
        float[] dashes = Dashes.of(dash, width);
        out.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10,
                dashes.length == 0 ? null : dashes, 0));
        out.draw(line);
    }

    @Override
    public void text(TextLines text, AffineTransform place, int rgb, double opacity) {
        for (int i = 0; i < text.lines().size(); i++) {
            var at = new AffineTransform(place);
            at.translate(0, text.baselines()[i]);
            fill(at.createTransformedShape(text.outline(i)), rgb, opacity);
        }
    }

    @Override
    public void picture(Picture picture, double width, double height, AffineTransform place, double opacity) {
        BufferedImage image = read(picture);
        if (image == null) {
            fill(place.createTransformedShape(new Rectangle2D.Double(0, 0, width, height)), 0xc8ced6, opacity);
            return;
        }
        use(0, opacity);
        var pixels = new AffineTransform(place);
        pixels.scale(width / image.getWidth(), height / image.getHeight());
        out.drawImage(image, pixels, null);
    }

    private @Nullable BufferedImage read(Picture picture) {
        byte[] bytes = pictures.find(picture);
        try {
            return bytes == null ? null : ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private void use(int rgb, double opacity) {
        out.setColor(new Color(rgb));
        out.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
    }
}
