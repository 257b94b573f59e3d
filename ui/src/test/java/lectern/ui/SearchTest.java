package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.Role;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;
import lectern.protocol.material.Hit;
import lectern.ui.board.BoardSurface;
import lectern.ui.board.ScriptedDeck;
import lectern.ui.model.BoardModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Searching the pages of the board.
class SearchTest {
    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;
    private final BoardModel model = classroom.model.lesson.board;
    private ScriptedBoard board;

    @AfterEach
    void close() { screening.close(); }

    @Test
    void goesFromPlaceToPlace() {
        open(Role.TEACHER);
        var first = place(0, 14);
        var second = place(0, 18);
        var third = place(1, 13);
        classroom.documents.hits = List.of(new Hit(new PageId("g3"), List.of(third), "the vertex of"),
                new Hit(new PageId("g2"), List.of(first, second), "parabola with vertex at"));
        shortcut();
        assertTrue(find("#search").isVisible());
        type("vertex");
        until(() -> text("#search-count").equals("3 on 2 pages"));
        assertEquals(List.of("vertex"), classroom.documents.searched, "not each letter");
        assertEquals(new PageId("g1"), board.current(), "looking isn't going");
        assertEquals(2, onFx(() -> screening.root().lookupAll(".search-row").size()));
        key("#search-field", KeyCode.ENTER, false);
        assertEquals(new PageId("g2"), board.current(), "by the board's order");
        assertEquals("1 of 3", text("#search-count"));
        int here = pixel(first), other = pixel(second);
        key("#search-field", KeyCode.DOWN, false);
        assertEquals(new PageId("g2"), board.current());
        assertEquals(here, pixel(second), "the one that is looked at stands out");
        assertEquals(other, pixel(first));
        key("#search-field", KeyCode.ENTER, false);
        assertEquals(new PageId("g3"), board.current());
        key("#search-field", KeyCode.ENTER, true);
        assertEquals(new PageId("g2"), board.current());
        key("#search-field", KeyCode.ESCAPE, false);
        assertFalse(find("#search").isVisible());
        assertEquals(0xffffffff, pixel(second), "and the marks are gone");
    }

    @Test
    void aStudentSearchesAlone() {
        open(Role.STUDENT);
        classroom.documents.hits = List.of(new Hit(new PageId("g4"), List.of(place(2, 1)), "二次函数"));
        onFx(() -> ((Button) screening.find("#page-search")).fire());
        type("函数");
        until(() -> text("#search-count").equals("1 on 1 page"));
        onFx(() -> {
            var row = screening.find(".search-row");
            row.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false, false,
                    false, false, false, false, false, false, false, true, null));
        });
        assertEquals(new PageId("g4"), onFx(() -> model.viewed.get().id()));
        assertEquals(new PageId("g1"), board.current());
    }

    @Test
    void titlesAreFoundAndHiddenPagesStayHidden() {
        open(Role.TEACHER);
        onFx(() -> {
            var page = board.page("g5");
            board.teacher(new BoardMessage.ChangePage(page.id(), page.order(), "Homework", page.ground(), Page.WIDTH,
                    Page.HEIGHT, true, null));
        });
        shortcut();
        type("homew");
        until(() -> text("#search-count").equals("1 on 1 page"));
        key("#search-field", KeyCode.ENTER, false);
        assertEquals(new PageId("g5"), onFx(() -> model.viewed.get().id()));
        assertEquals(new PageId("g1"), board.current(), "the class isn't turned to a hidden page");
    }

    @Test
    void nothingAndNoAnswerAreSaid() {
        open(Role.TEACHER);
        shortcut();
        assertEquals("Finds words in documents, and names of pages.", text("#search-nothing"));
        type("xyzzy");
        until(() -> text("#search-nothing").equals("Nothing was found."));
        classroom.documents.searchFails = true;
        type("plugh");
        until(() -> text("#search-nothing").equals("The documents can’t be searched now."));
    }

    private void open(Role role) {
        onFx(() -> {
            if (role != Role.TEACHER) classroom.comes("t", "Ms. Okafor", Role.TEACHER);
            classroom.live(role == Role.TEACHER ? "Ms. Okafor" : "Jonas", role);
            board = classroom.board(1);
            board.deck();
        });
        screening.open();
        screening.settle(1280, 800);
    }

    private static Region place(int number, int word) { return ScriptedDeck.text(number).words().get(word).place(); }

    private void shortcut() { key("#board", KeyCode.F, true, false); }

    private void type(String words) { onFx(() -> ((TextField) screening.find("#search-field")).setText(words)); }

    private void key(String selector, KeyCode code, boolean shift) { key(selector, code, false, shift); }

    private void key(String selector, KeyCode code, boolean shortcut, boolean shift) {
        onFx(() -> screening.find(selector)
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false)));
        screening.settle(1280, 800);
    }

    /// In the upper left corner of a word's place, where no letter is.
    private int pixel(Region place) {
        return onFx(() -> {
            var surface = (BoardSurface) screening.find("#board");
            surface.paintNow();
            return surface.snapshot(null, null).getPixelReader().getArgb(
                    (int) surface.view().screenX(place.x() + 3), (int) surface.view().screenY(place.y() + 3));
        });
    }

    private Node find(String selector) { return onFx(() -> screening.find(selector)); }

    private String text(String selector) { return onFx(() -> ((Labeled) screening.find(selector)).getText()); }

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
