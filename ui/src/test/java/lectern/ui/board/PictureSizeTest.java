package lectern.ui.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureSizeTest {
    @Test
    void readsWhatIsWrittenByOthers() throws IOException {
        for (var kind : new String[]{ "png", "jpg", "gif"}) {
            var file = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), kind, file);
            assertEquals(new PictureSize(300, 200), PictureSize.of(file.toByteArray()), kind);
            for (int length = 0; length < Math.min(file.size(), 700); length++)
                PictureSize.of(Arrays.copyOf(file.toByteArray(), length)); // cut anywhere: no exception
        }
        assertNull(PictureSize.of("%PDF-1.7 and so on, and so on".getBytes()));
    }

    @Test
    void aPictureThatFillsTheMemoryIsntBearable() {
        assertFalse(new PictureSize(60_000, 60_000).isBearable());
        assertFalse(new PictureSize(-1, -1).isBearable());
    }

    @Test
    void aClipboardsPictureIsWrittenAsPng() throws IOException {
        var image = new WritableImage(3, 2);
        int[] pixels = { 0xffff0000, 0x8000ff00, 0, 0xff0000ff, 0xffffffff, 0xff000000};
        for (int i = 0; i < pixels.length; i++) image.getPixelWriter().setArgb(i % 3, i / 3, pixels[i]);
        byte[] file = PngBytes.of(image);
        assertEquals(new PictureSize(3, 2), PictureSize.of(file));
        var read = ImageIO.read(new ByteArrayInputStream(file));
        assertNotNull(read);
        assertArrayEquals(pixels, read.getRGB(0, 0, 3, 2, null, 0, 3));
    }
}
