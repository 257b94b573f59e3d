package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.stage.Window;
import lectern.protocol.BoardMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Ground.Paper.Ruling;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;
import lectern.resources.Language;
import lectern.resources.Phrase;
import lectern.ui.model.SettingsModel.Theme;
import lectern.ui.model.Task;
import lectern.whiteboard.tool.ToolKind;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pictures of the class with its board in each state, to be looked at (`ui/target/pictures`).
class ClassWithBoardGalleryTest {
    private static final List<String> NAMES = List.of("Alice Chen", "Ben Müller", "王芳", "김철수", "Sofía Álvarez",
            "Noah van den Berg", "Amina Yusuf", "Lukas Brandt", "Priya Raman", "李小龙", "Emma Johansson");
    private static final ParticipantId TEACHER = new ParticipantId("p0");

    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;
    private ScriptedBoard board;

    @AfterEach
    void close() { screening.close(); }

    @Test
    void teaching() {
        classOf(5, Role.TEACHER, 5);
        screening.open();
        shoot("board-light-en", 1440, 900);
        shoot("board-light-en-small", 1024, 640);
        onFx(() -> classroom.model.lesson.pagesShown.set(true));
        pages();
        shoot("board-pages-light", 1440, 900);
        shoot("board-pages-light-large", 2560, 1440);
        shoot("board-pages-light-small", 1024, 640);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.DARK);
            classroom.model.settings.language.set(Language.CHINESE);
            classroom.model.lesson.board.drawing.get();
            board.teacher(new BoardMessage.AllowDrawing(Drawing.ALL));
            board.teacher(new BoardMessage.TurnTo(new PageId("g4")));
        });
        pages();
        shoot("board-pages-dark-zh", 1440, 900);
        shoot("board-pages-dark-zh-small", 1024, 640);
    }

    @Test
    void alone() {
        onFx(() -> {
            classroom.live("Margaret Okafor", Role.TEACHER);
            board = classroom.board(1);
        });
        screening.open();
        shoot("board-alone", 1280, 800);
        onFx(() -> classroom.model.lesson.tasks.running
                .addAll(task("page.import", 0.4), task("page.export", -1)));
        shoot("board-tasks", 1280, 800);
    }

    @Test
    void selected() {
        classOf(4, Role.TEACHER, 2);
        screening.open();
        screening.settle(1280, 800);
        onFx(() -> {
            var model = classroom.model.lesson.board;
            model.tool.set(ToolKind.SELECT);
            ((lectern.ui.board.BoardSurface) screening.find("#board")).selectAll();
        });
        shoot("board-selected", 1280, 800);
    }

    @Test
    void curtain() {
        classOf(4, Role.TEACHER, 2);
        screening.open();
        onFx(() -> {
            var page = board.page("g1");
            board.teacher(
                    new BoardMessage.ChangePage(page.id(), page.order(), "Quadratics", page.ground(), page.width(),
                            page.height(), false, new Region(700, 0, 900, 900)));
        });
        shoot("board-curtain", 1280, 800);
    }

    @Test
    void looking() {
        classOf(4, Role.STUDENT, 3);
        screening.open();
        shoot("board-student-following", 1280, 800);
        onFx(() -> classroom.model.lesson.board.lookAt(new PageId("g2")));
        shoot("board-student-looking", 1280, 800);
        onFx(() -> classroom.model.settings.theme.set(Theme.DARK));
        shoot("board-student-looking-dark", 1280, 800);
    }

    @Test
    void ownPage() {
        classOf(4, Role.STUDENT, 2);
        screening.open();
        onFx(() -> board.teacher(new BoardMessage.HandOutPages(new HandOut(new PageId("g2"), null))));
        shoot("board-student-own", 1280, 800);
        onFx(() -> classroom.model.lesson.board.follow());
        shoot("board-student-class", 1280, 800);
    }

    @Test
    void watching() {
        classOf(4, Role.WATCHER, 2);
        screening.open();
        shoot("board-watcher", 1280, 800);
    }

    @Test
    void handedOut() {
        classOf(9, Role.TEACHER, 3);
        screening.open();
        onFx(() -> {
            board.teacher(new BoardMessage.HandOutPages(new HandOut(new PageId("g2"), null)));
            ((Button) screening.find("#hand-out")).fire();
        });
        screening.settle(1440, 900);
        onFx(() -> {
            int wobble = 0;
            for (var page : board.all())
                if (page.owner() != null && wobble < 42)
                    board.edit(page.id().value(), page.owner(), Drawings.answer(page.owner().value(), wobble += 6));
        });
        pages();
        shoot("board-grid-light", 1440, 900);
        shoot("board-grid-light-small", 1024, 640);
        onFx(() -> classroom.model.settings.theme.set(Theme.DARK));
        onFx(() -> ((Button) screening.find("#hand-out")).fire());
        pages();
        shoot("board-grid-dark", 1440, 900);
        onFx(() -> ((Button) screening.find(".grid-cell")).fire());
        shoot("board-private-dark", 1280, 800);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.LIGHT);
            ((Button) screening.find("#show-to-class")).fire();
        });
        shoot("board-private-shown", 1280, 800);
    }

    @Test
    void sharedScreen() {
        classOf(4, Role.TEACHER, 2);
        screening.open();
        screening.settle(1280, 800);
        onFx(() -> classroom.model.lesson.person("p2").orElseThrow().screenOn.set(true));
        shoot("board-screen-shared", 1280, 800);
        onFx(() -> ((Button) screening.find("#write-on-shared")).fire());
        screening.settle(1280, 800);
        onFx(() -> {
            var page = classroom.model.lesson.board.viewed.get();
            board.edit(page.id().value(), ScriptedBoard.SELF, List.of(new lectern.protocol.board.Change.Add(
                    Drawings.ink("self", 90, 500, 1200, x -> 300 + 60 * Math.sin(x / 50), "#e03131", 9, false))));
        });
        shoot("board-screen-ink", 1280, 800);
    }

    @Test
    void popovers() {
        classOf(4, Role.TEACHER, 2);
        screening.open();
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            onFx(() -> {
                classroom.model.settings.theme.set(theme);
                screening.stage().show();
            });
            for (var kind : List.of(ToolKind.PEN, ToolKind.MARKER, ToolKind.ERASER, ToolKind.RECTANGLE,
                    ToolKind.TEXT)) {
                onFx(() -> classroom.model.lesson.board.tool.set(kind));
                popover("tool-style-button", "style-" + kind.key(), theme);
            }
            onFx(() -> classroom.model.lesson.board.tool.set(ToolKind.ARROW));
            popover("tool-shapes", "shapes", theme);
            popover("tool-instruments", "instruments", theme);
            popover("drawing-more", "drawing", theme);
            popover("hand-out", "hand-out", theme);
            onFx(() -> ((Button) screening.find("#page-menu")).fire());
            pause(300);
            var menu = onFx(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance).findFirst()
                    .orElseThrow());
            Screening.save("board-page-menu-" + theme.name().toLowerCase(java.util.Locale.ROOT),
                    menu.getScene().getRoot(), 0, 0);
            onFx(menu::hide);
        }
    }

    private void popover(String id, String name, Theme theme) {
        onFx(() -> ((Button) screening.find("#" + id)).fire());
        pause(300);
        var shown = onFx(() -> Window.getWindows().stream().filter(PopOver.class::isInstance).filter(Window::isShowing)
                .map(it -> it.getScene().getRoot()).findFirst());
        shown.ifPresent(
                root -> Screening.save("board-popover-" + name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT),
                        root, 0, 0));
        onFx(() -> List.copyOf(Window.getWindows()).stream().filter(PopOver.class::isInstance)
                .forEach(it -> ((PopOver) it).hide(javafx.util.Duration.ZERO)));
        assertTrue(shown.isPresent(), name + " opens");
    }

    private Task task(String key, double fraction) {
        var task = new Task(Phrase.of(key), () -> {});
        task.fraction.set(fraction);
        return task;
    }

    private void classOf(int count, Role own, int pages) {
        onFx(() -> {
            boolean teaches = own == Role.TEACHER;
            if (!teaches) classroom.comes("p0", "Margaret Okafor", Role.TEACHER);
            classroom.live(teaches ? "Margaret Okafor" : own == Role.WATCHER ? "Ms. Chen" : "Jonas Weber", own);
            int others = count - (teaches ? 1 : 2);
            for (int i = 0; i < others; i++) classroom.comes("p" + (i + 1), NAMES.get(i), Role.STUDENT);
            board = classroom.board(pages);
            var author = teaches ? ScriptedBoard.SELF : TEACHER;
            board.edit("g1", author, Drawings.parabola(author.value()));
            if (pages > 1) {
                ground("g2", new Ground.Paper(Ruling.GRID, false), "Exercises");
                board.edit("g2", author, Drawings.exercise(author.value()));
            }
            if (pages > 3) {
                ground("g3", new Ground.Paper(Ruling.LINED, false), "");
                ground("g4", new Ground.Paper(Ruling.GRID, true), "");
                board.edit("g4", author, Drawings.parabola(author.value()));
            }
        });
    }

    private void ground(String id, Ground ground, String title) {
        Page page = board.page(id);
        board.teacher(
                new BoardMessage.ChangePage(page.id(), page.order(), title, ground, page.width(), page.height(), false,
                        null));
    }

    /// Until the pages' pictures are painted.
    private void pages() {
        screening.settle(1440, 900);
        pause(1600);
    }

    private void shoot(String name, int width, int height) {
        var picture = screening.picture(name, width, height);
        assertEquals(width, picture.getWidth());
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 3)
            for (int x = 0; x < picture.getWidth(); x += 3) seen.add(picture.getRGB(x, y));
        assertTrue(seen.size() > 60, name + " is blank");
    }

    /// Real time for an animation; nothing is measured by it.
    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
