package lectern.materials;

import static lectern.materials.PdfReadingTest.done;
import static lectern.materials.PdfReadingTest.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ink over pages of documents, read by other programs.
class StampTest {
    @TempDir
    static Path folder;
    private static Converter converter;

    @BeforeAll
    static void start() { converter = Converter.start(ConverterSettings.in(folder.resolve("work"))); }

    @AfterAll
    static void end() { converter.close(); }

    @Test
    void inkStandsWhereItWasDrawnOnTurnedAndCroppedPages() throws Exception {
        Path original = folder.resolve("original.pdf");
        try (var document = new PDDocument()) {
            for (int rotation : new int[]{ 0, 90, 180, 270}) {
                var page = Samples.page(document, PDRectangle.A5, rotation, content -> {
                    Samples.text(content, Samples.helvetica(), 24, 150, 300, "Selectable words");
                    content.addRect(160, 60, 40, 40);
                    content.fill();
                });
                page.setCropBox(new PDRectangle(50, 20, 340, 400));
            }
            document.save(original.toFile());
        }
        // A square in the upper left of the page as it is looked at.
        Path ink = ink(340, 400, 400, 340, 340, 400, 400, 340);
        Path out = folder.resolve("stamped.pdf");
        Files.writeString(out, "what was there before");
        var progress = new CopyOnWriteArrayList<Progress>();
        assertEquals(out, done(converter.stamp(
                IntStream.range(0, 4).mapToObj(i -> StampPage.over(original, i, ink, i)).toList(), out,
                progress::add)));
        assertEquals(List.of(1, 2, 3, 4), progress.stream().map(Progress::done).toList());
        assertEquals(4, text(out).split("Selectable words", -1).length - 1, text(out));
        var before = painted(original, "before");
        var after = painted(out, "after");
        for (int i = 0; i < 4; i++) {
            var page = after.get(i);
            assertEquals(before.get(i).getWidth(), page.getWidth(), 1, "the size stays");
            assertEquals(before.get(i).getHeight(), page.getHeight(), 1);
            assertEquals(Color.RED.getRGB(), page.getRGB(20, 20), "ink on page " + i);
            assertEquals(Color.RED.getRGB(), page.getRGB(50, 50));
            assertEquals(Color.WHITE.getRGB(), page.getRGB(60, 20));
            hide(before.get(i));
            hide(page);
            double alike = Ssim.of(before.get(i), page);
            assertTrue(alike > 0.98, "the rest of page " + i + " is as before: " + alike);
        }
        noLeftOvers(out);
    }

    @Test
    void pagesAloneKeepTheirSizeAndMarginsGrow() throws Exception {
        Path original = Samples.book(folder.resolve("alone.pdf"), 2);
        Path ink = ink(300, 200, 600, 900);
        Path out = folder.resolve("mixed.pdf");
        var pages = List.of(StampPage.alone(ink, 0), new StampPage(original, 1, 40, 80, 834, 1203, ink, 1),
                StampPage.over(original, 0, null, 0), new StampPage(null, 0, 0, 0, 400, 200, null, 0));
        done(converter.stamp(pages, out, _ -> {}));
        assertEquals(List.of("400x267", "834x1203", "794x1123", "400x200"), done(converter.open(out)).pages().stream()
                .map(page -> Math.round(page.width()) + "x" + Math.round(page.height())).toList());
        Box there = done(converter.text(original, 1)).words().getFirst().box();
        Box here = done(converter.text(out, 1)).words().getFirst().box();
        assertEquals(there.x() + 40, here.x(), 0.1);
        assertEquals(there.y() + 80, here.y(), 0.1);
    }

