package lectern.materials;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Reads a picture that is a file: its size first, then no more of it than is shown, upright.
final class PictureFile {
    static Image read(File file, Limits limits) throws IOException, RefusedException {
        FileKind kind = FileKind.of(file);
        if (!kind.isPicture()) throw kind.refused();
        var readers = ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(java.util.Locale.ROOT));
        if (!readers.hasNext()) throw new RefusedException(Refusal.OTHER_KIND, kind.name());
        ImageReader reader = readers.next();
        try (var in = ImageIO.createImageInputStream(file)) {
            reader.setInput(in, true, true);
            BufferedImage image = decode(reader, limits);
            BufferedImage shown = upright(image, Orientation.of(file, kind), limits.side());
            return Pictures.encode(shown, kind == FileKind.JPEG, limits);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader, Limits limits) throws IOException, RefusedException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width <= 0 || height <= 0) throw new RefusedException(Refusal.BROKEN, "no size");
        if (width * height > limits.sourcePixels())
            throw new RefusedException(Refusal.PAGE_TOO_LARGE, width + " x " + height + " pixels");
        var part = reader.getDefaultReadParam();
        // Every n-th pixel, while what is left is still larger than what is shown.
        int step = (int) Math.max(1, Math.max(width, height) / limits.side());
        part.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, part);
        if (image == null) throw new RefusedException(Refusal.BROKEN, "nothing was read");
        return image;
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation, int side) {
        double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        boolean alpha = image.getColorModel().hasAlpha();
        var shown = new BufferedImage(orientation.turned() ? height : width, orientation.turned() ? width : height,
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = shown.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform transform = orientation.transform(width, height);
        transform.scale((double) width / image.getWidth(), (double) height / image.getHeight());
        graphics.drawImage(image, transform, null);
        graphics.dispose();
        return shown;
    }

    private PictureFile() {}
}
