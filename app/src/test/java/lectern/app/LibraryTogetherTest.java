package lectern.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import lectern.protocol.board.Page;
import lectern.resources.Language;
import lectern.server.ServerSettings;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.Material;
import lectern.ui.model.Notices;
import lectern.ui.model.Place;
import lectern.ui.model.Prepared;
import lectern.ui.model.Prepared.Use;
import lectern.ui.model.Preview;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.SettingsModel.Theme;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A teacher's folder on disk, prepared before class and put on the board of a real one.
class LibraryTogetherTest {
    @TempDir
    Path folder;

    private Path school() { return folder.resolve("school"); }

    private Desktop window() {
        var settings = ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true);
        return Desktop.open(new Command.Look(Language.ENGLISH, Theme.LIGHT), Guests.sources("Me", 300),
                new Hosting(settings), new Folders(folder, folder.resolve("data")), new Lifetime());
    }

    @Test
    void whatIsPreparedIsOnTheBoardInASecond() throws Exception {
        Files.createDirectories(school().resolve("Year 8"));
        Path pdf = pdf("worksheet.pdf", 4);
        Path deck = deck("slides.pptx", 2);
        Path picture = picture("photo.png");
        Path broken = Files.writeString(school().resolve("broken.pdf"), "%PDF-1.7 and nothing more");
        Files.writeString(school().resolve("notes.txt"), "nothing for a class");
        Path deep = pdf("Year 8/deep.pdf", 1);
        try (var window = window()) {
            var library = window.classroom.library();
            var model = window.model.library;
            run(library::open);
            assertEquals(Screen.LIBRARY, Desktop.onFx(() -> window.model.screen.get()));
            run(() -> library.addFolder(school()));
            assertTrue(Desktop.soon(30, () -> model.files.size() == 4 && !model.reading.get()), "the folder is read");
            assertEquals(List.of(school().resolve("Year 8")), Desktop.onFx(() -> List.copyOf(model.subfolders)));

            var looked = preview(window, pdf);
            assertEquals(4, looked.pages());
            var first = ImageIO.read(new ByteArrayInputStream(looked.picture()));
            assertTrue(Math.max(first.getWidth(), first.getHeight()) >= 360, "sharp");
            assertEquals(2, preview(window, deck).pages());
            assertTrue(preview(window, deck).picture().length > 0);
            assertTrue(preview(window, picture).picture().length > 0);
            assertEquals(Notices.FILE_BROKEN, preview(window, broken).problem());
            assertTrue(preview(window, school().resolve("gone.pdf")).missing());
            byte[] third = Desktop.onFx(() -> library.picture(pdf, 2)).get(60, TimeUnit.SECONDS);
            assertNotNull(ImageIO.read(new ByteArrayInputStream(third)));

            run(() -> library.search("exercise 3"));
            assertTrue(Desktop.soon(60, () -> model.foundInText.stream()
                    .anyMatch(hit -> hit.material().file().equals(pdf) && hit.page() == 2)), "found in its text");
            run(() -> library.search("deep"));
            assertEquals(List.of(deep),
                    Desktop.onFx(() -> model.foundByName.stream().map(Material::file).toList()));

            run(() -> {
                library.search("");
                library.prepare(List.of(picture, pdf, school().resolve("notes.txt")), 0);
                library.move(0, 1);
                library.change(0, Prepared.whole(pdf).with(1, Use.HIDDEN).with(3, Use.LEFT_OUT));
                window.classroom.goHome();
                window.classroom.startClass("Prepared", "Ms. Okafor");
            });
            assertTrue(Desktop.soon(20, () -> window.model.screen.get() == Screen.LOBBY), "the lobby");
            run(window.classroom::enter);
            var board = window.model.lesson.board;
            assertTrue(Desktop.soon(20, () -> board.viewed.get() != null && board.isLoaded(board.viewed.get().id())),
                    "the board");
            assertEquals(1, Desktop.onFx(() -> board.pages.size()), "nothing comes unasked");
            assertFalse(Desktop.onFx(() -> model.room.get()).isEmpty(), "the list is this room's now");
            var list = Desktop.onFx(model::list);
            assertEquals(List.of(pdf, picture), list.stream().map(Prepared::file).toList());

            run(() -> window.classroom.importMaterials(list, board.viewed.get().id()));
            assertTrue(Desktop.soon(60, () -> board.pages.size() == 5 && window.model.lesson.tasks.running.isEmpty()),
                    "three pages of the PDF, and the picture");
            var pages = Desktop.onFx(() -> List.copyOf(board.pages));
            assertEquals(List.of("worksheet 1", "worksheet 2", "worksheet 3", "photo"),
                    pages.subList(1, 5).stream().map(Page::title).toList());
            assertEquals(List.of(false, false, true, false, false), pages.stream().map(Page::hidden).toList());
            assertEquals(pages.get(1).id(), Desktop.onFx(() -> board.current.get()), "its first page is shown");

            run(() -> window.classroom.handOut(Prepared.only(pdf, 3, 4, Use.HIDDEN), null));
            assertTrue(Desktop.soon(60, () -> board.handOut.get() != null), "handed out");
            var worksheet = Desktop.onFx(() -> board.pages.getLast());
            assertTrue(worksheet.hidden(), "and hidden from the class");
            assertEquals(worksheet.id(), Desktop.onFx(() -> board.handOut.get()).worksheet());
            assertEquals(pages.get(1).id(), Desktop.onFx(() -> board.current.get()), "which stays where it was");
        }
        try (var window = window()) { // the next morning
            var library = window.classroom.library();
            var model = window.model.library;
            assertEquals(List.of(school()), Desktop.onFx(() -> List.copyOf(model.folders)));
            run(() -> library.go(new Place.Recent()));
            assertEquals(List.of(pdf, picture),
                    Desktop.onFx(() -> model.files.stream().map(Material::file).limit(2).toList()));
            String room = Desktop.onFx(() -> model.lists.keySet().iterator().next());
            run(() -> model.room.set(room));
            assertEquals(Use.HIDDEN, Desktop.onFx(() -> model.list().getFirst().use(1)));

            Path moved = Files.move(pdf, school().resolve("moved.pdf"));
            assertTrue(preview(window, pdf).missing());
            run(() -> library.found(pdf, moved));
            assertEquals(4, preview(window, moved).pages());
            run(() -> {
                library.remove(Set.of(0));
                assertEquals(1, model.list().size());
                library.undo();
            });
            assertEquals(moved, Desktop.onFx(() -> model.list().getFirst().file()));
            assertEquals(Use.LEFT_OUT, Desktop.onFx(() -> model.list().getFirst().use(3)));

            byte[] before = preview(window, picture).picture();
            assertArrayEquals(before, preview(window, picture).picture());
            Files.delete(picture);
            pdf("photo.png", 2); // another file in its place, whatever its name says
            assertFalse(preview(window, picture).missing());
        }
    }

    @Test
    void aDamagedListIsKeptAndTold() throws Exception {
        Path json = folder.resolve("data").resolve("library").resolve("library.json");
        Files.createDirectories(json.getParent());
        Files.writeString(json, "no list");
        try (var window = window()) {
            assertEquals("library.problem.unreadable",
                    Desktop.onFx(() -> window.model.library.problem.get()).key());
            assertEquals(LibraryModel.COMING, Desktop.onFx(() -> window.model.library.room.get()));
        }
        assertEquals("no list", Files.readString(json.resolveSibling("library.json.unreadable")));
    }

    private static Preview preview(Desktop window, Path file) throws Exception {
        return Desktop.onFx(() -> window.classroom.library().preview(file)).get(60, TimeUnit.SECONDS);
    }

    private Path pdf(String name, int pages) throws IOException {
        Path file = school().resolve(name);
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

    private Path deck(String name, int slides) throws IOException {
        Path file = school().resolve(name);
        try (var deck = new XMLSlideShow(); var out = Files.newOutputStream(file)) {
            for (int i = 1; i <= slides; i++) {
                var box = deck.createSlide().createTextBox();
                box.setAnchor(new Rectangle(60, 60, 400, 100));
                box.setText("Slide " + i);
            }
            deck.write(out);
        }
        return file;
    }

    private Path picture(String name) throws IOException {
        Path file = school().resolve(name);
        var image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillRect(0, 0, 1200, 800);
        g.dispose();
        ImageIO.write(image, "png", file.toFile());
        return file;
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
