package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decks become PDFs whose pages are the slides' steps.
class DeckTest {
    @TempDir
    static Path folder;
    private static Converter converter;

    @BeforeAll
    static void start() {
        converter = Converter.start(ConverterSettings.in(folder.resolve("work")), Optional::empty);
    }

    @AfterAll
    static void end() { converter.close(); }

    @Test
    void aDeckOfLibreOfficesKeepsItsWordsNotesAndMissingFonts() throws Exception {
        Path deck = DeckSamples.converted(DeckSamples.lesson(folder.resolve("lesson.fodp")), "pptx");
        Path pdf = folder.resolve("lesson.pdf");
        var progress = new ConcurrentLinkedQueue<Progress>();
        Deck made = PdfReadingTest.done(converter.prepare(deck, pdf, progress::add));
        assertEquals(List.of("0.0", "1.0", "2.0", "3.0", "4.0"), steps(made));
        assertEquals("Ask what a half is. 问：一半是什么？", made.pages().getFirst().notes());
        assertEquals(List.of("Gill Sans Nova"), made.missingFonts());
        assertEquals(List.of(), made.incomplete());
        assertEquals(List.of(0, 1, 2, 3, 4), progress.stream().map(Progress::done).toList());

        Document document = PdfReadingTest.done(converter.open(pdf));
        assertEquals(1058, document.pages().getFirst().width(), 1.5, "28 cm, in 1/96 inch");
        assertTrue(words(pdf, 0).startsWith("Fractions and decimals The quick brown fox"), words(pdf, 0));
        assertTrue(words(pdf, 0).contains("One half is ½, the sum is ∑ and a circle has πr²."), words(pdf, 0));
        assertTrue(words(pdf, 3).contains("学而时习之，不亦说乎？"), words(pdf, 3));
        assertTrue(words(pdf, 4).contains("1 × 2"), words(pdf, 4));
        assertFalse(document.pages().get(2).width() > document.pages().get(0).width());
        try (var left = Files.list(folder.resolve("work"))) {
            assertTrue(left.noneMatch(path -> path.getFileName().toString().startsWith("lectern-deck-")));
        }
    }

    @Test
    void clicksBecomePages() throws Exception {
        Path deck = folder.resolve("steps.pptx");
        int[] ids = new int[2];
        try (var show = new XMLSlideShow(); var out = Files.newOutputStream(deck)) {
            XSLFSlide slide = show.createSlide();
            ids[0] = box(slide, "Always", 50, 50).getShapeId();
            XSLFTextBox list = box(slide, "First", 50, 150);
            list.addNewTextParagraph().addNewTextRun().setText("Second");
            list.addNewTextParagraph().addNewTextRun().setText("Third");
            ids[1] = list.getShapeId();
            XSLFSlide hidden = show.createSlide();
            box(hidden, "Skipped", 50, 50);
            hidden.setHidden(true);
            show.write(out);
        }
        String timing = Timing.of(Timing.click(Timing.effect("entr", ids[1], 0), Timing.effect("emph", ids[0], -1)),
                Timing.click(Timing.effect("entr", ids[1], 1)), Timing.click(Timing.effect("emph", ids[0], -1)),
                Timing.click(Timing.effect("entr", ids[1], 2), Timing.effect("exit", ids[0], -1)));
        Path stepped = DeckSamples.changed(deck, folder.resolve("stepped.pptx"),
                Map.of("ppt/slides/slide1.xml", xml -> xml.replace("</p:sld>", timing + "</p:sld>")));
        Path pdf = folder.resolve("stepped.pdf");
        Deck made = PdfReadingTest.done(converter.prepare(stepped, pdf, _ -> {}));
        assertEquals(List.of("0.0", "0.1", "0.2", "0.3", "1.0 hidden"), steps(made));
        assertEquals(List.of("Always", "Always First", "Always First Second", "First Second Third", "Skipped"),
                List.of(words(pdf, 0), words(pdf, 1), words(pdf, 2), words(pdf, 3), words(pdf, 4)));
    }

    @Test
    void linksLeadToTheWebAndToSlides() throws Exception {
        Path deck = folder.resolve("links.pptx");
        try (var show = new XMLSlideShow(); var out = Files.newOutputStream(deck)) {
            XSLFSlide slide = show.createSlide();
            XSLFSlide other = show.createSlide();
            XSLFTextBox box = box(slide, "See ", 100, 100);
            var run = box.getTextParagraphs().getFirst().addNewTextRun();
            run.setText("there");
            run.createHyperlink().linkToUrl("https://example.org/half?a=b");
            box(slide, "Next", 100, 300).createHyperlink().linkToSlide(other);
            show.write(out);
        }
        Path pdf = folder.resolve("links.pdf");
        PdfReadingTest.done(converter.prepare(deck, pdf, _ -> {}));
        var links = PdfReadingTest.done(converter.links(pdf, 0)).links();
        assertEquals(List.of(new PageLinks.ToAddress("https://example.org/half?a=b"), new PageLinks.ToPage(1)),
                links.stream().map(PageLinks.Link::target).toList());
        Box there = PdfReadingTest.done(converter.text(pdf, 0)).words().get(1).box();
        Box link = links.getFirst().box();
        assertEquals(there.x(), link.x(), 2);
        assertEquals(there.width(), link.width(), 3);
        assertTrue(link.y() < there.y() + there.height() && link.y() + link.height() > there.y(), "on its line");
        assertEquals(100 / 0.75, links.get(1).box().x(), 1, "a shape's own place");
    }

    static XSLFTextBox box(XSLFSlide slide, String words, int x, int y) {
        XSLFTextBox box = slide.createTextBox();
        box.setAnchor(new Rectangle(x, y, 400, 90));
        box.setText(words).setFontFamily("DejaVu Sans");
        return box;
    }

    static String words(Path pdf, int page) throws Exception {
        return PdfReadingTest.done(converter.text(pdf, page)).words().stream().map(PageText.Word::text)
                .collect(Collectors.joining(" "));
    }

    private static List<String> steps(Deck deck) {
        return deck.pages().stream().map(page -> page.slide() + "." + page.step() + (page.hidden() ? " hidden" : ""))
                .toList();
    }
}
