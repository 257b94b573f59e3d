package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Region;
import lectern.protocol.board.ShapeId;
import lectern.protocol.board.StrokeInHand;
import lectern.ui.board.BoardSurface;
import lectern.ui.model.BoardModel;
import lectern.ui.model.Middle;
import lectern.ui.model.Source;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;
import lectern.whiteboard.tool.ToolKind;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What one does around the board, and what the server's answer does to the screen: pages, who may draw, private pages.
class PagesTest {
    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;
    private final BoardModel model = classroom.model.lesson.board;
    private ScriptedBoard board;

    @AfterEach
    void close() { screening.close(); }

    @Test
    void theTeacherTurnsTheClass() {
        open(Role.TEACHER, 3);
        assertTrue(button("page-previous").isDisabled());
        press("page-next");
        assertEquals(new PageId("g2"), board.current());
        press("pages");
        settle();
        click(cells().get(2));
        assertEquals(new PageId("g3"), board.current());
        assertTrue(texts("#page-name").contains("Page 3 of 3"));
        assertTrue(button("page-next").isDisabled());
    }

    @Test
    void aStudentLooksAroundAndFollowsAgain() {
        open(Role.STUDENT, 3);
        assertFalse(find("#board-context").isVisible());
        press("page-next");
        assertEquals(new PageId("g1"), board.current(), "the class stays where it is");
        assertEquals(new PageId("g2"), onFx(() -> model.viewed.get().id()));
        assertTrue(texts("#board-context").contains("You are looking around"));
        onFx(() -> board.teacher(new BoardMessage.TurnTo(new PageId("g3"))));
        assertEquals(new PageId("g2"), onFx(() -> model.viewed.get().id()));
        press("follow");
        assertEquals(new PageId("g3"), onFx(() -> model.viewed.get().id()));
        assertFalse(find("#board-context").isVisible());
        assertFalse(menu("page-menu").stream().anyMatch(item -> "page-delete".equals(item.getId())));
    }

    @Test
    void pagesAreAddedCopiedRenamedMovedAndDeleted() {
        open(Role.TEACHER, 2);
        choose("page-menu", "page-new", "new-grid");
        assertEquals(List.of("g1", "g3", "g2"), row(), "after the one that is viewed");
        assertEquals(new PageId("g3"), board.current(), "and the class sees it");
        assertEquals(new Ground.Paper(Ground.Paper.Ruling.GRID, false), board.page("g3").ground());

        onFx(() -> board.edit("g3", ScriptedBoard.SELF, Drawings.exercise("self")));
        choose("page-menu", "page-duplicate");
        assertEquals(List.of("g1", "g3", "g4", "g2"), row());
        assertEquals(board.sheet("g3").size(), board.sheet("g4").size());

        choose("page-menu", "page-rename");
        settle();
        onFx(() -> ((TextField) screening.find("#page-title")).setText("  Homework "));
        press("page-rename-go");
        assertEquals("Homework", board.page("g4").title());
        assertTrue(texts("#page-name").contains("Homework · 3 of 4"));

        press("pages");
        settle();
        drag(cells().get(3), -2 * (cells().get(1).getLayoutX() - cells().get(0).getLayoutX()));
        assertEquals(List.of("g1", "g2", "g3", "g4"), row(), "dragged two places to the left");

        choose("page-menu", "page-delete");
        assertEquals(List.of("g1", "g2", "g3"), row());
        assertEquals(new PageId("g3"), board.current(), "the one before it");
        settle();
        onFx(() -> ((Button) screening.find(".toast-action")).fire());
        assertEquals(List.of("g1", "g2", "g3", "g4"), row(), "undone");
        assertTrue(board.sheet("g4").size() > 0);
    }

    @Test
    void theLastPageStays() {
        open(Role.TEACHER, 1);
        var delete = menu("page-menu").stream().filter(item -> "page-delete".equals(item.getId())).findFirst();
        assertTrue(delete.orElseThrow().isDisable());
    }

