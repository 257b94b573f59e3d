package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PDF comes onto the board of a real class, is written on, and goes out again.
class PaperTest {
    private static final Words WORDS = Words.in(Language.ENGLISH);
    @TempDir
    Path folder;

    @Test
    void aPdfIsImportedWrittenOnAndExported() throws Exception {
        var settings = ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true);
        try (var window = Desktop.open(new Command.Look(Language.ENGLISH, Theme.LIGHT), Guests.sources("Me", 300),
                new Hosting(settings), new Folders(folder, folder), new Lifetime())) {
            run(() -> window.classroom.startClass("Paper", "Ms. Okafor"));
            assertTrue(Desktop.soon(20, () -> window.model.screen.get() == Screen.LOBBY), "the lobby");
            assertTrue(Desktop.soon(20, () -> readers() == 1), "the reading process is there before it is needed");
            run(window.classroom::enter);
            var board = window.model.lesson.board;
            assertTrue(Desktop.soon(20, () -> board.viewed.get() != null && board.isLoaded(board.viewed.get().id())),
                    "the board");

            run(() -> window.classroom.importFiles(List.of(worksheet())));
            assertTrue(Desktop.soon(30, () -> board.pages.size() == 4 && window.model.lesson.tasks.running.isEmpty()),
                    "three pages came");
            var pages = Desktop.onFx(() -> List.copyOf(board.pages));
            for (int i = 1; i < 4; i++) {
                var ground = assertInstanceOf(Ground.Picture.class, pages.get(i).ground());
                assertEquals("worksheet", pages.get(i).title());
            }
            assertEquals(pages.get(1).id(), Desktop.onFx(() -> board.current.get()), "its first page is shown");

            PageId written = pages.get(2).id();
            run(() -> board.lookAt(written));
            assertTrue(Desktop.soon(20, () -> board.isLoaded(written)), "the second page");
            run(() -> draw(board, written));
            assertTrue(Desktop.soon(20, () -> !board.unsaved.get()), "the server has it");
            run(() -> board.lookAt(pages.get(0).id()));

            Path pdf = folder.resolve("out.pdf");
            run(() -> window.classroom.export(ExportFormat.PDF, pages.stream().map(Page::id).toList(), pdf));
            assertTrue(Desktop.soon(30, () -> told(window, "Exported: out.pdf")), "exported");
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                assertEquals(4, document.getNumberOfPages());
                String text = new PDFTextStripper().getText(document);
                for (int i = 1; i <= 3; i++) assertTrue(text.contains("Exercise " + i), text);
            }
            Path pictures = folder.resolve("pictures");
            run(() -> window.classroom.export(ExportFormat.PNG, pages.stream().map(Page::id).toList(), pictures));
            assertTrue(Desktop.soon(30, () -> told(window, "Exported: pictures")), "exported as pictures");
            try (var files = Files.list(pictures)) {
                assertEquals(List.of("001.png", "002 worksheet.png", "003 worksheet.png", "004 worksheet.png"),
                        files.map(file -> file.getFileName().toString()).sorted().toList());
            }
            var image = javax.imageio.ImageIO.read(pictures.resolve("003 worksheet.png").toFile());
            assertEquals(0xffd0342c, image.getRGB(2 * 200, 2 * 400), "the stroke is on it");

            Path broken = Files.writeString(folder.resolve("broken.pdf"), "no PDF");
            run(() -> window.classroom.importFiles(List.of(broken)));
            assertTrue(Desktop.soon(20, () -> told(window,
                    "broken.pdf can’t be imported: It is damaged, or not what its name says.")), "words");
            Path vector = Files.writeString(folder.resolve("drawing.svg"), "<svg/>");
            run(() -> window.classroom.importFiles(List.of(vector, folder.resolve("gone.pdf"))));
            assertTrue(Desktop.soon(20, () -> told(window, "drawing.svg can’t be imported: Files of this kind")),
                    "kind");
            assertTrue(Desktop.soon(20, () -> told(window, "gone.pdf can’t be imported: It isn’t there")), "gone");
            assertEquals(4, Desktop.onFx(() -> board.pages.size()));
        }
        assertEquals(0, readers(), "the reading process ended with the window");
    }

    @Test
    void anImportCanBeCancelled() throws Exception {
        var settings = ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true);
        try (var window = Desktop.open(new Command.Look(Language.ENGLISH, Theme.LIGHT), Guests.sources("Me", 300),
                new Hosting(settings), new Folders(folder, folder), new Lifetime())) {
            run(() -> window.classroom.startClass("Paper", "Ms. Okafor"));
            assertTrue(Desktop.soon(20, () -> window.model.screen.get() == Screen.LOBBY), "the lobby");
            run(window.classroom::enter);
            var board = window.model.lesson.board;
            assertTrue(Desktop.soon(20, () -> board.viewed.get() != null), "the board");
            Path book = pdf("book.pdf", 200);
            run(() -> window.classroom.importFiles(List.of(book)));
            assertTrue(Desktop.soon(30, () -> board.pages.size() > 2), "it has begun");
            run(() -> window.model.lesson.tasks.running.getFirst().cancel());
            assertTrue(Desktop.soon(20, () -> window.model.lesson.tasks.running.isEmpty()), "it ends");
            assertTrue(Desktop.onFx(() -> board.pages.size()) < 150, "before its end");
            assertFalse(Desktop.onFx(() -> told(window, "can’t be imported")), "without a complaint");
        }
    }

    private static long readers() {
        return ProcessHandle.current().children()
                .filter(child -> child.info().commandLine().orElse("").contains("lectern.materials.ReaderMain"))
                .count();
    }

    private static void draw(BoardModel board, PageId page) {
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

    private Path worksheet() throws IOException { return pdf("worksheet.pdf", 3); }

    private Path pdf(String name, int pages) throws IOException {
        Path file = folder.resolve(name);
        try (var document = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                    content.newLineAtOffset(60, 760);
                    content.showText("Exercise " + i);
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static boolean told(Desktop window, String words) {
        return window.model.lesson.toasts.stream().map(Toast::text).map(WORDS::text)
                .anyMatch(text -> text.contains(words));
    }

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
