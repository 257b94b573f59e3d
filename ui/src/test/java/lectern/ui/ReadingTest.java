package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import lectern.protocol.Role;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;
import lectern.ui.board.BoardSurface;
import lectern.ui.board.ScriptedDeck;
import lectern.ui.model.BoardModel;
import lectern.whiteboard.tool.ToolKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The words and links of a document's page on the board.
class ReadingTest {
    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;
    private final BoardModel model = classroom.model.lesson.board;
    private ScriptedBoard board;
    private BoardSurface surface;

    @AfterEach
    void close() { screening.close(); }

    @Test
    void aStudentWhoMayNotDrawSelectsAndCopies() {
        open(Role.STUDENT);
        assertFalse(onFx(() -> model.mayDraw.get()));
        press("tool-words");
        assertEquals(ToolKind.WORDS, onFx(() -> model.tool.get()));
        drag(word(2), word(6));
        copy();
        assertEquals("A quadratic function is f(x)", clipboard());
        click(word(3), 2);
        copy();
        assertEquals("quadratic", clipboard());
        click(word(3), 3);
        copy();
        assertEquals("A quadratic function is f(x) = ax² + bx + c", clipboard());
        click(word(0), 2);
        onFx(() -> mouse(MouseEvent.MOUSE_PRESSED, word(3), 1, true));
        onFx(() -> mouse(MouseEvent.MOUSE_RELEASED, word(3), 1, true));
        copy();
        assertEquals("Quadratic functions\nA quadratic", clipboard(), "shift goes on from there");
        key(KeyCode.A, true);
        copy();
        assertTrue(clipboard().endsWith("Read more about parabolas"), clipboard());
    }

    @Test
    void theSelectionIsSeenAndGoes() {
        open(Role.WATCHER);
        press("tool-words");
        var at = beside(word(3));
        int paper = pixel(at);
        drag(word(2), word(6));
        assertNotEquals(paper, pixel(at));
        key(KeyCode.ESCAPE, false);
        assertEquals(paper, pixel(at));
        drag(word(2), word(6));
        press("tool-hand");
        assertEquals(paper, pixel(at), "another tool");
    }

    @Test
    void aPageWithoutTextSaysSo() {
        open(Role.STUDENT);
        press("tool-words");
        assertFalse(find("#words-hint").isVisible());
        onFx(() -> model.lookAt(new PageId("g6")));
        assertTrue(find("#words-hint").isVisible());
        assertEquals("There is no text to select on this page",
                onFx(() -> ((Label) screening.find("#words-hint")).getText()));
        press("tool-hand");
        assertFalse(find("#words-hint").isVisible());
    }

    @Test
    void anAddressIsAskedAbout() {
        open(Role.STUDENT);
        press("tool-hand");
        var link = centre(ScriptedDeck.text(0).links().getFirst().place());
        onFx(() -> mouse(MouseEvent.MOUSE_MOVED, link, 0, false));
        assertEquals(Cursor.HAND, onFx(() -> surface.getCursor()));
        assertEquals(ScriptedDeck.ADDRESS, onFx(() -> ((Label) screening.find("#link-tip")).getText()));
        onFx(() -> mouse(MouseEvent.MOUSE_MOVED, word(3), 0, false));
        assertNotEquals(Cursor.HAND, onFx(() -> surface.getCursor()));
        assertFalse(find("#link-tip").isVisible());

        drag(link, link.add(30, 0));
        assertNull(onFx(() -> screening.root().lookup("#link-open")), "that was a pan");
        click(centre(ScriptedDeck.text(0).links().getFirst().place()), 1);
        assertEquals(ScriptedDeck.ADDRESS, onFx(() -> ((TextArea) screening.find("#link-address")).getText()));
        assertFalse(classroom.calls.stream().anyMatch(it -> it.startsWith("openAddress")));
        press("link-open");
        assertTrue(classroom.calls.contains("openAddress " + ScriptedDeck.ADDRESS));
        click(centre(ScriptedDeck.text(0).links().getFirst().place()), 1);
        press("link-copy");
        assertEquals(ScriptedDeck.ADDRESS, clipboard());
    }