    @Test
    void paperAndCurtainBelongToThePage() {
        open(Role.TEACHER, 1);
        var shown = menu("page-menu");
        onFx(() -> items(shown).filter(item -> "ground-dark".equals(item.getId())).findFirst().orElseThrow().fire());
        assertEquals(new Ground.Paper(Ground.Paper.Ruling.PLAIN, true), board.page("g1").ground());
        choose("page-menu", "page-curtain");
        assertEquals(new Region(0, 0, Page.WIDTH, Page.HEIGHT), board.page("g1").curtain());
        settle();
        drag(find("#curtain-left"), 120);
        var curtain = board.page("g1").curtain();
        assertEquals(120 / onFx(() -> model.zoom.get()), curtain.x(), 20);
        assertEquals(Page.WIDTH, curtain.x() + curtain.width(), 0.01, "its other edge stays");
        press("curtain-open");
        assertNull(board.page("g1").curtain());
    }

    @Test
    void clearingAsksAndCanBeUndone() {
        open(Role.TEACHER, 1);
        onFx(() -> board.edit("g1", new ParticipantId("a"), Drawings.parabola("a")));
        int before = board.sheet("g1").size();
        choose("page-menu", "page-clear");
        settle();
        assertEquals(before, board.sheet("g1").size(), "it asks first");
        onFx(() -> ((Button) screening.find(".dialog-sheet .danger")).fire());
        assertEquals(0, board.sheet("g1").size());
        settle();
        onFx(() -> ((Button) screening.find(".toast-action")).fire());
        assertEquals(before, board.sheet("g1").size());
        choose("page-menu", "page-undo-by", null);
        assertTrue(board.sheet("g1").size() < before, "the author's last step is undone");
    }

    @Test
    void oneClickLetsAllDrawAndAnotherNobody() {
        open(Role.TEACHER, 1);
        press("drawing");
        assertEquals(Drawing.ALL, board.drawing());
        assertEquals("All may draw", button("drawing").getText());
        press("drawing");
        assertEquals(Drawing.NOBODY, board.drawing());
    }

    @Test
    void someMayDraw() {
        open(Role.TEACHER, 1);
        onFx(() -> screening.stage().show());
        press("drawing-more");
        var root = popover();
        onFx(() -> ((ToggleButton) root.lookup("#draw-chosen")).fire());
        assertEquals(Drawing.NOBODY, board.drawing());
        onFx(() -> ((CheckBox) root.lookup("#choose-a")).fire());
        assertEquals(new Drawing(false, Set.of(new ParticipantId("a"))), board.drawing());
        onFx(() -> ((ToggleButton) root.lookup("#draw-everybody")).fire());
        assertEquals(Drawing.ALL, board.drawing());
    }

    @Test
    void theListOfPeopleSaysWhoDrawsAndChangesIt() {
        open(Role.TEACHER, 1);
        press("drawing");
        assertEquals(2, marked());
        onFx(() -> {
            var menu = (MenuButton) screening.root().lookupAll(".people .menu-button").stream()
                    .filter(it -> "Actions for Alice".equals(it.getAccessibleText())).findFirst().orElseThrow();
            var may = (CheckMenuItem) menu.getItems().getFirst();
            assertTrue(may.isSelected());
            may.setSelected(false);
            may.fire();
        });
        assertEquals(new Drawing(false, Set.of(new ParticipantId("b"))), board.drawing());
        settle();
        assertEquals(1, marked());
        assertEquals("1 may draw", button("drawing").getText());
    }

    private long marked() {
        return onFx(() -> screening.root().lookupAll(".may-draw").stream().filter(Node::isVisible).count());
    }

    @Test
    void whoMayNotDrawIsToldWhyAndMayPoint() {
        open(Role.STUDENT, 1);
        assertTrue(button("tool-pen").isDisabled());
        assertTrue(button("tool-text").isDisabled());
        assertFalse(button("tool-laser").isDisabled());
        onFx(() -> board.teacher(new BoardMessage.AllowDrawing(Drawing.ALL)));
        assertFalse(button("tool-pen").isDisabled());
        press("tool-marker");
        assertEquals(ToolKind.MARKER, model.tool.get());
    }

    @Test
    void aWatcherHasNoToolsThatDraw() {
        open(Role.WATCHER, 2);
        for (var id : List.of("#tool-pen", "#tool-select", "#style-button", "#undo", "#drawing", "#hand-out"))
            assertNull(onFx(() -> screening.root().lookup(id)), id);
        assertEquals(ToolKind.HAND, model.tool.get());
    }

