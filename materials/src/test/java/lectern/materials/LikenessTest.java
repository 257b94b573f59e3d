package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our pictures of pages beside pdftoppm's.
class LikenessTest {
    private static final double ALIKE = 0.95;
    @TempDir
    Path folder;

    @Test
    void pagesLookAsAnotherRendererShowsThem() throws Exception {
        Path file = folder.resolve("pages.pdf");
        int pages;
        try (var document = new PDDocument()) {
            PDFont latin = PDType0Font.load(document, new File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
            for (int rotation : new int[]{ 0, 90, 180, 270})
                Samples.page(document, PDRectangle.A4, rotation, Samples.lines(latin, "Ein Drittel und ½, ∑ πr²"));
            Samples.page(document, PDRectangle.A4, 0, Samples.transparency());
            BufferedImage photo = photo();
            var picture = JPEGFactory.createFromImage(document, photo, 0.9f);
            var lossless = LosslessFactory.createFromImage(document, photo);
            Samples.page(document, PDRectangle.A4, 0, content -> {
                content.drawImage(picture, 60, 400, 400, 300);
                content.drawImage(lossless, 60, 60, 400, 300);
            });
            Samples.page(document, new PDRectangle(3_000, 2_000), 0, Samples.transparency());
            Samples.page(document, new PDRectangle(60, 40), 0,
                    content -> Samples.text(content, latin, 18, 5, 12, "tiny"));
            var cropped = Samples.page(document, PDRectangle.A4, 90, Samples.lines(latin, "cropped"));
            cropped.setCropBox(new PDRectangle(50, 300, 300, 420));
            pages = document.getNumberOfPages();
            document.save(file.toFile());
        }
        try (var converter = Converter.start(ConverterSettings.in(folder.resolve("work")))) {
            compare(converter, file, pages, 1);
        }
    }

    /// Four times as large: pdftoppm moves letters of the browser's kind of font to whole pixels, which is seen less there.
    @Test
    void hanLettersAreShownAndRead() throws Exception {
        Path file = han();
        try (var converter = Converter.start(ConverterSettings.in(folder.resolve("work")))) {
            compare(converter, file, PdfReadingTest.done(converter.open(file)).pages().size(), 4);
            String text = PdfReadingTest.done(converter.text(file, 0)).words().stream().map(PageText.Word::text)
                    .collect(Collectors.joining());
            assertTrue(text.startsWith("分数的加法和减法：同分母相加分数"), text);
        }
    }

    private void compare(Converter converter, Path file, int pages, int scale) throws Exception {
        var pdftoppm = new ProcessBuilder("pdftoppm", "-png", "-r", Integer.toString(96 * scale), "-cropbox",
                file.toString(),
                folder.resolve("theirs").toString()).inheritIO().start();
        assertEquals(0, pdftoppm.waitFor());
        var figures = new StringBuilder();
        for (int i = 0; i < pages; i++) {
            var ours = ImageIO.read(
                    new ByteArrayInputStream(PdfReadingTest.done(converter.picture(file, i, scale)).bytes()));
            String number = pages > 9 ? String.format("%02d", i + 1) : Integer.toString(i + 1);
            var theirs = ImageIO.read(folder.resolve("theirs-" + number + ".png").toFile());
            assertEquals(theirs.getWidth(), ours.getWidth(), 1);
            assertEquals(theirs.getHeight(), ours.getHeight(), 1);
            double alike = Ssim.of(ours, theirs);
            figures.append(String.format(" %.3f", alike));
            assertTrue(alike >= ALIKE, "page " + (i + 1) + ": " + figures);
        }
        System.out.println("Likeness to pdftoppm, page by page:" + figures);
    }

    /// PDFBox writes no fonts of the kind in which Han letters are installed, so a browser prints this page.
    private Path han() throws Exception {
        Path page = Files.writeString(folder.resolve("han.html"), "<meta charset=utf-8><title>分数</title>"
                + "<body style='font:44px \"Noto Sans CJK SC\"'>" + "<p>分数的加法和减法：同分母相加</p>".repeat(8));
        Path file = folder.resolve("han.pdf");
        var chromium = new ProcessBuilder("chromium", "--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--no-pdf-header-footer", "--user-data-dir=" + folder.resolve("profile"),
                "--print-to-pdf=" + file, page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals(0, chromium.waitFor());
        return file;
    }

    private static BufferedImage photo() {
        var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 800, 600, Color.BLUE));
        graphics.fillRect(0, 0, 800, 600);
        graphics.setColor(Color.WHITE);
        for (int i = 0; i < 12; i++) graphics.fillOval(60 * i, 45 * i, 90, 90);
        graphics.dispose();
        return image;
    }
}
