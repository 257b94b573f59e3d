package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import lectern.protocol.BoardMessage;
import lectern.protocol.Role;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.PageId;
import lectern.ui.board.BoardView;
import lectern.ui.board.ScriptedDeck;
import lectern.ui.board.ScriptedFiles;
import lectern.ui.model.BoardModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The pages of a document in the strip: hidden, chosen, moved and deleted together; notes; files that are dropped.
class ManyPagesTest {
    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;
    private final BoardModel model = classroom.model.lesson.board;
    private ScriptedBoard board;

    @AfterEach
    void close() { screening.close(); }

    @Test
    void pagesAreHiddenAndShown() {
        open();
        fire(menu(cells().get(2)), "page-hide");
        assertTrue(board.page("g3").hidden());
        assertTrue(has(cells().get(2), "hidden"));
        assertTrue(onFx(() -> cells().get(2).lookup(".hidden-mark").isVisible()));
        assertFalse(onFx(() -> cells().get(1).lookup(".hidden-mark").isVisible()));
        onFx(() -> model.turnTo(new PageId("g2")));
        press("page-next");
        assertEquals(new PageId("g4"), board.current(), "hidden pages are passed over");
        press("page-previous");
        assertEquals(new PageId("g2"), board.current());
        fire(menu(cells().get(2)), "page-hide");
        assertFalse(board.page("g3").hidden());
    }

    @Test
    void severalAreChosen() {
        open();
        click(cells().get(1), false, false);
        assertEquals(new PageId("g2"), board.current());
        click(cells().get(3), false, true);
        assertEquals(List.of("g2", "g3", "g4"), chosen());
        assertEquals(new PageId("g2"), board.current(), "choosing isn't turning");
        click(cells().get(2), true, false);
        assertEquals(List.of("g2", "g4"), chosen());
        fire(menu(cells().get(1)), "pages-hide");
        assertTrue(board.page("g2").hidden() && board.page("g4").hidden() && !board.page("g3").hidden());
        screening.dialogs.saved = Path.of("out.pdf");
        fire(menu(cells().get(1)), "export-some-pdf");
        assertTrue(classroom.calls.stream().anyMatch(it -> it.startsWith("export PDF [g2, g4]")),
                classroom.calls.toString());
        click(cells().get(0), false, false);
        assertEquals(List.of(), chosen());
    }

    @Test
    void severalAreDeletedAfterAskingAndComeBack() {
        open();
        click(cells().get(1), false, false);
        click(cells().get(3), false, true);
        fire(menu(cells().get(2)), "pages-delete");
        assertEquals(6, row().size(), "asked first");
        screening.settle(1280, 800);
        onFx(() -> ((Button) screening.root().lookupAll(".danger").stream().filter(Button.class::isInstance)
                .filter(it -> ((Button) it).isDefaultButton()).findFirst().orElseThrow()).fire());
        assertEquals(List.of("g1", "g5", "g6"), row());
        screening.settle(1280, 800);
        onFx(() -> ((Button) screening.find(".toast-action")).fire());
        assertEquals(List.of("g1", "g2", "g3", "g4", "g5", "g6"), row());
    }

    @Test
    void severalAreMovedTogether() {
        open();
        click(cells().get(1), false, false);
        click(cells().get(3), true, false);
        assertEquals(List.of("g4"), chosen());
        click(cells().get(1), true, false);
        var last = cells().get(5);
        drag(cells().get(3), last.getLayoutX() + 200 - cells().get(3).getLayoutX());
        assertEquals(List.of("g1", "g3", "g5", "g6", "g2", "g4"), row());
    }

    @Test
    void stepsOfASlideStandTogether() {
        open();
        onFx(() -> classroom.model.lesson.materials.outlines.put(ScriptedFiles.DOCUMENT, ScriptedDeck.outline()));
        screening.settle(1280, 800);
        assertTrue(has(cells().get(2), "has-more"), "slide 1");
        assertTrue(has(cells().get(3), "goes-on"), "its second step");
        assertFalse(has(cells().get(4), "goes-on"));
    }

    @Test
    void notesAreForTheTeacher() {
        open();
        assertFalse(find("#notes-toggle").isVisible());
        onFx(() -> {
            classroom.model.lesson.materials.outlines.put(ScriptedFiles.DOCUMENT, ScriptedDeck.outline());
            model.turnTo(new PageId("g2"));
        });
        assertTrue(find("#notes-toggle").isVisible());
        assertFalse(find("#notes").isVisible());
        press("notes-toggle");
        assertTrue(find("#notes").isVisible());
        assertTrue(text("#notes-words").startsWith("Ask first who remembers"), text("#notes-words"));
        onFx(() -> model.turnTo(new PageId("g4")));
        assertEquals("No notes for this page.", text("#notes-words"));
        onFx(() -> model.turnTo(new PageId("g1")));
        assertFalse(find("#notes").isVisible(), "paper has none");
    }

