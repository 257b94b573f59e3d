package lectern.materials;

import static lectern.materials.PdfReadingTest.done;
import static lectern.materials.PdfReadingTest.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents as teachers have them, beside pdftoppm, as wholes and zoomed in.
class RealFilesTest {
    private static final double ALIKE = 0.95;
    @TempDir
    static Path folder;
    private static Converter converter;

    @BeforeAll
    static void start() { converter = Converter.start(ConverterSettings.in(folder.resolve("work"))); }

    @AfterAll
    static void end() { converter.close(); }

    @Test
    void aTextDocumentFromLibreOffice() throws Exception {
        Path file = DeckSamples.converted(worksheet(), "pdf");
        Document document = done(converter.open(file));
        assertEquals(2, document.pages().size());
        alike(file, 0);
        alike(file, 1);
        alikeZoomed(file, 0, 0, 0);
        alikeZoomed(file, 1, 0, 0);
        String words = done(converter.text(file, 0)).words().stream().map(PageText.Word::text)
                .collect(Collectors.joining(" "));
        assertTrue(words.contains("Adding fractions") && words.contains("分数的加法"), words);
        assertEquals(new PageLinks.ToAddress("https://example.org/fractions"),
                done(converter.links(file, 0)).links().getFirst().target());
    }

    @Test
    void formsShowWhatIsFilledIn() throws Exception {
        Path file = Samples.form(folder.resolve("form.pdf"));
        alike(file, 0);
        alikeZoomed(file, 0, 60, 200);
        var image = picture(done(converter.picture(file, 0, 1)));
        int blue = 0;
        for (int x = 85; x < 470; x++)
            for (int y = 275; y < 320; y++)
                if ((image.getRGB(x, y) & 255) > 200 && (image.getRGB(x, y) >> 16 & 255) < 60) blue++;
        assertTrue(blue > 200, "a name in blue: " + blue);
    }

    @Test
    void aScanStaysLegible() throws Exception {
        Path file = folder.resolve("scan.pdf");
        var random = new Random(4);
        var book = picture(done(converter.picture(Samples.book(folder.resolve("printed.pdf"), 1), 0, 2.9)));
        var scan = new BufferedImage(book.getWidth(), book.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < scan.getWidth(); x++)
            for (int y = 0; y < scan.getHeight(); y++) {
                int grey = Math.clamp((book.getRGB(x, y) & 255) * 220 / 255 + (int) (2 * random.nextGaussian()) + 15, 0,
                        255);
                scan.setRGB(x, y, new Color(grey, Math.max(0, grey - 3), Math.max(0, grey - 12)).getRGB());
            }
        try (var document = new PDDocument()) {
            var picture = JPEGFactory.createFromImage(document, scan, 0.8f);
            Samples.page(document, PDRectangle.A4, 0, content -> content.drawImage(picture, 0, 0,
                    PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight()));
            document.save(file.toFile());
        }
        alike(file, 0);
        alikeZoomed(file, 0, 60, 90);
        Image image = done(converter.picture(file, 0, 1));
        assertEquals((byte) 0xff, image.bytes()[0], "as JPEG");
    }

