package lectern.app;

import static lectern.app.TeacherAndBen.SOON;
import static lectern.app.TeacherAndBen.check;
import static lectern.app.TeacherAndBen.figures;
import static lectern.app.TeacherAndBen.onFx;
import static lectern.app.TeacherAndBen.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.ui.model.ExportFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;

/// A lesson with a book and a deck: the teacher drops them onto the window, Ben sees them in Chromium, page by page.
public final class MaterialsScenario {
    private static final int PAGES = 200;
    private static final int TURNS = 12;

    private final TeacherAndBen both;
    private final ChromiumBoard ben;
    private final BoardWindow teacher;
    private final Path folder;
    private final Map<String, List<Double>> measured = new java.util.LinkedHashMap<>();

    public static void main(String[] arguments) {
        int status = 1;
        try {
            Path folder = Files.createTempDirectory("lectern-materials");
            try (var both = new TeacherAndBen(folder)) {
                both.play("materials", new MaterialsScenario(both, folder)::run);
                System.out.println("materials: done");
                status = 0;
            }
        } catch (Throwable failure) {
            failure.printStackTrace();
        }
        System.exit(status);
    }

    private MaterialsScenario(TeacherAndBen both, Path folder) {
        this.both = both;
        this.folder = folder;
        ben = both.ben;
        teacher = both.teacher;
    }

    private void run() throws Exception {
        theBookIsThereAtOnce();
        pagesAreTurned();
        aPageIsSharpAndWrittenOn();
        itIsFound();
        itGoesOutWithTheInk();
        theDeckComesStepByStep();
        aBrokenFileIsToldOfAndTheClassGoesOn();
        figures(measured);
    }

    private void theBookIsThereAtOnce() throws Exception {
        Path book = book();
        ben.lookFor(blockX(0), blockY(0));
        double droppedMs = BoardWindow.nowMs();
        onFx(() -> both.desktop.classroom.importFiles(List.of(book)));
        Await.until("the book's first page at Ben's", Duration.ofSeconds(30), () -> ben.number("seenMs") > 0);
        measured.put("dropToPage", List.of(ben.number("seenMs") - droppedMs));
        until("and on the display", () -> teacher.isDark(blockX(0), blockY(0)));
        both.picture("materials-chromium-book");
        Await.until("all pages", Duration.ofSeconds(60), () -> Desktop.onFx(() -> bookPages().size() == PAGES
                && both.desktop.model.lesson.tasks.running.isEmpty()));
        teacher.picture("materials-class-book");
    }

    /// Pages that nobody has looked at, and then the same ones again.
    private void pagesAreTurned() {
        for (String round : List.of("turnCold", "turnCached")) {
            var ms = new ArrayList<Double>();
            for (int turn = 1; turn <= TURNS; turn++) {
                int number = turn * 13;
                PageId page = Desktop.onFx(() -> bookPages().get(number).id());
                ben.lookFor(blockX(number), blockY(number));
                double turnedMs = BoardWindow.nowMs();
                onFx(() -> teacher.model.turnTo(page));
                until("page " + number + " at Ben's", () -> ben.number("seenMs") > 0);
                ms.add(ben.number("seenMs") - turnedMs);
                until("and on the display", () -> teacher.isDark(blockX(number), blockY(number)));
            }
            measured.put(round, ms);
        }
    }

    private void aPageIsSharpAndWrittenOn() throws Exception {
        teacher.type(KeyCode.P);
        teacher.drag(100, 600, 500, 640);
        teacher.check("a stroke is on the page", () -> teacher.shapes().size() == 1);
        until("and painted at Ben's", () -> ben.isDark(300, 620));
        until("the same at both", () -> ben.hash() == teacher.hash());
        double zoom = teacher.zoom();
        while (teacher.zoom() < 4 * zoom) teacher.scroll(200, 150, 2);
        until("Ben, who follows, looks as near", () -> ben.number("theBoard.surface.view.zoom") > 2 * zoom);
        teacher.picture("materials-class-near");
        both.picture("materials-chromium-near");
        teacher.command(KeyCode.DIGIT0);
        teacher.check("the whole page again", () -> Math.abs(teacher.model.zoom.get() - zoom) < 1e-9);
    }