    @Test
    void aLinkToAPageTurnsTheClassOrTheStudent() {
        open(Role.TEACHER);
        onFx(() -> model.turnTo(new PageId("g5")));
        press("tool-select");
        click(centre(ScriptedDeck.text(3).links().getFirst().place()), 1);
        assertEquals(new PageId("g6"), board.current());
        onFx(() -> model.turnTo(new PageId("g5")));
        press("tool-pen");
        click(centre(ScriptedDeck.text(3).links().getFirst().place()), 1);
        assertEquals(new PageId("g5"), board.current(), "a pen draws");
    }

    @Test
    void aStudentFollowsALinkAlone() {
        open(Role.STUDENT);
        onFx(() -> model.lookAt(new PageId("g5")));
        press("tool-words");
        click(centre(ScriptedDeck.text(3).links().getFirst().place()), 1);
        assertEquals(new PageId("g6"), onFx(() -> model.viewed.get().id()));
        assertEquals(new PageId("g2"), board.current());
    }

    // Doing

    private void open(Role role) {
        onFx(() -> {
            if (role != Role.TEACHER) classroom.comes("t", "Ms. Okafor", Role.TEACHER);
            classroom.live(role == Role.TEACHER ? "Ms. Okafor" : "Jonas", role);
            board = classroom.board(1);
            board.deck();
            board.teacher(new lectern.protocol.BoardMessage.TurnTo(new PageId("g2")));
        });
        screening.open();
        screening.settle(1280, 800);
        surface = (BoardSurface) find("#board");
        assertNotNull(surface);
        until(() -> pixel(new Point2D(surface.view().screenX(10), surface.view().screenY(450))) == 0xff1f3a5f);
    }

    /// The middle of a word of the viewed page, on the screen.
    private Point2D word(int index) {
        var ground = (lectern.protocol.board.Ground.Document) model.viewed.get().ground();
        return centre(ScriptedDeck.text(ground.number()).words().get(index).place());
    }

    private Point2D centre(Region place) {
        return new Point2D(surface.view().screenX(place.x() + place.width() / 2),
                surface.view().screenY(place.y() + place.height() / 2));
    }

    /// Between the lines of letters, within the word's box.
    private Point2D beside(Point2D word) {
        return new Point2D(word.getX(), Math.floor(word.getY() - 17 * surface.view().zoom()));
    }

    private void drag(Point2D from, Point2D to) {
        onFx(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, from, 1, false);
            for (int step = 1; step <= 4; step++)
                mouse(MouseEvent.MOUSE_DRAGGED, from.interpolate(to, step / 4.0), 1, false);
            mouse(MouseEvent.MOUSE_RELEASED, to, 1, false);
        });
    }

    private void click(Point2D at, int count) {
        onFx(() -> {
            for (int i = 1; i <= count; i++) {
                mouse(MouseEvent.MOUSE_PRESSED, at, i, false);
                mouse(MouseEvent.MOUSE_RELEASED, at, i, false);
            }
        });
        screening.settle(1280, 800);
    }

    private void mouse(EventType<MouseEvent> type, Point2D at, int clicks, boolean shift) {
        var scene = surface.localToScene(at);
        surface.fireEvent(new MouseEvent(type, scene.getX(), scene.getY(), scene.getX(), scene.getY(),
                type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY, clicks, shift, false, false,
                false, type != MouseEvent.MOUSE_MOVED, false, false, false, false, true, null));
    }

    private void key(KeyCode code, boolean shortcut) {
        onFx(() -> surface.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false)));
    }

    private void copy() { key(KeyCode.C, true); }

    private String clipboard() { return onFx(() -> Clipboard.getSystemClipboard().getString()); }

    private int pixel(Point2D at) {
        return onFx(() -> {
            surface.paintNow();
            return surface.snapshot(null, null).getPixelReader().getArgb((int) at.getX(), (int) at.getY());
        });
    }

    private Node find(String selector) { return onFx(() -> screening.find(selector)); }

    private void press(String id) {
        onFx(() -> ((Button) screening.find("#" + id)).fire());
        screening.settle(1280, 800);
    }

    private static void until(Callable<Boolean> done) {
        long endNs = System.nanoTime() + 20_000_000_000L;
        try {
            while (!done.call()) {
                if (System.nanoTime() - endNs > 0) throw new AssertionError("in vain");
                Thread.onSpinWait();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
