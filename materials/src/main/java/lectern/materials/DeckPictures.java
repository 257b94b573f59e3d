package lectern.materials;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DImageEncoder;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DLosslessImageEncoder;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/// The pictures of a deck: each once in the PDF, however many slides show it, and a JPEG as it is.
final class DeckPictures implements IPdfBoxGraphics2DImageEncoder {
    private static final int MOST_BYTES = 64 << 20;
    /// More than a slide shows at four times its size.
    private static final int SIDE = 4_000;

    private final PDDocument document;
    private final Limits limits;
    private final IPdfBoxGraphics2DImageEncoder others = new PdfBoxGraphics2DLosslessImageEncoder();
    private final Map<String, DeckPicture> known = new HashMap<>();

    /// Gets out from under the libraries that draw.
    static final class Bomb extends RuntimeException {
        private static final long serialVersionUID = 1;

        final transient RefusedException refused;

        Bomb(Refusal why, String detail) {
            super(detail);
            refused = new RefusedException(why, detail);
        }
    }

    DeckPictures(PDDocument document, Limits limits) {
        this.document = document;
        this.limits = limits;
    }

    /// null: it is of a kind that isn't read here, or broken.
    @Nullable
    DeckPicture of(InputStream data) {
        try {
            byte[] bytes = data.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) throw new Bomb(Refusal.UNPACKS_TOO_LARGE, "a picture of many bytes");
            String name = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!known.containsKey(name)) known.put(name, read(bytes));
            return known.get(name);
        } catch (IOException e) {
            return null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public PDImageXObject encodeImage(PDDocument into, PDPageContentStream content, Image image,
            IPdfBoxGraphics2DImageEncoderEnv env) {
        return image instanceof DeckPicture picture ? picture.stored : others.encodeImage(into, content, image, env);
    }

    private @Nullable DeckPicture read(byte[] bytes) {
        FileKind kind = FileKind.of(bytes);
        if (!kind.isPicture()) return null;
        var readers = ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        if (!readers.hasNext()) return null;
        ImageReader reader = readers.next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > limits.sourcePixels())
                throw new Bomb(Refusal.PAGE_TOO_LARGE, width + " x " + height + " pixels");
            if (kind == FileKind.JPEG) return new DeckPicture(JPEGFactory.createFromByteArray(document, bytes));
            var part = reader.getDefaultReadParam();
            int step = (int) Math.max(1, Math.max(width, height) / SIDE);
            part.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, part);
            return new DeckPicture(LosslessFactory.createFromImage(document, image));
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return null;
        } finally {
            reader.dispose();
        }
    }
}