    @Test
    void privatePagesAreHandedOutSeenShownAndCollected() {
        open(Role.TEACHER, 2);
        onFx(() -> screening.stage().show());
        press("hand-out");
        var shown = popover();
        onFx(() -> ((Button) shown.lookup("#hand-out-go")).fire());
        assertEquals(List.of("Alice", "Ben"), board.all().stream().filter(page -> page.owner() != null)
                .map(Page::title).toList());
        settle();
        assertTrue(find("#hand-out-grid").isVisible());
        assertTrue(texts("#hand-out-grid").containsAll(List.of("Alice", "Ben")));
        assertTrue(lastOpened().containsAll(List.of(new PageId("g3"), new PageId("g4"))), "both are open");

        onFx(() -> ((Button) screening.find(".grid-cell")).fire());
        assertEquals(new PageId("g3"), onFx(() -> model.viewed.get().id()));
        assertEquals(new PageId("g1"), board.current(), "nobody else sees it");
        assertTrue(onFx(() -> model.mayDraw.get()));
        assertTrue(texts("#board-context").contains("Alice’s page – you both can write on it"));

        press("show-to-class");
        assertEquals(new PageId("g3"), board.current());
        assertTrue(board.page("g3").shown());
        press("stop-showing");
        assertEquals(new PageId("g1"), board.current());
        assertFalse(board.page("g3").shown());

        press("hand-out");
        press("collect");
        assertTrue(board.page("g3").collected() && board.page("g4").collected());
        assertTrue(texts("#hand-out-grid").contains("Collected pages"));
        press("grid-close");
        assertFalse(find("#hand-out-grid").isVisible());
    }

    @Test
    void theGridShowsAStrokeWhileItIsDrawn() {
        open(Role.TEACHER, 1);
        onFx(() -> screening.stage().show());
        press("hand-out");
        var shown = popover();
        onFx(() -> ((Button) shown.lookup("#hand-out-go")).fire());
        settle();
        assertEquals(0, onFx(this::reds));
        int[] across = new int[40];
        for (int i = 0; i < across.length; i++) across[i] = 80 * i;
        var ink = InkCode.encode(new InkPoints(across, new int[40], new int[40]));
        var alice = new ParticipantId("a");
        var inHand = new StrokeInHand(new ShapeId("a-1"), Look.pen("#ff0000", 60), 200, 400, 2, 0, ink);
        onFx(() -> model.received(
                new BoardNews.Present(alice, new Presence(new PageId("g2"), null, false, inHand, null, null))));
        until(() -> reds() > 20);
        onFx(() -> model.gone(alice));
        until(() -> reds() == 0);
    }

    /// Pixels of the grid's first picture that are red ink. JavaFX thread.
    private int reds() {
        var image = screening.find(".grid-cell").lookup(".page-thumb").snapshot(null, null);
        int count = 0;
        for (int y = 0; y < (int) image.getHeight(); y++) for (int x = 0; x < (int) image.getWidth(); x++) {
            var colour = image.getPixelReader().getColor(x, y);
            if (colour.getRed() > 0.8 && colour.getGreen() < 0.4 && colour.getBlue() < 0.4) count++;
        }
        return count;
    }

    @Test
    void anEmptyPageIsHandedOutToSome() {
        open(Role.TEACHER, 1);
        onFx(() -> screening.stage().show());
        press("hand-out");
        var root = popover();
        onFx(() -> {
            ((ToggleButton) root.lookup("#hand-what-empty")).fire();
            ((ToggleButton) root.lookup("#hand-to-chosen")).fire();
        });
        assertTrue(onFx(() -> root.lookup("#hand-out-go").isDisabled()), "nobody is chosen yet");
        onFx(() -> {
            ((CheckBox) root.lookup("#choose-b")).fire();
            ((Button) root.lookup("#hand-out-go")).fire();
        });
        assertEquals(List.of("Ben"),
                board.all().stream().filter(page -> page.owner() != null).map(Page::title).toList());
        assertEquals(new PageId("g1"), board.current(), "the empty page itself isn't turned to");
    }