    @Test
    void formsStayVisibleLinksLeadOnAndNothingElseHappens() throws Exception {
        Path form = Samples.form(folder.resolve("form.pdf"));
        try (var document = Loader.loadPDF(form.toFile())) {
            var second = Samples.page(document, PDRectangle.A4, 0, _ -> {});
            var page = document.getPage(0);
            var web = new PDActionURI();
            web.setURI("https://example.org/");
            var toPage = new PDPageFitDestination();
            toPage.setPage(second);
            for (int i = 0; i < 3; i++) {
                var link = new PDAnnotationLink();
                link.setRectangle(new PDRectangle(100, 100 + 50 * i, 80, 20));
                if (i == 0) link.setAction(web);
                if (i == 1) link.setDestination(toPage);
                if (i == 2) link.setAction(new PDActionJavaScript("app.alert(1)"));
                page.getAnnotations().add(link);
            }
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(2)"));
            document.save(folder.resolve("linked.pdf").toFile());
        }
        Path linked = folder.resolve("linked.pdf");
        Path out = folder.resolve("form-stamped.pdf");
        done(converter.stamp(List.of(StampPage.over(linked, 1, null, 0), StampPage.over(linked, 0, null, 0),
                StampPage.over(linked, 0, null, 0)), out, _ -> {}));
        assertTrue(text(out).contains("Ada Lovelace"), "what was filled in: " + text(out));
        var links = done(converter.links(out, 1)).links();
        assertEquals(List.of(new PageLinks.ToAddress("https://example.org/"), new PageLinks.ToPage(0)),
                links.stream().map(PageLinks.Link::target).toList());
        assertEquals(2, done(converter.links(out, 2)).links().size(), "given out twice");
        assertEquals(-1, new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1).indexOf("app.alert"));
        var before = painted(linked, "unstamped");
        var after = painted(out, "form");
        double alike = Ssim.of(before.get(0), after.get(1));
        assertTrue(alike > 0.98, "the form looks as before: " + alike);
    }

    @Test
    void aBooksFontsAreWrittenOnce() throws Exception {
        Path book = folder.resolve("fonts.pdf");
        try (var document = new PDDocument()) {
            var font = org.apache.pdfbox.pdmodel.font.PDType0Font.load(document,
                    new java.io.File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
            for (int i = 0; i < 30; i++)
                Samples.page(document, PDRectangle.A4, 0, Samples.lines(font, "Fonts are large"));
            document.save(book.toFile());
        }
        Path out = folder.resolve("fonts-stamped.pdf");
        done(converter.stamp(IntStream.range(0, 30).mapToObj(i -> StampPage.over(book, i, null, 0)).toList(), out,
                _ -> {}));
        assertTrue(Files.size(out) < 2 * Files.size(book), Files.size(out) + " of " + Files.size(book) + " bytes");
    }

    @Test
    void whatFailsOrIsCancelledLeavesNothing() throws Exception {
        Path book = Samples.book(folder.resolve("cancelled.pdf"), 300);
        Path out = Files.createDirectory(folder.resolve("export")).resolve("out.pdf");
        var all = IntStream.range(0, 300).mapToObj(i -> StampPage.over(book, i, null, 0)).toList();
        var asked = converter.stamp(all, out, _ -> {});
        asked.cancel(false);
        assertEquals(Refusal.NOT_THERE,
                why(converter.stamp(List.of(StampPage.over(folder.resolve("gone.pdf"), 0, null, 0)), out, _ -> {})));
        assertEquals(Refusal.NOT_THERE,
                why(converter.stamp(List.of(StampPage.over(book, 300, null, 0)), out, _ -> {})));
        assertEquals(Refusal.BROKEN,
                why(converter.stamp(List.of(StampPage.over(Hostile.noise(folder.resolve("noise.pdf")), 0, null, 0)),
                        out,
                        _ -> {})));
        assertEquals(Refusal.NOT_THERE, why(converter.stamp(all, folder.resolve("no/such/out.pdf"), _ -> {})));
        assertEquals(300, done(converter.open(book)).pages().size());
        try (var left = Files.list(out.getParent())) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static void hide(BufferedImage page) {
        var graphics = page.createGraphics();
        graphics.fillRect(0, 0, 55, 55);
        graphics.dispose();
    }

    private static void noLeftOvers(Path out) throws IOException {
        try (var files = Files.list(out.getParent())) {
            assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".part")).toList());
        }
    }

    /// Pages of those sizes, in points, with a red square of 40 points in the upper left corner.
    private static Path ink(int... sizes) throws IOException {
        Path file = Files.createTempFile(folder, "ink", ".pdf");
        try (var document = new PDDocument()) {
            for (int i = 0; i < sizes.length; i += 2) {
                float height = sizes[i + 1];
                Samples.page(document, new PDRectangle(sizes[i], height), 0, content -> {
                    content.setNonStrokingColor(Color.RED);
                    content.addRect(0, height - 40, 40, 40);
                    content.fill();
                });
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static String text(Path file) throws Exception {
        var process = new ProcessBuilder("pdftotext", file.toString(), "-")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<BufferedImage> painted(Path file, String name) throws Exception {
        var process = new ProcessBuilder("pdftoppm", "-png", "-r", "96", "-cropbox", file.toString(),
                folder.resolve(name).toString()).inheritIO().start();
        assertEquals(0, process.waitFor());
        var pages = new ArrayList<BufferedImage>();
        for (int i = 1; Files.exists(folder.resolve(name + "-" + i + ".png")); i++)
            pages.add(ImageIO.read(folder.resolve(name + "-" + i + ".png").toFile()));
        return pages;
    }
}
