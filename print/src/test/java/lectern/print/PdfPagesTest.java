package lectern.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPagesTest {
    @TempDir
    Path folder;

    @Test
    void pagesComeAsPicturesOfTheirSize() throws Exception {
        for (int rotation : new int[]{ 0, 90}) {
            Path file = Files.write(folder.resolve("two.pdf"), Samples.pdf(rotation, "One", "Two"));
            try (var pages = PdfPages.open(file)) {
                assertEquals(2, pages.count());
                var second = pages.picture(1);
                assertEquals(rotation == 0 ? 793.7 : 1122.5, second.width(), 0.1);
                assertEquals(rotation == 0 ? 1122.5 : 793.7, second.height(), 0.1);
                var image = ImageIO.read(new ByteArrayInputStream(second.bytes()));
                assertEquals(2 * second.width(), image.getWidth(), 1);
                int dark = 0;
                for (int x = 0; x < image.getWidth(); x++)
                    for (int y = 0; y < image.getHeight(); y++)
                        if ((image.getRGB(x, y) & 0xff) < 100) dark++;
                assertTrue(dark > 500, "its text is in the picture");
            }
        }
    }

    @Test
    void aPasswordABrokenFileAndABookAreToldApart() throws Exception {
        Path secret = folder.resolve("secret.pdf");
        Samples.encrypted(secret);
        assertEquals(PrintException.Why.ENCRYPTED, why(secret));
        assertEquals(PrintException.Why.BROKEN, why(Files.writeString(folder.resolve("text.pdf"), "no PDF at all")));
        assertEquals(PrintException.Why.BROKEN, why(Files.write(folder.resolve("empty.pdf"), new byte[0])));
        String[] lines = new String[PdfPages.MAX_PAGES + 1];
        java.util.Arrays.fill(lines, "x");
        assertEquals(PrintException.Why.TOO_LARGE,
                why(Files.write(folder.resolve("book.pdf"), Samples.pdf(0, lines))));
    }

    @Test
    void aDamagedFileIsReadOrRefusedInWords() throws Exception {
        byte[] good = Samples.pdf(0, "Whole");
        long seed = 7;
        var random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            byte[] bad = good.clone();
            for (int n = random.nextInt(20); n >= 0; n--) bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            Path file = Files.write(folder.resolve("bad.pdf"), bad);
            try (var pages = PdfPages.open(file)) {
                for (int i = 0; i < Math.min(3, pages.count()); i++) pages.picture(i);
            } catch (PrintException expected) {
                assertTrue(!expected.getMessage().isBlank(), "seed " + seed + " round " + round);
            }
        }
    }

    private static PrintException.Why why(Path file) throws IOException {
        return assertThrows(PrintException.class, () -> PdfPages.open(file).close()).why();
    }
}