    @Test
    void aStudentGetsAPageAndFindsBothWays() {
        open(Role.STUDENT, 2);
        onFx(() -> board.teacher(new BoardMessage.HandOutPages(new HandOut(new PageId("g2"), null))));
        assertEquals(ScriptedBoard.SELF, onFx(() -> model.viewed.get().owner()));
        assertTrue(texts("#board-context").contains("Your page – only you and the teacher see it"));
        assertFalse(button("tool-pen").isDisabled(), "one's own page is for writing");
        press("follow");
        assertEquals(new PageId("g1"), onFx(() -> model.viewed.get().id()));
        assertTrue(button("tool-pen").isDisabled());
        press("own-page");
        assertEquals(ScriptedBoard.SELF, onFx(() -> model.viewed.get().owner()));
        onFx(() -> board.teacher(new BoardMessage.Collect()));
        assertEquals(new PageId("g1"), onFx(() -> model.viewed.get().id()));
        press("own-page");
        assertTrue(button("tool-pen").isDisabled());
        assertTrue(texts("#board-context").contains("Your page was collected. You can look at it."));
    }

    @Test
    void aSharedScreenIsWrittenOnAndKept() {
        open(Role.TEACHER, 1);
        var lesson = classroom.model.lesson;
        onFx(() -> lesson.person("b").orElseThrow().screenOn.set(true));
        settle();
        assertEquals(Middle.PICTURE, onFx(() -> lesson.middle.get()));
        press("write-on-shared");
        settle();
        assertEquals(Middle.BOARD, onFx(() -> lesson.middle.get()));
        assertEquals(new Ground.Screen(new ParticipantId("b")), board.page("g2").ground());
        assertEquals(new PageId("g2"), board.current());
        settle();
        assertNotNull(onFx(() -> screening.pictures.of("b", Source.SCREEN).imageProperty().get()));
        press("keep-still");
        until(() -> board.page("g2").ground() instanceof Ground.Picture);
        var asset = ((Ground.Picture) board.page("g2").ground()).asset();
        assertEquals((byte) 'P', classroom.files.get(asset)[1], "a PNG file");
        onFx(() -> lesson.person("b").orElseThrow().screenOn.set(false));
        assertEquals(Middle.BOARD, onFx(() -> lesson.middle.get()));
    }

    @Test
    void filesComeAndGo() {
        open(Role.TEACHER, 3);
        screening.dialogs.opened = List.of(Path.of("lesson.pdf"));
        choose("page-menu", "page-import");
        assertTrue(classroom.calls.contains("importFiles [lesson.pdf]"));
        assertTrue(
                screening.dialogs.offered.containsAll(List.of("pdf", "pptx", "ppt", "odp", "doc", "docx", "odt", "rtf",
                        "xls", "xlsx", "ods", "svg", "png", "jpeg", "webp", "mp4", "mov", "webm", "mp3", "ogg")));
        screening.dialogs.saved = Path.of("out");
        choose("page-menu", "page-export", "export-all-pdf");
        choose("page-menu", "page-export", "export-one-svg");
        choose("page-menu", "page-export", "export-all-png");
        assertTrue(classroom.calls.containsAll(List.of(
                "export PDF [g1, g2, g3] out/Algebra II · Quadratic functions.pdf", "export SVG [g1] out/Page 1.svg",
                "export PNG [g1, g2, g3] out")), classroom.calls.toString());
        screening.dialogs.saved = null;
        int before = classroom.calls.size();
        choose("page-menu", "page-export", "export-one-pdf");
        assertEquals(before, classroom.calls.size(), "the person changed their mind");
    }

    @Test
    void zoomHasItsMenu() {
        open(Role.STUDENT, 1);
        var zoom = (MenuButton) find("#zoom");
        double fitted = onFx(() -> model.zoom.get());
        onFx(() -> zoom.getItems().stream().filter(item -> "zoom-200".equals(item.getId())).findFirst().orElseThrow()
                .fire());
        assertEquals(2, onFx(() -> model.zoom.get()), 1e-9);
        assertEquals("200 %", onFx(zoom::getText));
        onFx(() -> zoom.getItems().getFirst().fire());
        assertEquals(fitted, onFx(() -> model.zoom.get()), 1e-9);
    }

    @Test
    void instrumentsLieOnThePage() {
        open(Role.TEACHER, 1);
        onFx(() -> screening.stage().show());
        press("tool-instruments");
        var root = popover();
        var surface = (BoardSurface) find("#board");
        onFx(() -> ((Button) root.lookup("#compass")).fire());
        assertNotNull(onFx(() -> surface.instrumentProperty().get()));
        onFx(() -> ((Button) root.lookup("#compass")).fire());
        assertNull(onFx(() -> surface.instrumentProperty().get()));
    }

    // Doing

