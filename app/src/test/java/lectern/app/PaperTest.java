package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.collections.ListChangeListener;
import javax.imageio.ImageIO;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.resources.Language;
import lectern.resources.Words;
import lectern.server.ServerSettings;
import lectern.ui.model.BoardModel;
import lectern.ui.model.ExportFormat;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.SettingsModel.Theme;
import lectern.ui.model.Toast;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents come onto the board of a real class, are written on, and go out again.
class PaperTest {
    private static final Words WORDS = Words.in(Language.ENGLISH);
    @TempDir
    Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>(); // the window takes its toasts away
    private Desktop window;
    private BoardModel board;

    @BeforeEach
    void aClassBegins() throws Exception {
        var settings = ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true);
        window = Desktop.open(new Command.Look(Language.ENGLISH, Theme.LIGHT), Guests.sources("Me", 300),
                new Hosting(settings), new Folders(folder, folder), new Lifetime());
        board = window.model.lesson.board;
        run(() -> window.model.lesson.toasts.addListener((ListChangeListener<Toast>) change -> {
            while (change.next()) change.getAddedSubList().forEach(toast -> told.add(WORDS.text(toast.text())));
        }));
        run(() -> window.classroom.startClass("Paper", "Ms. Okafor"));
        assertTrue(Desktop.soon(60, () -> window.model.screen.get() == Screen.LOBBY), "the lobby");
        run(window.classroom::enter);
        assertTrue(Desktop.soon(60, () -> board.viewed.get() != null && board.isLoaded(board.viewed.get().id())),
                "the board");
    }

    @AfterEach
    void itIsOver() {
        if (window != null) window.close();
        assertEquals(0, readers(), "the reading processes ended with the window");
    }

    @Test
    void aPdfIsImportedWrittenOnAndExported() throws Exception {
        run(() -> window.classroom.importFiles(List.of(Papers.pdf(folder.resolve("worksheet.pdf"), 6))));
        imported(7);
        var pages = Desktop.onFx(() -> List.copyOf(board.pages));
        for (int i = 1; i < 7; i++) {
            var ground = assertInstanceOf(Ground.Document.class, pages.get(i).ground());
            assertEquals(i - 1, ground.number());
            assertEquals("worksheet " + i, pages.get(i).title());
            assertEquals(793.7, pages.get(i).width(), 0.1);
        }
        assertTrue(Desktop.soon(60, () -> pages.get(1).id().equals(board.current.get())), "its first page is shown");
        var document = (Ground.Document) pages.get(1).ground();
        var picture = ImageIO.read(new ByteArrayInputStream(window.classroom.files().picture(document.document(), 0, 1)
                .toCompletableFuture().get(30, TimeUnit.SECONDS)));
        assertEquals(1588, picture.getWidth());

        PageId written = pages.get(2).id();
        run(() -> board.lookAt(written));
        assertTrue(Desktop.soon(60, () -> board.isLoaded(written)), "the second page");
        run(() -> draw(written));
        assertTrue(Desktop.soon(60, () -> !board.unsaved.get()), "the server has it");
        run(() -> board.lookAt(pages.get(0).id()));

        Path pdf = folder.resolve("out.pdf");
        run(() -> window.classroom.export(ExportFormat.PDF, pages.stream().map(Page::id).toList(), pdf));
        assertTrue(Desktop.soon(60, () -> told("Exported: out.pdf")), "exported");
        try (PDDocument exported = Loader.loadPDF(pdf.toFile())) {
            assertEquals(7, exported.getNumberOfPages());
            String text = new PDFTextStripper().getText(exported);
            for (int i = 1; i <= 6; i++) assertTrue(text.contains("Exercise " + i), text);
            assertEquals(1200, exported.getPage(0).getMediaBox().getWidth(), 1); // 1600 units
            assertEquals(595.3, exported.getPage(2).getMediaBox().getWidth(), 0.5);
            var image = new PDFRenderer(exported).renderImageWithDPI(2, 96);
            assertEquals(0xd0342c, image.getRGB(200, 400) & 0xffffff, "the stroke is on it");
        }
        Path pictures = folder.resolve("pictures");
        run(() -> window.classroom.export(ExportFormat.PNG,
                pages.subList(1, 4).stream().map(Page::id).toList(), pictures));
        assertTrue(Desktop.soon(60, () -> told("Exported: pictures")), "exported as pictures");
        try (var files = Files.list(pictures)) {
            assertEquals(List.of("001 worksheet 1.png", "002 worksheet 2.png", "003 worksheet 3.png"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        var image = ImageIO.read(pictures.resolve("002 worksheet 2.png").toFile());
        assertEquals(0xffd0342c, image.getRGB(2 * 200, 2 * 400), "the stroke is on it");
        boolean dark = false;
        for (int x = 2 * 80; x < 2 * 250; x++) dark |= (image.getRGB(x, 2 * 100) & 0xff) < 100;
        assertTrue(dark, "and the page's own text");
    }

    @Test
    void aDeckComesWithItsNotes() throws Exception {
        run(() -> window.classroom.importFiles(List.of(Papers.deck(folder.resolve("Optics.pptx"), 3))));
        imported(4);
        var pages = Desktop.onFx(() -> List.copyOf(board.pages));
        assertEquals("Optics – slide 1", pages.get(1).title());
        assertEquals(List.of(false, false, true, false), pages.stream().map(Page::hidden).toList());
        var notes = Desktop.onFx(() -> window.model.lesson.materials.of(pages.get(3)));
        assertNotNull(notes);
        assertEquals("Say 3", notes.notes());
        run(() -> window.model.lesson.materials.outlines.clear()); // as for somebody who comes later
        run(() -> board.lookAt(pages.get(3).id()));
        assertTrue(Desktop.soon(60, () -> window.model.lesson.materials.of(pages.get(3)) != null), "notes again");

        assertTrue(Desktop.soon(20, () -> board.isLoaded(pages.get(3).id())), "the third slide");
        run(() -> draw(pages.get(3).id()));
        assertTrue(Desktop.soon(20, () -> !board.unsaved.get()), "the server has it");
        Path pdf = folder.resolve("deck.pdf");
        run(() -> window.classroom.export(ExportFormat.PDF, List.of(pages.get(3).id()), pdf));
        assertTrue(Desktop.soon(120, () -> told("Exported: deck.pdf")), "exported");
        try (PDDocument exported = Loader.loadPDF(pdf.toFile())) {
            assertEquals("Slide 3", new PDFTextStripper().getText(exported).strip());
            var image = new PDFRenderer(exported).renderImageWithDPI(0, 96);
            assertEquals(0xd0342c, image.getRGB(200, 400) & 0xffffff, "the stroke is on it");
        }
    }

    @Test
    void anImportThatIsCancelledLeavesNothing() throws Exception {
        Path book = Papers.pdf(folder.resolve("book.pdf"), 900);
        run(() -> window.classroom.importFiles(List.of(book)));
        assertTrue(Desktop.soon(60, () -> board.pages.size() > 2), "it has begun");
        run(() -> window.model.lesson.tasks.running.getFirst().cancel());
        assertTrue(Desktop.soon(60, () -> window.model.lesson.tasks.running.isEmpty()), "it ends");
        assertTrue(Desktop.soon(60, () -> board.pages.size() == 1), "what had come is taken back");
        assertFalse(Desktop.onFx(() -> told("can’t be imported")), "without a complaint");
    }

    @Test
    void whatIsNotTakenIsSaidInWords() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.pdf"), "no PDF");
        Path huge = folder.resolve("huge.pdf");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 30); // takes no room
        }
        Path nothing = Files.createFile(folder.resolve("nothing.pdf"));
        Path drawing = Files.writeString(folder.resolve("drawing.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'><rect width='99' height='99'/></svg>");
        Path photo = Files.writeString(folder.resolve("photo.heic"), "\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
        Path sheet = Files.copy(drawing, folder.resolve("sheet.svg"));
        run(() -> window.classroom.importFiles(
                List.of(broken, sheet, huge, nothing, photo, folder.resolve("gone.pdf"), folder, drawing)));
        imported(3);
        assertTrue(Desktop.onFx(() -> told("photo.heic can’t be imported: Photos in Apple’s format (HEIC)")), "HEIC");
        assertTrue(Desktop.onFx(() -> told("JPEG")), "and what to do");
        assertTrue(Desktop.onFx(() -> told("huge.pdf can’t be imported: The file is too large")), "large");
        assertTrue(Desktop.onFx(() -> told("nothing.pdf can’t be imported: There is nothing in it")), "empty");
        assertTrue(Desktop.onFx(() -> told("gone.pdf can’t be imported: It isn’t there")), "gone");
        assertTrue(Desktop.onFx(() -> told("broken.pdf can’t be imported: ")), "broken");
        assertEquals("drawing", Desktop.onFx(() -> board.pages.getLast().title()));
    }

    /// Waits until the import is over and so many pages are there.
    private void imported(int pages) throws InterruptedException {
        assertTrue(Desktop.soon(120, () -> board.pages.size() == pages && window.model.lesson.tasks.running.isEmpty()),
                () -> Desktop.onFx(() -> board.pages.size()) + " pages; told: " + told);
    }

    private static long readers() {
        return ProcessHandle.current().children()
                .filter(child -> child.info().commandLine().orElse("").contains("lectern.materials.ReaderMain"))
                .count();
    }

    private void draw(PageId page) {
        int[] across = new int[41];
        int[] pressure = new int[41];
        for (int i = 0; i < across.length; i++) {
            across[i] = i * 20;
            pressure[i] = InkPoints.FULL;
        }
        var ink = new Form.Ink(2, InkCode.encode(new InkPoints(across, new int[41], pressure)));
        board.edit(page, List.of(new Change.Add(new Shape(board.newId(), board.orderAboveAll(page),
                Frame.at(100, 400), Look.pen("#d0342c", 10), ink))));
    }

    private boolean told(String words) { return told.stream().anyMatch(text -> text.contains(words)); }

    private interface Step {
        void run() throws Exception;
    }

    private static void run(Step step) {
        Desktop.onFx(() -> {
            step.run();
            return true;
        });
    }
}
