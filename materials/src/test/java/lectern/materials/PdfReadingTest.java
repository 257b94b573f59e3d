package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReadingTest {
    @TempDir
    static Path folder;
    private static Converter converter;

    @BeforeAll
    static void start() { converter = Converter.start(ConverterSettings.in(folder.resolve("work"))); }

    @AfterAll
    static void end() { converter.close(); }

    @Test
    void pagesAreMeasuredAsTheyAreLookedAt() throws Exception {
        Path file = folder.resolve("turned.pdf");
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle("Fractions\n分数");
            for (int rotation : new int[]{ 0, 90, 180, 270})
                Samples.page(document, PDRectangle.A4, rotation, Samples.lines(Samples.helvetica(), "One"));
            var cropped = Samples.page(document, PDRectangle.A4, 90, _ -> {});
            cropped.setCropBox(new PDRectangle(100, 100, 300, 150));
            document.save(file.toFile());
        }
        Document document = done(converter.open(file));
        assertEquals("Fractions 分数", document.title());
        assertEquals(List.of("794x1123 true", "1123x794 true", "794x1123 true", "1123x794 true", "200x400 false"),
                document.pages().stream().map(
                        page -> Math.round(page.width()) + "x" + Math.round(page.height()) + " " + page.text())
                        .toList());
        for (int i = 0; i < 5; i++) {
            Image picture = done(converter.picture(file, i, 0.5));
            var image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
            assertEquals(picture.width(), image.getWidth());
            assertEquals(document.pages().get(i).width() / 2, image.getWidth(), 1);
            assertEquals(document.pages().get(i).height() / 2, image.getHeight(), 1);
        }
    }

    @Test
    void wordsStandWhereTheirInkIs() throws Exception {
        for (int rotation : new int[]{ 0, 90, 180, 270}) {
            Path file = folder.resolve("words" + rotation + ".pdf");
            try (var document = new PDDocument()) {
                var page = Samples.page(document, PDRectangle.A5, rotation, content -> {
                    Samples.text(content, Samples.helvetica(), 24, 150, 300, "Half HAND");
                    Samples.text(content, Samples.helvetica(), 24, 150, 200, "whole");
                });
                page.setCropBox(new PDRectangle(50, 20, 340, 400));
                document.save(file.toFile());
            }
            var words = done(converter.text(file, 0)).words();
            assertEquals(List.of("Half", "HAND|", "whole|"),
                    words.stream().map(word -> word.text() + (word.lineEnd() ? "|" : "")).toList());
            var image = ImageIO.read(new ByteArrayInputStream(done(converter.picture(file, 0, 1)).bytes()));
            int all = dark(image, new Box(0, 0, image.getWidth(), image.getHeight()));
            int inside = words.stream().mapToInt(word -> dark(image, word.box())).sum();
            assertTrue(all > 300, "there is ink");
            assertTrue(inside > 0.98 * all, rotation + ": " + inside + " of " + all);
            double covered = words.stream().mapToDouble(word -> word.box().width() * word.box().height()).sum();
            assertTrue(covered < 0.1 * image.getWidth() * image.getHeight(), "and not because the boxes are large");
        }
    }

    @Test
    void linksSayWhereTheyLeadWhenThatIsAPageOrTheWeb() throws Exception {
        Path file = folder.resolve("links.pdf");
        try (var document = new PDDocument()) {
            var page = Samples.page(document, PDRectangle.A4, 0, _ -> {});
            var second = Samples.page(document, PDRectangle.A4, 0, _ -> {});
            web(page, "https://example.org/a?b=c");
            web(page, "javascript:alert(1)");
            web(page, "file:///etc/passwd");
            var launch = new PDActionLaunch();
            launch.setF("/bin/sh");
            var program = link(page);
            program.setAction(launch);
            var destination = new PDPageFitDestination();
            destination.setPage(second);
            link(page).setDestination(destination);
            document.save(file.toFile());
        }
        var links = done(converter.links(file, 0)).links();
        assertEquals(List.of(new PageLinks.ToAddress("https://example.org/a?b=c"), new PageLinks.ToPage(1)),
                links.stream().map(PageLinks.Link::target).toList());
        Box box = links.getFirst().box();
        assertEquals(72 * 96 / 72.0, box.x(), 0.01);
        assertEquals((PDRectangle.A4.getHeight() - 700 - 20) * 96 / 72, box.y(), 0.01);
        assertEquals(20 * 96 / 72.0, box.height(), 0.01);
        assertEquals(List.of(), done(converter.links(file, 1)).links());
    }

    @Test
    void pixelsHaveALimitAndSmallPagesAPixel() throws Exception {
        Path file = folder.resolve("sizes.pdf");
        try (var document = new PDDocument()) {
            for (var size : List.of(new PDRectangle(14_000, 14_000), new PDRectangle(1, 1), new PDRectangle(3, 3_000)))
                Samples.page(document, size, 0, _ -> {});
            document.save(file.toFile());
        }
        Image huge = done(converter.picture(file, 0, 4));
        assertEquals(16_000_000, (double) huge.width() * huge.height(), 10_000);
        Image tiny = done(converter.picture(file, 1, 0.1));
        assertEquals("1x1", tiny.width() + "x" + tiny.height());
        Image thread = done(converter.picture(file, 2, 0.01));
        assertEquals(1, thread.width());
        assertEquals(Refusal.NOT_THERE, why(converter.picture(file, 3, 1)));
    }

    @Test
    void theFirstPageOfABookComesSoon() throws Exception {
        Path book = Samples.book(folder.resolve("book.pdf"), 200);
        done(converter.links(Samples.book(folder.resolve("other.pdf"), 1), 0)); // it is warm now
        long beginNs = System.nanoTime();
        Document document = done(converter.open(book));
        long openNs = System.nanoTime();
        Image first = done(converter.picture(book, 0, 2));
        long firstNs = System.nanoTime();
        assertEquals(200, document.pages().size());
        assertTrue(first.bytes().length > 10_000, "there is something on it");
        for (int i = 1; i < 20; i++) done(converter.picture(book, i, 2));
        System.out.printf("A book of 200 pages: open %d ms, first page %d ms, further pages %d ms each%n",
                (openNs - beginNs) / 1_000_000, (firstNs - openNs) / 1_000_000,
                (System.nanoTime() - firstNs) / 19 / 1_000_000);
        String text = done(converter.text(book, 150)).words().stream().map(PageText.Word::text)
                .collect(Collectors.joining(" "));
        assertTrue(text.startsWith("0 The quick brown fox jumps over the lazy dog, page 150 1 The"), text);
    }

    @Test
    void whatIsCancelledDoesNotHoldUpOthers() throws Exception {
        Path book = Samples.book(folder.resolve("cancelled.pdf"), 3);
        var first = converter.picture(book, 0, 2);
        assertTrue(first.cancel(false));
        assertEquals(3, done(converter.open(book)).pages().size());
        assertTrue(first.isCancelled(), "and its late answer changes nothing");
    }

    static <T> T done(CompletableFuture<Outcome<T>> asked) throws Exception {
        return switch (asked.get(120, TimeUnit.SECONDS)) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new AssertionError("refused: " + why);
        };
    }

    static <T> Refusal why(CompletableFuture<Outcome<T>> asked) throws Exception {
        return assertInstanceOf(Outcome.Refused.class, asked.get(120, TimeUnit.SECONDS)).why();
    }

    private static void web(PDPage page, String address) throws Exception {
        var action = new PDActionURI();
        action.setURI(address);
        link(page).setAction(action);
    }

    private static PDAnnotationLink link(PDPage page) throws Exception {
        var link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(72, 700, 120, 20));
        page.getAnnotations().add(link);
        return link;
    }

    private static int dark(java.awt.image.BufferedImage image, Box box) {
        int dark = 0;
        for (int x = (int) Math.max(0, box.x()); x < Math.min(image.getWidth(), box.x() + box.width()); x++)
            for (int y = (int) Math.max(0, box.y()); y < Math.min(image.getHeight(), box.y() + box.height()); y++)
                if ((image.getRGB(x, y) & 0xff) < 100) dark++;
        return dark;
    }
}
