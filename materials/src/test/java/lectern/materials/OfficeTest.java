package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What LibreOffice is there for, and what it may not do.
class OfficeTest {
    private static final String LETTER = "<?xml version='1.0' encoding='UTF-8'?>\n<office:document"
            + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
            + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
            + " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'"
            + " xmlns:xlink='http://www.w3.org/1999/xlink' office:version='1.3'"
            + " office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>";
    @TempDir
    static Path folder;
    private static Converter converter;

    @BeforeAll
    static void start() { converter = Converter.start(ConverterSettings.in(folder.resolve("work"))); }

    @AfterAll
    static void end() throws IOException {
        converter.close();
        try (var left = Files.list(folder.resolve("work"))) {
            assertEquals(List.of(), left.toList(), "nothing is left of profiles, copies and half-made files");
        }
    }

    @Test
    void lettersAndTablesBecomePages() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.fodt"),
                LETTER + "<text:p>Dear class, 同学们好</text:p></office:text></office:body></office:document>");
        for (String kind : new String[]{ "docx", "doc", "odt", "rtf"}) {
            Path file = DeckSamples.converted(letter, kind);
            Path pdf = folder.resolve("letter-" + kind + ".pdf");
            Deck made = PdfReadingTest.done(converter.prepare(file, pdf, _ -> {}));
            assertEquals(List.of(new Deck.Page(0, 0, false, "")), made.pages(), kind);
            assertTrue(words(pdf, 0).startsWith("Dear class, 同学们好"), kind);
        }
        Path table = Files.writeString(folder.resolve("table.csv"), "name,marks\nAda,11\nEmmy,12\n");
        for (String kind : new String[]{ "xlsx", "xls", "ods"}) {
            Path pdf = folder.resolve("table-" + kind + ".pdf");
            PdfReadingTest.done(converter.prepare(DeckSamples.converted(table, kind), pdf, _ -> {}));
            assertTrue(words(pdf, 0).contains("Emmy 12"), kind + ": " + words(pdf, 0));
        }
    }

    @Test
    void olderDecksKeepTheirNotes() throws Exception {
        Path flat = DeckSamples.lesson(folder.resolve("lesson.fodp"));
        for (String kind : new String[]{ "odp", "ppt"}) {
            Path pdf = folder.resolve("lesson-" + kind + ".pdf");
            Deck made = PdfReadingTest.done(converter.prepare(DeckSamples.converted(flat, kind), pdf, _ -> {}));
            assertEquals(5, made.pages().size(), kind);
            assertEquals("Ask what a half is. 问：一半是什么？", made.pages().getFirst().notes(), kind);
            assertTrue(words(pdf, 3).contains("学而时习之"), kind);
        }
    }

    @Test
    void whatPoiCannotDrawIsTakenFromLibreOffice() throws Exception {
        Path deck = chart(folder.resolve("chart.pptx"));
        Path pdf = folder.resolve("chart.pdf");
        Deck whole = PdfReadingTest.done(converter.prepare(deck, pdf, _ -> {}));
        assertEquals(List.of(), whole.incomplete());
        assertTrue(words(pdf, 0).contains("Marks"), "the chart's own words: " + words(pdf, 0));
        assertEquals("After it", words(pdf, 1));
        try (var without = Converter.start(ConverterSettings.in(folder.resolve("work")), Optional::empty)) {
            Deck made = PdfReadingTest.done(without.prepare(deck, pdf, _ -> {}));
            assertEquals(List.of(new Deck.Incomplete(0, List.of(Deck.Part.CHART))), made.incomplete());
            assertEquals(2, made.pages().size());
            assertFalse(words(pdf, 0).contains("Marks"));
        }
    }

    @Test
    void withoutLibreOfficeItIsNamed() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.rtf"), "{\\rtf1 Dear class}");
        try (var without = Converter.start(ConverterSettings.in(folder.resolve("work")), Optional::empty)) {
            Refusal why = PdfReadingTest.why(without.prepare(letter, folder.resolve("none.pdf"), _ -> {}));
            assertEquals(Refusal.NEEDS_OFFICE, why);
            assertTrue(why.words().contains("LibreOffice"));
            assertFalse(Files.exists(folder.resolve("none.pdf")));
        }
    }

    @Test
    void nobodyIsCalledFromWithinAFile() throws Exception {
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String there = "http://127.0.0.1:" + listener.getLocalPort() + "/a.png";
            Path secret = Files.write(folder.resolve("secret.png"), DeckSamples.photo(300, 300, "png"));
            for (String address : new String[]{ there, secret.toUri().toString()}) {
                Path letter = Files.writeString(folder.resolve("linked.fodt"),
                        LETTER + "<text:p>Linked<draw:frame svg:width='5cm' svg:height='5cm'><draw:image xlink:href='"
                                + address + "' xlink:type='simple' xlink:actuate='onLoad'/></draw:frame></text:p>"
                                + "<text:section text:name='a'><text:section-source xlink:href='" + address
                                + "'/><text:p>x</text:p></text:section></office:text></office:body></office:document>");
                Path odt = DeckSamples.changed(DeckSamples.converted(Files.writeString(folder.resolve("plain.fodt"),
                        LETTER + "<text:p>Linked</text:p></office:text></office:body></office:document>"), "odt"),
                        folder.resolve("linked.odt"), Map.of("content.xml", _ -> content(letter)));
                Path docx = docx(address);
                Path pptx = linked(address);
                for (Path file : List.of(odt, docx, pptx)) {
                    Path pdf = folder.resolve("linked.pdf");
                    PdfReadingTest.done(converter.prepare(file, pdf, _ -> {}));
                    assertTrue(words(pdf, 0).startsWith("Linked"), file.toString());
                    assertFalse(hasPicture(pdf), file + " shows what stands elsewhere on this machine");
                }
            }
            listener.setSoTimeout(500);
            try (var caller = listener.accept()) {
                throw new AssertionError("somebody called: " + caller);
            } catch (SocketTimeoutException nobody) {
                // as it should be
            }
        }
    }

    @Test
    void whoCancelsLeavesNothingBehind() throws Exception {
        Path deck = DeckSamples.converted(DeckSamples.lesson(folder.resolve("cancelled.fodp")), "odp");
        Path pdf = folder.resolve("cancelled.pdf");
        var begun = new CompletableFuture<Void>();
        CompletableFuture<Outcome<Deck>> first = converter.prepare(deck, pdf, _ -> begun.complete(null));
        first.cancel(true);
        var second = converter.prepare(deck, pdf, _ -> begun.complete(null));
        begun.get();
        second.cancel(true);
        Deck third = PdfReadingTest.done(converter.prepare(deck, folder.resolve("third.pdf"), _ -> {}));
        assertEquals(5, third.pages().size());
        assertFalse(Files.exists(pdf));
    }

    private static Path chart(Path file) throws IOException {
        try (var show = new XMLSlideShow(); var out = Files.newOutputStream(file)) {
            var slide = show.createSlide();
            DeckTest.box(slide, "A chart", 50, 20);
            var chart = show.createChart(slide);
            chart.setTitleText("Marks");
            chart.setTitleOverlay(false);
            var names = org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory
                    .fromArray(new String[]{ "Ada", "Emmy"}, "Sheet1!$A$2:$A$3", 0);
            var marks = org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory
                    .fromArray(new Double[]{ 11.0, 12.0}, "Sheet1!$B$2:$B$3", 1);
            var pie = chart.createData(org.apache.poi.xddf.usermodel.chart.ChartTypes.PIE, null, null);
            pie.addSeries(names, marks).setTitle("Marks", null);
            chart.plot(pie);
            slide.addChart(chart, new java.awt.Rectangle(914_400, 1_200_000, 5_000_000, 4_000_000));
            DeckTest.box(show.createSlide(), "After it", 50, 50);
            show.write(out);
        }
        return file;
    }

    private static String content(Path flat) {
        try {
            return Files.readString(flat).replace("office:document ", "office:document-content ")
                    .replace("</office:document>", "</office:document-content>")
                    .replaceAll(" office:mimetype=\"[^\"]*\"", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path docx(String address) throws Exception {
        Path plain = DeckSamples.converted(Files.writeString(folder.resolve("picture.fodt"), LETTER
                + "<text:p>Linked<draw:frame svg:width='5cm' svg:height='5cm'><draw:image><office:binary-data>"
                + java.util.Base64.getEncoder().encodeToString(DeckSamples.photo(60, 60, "png"))
                + "</office:binary-data></draw:image></draw:frame></text:p></office:text></office:body></office:document>"),
                "docx");
        return DeckSamples.changed(plain, folder.resolve("linked.docx"), Map.of("word/document.xml",
                xml -> xml.replaceAll("r:embed=\"", "r:link=\""), "word/_rels/document.xml.rels",
                xml -> xml.replaceAll("Target=\"media/[^\"]*\"",
                        "Target=\"" + address + "\" TargetMode=\"External\"")));
    }

    private static Path linked(String address) throws IOException {
        Path file = folder.resolve("picture.pptx");
        try (var show = new XMLSlideShow(); var out = Files.newOutputStream(file)) {
            var slide = show.createSlide();
            DeckTest.box(slide, "Linked", 50, 20);
            slide.createPicture(show.addPicture(DeckSamples.photo(60, 60, "png"),
                    org.apache.poi.sl.usermodel.PictureData.PictureType.PNG))
                    .setAnchor(new java.awt.Rectangle(50, 200, 100, 100));
            show.createChart(slide).setTitleText("so that LibreOffice reads it, too");
            show.write(out);
        }
        return DeckSamples.changed(file, folder.resolve("linked.pptx"), Map.of("ppt/slides/slide1.xml",
                xml -> xml.replaceAll("r:embed=\"", "r:link=\""), "ppt/slides/_rels/slide1.xml.rels",
                xml -> xml.replaceAll("Target=\"[^\"]*media/[^\"]*\"",
                        "Target=\"" + address + "\" TargetMode=\"External\"")));
    }

    private static boolean hasPicture(Path pdf) throws IOException {
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            return hasPicture(document.getPage(0).getResources());
        }
    }

    private static boolean hasPicture(org.apache.pdfbox.pdmodel.PDResources resources) throws IOException {
        for (var name : resources.getXObjectNames()) {
            var object = resources.getXObject(name);
            if (object instanceof org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject it && it.getWidth() == 300)
                return true;
            if (object instanceof org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form
                    && form.getResources() != null
                    && hasPicture(form.getResources()))
                return true;
        }
        return false;
    }

    private static String words(Path pdf, int page) throws Exception {
        return PdfReadingTest.done(converter.text(pdf, page)).words().stream().map(PageText.Word::text)
                .collect(Collectors.joining(" "));
    }
}
