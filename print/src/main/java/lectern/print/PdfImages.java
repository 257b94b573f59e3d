package lectern.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/// The pictures that go into one PDF, each of them once. What can't be read is as if it weren't there.
final class PdfImages {
    private final Pictures pictures;
    private final Map<Picture, @Nullable PDImageXObject> images = new HashMap<>();

    PdfImages(Pictures pictures) {
        this.pictures = pictures;
    }

    @Nullable
    PDImageXObject find(PDDocument into, Picture picture) {
        if (!images.containsKey(picture)) images.put(picture, read(into, picture));
        return images.get(picture);
    }

    private @Nullable PDImageXObject read(PDDocument into, Picture picture) {
        byte[] bytes = pictures.find(picture);
        if (bytes == null) return null;
        try {
            if (PictureKind.of(bytes) == PictureKind.JPEG) return JPEGFactory.createFromByteArray(into, bytes);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image == null ? null : LosslessFactory.createFromImage(into, image);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
