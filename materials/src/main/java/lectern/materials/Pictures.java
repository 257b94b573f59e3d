package lectern.materials;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Pictures out, as PNG or JPEG.
final class Pictures {
    /// A scan is a tenth as JPEG; a page of text is smaller and sharper as PNG.
    private static final int LARGE_PNG_BYTES = 1_000_000;
    private static final float QUALITY = 0.88f;

    /// @param photo whether to take JPEG without trying
    static Image encode(BufferedImage image, boolean photo, Limits limits) throws IOException, RefusedException {
        boolean clear = image.getColorModel().hasAlpha();
        byte[] bytes = photo && !clear ? jpeg(image) : png(image);
        if (!photo && !clear && bytes.length > LARGE_PNG_BYTES) {
            byte[] other = jpeg(image);
            if (other.length < bytes.length) bytes = other;
        }
        if (bytes.length > limits.pictureBytes())
            throw new RefusedException(Refusal.PAGE_TOO_LARGE, "a picture of " + bytes.length + " bytes");
        return new Image(image.getWidth(), image.getHeight(), bytes);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var jpeg = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(jpeg)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }

    private Pictures() {}
}
