package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.Role;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;
import lectern.protocol.material.Hit;
import lectern.resources.Language;
import lectern.ui.board.BoardSurface;
import lectern.ui.board.BoardView;
import lectern.ui.board.ScriptedDeck;
import lectern.ui.board.ScriptedFiles;
import lectern.ui.model.SettingsModel.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pictures of a class with a document on its board, to be looked at (`ui/target/pictures`).
class DocumentGalleryTest {
    private static final int BAR = 0xff1f3a5f; // at the left of each slide

    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;
    private ScriptedBoard board;

    @AfterEach
    void close() { screening.close(); }

    @Test
    void teachingFromADeck() {
        open(Role.TEACHER);
        onFx(() -> {
            classroom.model.lesson.materials.outlines.put(ScriptedFiles.DOCUMENT, ScriptedDeck.outline());
            classroom.model.lesson.materials.notesShown.set(true);
            var page = board.page("g5");
            board.teacher(new BoardMessage.ChangePage(page.id(), page.order(), "", page.ground(), page.width(),
                    page.height(), true, null));
            board.edit("g2", ScriptedBoard.SELF, Drawings.exercise("self"));
        });
        shoot("document-light", 1440, 900);
        shoot("document-light-small", 1024, 640);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.DARK);
            classroom.model.settings.language.set(Language.CHINESE);
        });
        shoot("document-dark-zh", 1440, 900);
    }

    @Test
    void searching() {
        open(Role.TEACHER);
        classroom.documents.hits = List.of(
                new Hit(new PageId("g2"), List.of(place(0, 19), place(0, 0)),
                        "Its graph is a parabola with vertex at x ="),
                new Hit(new PageId("g3"), List.of(place(1, 13)), "The vertex lies where the square is zero."),
                new Hit(new PageId("g5"), List.of(place(3, 4)), "Find the vertex of f(x) = x² − 6x + 5."));
        shoot("document-search-before", 1440, 900);
        onFx(() -> {
            ((Button) screening.find("#page-search")).fire();
            ((TextField) screening.find("#search-field")).setText("vertex");
        });
        onFx(() -> screening.find("#search-field")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        onFx(() -> {});
        onFx(() -> screening.find("#search-field")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        shoot("document-search", 1440, 900);
        shoot("document-search-small", 1024, 640);
        onFx(() -> ((TextField) screening.find("#search-field")).setText(""));
        onFx(() -> classroom.model.settings.theme.set(Theme.DARK));
        onFx(() -> ((Button) screening.find("#page-search")).fire());
        shoot("document-search-dark", 1440, 900);
    }

    @Test
    void aStudentReads() {
        open(Role.STUDENT);
        onFx(() -> ((Button) screening.find("#tool-words")).fire());
        shoot("document-student", 1280, 800);
        onFx(() -> screening.find("#board")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, true, false, false)));
        shoot("document-student-selected", 1280, 800);
        onFx(() -> classroom.model.lesson.board.lookAt(new PageId("g6")));
        shoot("document-student-no-text", 1280, 800);
    }

    @Test
    void aPageThatDoesNotCome() {
        classroom.documents.fails = _ -> true;
        onFx(() -> {
            classroom.live("Ms. Okafor", Role.TEACHER);
            board = classroom.board(1);
            board.deck();
            board.teacher(new BoardMessage.TurnTo(new PageId("g2")));
        });
        screening.open();
        long endNs = System.nanoTime() + 20_000_000_000L;
        do {
            screening.settle(1280, 800);
            assertTrue(System.nanoTime() - endNs < 0, "it isn't told");
        } while (!onFx(() -> screening.find("#page-failed").isVisible()));
        screening.picture("document-failed", 1280, 800);
        classroom.documents.fails = _ -> false;
        onFx(() -> ((Button) screening.find("#page-again")).fire());
        shoot("document-came", 1280, 800);
        assertEquals(false, onFx(() -> screening.find("#page-failed").isVisible()));
    }

    @Test
    void filesAreHeldOverTheBoard() {
        open(Role.TEACHER);
        shoot("document-drop-before", 1280, 800);
        onFx(() -> {
            var at = screening.find("#board").localToScene(300, 200);
            ((BoardView) screening.find(".board-view")).fileDrop().over(List.of(new File("a.pdf")), at.getX(),
                    at.getY());
        });
        screening.picture("document-drop", 1280, 800);
    }

    private void open(Role role) {
        onFx(() -> {
            if (role != Role.TEACHER) classroom.comes("t", "Ms. Okafor", Role.TEACHER);
            classroom.live(role == Role.TEACHER ? "Ms. Okafor" : "Jonas", role);
            classroom.comes("a", "Alice Chen", Role.STUDENT);
            classroom.comes("b", "王芳", Role.STUDENT);
            board = classroom.board(1);
            board.deck();
            board.teacher(new BoardMessage.TurnTo(new PageId("g2")));
            classroom.model.lesson.pagesShown.set(true);
        });
        screening.open();
    }

    private static Region place(int number, int word) { return ScriptedDeck.text(number).words().get(word).place(); }

    /// When the page's picture and the small ones are there.
    private void shoot(String name, int width, int height) {
        long endNs = System.nanoTime() + 20_000_000_000L;
        BufferedImage image;
        do {
            assertTrue(System.nanoTime() - endNs < 0, name + ": the page's picture never came");
            image = screening.picture(name, width, height);
        } while (!isThere(image));
        long moreNs = System.nanoTime() + 1_500_000_000L; // the strip is painted bit by bit
        while (System.nanoTime() - moreNs < 0) screening.settle(width, height);
        screening.picture(name, width, height);
    }

    private boolean isThere(BufferedImage image) {
        var at = onFx(() -> {
            var surface = (BoardSurface) screening.find("#board");
            return surface.localToScene(surface.view().screenX(12), surface.view().screenY(500));
        });
        return image.getRGB((int) at.getX(), (int) at.getY()) == BAR;
    }
}
