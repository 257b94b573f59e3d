package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the child does with pictures, in this process.
class PictureFileTest {
    /// One pixel, lossy.
    private static final String WEBP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=";
    @TempDir
    Path folder;

    @Test
    void eachKindIsRead() throws Exception {
        for (String kind : new String[]{ "png", "jpeg", "gif", "bmp"}) {
            Path file = folder.resolve("misnamed." + kind + ".txt");
            Files.write(file, written(picture(300, 200), kind));
            var shown = shown(file);
            assertEquals("300x200", shown.getWidth() + "x" + shown.getHeight(), kind);
            near(Color.RED, shown.getRGB(10, 10));
            near(Color.BLUE, shown.getRGB(290, 190));
        }
        var shown = shown(Files.write(folder.resolve("a.webp"), Base64.getDecoder().decode(WEBP)));
        assertEquals("1x1", shown.getWidth() + "x" + shown.getHeight());
    }

    @Test
    void aPhotoIsTurnedUpright() throws Exception {
        // Where the stored picture's upper left, which is red, is to be seen, by the orientation's value.
        String[] corner = { "left top", "right top", "right bottom", "left bottom", "left top", "right top",
                "right bottom", "left bottom"};
        byte[] plain = written(picture(320, 160), "jpeg");
        for (int value = 1; value <= 8; value++) {
            for (boolean little : new boolean[]{ true, false}) {
                var shown = shown(Files.write(folder.resolve("photo.jpg"), withOrientation(plain, value, little)));
                assertEquals(value < 5 ? "320x160" : "160x320", shown.getWidth() + "x" + shown.getHeight());
                int x = corner[value - 1].startsWith("left") ? 10 : shown.getWidth() - 10;
                int y = corner[value - 1].endsWith("top") ? 10 : shown.getHeight() - 10;
                near(Color.RED, shown.getRGB(x, y));
                // The stored upper right is green: it tells turning from mirroring.
                near(Color.GREEN, value < 5
                        ? shown.getRGB(shown.getWidth() - 1 - x, y)
                        : shown.getRGB(x, shown.getHeight() - 1 - y));
            }
        }
    }

    @Test
    void aLargePictureIsMadeSmallerAndAClearOneStaysClear() throws Exception {
        var shown = shown(Files.write(folder.resolve("large.png"), written(picture(9_000, 3_000), "png")));
        assertTrue(shown.getWidth() <= 4096 && shown.getWidth() > 4000, shown.getWidth() + " wide");
        assertEquals(3, (double) shown.getWidth() / shown.getHeight(), 0.01);
        near(Color.RED, shown.getRGB(10, 10));
        var clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(5, 5, 0xff00ff00);
        shown = shown(Files.write(folder.resolve("clear.png"), written(clear, "png")));
        assertEquals(0, shown.getRGB(0, 0) >>> 24);
        assertEquals(0xff00ff00, shown.getRGB(5, 5));
    }

    @Test
    void otherKindsAreNamedAndBrokenOnesToo() throws Exception {
        byte[] heic = new byte[32];
        System.arraycopy("ftypheic".getBytes(StandardCharsets.US_ASCII), 0, heic, 4, 8);
        assertEquals(Refusal.HEIC, why(Files.write(folder.resolve("a.heic"), heic)));
        assertEquals(Refusal.OTHER_KIND,
                why(Files.writeString(folder.resolve("a.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>")));
        assertEquals(Refusal.OTHER_KIND, why(Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7")));
        assertEquals(Refusal.BROKEN, why(Files.writeString(folder.resolve("a.png"), "no picture")));
    }

    @Test
    void aDamagedPictureIsReadOrRefusedAndNothingElse() throws Exception {
        long seed = 11;
        var random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (String kind : new String[]{ "png", "jpeg", "gif", "bmp"}) {
            byte[] whole = written(picture(64, 48), kind);
            for (int round = 0; round < 60; round++) {
                byte[] bad = whole.clone();
                for (int n = random.nextInt(30); n >= 0; n--) bad[random.nextInt(bad.length)] = (byte) random.nextInt();
                try {
                    var image = PictureFile.read(Files.write(folder.resolve("bad"), bad).toFile(), Limits.USUAL);
                    assertFalse(image.bytes().length == 0);
                    read++;
                } catch (IOException | RefusedException | RuntimeException expected) { // the child's answer is a refusal
                    refused++;
                }
            }
        }
        assertTrue(read > 0 && refused > 0, "seed " + seed + ": " + read + " read, " + refused + " refused");
    }

    private Refusal why(Path file) {
        return assertThrows(RefusedException.class, () -> PictureFile.read(file.toFile(), Limits.USUAL)).why;
    }

    private static BufferedImage shown(Path file) throws Exception {
        Image image = PictureFile.read(file.toFile(), Limits.USUAL);
        var shown = ImageIO.read(new ByteArrayInputStream(image.bytes()));
        assertEquals(shown.getWidth(), image.width());
        assertEquals(shown.getHeight(), image.height());
        return shown;
    }

    /// Red, green; white, blue.
    private static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        Color[] quarters = { Color.RED, Color.GREEN, Color.WHITE, Color.BLUE};
        for (int i = 0; i < 4; i++) {
            graphics.setColor(quarters[i]);
            graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        graphics.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String kind) throws IOException {
        var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, kind, out), kind);
        return out.toByteArray();
    }

    private static byte[] withOrientation(byte[] jpeg, int value, boolean little) {
        String exif = little
                ? "49492a0008000000" + "0100" + "12010300010000000%d000000".formatted(value) + "00000000"
                : "4d4d002a00000008" + "0001" + "011200030000000100%02d0000".formatted(value) + "00000000";
        byte[] body = HexFormat.of().parseHex("457869660000" + exif);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[]{ (byte) 0xff, (byte) 0xe1, 0, (byte) (body.length + 2)});
        out.writeBytes(body);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static void near(Color expected, int rgb) {
        var got = new Color(rgb);
        int off = Math.abs(expected.getRed() - got.getRed()) + Math.abs(expected.getGreen() - got.getGreen())
                + Math.abs(expected.getBlue() - got.getBlue());
        assertTrue(off < 40, expected + " but " + got);
    }
}
