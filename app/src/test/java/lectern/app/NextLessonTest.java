package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.server.ServerSettings;
import lectern.ui.model.BoardModel;
import lectern.ui.model.Connection;
import lectern.ui.model.EarlierLesson;
import lectern.ui.model.ScreenModel.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The teacher's window: a class is held, ended, and gone on with from the first screen.
class NextLessonTest {
    @TempDir
    Path folder;
    private Hosting hosting;
    private Desktop window;

    @BeforeEach
    void open() {
        hosting = new Hosting(
                ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true));
        window = Desktop.open(new Command.Look(null, null), Guests.sources("Ms. Okafor", 300), hosting,
                new Folders(folder, folder), new Lifetime());
    }

    @AfterEach
    void close() { window.close(); }

    private void soon(String what, BooleanSupplier condition) throws InterruptedException {
        assertTrue(Desktop.soon(30, condition), what);
    }

    private void fx(Runnable task) {
        Desktop.onFx(() -> {
            task.run();
            return true;
        });
    }

    private void enter() throws InterruptedException {
        soon("the lobby", () -> window.model.screen.get() == Screen.LOBBY
                && window.model.devices.camera.get() != null);
        fx(window.classroom::enter);
        soon("the class and its page", () -> window.model.screen.get() == Screen.CLASS
                && window.model.lesson.board.viewed.get() instanceof Page page
                && window.model.lesson.board.isLoaded(page.id()));
    }

    private ShapeId draw() throws InterruptedException {
        BoardModel board = window.model.lesson.board;
        var id = Desktop.onFx(() -> {
            var shape = new Shape(board.newId(), 1, Frame.at(100, 100), Look.pen("ink", 3),
                    new Form.Ink(2, "AAgCUIA"));
            board.edit(board.viewed.get().id(), List.of(new Change.Add(shape)));
            return shape.id();
        });
        soon("the stroke is in the journal", () -> !board.unsaved.get());
        return id;
    }

    /// The newest edits may come after the page itself.
    private void isThere(ShapeId id) throws InterruptedException {
        BoardModel board = window.model.lesson.board;
        soon("the stroke is there", () -> board.sheet(board.viewed.get().id()).find(id) != null);
    }

    private EarlierLesson listed() throws InterruptedException {
        soon("home lists it", () -> window.model.screen.get() == Screen.HOME
                && window.model.home.earlier.size() == 1);
        return Desktop.onFx(window.model.home.earlier::getFirst);
    }

    @Test
    void aClassIsGoneOnWithFromHome() throws Exception {
        fx(() -> window.classroom.startClass("Maths 5b", "Ms. Okafor"));
        enter();
        ShapeId stroke = draw();
        String link = hosting.links().student();
        fx(window.classroom::endForAll);
        soon("the end", () -> window.model.lesson.connection.get() instanceof Connection.Ended);
        fx(window.classroom::goHome);
        EarlierLesson lesson = listed();
        assertEquals("Maths 5b", lesson.title());
        assertEquals(1, lesson.pages());
        assertFalse(lesson.unfinished());

        fx(() -> window.classroom.lessons().rename(lesson, "Maths 6b"));
        soon("another name", () -> window.model.home.earlier.getFirst().title().equals("Maths 6b"));
        fx(() -> window.classroom.lessons().goOn(lesson, "Ms. Okafor"));
        enter();
        assertEquals("Maths 6b", Desktop.onFx(window.model.lesson.title::get));
        isThere(stroke);
        assertEquals(1, Desktop.onFx(window.model.lesson.people::size));
        assertNotEquals(link, hosting.links().student());
        ShapeId second = draw();
        assertNotEquals(stroke, second);

        // The teacher goes home without ending it: it is still held here and can be gone back to.
        fx(window.classroom::goHome);
        soon("not ended", () -> window.model.home.earlier.getFirst().unfinished());
        String links = hosting.links().student();
        fx(() -> window.classroom.lessons().delete(lesson));
        soon("a class that goes on can't be deleted", () -> window.model.home.lessonsProblem.get() != null);
        fx(() -> window.classroom.lessons().goOn(lesson, "Ms. Okafor"));
        enter();
        isThere(stroke);
        isThere(second);
        assertEquals(links, hosting.links().student());
    }

    @Test
    void aDeletedLessonCanBeTakenBack() throws Exception {
        fx(() -> window.classroom.startClass("Choir", "Ms. Okafor"));
        enter();
        fx(window.classroom::endForAll);
        soon("the end", () -> window.model.lesson.connection.get() instanceof Connection.Ended);
        fx(window.classroom::goHome);
        EarlierLesson lesson = listed();
        fx(() -> window.classroom.lessons().delete(lesson));
        soon("it is gone", () -> window.model.home.earlier.isEmpty() && lesson.equals(window.model.home.deleted.get()));
        assertTrue(Files.exists(folder.resolve("lessons/trash").resolve(lesson.room())));
        fx(() -> window.classroom.lessons().restore(lesson));
        listed();
    }
}