    private void open(Role role, int pages) {
        onFx(() -> {
            if (role != Role.TEACHER) classroom.comes("t", "Ms. Okafor", Role.TEACHER);
            classroom.live(role == Role.TEACHER ? "Ms. Okafor" : "Jonas", role);
            classroom.comes("a", "Alice", Role.STUDENT);
            classroom.comes("b", "Ben", Role.STUDENT);
            board = classroom.board(pages);
        });
        screening.open();
        settle();
    }

    private List<String> row() {
        return board.all().stream().filter(page -> page.owner() == null).map(page -> page.id().value()).toList();
    }

    private Set<PageId> lastOpened() {
        return board.said.stream().filter(BoardMessage.OpenPages.class::isInstance)
                .map(it -> Set.copyOf(((BoardMessage.OpenPages) it).pages().stream().map(page -> page.page()).toList()))
                .reduce((_, later) -> later).orElseThrow();
    }

    private void choose(String button, String... path) {
        var shown = menu(button);
        onFx(() -> {
            List<MenuItem> items = shown;
            for (var id : path) {
                var item = id == null
                        ? items.getFirst()
                        : items.stream().filter(it -> id.equals(it.getId())).findFirst().orElseThrow();
                if (item instanceof Menu menu) items = menu.getItems();
                else item.fire();
            }
        });
    }

    /// The menu's items as they are now; it closes again.
    private List<MenuItem> menu(String button) {
        return onFx(() -> {
            screening.stage().show();
            ((Button) screening.find("#" + button)).fire();
            var shown = Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                    .map(it -> (ContextMenu) it).filter(Window::isShowing).toList().getLast();
            var items = List.copyOf(shown.getItems());
            shown.hide();
            return items;
        });
    }

    private static Stream<MenuItem> items(List<MenuItem> items) {
        return items.stream().flatMap(item -> item instanceof Menu menu
                ? items(menu.getItems())
                : Stream.of(item));
    }

    private Node popover() {
        return onFx(() -> Window.getWindows().stream().filter(PopOver.class::isInstance).filter(Window::isShowing)
                .findFirst().orElseThrow().getScene().getRoot());
    }

    private List<Node> cells() {
        return onFx(() -> screening.root().lookupAll(".page-cell").stream()
                .sorted((one, other) -> Double.compare(one.getLayoutX(), other.getLayoutX())).toList());
    }

    private void click(Node node) {
        onFx(() -> Event.fireEvent(node, mouse(node, MouseEvent.MOUSE_CLICKED, node.localToScene(5, 5), true)));
    }

    private void drag(Node node, double by) {
        onFx(() -> {
            var from = node.localToScene(5, 5);
            Event.fireEvent(node, mouse(node, MouseEvent.MOUSE_PRESSED, from, true));
            for (int step = 1; step <= 4; step++)
                Event.fireEvent(node, mouse(node, MouseEvent.MOUSE_DRAGGED, from.add(by * step / 4, 0), false));
            Event.fireEvent(node, mouse(node, MouseEvent.MOUSE_RELEASED, from.add(by, 0), false));
        });
    }

    private static MouseEvent mouse(Node node, EventType<MouseEvent> type, Point2D scene, boolean still) {
        return new MouseEvent(node, node, type, scene.getX(), scene.getY(), scene.getX(), scene.getY(),
                MouseButton.PRIMARY,
                1, false, false, false, false, true, false, false, false, false, still,
                new PickResult(node, scene.getX(), scene.getY()));
    }

    private void settle() { screening.settle(1280, 800); }

    private Node find(String selector) { return onFx(() -> screening.find(selector)); }

    private Button button(String id) { return (Button) find("#" + id); }

    private void press(String id) {
        onFx(() -> ((Button) screening.find("#" + id)).fire());
        settle();
    }

    private List<String> texts(String selector) {
        return onFx(() -> {
            var node = screening.find(selector);
            return Stream.concat(Stream.of(node), node.lookupAll("*").stream()).filter(Labeled.class::isInstance)
                    .map(it -> ((Labeled) it).getText()).filter(text -> text != null && !text.isEmpty()).toList();
        });
    }

    /// Waits for another thread's work.
    private void until(BooleanSupplier done) {
        long endNs = System.nanoTime() + 10_000_000_000L;
        while (!onFx(done::getAsBoolean)) {
            if (System.nanoTime() - endNs > 0) throw new AssertionError("in vain");
            Thread.onSpinWait();
        }
    }
}