    @Test
    void hugePagesComeInTilesAndWallsNotAtAll() throws Exception {
        Path file = folder.resolve("huge.pdf");
        try (var document = new PDDocument()) {
            var latin = PDType0Font.load(document, new File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
            Samples.page(document, new PDRectangle(14_400, 14_400), 0, content -> {
                for (int i = 0; i < 40; i++)
                    Samples.text(content, latin, 12, 7_000, 7_300 - 22 * i,
                            i + " in the middle of a wall");
            });
            Samples.page(document, new PDRectangle(2, 3), 0, content -> {
                content.addRect(0, 0, 1, 3);
                content.fill();
            });
            document.save(file.toFile());
        }
        alikeZoomed(file, 0, 9_250, 9_400);
        var tiny = picture(done(converter.picture(file, 1, 8)));
        assertEquals("22x32", tiny.getWidth() + "x" + tiny.getHeight());
        assertEquals(0, tiny.getRGB(5, 16) & 0xffffff);
        assertEquals(0xffffff, tiny.getRGB(16, 16) & 0xffffff);
        assertEquals(Refusal.PAGE_TOO_LARGE, why(converter.open(Hostile.wall(folder.resolve("wall.pdf")))));
    }

    /// At 96 dpi.
    private static void alike(Path file, int page) throws Exception {
        var ours = picture(done(converter.picture(file, page, 1)));
        var theirs = pdftoppm(file, page, "-r", "96");
        assertEquals(theirs.getWidth(), ours.getWidth(), 1);
        assertEquals(theirs.getHeight(), ours.getHeight(), 1);
        alike(file.getFileName() + " page " + page, Ssim.of(ours, theirs));
    }

    /// A tile at 400 %, from a place in page units. Where a page's height isn't a whole number of pixels pdftoppm begins up to one
    /// pixel above it, so the best of those places counts.
    private static void alikeZoomed(Path file, int page, int x, int y) throws Exception {
        var ours = picture(done(converter.tile(file, page, 4, 4 * x, 4 * y, 1024, 1024)));
        double most = 0;
        for (int dx = 0; dx <= 1; dx++) {
            for (int dy = 0; dy <= 1; dy++) {
                var theirs = pdftoppm(file, page, "-r", "384", "-x", Integer.toString(Math.max(0, 4 * x - dx)), "-y",
                        Integer.toString(Math.max(0, 4 * y - dy)), "-W", Integer.toString(ours.getWidth()), "-H",
                        Integer.toString(ours.getHeight()));
                most = Math.max(most, Ssim.of(ours, theirs));
            }
        }
        alike(file.getFileName() + " page " + page + " at 400 %", most);
    }

    private static void alike(String what, double alike) {
        System.out.printf("Likeness to pdftoppm: %.3f, %s%n", alike, what);
        assertTrue(alike >= ALIKE, what + ": " + alike);
    }

    private static BufferedImage pdftoppm(Path file, int page, String... how) throws Exception {
        Path out = Files.createTempFile(folder, "theirs", "");
        var command = new java.util.ArrayList<>(java.util.List.of("pdftoppm", "-png", "-singlefile", "-cropbox", "-f",
                Integer.toString(page + 1)));
        command.addAll(java.util.List.of(how));
        command.addAll(java.util.List.of(file.toString(), out.toString()));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
        return ImageIO.read(Path.of(out + ".png").toFile());
    }

    private static BufferedImage picture(Image image) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(image.bytes()));
    }

    /// Two pages: text in two scripts with a link and a picture, and a landscape page with a see-through shape.
    private static Path worksheet() throws Exception {
        String photo = Base64.getEncoder().encodeToString(DeckSamples.photo(320, 240, "jpg"));
        return Files.writeString(folder.resolve("worksheet.fodt"),
                """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                          xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                          xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                          xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                          xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                          xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"
                          office:mimetype="application/vnd.oasis.opendocument.text">
                         <office:automatic-styles>
                          <style:page-layout style:name="upright"><style:page-layout-properties fo:page-width="21cm"
                            fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout>
                          <style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="29.7cm"
                            fo:page-height="21cm" fo:margin="2cm" style:print-orientation="landscape"/></style:page-layout>
                          <style:style style:name="body" style:family="paragraph"><style:text-properties fo:font-size="16pt"
                            style:font-size-asian="24pt" fo:font-family="DejaVu Serif"
                            style:font-family-asian="Noto Sans CJK SC"/></style:style>
                          <style:style style:name="next" style:family="paragraph" style:master-page-name="Wide"><style:text-properties
                            fo:font-size="20pt" fo:font-family="DejaVu Sans"/></style:style>
                          <style:style style:name="glass" style:family="graphic"><style:graphic-properties draw:fill="solid"
                            draw:fill-color="#2266cc" draw:opacity="40%%" draw:stroke="none" style:run-through="foreground"
                            style:wrap="run-through"/></style:style>
                         </office:automatic-styles>
                         <office:master-styles>
                          <style:master-page style:name="Standard" style:page-layout-name="upright"/>
                          <style:master-page style:name="Wide" style:page-layout-name="wide"/>
                         </office:master-styles>
                         <office:body><office:text>
                          <text:p text:style-name="body">Adding fractions with the <text:a xlink:type="simple"
                            xlink:href="https://example.org/fractions">same denominator</text:a>: a half and a half.</text:p>
                          <text:p text:style-name="body">分数的加法：同分母分数相加，分母不变。</text:p>
                          %s
                          <text:p text:style-name="body"><draw:frame text:anchor-type="as-char" svg:width="8cm"
                            svg:height="6cm"><draw:image><office:binary-data>%s</office:binary-data></draw:image></draw:frame></text:p>
                          <text:p text:style-name="next">A page on its side<draw:rect text:anchor-type="paragraph"
                            draw:style-name="glass" svg:x="1cm" svg:y="0.2cm" svg:width="6cm" svg:height="4cm"/></text:p>
                         </office:text></office:body>
                        </office:document>
                        """
                        .formatted(
                                "<text:p text:style-name=\"body\">One half of a cake and one third of it are five sixths.</text:p>"
                                        .repeat(8),
                                photo));
    }
}
