package lectern.materials;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Pictures out, as PNG or JPEG.
final class Pictures {
    /// A photo where more of the pixels than this differ from their neighbours, some of them by little.
    private static final double BUSY = 0.4;
    /// Where more than this are shades, sixteen greys or a palette would be seen.
    private static final double SOFT = 0.03;
    /// Bytes a pixel from which the other format is tried, too.
    private static final double LARGE_PNG = 0.3;
    private static final float QUALITY = 0.88f;

    /// A page: text and lines as PNG with no more colours than it has, photos and scans as JPEG.
    static Image page(BufferedImage image, Limits limits) throws IOException, RefusedException {
        int width = image.getWidth();
        int height = image.getHeight();
        if (!(image.getRaster().getDataBuffer() instanceof DataBufferInt buffer)) return encode(image, false, limits);
        int[] pixels = buffer.getData();
        var colours = Colours.of(pixels, width, height);
        boolean flat = colours.soft() < SOFT;
        byte[] bytes;
        if (!flat && colours.busy() > BUSY) bytes = jpeg(colours.grey() ? grey(image) : image);
        else if (colours.grey() && flat) bytes = Png.grey(pixels, width, height);
        else
            if (colours.palette() != null && (flat || colours.palette().isExact()))
                bytes = Png.palette(pixels, width, height, colours.palette());
            else
                bytes = flat ? png(image) : smaller(image, colours.grey());
        return bounded(image, bytes, limits);
    }

    private static byte[] smaller(BufferedImage image, boolean grey) throws IOException {
        BufferedImage plain = grey ? grey(image) : image;
        byte[] png = png(plain);
        if (png.length < LARGE_PNG * image.getWidth() * image.getHeight()) return png;
        byte[] jpeg = jpeg(plain);
        return jpeg.length < png.length ? jpeg : png;
    }

    private static BufferedImage grey(BufferedImage image) {
        var grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] to = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < to.length; i++) to[i] = (byte) from[i]; // drawing it would change the greys
        return grey;
    }

    /// A picture that was a file.
    ///
    /// @param photo whether to take JPEG without trying
    static Image encode(BufferedImage image, boolean photo, Limits limits) throws IOException, RefusedException {
        boolean clear = image.getColorModel().hasAlpha();
        byte[] bytes = photo && !clear ? jpeg(image) : png(image);
        if (!photo && !clear && bytes.length > LARGE_PNG * image.getWidth() * image.getHeight()) {
            byte[] other = jpeg(image);
            if (other.length < bytes.length) bytes = other;
        }
        return bounded(image, bytes, limits);
    }

    private static Image bounded(BufferedImage image, byte[] bytes, Limits limits) throws RefusedException {
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