    private void itIsFound() throws Exception {
        var hits = both.desktop.classroom.files().search("chapter 150").toCompletableFuture().get();
        PageId there = Desktop.onFx(() -> bookPages().get(150).id());
        check(hits.size() == 1 && hits.getFirst().page().equals(there), "one hit: " + hits);
        check(!hits.getFirst().places().isEmpty(), "and where it stands");
    }

    private void itGoesOutWithTheInk() throws Exception {
        Path out = folder.resolve("out.pdf");
        PageId page = teacher.viewed();
        int number = ((Ground.Document) Desktop.onFx(() -> teacher.model.viewed.get().ground())).number();
        onFx(() -> both.desktop.classroom.export(ExportFormat.PDF, List.of(page), out));
        Await.until("exported", Duration.ofSeconds(30), () -> Files.exists(out));
        try (PDDocument document = Loader.loadPDF(out.toFile())) {
            check(document.getNumberOfPages() == 1, "one page");
            check(new PDFTextStripper().getText(document).contains("Chapter " + number), "its text is text");
            check(Math.abs(document.getPage(0).getMediaBox().getWidth() - PDRectangle.A4.getWidth()) < 1, "its size");
        }
    }

    private void theDeckComesStepByStep() throws Exception {
        Path deck = Decks.threeSlides(folder.resolve("fractions.pptx"));
        onFx(() -> both.desktop.classroom.importFiles(List.of(deck)));
        Await.until("the deck is on the board", Duration.ofSeconds(60), () -> Desktop.onFx(
                () -> teacher.model.viewed.get().ground() instanceof Ground.Document(var document, _)
                        && !document.equals(((Ground.Document) bookPages().getFirst().ground()).document())
                        && both.desktop.model.lesson.tasks.running.isEmpty()));
        until("Ben is with it", () -> ben.viewed().equals(teacher.viewed().value()));
        until("and sees its block", () -> ben.isDark(Decks.BLOCK_X, Decks.BLOCK_Y));
        teacher.picture("materials-class-deck");
        both.picture("materials-chromium-deck");
    }

    private void aBrokenFileIsToldOfAndTheClassGoesOn() throws Exception {
        Path broken = folder.resolve("broken.pdf");
        byte[] book = Files.readAllBytes(folder.resolve("book.pdf"));
        Files.write(broken, java.util.Arrays.copyOf(book, 400));
        int pages = Desktop.onFx(() -> teacher.model.pages.size());
        onFx(() -> both.desktop.classroom.importFiles(List.of(broken)));
        teacher.check("the teacher is told", () -> both.desktop.model.lesson.toasts.stream()
                .anyMatch(toast -> toast.toString().contains("broken.pdf")));
        check(Desktop.onFx(() -> teacher.model.pages.size()) == pages, "nothing of it is there");
        teacher.type(KeyCode.P);
        int before = teacher.shapes().size();
        teacher.drag(100, 100, 300, 100);
        teacher.check("the class goes on", () -> teacher.shapes().size() == before + 1);
        until("at Ben's, too", () -> ben.hash() == teacher.hash());
    }

    /// In the book's order.
    private List<Page> bookPages() {
        return teacher.model.pages.stream().filter(page -> page.title().startsWith("book")).toList();
    }

    private static double blockX(int number) { return 100 + 50 * (number % 7) + 20; }

    private static double blockY(int number) { return 200 + 30 * (number % 11) + 10; }

    /// Each page has its number as text and a block of its own.
    private Path book() throws IOException {
        Path file = folder.resolve("book.pdf");
        try (var document = new PDDocument()) {
            var font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
            for (int number : IntStream.range(0, PAGES).toArray()) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    double points = 0.75;
                    double height = PDRectangle.A4.getHeight();
                    content.addRect((float) ((blockX(number) - 20) * points),
                            (float) (height - (blockY(number) + 10) * points), (float) (40 * points),
                            (float) (20 * points));
                    content.fill();
                    content.beginText();
                    content.setFont(font, 24);
                    content.newLineAtOffset(60, (float) height - 80);
                    content.showText("Chapter " + number);
                    content.setFont(font, 11);
                    content.setLeading(14);
                    content.newLineAtOffset(0, -380);
                    for (int line = 0; line < 24; line++) {
                        content.showText("Line " + line + " of a text that goes on and on, as the texts of books do.");
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }
}