    @Test
    void aDocumentsPageIsHandedOut() {
        open();
        onFx(() -> {
            model.turnTo(new PageId("g5"));
            model.say(new BoardMessage.HandOutPages(new HandOut(new PageId("g5"), null)));
        });
        var given = board.all().stream().filter(page -> page.owner() != null).toList();
        assertEquals(2, given.size());
        assertEquals(new Ground.Document(ScriptedFiles.DOCUMENT, 3), given.getFirst().ground());
    }

    @Test
    void filesBecomePagesWhereTheyAreDropped() {
        open();
        var view = (BoardView) find(".board-view");
        var files = List.of(new File("deck.pptx"), new File("sheet.pdf"));
        onFx(() -> {
            var third = cells().get(2);
            var at = third.localToScene(third.getLayoutBounds().getWidth() - 2, 20);
            view.fileDrop().over(files, at.getX(), at.getY());
            assertFalse(screening.find("#file-drop").isVisible(), "a gap in the strip says it");
            view.fileDrop().dropped(files, at.getX(), at.getY());
        });
        assertTrue(classroom.calls.contains("importFiles [deck.pptx, sheet.pdf] after g3"), classroom.calls.toString());
        onFx(() -> {
            var surface = screening.find("#board");
            var at = surface.localToScene(300, 200);
            view.fileDrop().over(files, at.getX(), at.getY());
            assertTrue(screening.find("#file-drop").isVisible());
            view.fileDrop().dropped(files, at.getX(), at.getY());
            assertFalse(screening.find("#file-drop").isVisible());
        });
        assertTrue(classroom.calls.contains("importFiles [deck.pptx, sheet.pdf] after g1"), classroom.calls.toString());
    }

    private void open() {
        onFx(() -> {
            classroom.live("Ms. Okafor", Role.TEACHER);
            classroom.comes("a", "Alice", Role.STUDENT);
            classroom.comes("b", "Ben", Role.STUDENT);
            board = classroom.board(1);
            board.deck();
            classroom.model.lesson.pagesShown.set(true);
        });
        screening.open();
        screening.settle(1280, 800);
    }

    private List<String> row() {
        return board.all().stream().filter(page -> page.owner() == null).map(page -> page.id().value()).toList();
    }

    private List<String> chosen() {
        return onFx(() -> {
            var cells = cells();
            return java.util.stream.IntStream.range(0, cells.size()).filter(i -> has(cells.get(i), "chosen"))
                    .mapToObj(i -> row().get(i)).toList();
        });
    }

    private static boolean has(Node node, String state) {
        return onFxHere(() -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)));
    }

    private List<Node> cells() {
        return onFxHere(() -> screening.root().lookupAll(".page-cell").stream()
                .sorted((one, other) -> Double.compare(one.getLayoutX(), other.getLayoutX())).toList());
    }

    private static <T> T onFxHere(java.util.concurrent.Callable<T> task) {
        if (!javafx.application.Platform.isFxApplicationThread()) return onFx(task);
        try {
            return task.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void click(Node cell, boolean shortcut, boolean shift) {
        onFx(() -> Event.fireEvent(cell, mouse(cell, MouseEvent.MOUSE_CLICKED, 5, shortcut, shift, true)));
        screening.settle(1280, 800);
    }

    private void drag(Node cell, double by) {
        onFx(() -> {
            var start = cell.localToScene(5, 5);
            Event.fireEvent(cell, at(cell, MouseEvent.MOUSE_PRESSED, start.getX(), start.getY()));
            for (int step = 1; step <= 4; step++)
                Event.fireEvent(cell,
                        at(cell, MouseEvent.MOUSE_DRAGGED, start.getX() + by * step / 4, start.getY()));
            Event.fireEvent(cell, at(cell, MouseEvent.MOUSE_RELEASED, start.getX() + by, start.getY()));
        });
        screening.settle(1280, 800);
    }

    private static MouseEvent at(Node node, EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(node, node, type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true,
                false, false, false, false, false, new PickResult(node, x, y));
    }

    private static MouseEvent mouse(Node node, EventType<MouseEvent> type, double inset, boolean shortcut,
            boolean shift, boolean still) {
        var scene = node.localToScene(inset, inset);
        return new MouseEvent(node, node, type, scene.getX(), scene.getY(), scene.getX(), scene.getY(),
                MouseButton.PRIMARY, 1, shift, shortcut, false, false, true, false, false, false, false, still,
                new PickResult(node, scene.getX(), scene.getY()));
    }

    private ContextMenu menu(Node cell) {
        return onFx(() -> {
            screening.stage().show();
            Event.fireEvent(cell, new ContextMenuEvent(cell, cell, ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5,
                    false, null));
            return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(it -> (ContextMenu) it)
                    .filter(Window::isShowing).toList().getLast();
        });
    }

    private void fire(ContextMenu menu, String id) {
        onFx(() -> {
            menu.hide();
            menu.getItems().stream().filter(it -> id.equals(it.getId())).findFirst().orElseThrow().fire();
        });
        screening.settle(1280, 800);
    }

    private Node find(String selector) { return onFx(() -> screening.find(selector)); }

    private String text(String selector) { return onFx(() -> ((Label) screening.find(selector)).getText()); }

    private void press(String id) {
        onFx(() -> ((Button) screening.find("#" + id)).fire());
        screening.settle(1280, 800);
    }
}
