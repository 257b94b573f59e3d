package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts of pages.
class TilesTest {
    @TempDir
    static Path folder;
    private static Converter converter;

    @BeforeAll
    static void start() { converter = Converter.start(ConverterSettings.in(folder.resolve("work"))); }

    @AfterAll
    static void end() { converter.close(); }

    @Test
    void tilesTogetherAreTheWholePicture() throws Exception {
        Path file = folder.resolve("pages.pdf");
        try (var document = new PDDocument()) {
            for (int rotation : new int[]{ 0, 90, 180, 270}) {
                var page = Samples.page(document, PDRectangle.A5, rotation, content -> {
                    Samples.lines(Samples.helvetica(), "Lines of text").on(content);
                    Samples.transparency().on(content);
                });
                page.setCropBox(new PDRectangle(33.3f, 41.7f, 300, 411));
            }
            document.save(file.toFile());
        }
        for (int page = 0; page < 4; page++) {
            for (double scale : new double[]{ 1, 2}) {
                var whole = picture(PdfReadingTest.done(converter.picture(file, page, scale)));
                int off = 0;
                for (int x = 0; x < whole.getWidth(); x += 256) {
                    for (int y = 0; y < whole.getHeight(); y += 256) {
                        var tile = picture(PdfReadingTest.done(converter.tile(file, page, scale, x, y, 256, 256)));
                        assertEquals(Math.min(256, whole.getWidth() - x), tile.getWidth());
                        assertEquals(Math.min(256, whole.getHeight() - y), tile.getHeight());
                        off += different(whole, x, y, tile);
                    }
                }
                assertTrue(off <= whole.getWidth() * whole.getHeight() / 10_000,
                        "page " + page + " at " + scale + ": " + off + " pixels differ");
            }
        }
    }

    @Test
    void aTileOfAHugePageIsATile() throws Exception {
        Path file = folder.resolve("huge.pdf");
        try (var document = new PDDocument()) {
            Samples.page(document, new PDRectangle(14_400, 14_400), 0, content -> {
                content.addRect(14_300, 0, 100, 100); // the lower right corner
                content.fill();
                Samples.transparency().on(content);
            });
            document.save(file.toFile());
        }
        int corner = 19_200 * 8 - 1024;
        var tile = picture(PdfReadingTest.done(converter.tile(file, 0, 8, corner, corner, 1024, 1024)));
        assertEquals("1024x1024", tile.getWidth() + "x" + tile.getHeight());
        assertEquals(0, tile.getRGB(1000, 1000) & 0xffffff);
        assertEquals(Refusal.NOT_THERE, PdfReadingTest.why(converter.tile(file, 0, 8, 19_200 * 8, 0, 1024, 1024)));
        assertEquals(Refusal.PAGE_TOO_LARGE, PdfReadingTest.why(converter.tile(file, 0, 8, 0, 0, 10_000, 10_000)));
    }

    private static int different(BufferedImage whole, int left, int top, BufferedImage tile) {
        int off = 0;
        for (int x = 0; x < tile.getWidth(); x++)
            for (int y = 0; y < tile.getHeight(); y++)
                for (int shift = 0; shift < 24; shift += 8)
                    if (Math.abs((whole.getRGB(left + x, top + y) >> shift & 255)
                            - (tile.getRGB(x, y) >> shift & 255)) > 16)
                        off++;
        return off;
    }

    private static BufferedImage picture(Image image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image.bytes()));
    }
}
