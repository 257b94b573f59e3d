package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Pages as PNG and JPEG, as another decoder sees them.
class PicturesTest {
    @Test
    void fewColoursComeOutAsTheyWentIn() throws Exception {
        for (int colours : new int[]{ 1, 2, 15, 16, 17, 100, 256}) {
            var random = new Random(colours);
            var image = new BufferedImage(61, 43, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < 61; x++)
                for (int y = 0; y < 43; y++) image.setRGB(x, y, 0x010307 * random.nextInt(colours) * 40);
            same(image, 0);
        }
    }

    @Test
    void greysAreOffByLittleAndOneColourAnywhereIsSeen() throws Exception {
        for (int x : new int[]{ 0, 17, 60}) {
            var image = new BufferedImage(61, 43, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 61 * 43; i++)
                image.setRGB(i % 61, i / 61, 0x010101 * (i % 3 == 0 ? i * 37 & 255 : 255));
            assertEquals(4, same(image, 9).getColorModel().getPixelSize(), "it is packed");
            image.setRGB(x, 20, 0xff0000);
            same(image, 9);
        }
    }

    @Test
    void photosAreJpegAndTextIsNot() throws Exception {
        var random = new Random(5);
        var photo = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 400; x++)
            for (int y = 0; y < 300; y++)
                photo.setRGB(x, y, new Color(x / 2 + random.nextInt(6), y / 2 + random.nextInt(6), 90).getRGB());
        byte[] bytes = Pictures.page(photo, Limits.USUAL).bytes();
        assertEquals((byte) 0xff, bytes[0]);
        assertTrue(bytes.length < 60_000, bytes.length + " bytes");
        var text = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 400; x++)
            for (int y = 0; y < 300; y++)
                text.setRGB(x, y, random.nextInt(3) == 0 ? random.nextInt(0xffffff) : 0xffffff);
        same(text, 0); // more colours than can be counted, and all as they were
    }

    private static BufferedImage same(BufferedImage image, int off) throws Exception {
        var shown = ImageIO.read(new ByteArrayInputStream(Pictures.page(image, Limits.USUAL).bytes()));
        assertEquals(image.getWidth() + "x" + image.getHeight(), shown.getWidth() + "x" + shown.getHeight());
        for (int x = 0; x < image.getWidth(); x++)
            for (int y = 0; y < image.getHeight(); y++)
                for (int shift = 0; shift < 24; shift += 8)
                    assertEquals(image.getRGB(x, y) >> shift & 255, shown.getRGB(x, y) >> shift & 255, off,
                            "at " + x + ", " + y);
        return shown;
    }
}
