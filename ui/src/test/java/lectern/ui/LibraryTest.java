package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import lectern.protocol.Role;
import lectern.resources.Language;
import lectern.resources.Phrase;
import lectern.ui.model.EarlierLesson;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.LibraryModel.Look;
import lectern.ui.model.Notices;
import lectern.ui.model.Place;
import lectern.ui.model.Prepared;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.SettingsModel.Theme;
import lectern.ui.model.TextHit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The library before class and beside the board, with the real views.
class LibraryTest {
    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;
    private final ScriptedLibrary library = classroom.library;
    private final LibraryModel model = classroom.model.library;

    @AfterEach
    void close() { screening.close(); }

    private static Path at(String name) { return ScriptedLibrary.ROOT.resolve(name); }

    /// A folder with a bit of everything.
    private void folder() {
        onFx(() -> {
            var now = Instant.now();
            library.has("Quadratic functions.pdf", 24, 1_840_000, now.minus(Duration.ofHours(2)));
            library.has("Parabola in sports.pptx", 18, 6_200_000, now.minus(Duration.ofDays(3)));
            library.has("Exercises week 12.pdf", 4, 212_000, now.minus(Duration.ofDays(12)));
            library.has("二次函数练习.pdf", 6, 480_000, now.minus(Duration.ofDays(40)));
            library.has("Bridge.jpg", 1, 3_100_000, now.minus(Duration.ofDays(80)));
            library.has("Throw in slow motion.mp4", 1, 48_000_000, now.minus(Duration.ofDays(90)));
            library.refuses(library.has("Exam 2024.pdf", 2, 90_000, now.minus(Duration.ofDays(300))),
                    Notices.FILE_ENCRYPTED);
            library.refuses(library.has("Seating plan.odt", 1, 24_000, now.minus(Duration.ofDays(420))),
                    Phrase.of("library.problem.office"));
            library.has("Worksheet vertex form.docx", 2, 55_000, now.minus(Duration.ofDays(5)));
            library.has(ScriptedLibrary.ROOT.resolve("Year 8"), "Fractions.pdf", 3, 100_000, now);
            library.has(ScriptedLibrary.ROOT.resolve("Year 9"), "Roots.pdf", 3, 100_000, now);
            model.folders.setAll(ScriptedLibrary.ROOT, Path.of("/home/okafor/Geometry and drawing"));
            model.place.set(new Place.Folder(ScriptedLibrary.ROOT, ScriptedLibrary.ROOT));
            library.show();
            classroom.model.home.earlier.setAll(new EarlierLesson("room0", "Maths 5b · Fractions", now,
                    Duration.ofMinutes(45), 4, 900_000, false));
        });
    }

    private void prepared() {
        onFx(() -> library.put(List.of(new Prepared(at("Quadratic functions.pdf"), Set.of(3, 4), Set.of(10, 11, 12)),
                Prepared.whole(at("Parabola in sports.pptx")), Prepared.whole(at("Bridge.jpg")),
                Prepared.whole(at("Exam 2024.pdf")), Prepared.whole(at("Moved away.pdf")))));
    }

    private void inClass() {
        onFx(() -> {
            classroom.live("Margaret Okafor", Role.TEACHER);
            classroom.comes("s1", "Alice Chen", Role.STUDENT);
            classroom.comes("s2", "王芳", Role.STUDENT);
            classroom.board(3);
            classroom.model.lesson.materialsShown.set(true);
        });
    }

    @Test
    void pictures() {
        screening.open();
        screening.picture("library-home-light", 1440, 900);
        screening.picture("library-home-light-small", 1024, 640);
        onFx(() -> library.open());
        screening.picture("library-first-light", 1280, 800);
        folder();
        screening.picture("library-grid-unprepared", 1280, 800);
        prepared();
        screening.settle(1440, 900);
        key(KeyCode.RIGHT);
        screening.picture("library-grid-light", 1440, 900);
        screening.picture("library-grid-light-small", 1024, 640);
        onFx(() -> {
            model.textsWanted.set(412);
            model.textsKnown.set(37);
            model.look.set(Look.LIST);
            library.remove(Set.of(2));
        });
        screening.picture("library-list-light", 1440, 900);
        onFx(() -> {
            library.search("vert");
            model.foundInText.setAll(new TextHit(library.all.getFirst(), 3,
                    "…the vertex form f(x) = a(x − d)² + e shows the vertex at once…"),
                    new TextHit(library.all.get(2), 0, "Write each function in vertex form and sketch it."));
        });
        screening.picture("library-search-light", 1440, 900);
        onFx(() -> {
            library.search("");
            model.look.set(Look.GRID);
            classroom.model.settings.theme.set(Theme.DARK);
            classroom.model.settings.language.set(Language.CHINESE);
        });
        screening.picture("library-grid-dark-zh", 1440, 900);
        onFx(() -> {
            classroom.model.settings.language.set(Language.ENGLISH);
            list("#prepared-list").getSelectionModel().select(0);
        });
        onFx(() -> list("#prepared-list").getSelectionModel().select(0));
        keyIn("#prepared-list", KeyCode.ENTER);
        screening.picture("library-pages-dark", 1440, 900);
        onFx(() -> classroom.model.settings.theme.set(Theme.LIGHT));
        screening.picture("library-pages-light", 1440, 900);
    }

    @Test
    void picturesInClass() {
        folder();
        prepared();
        inClass();
        screening.open();
        screening.picture("library-class-light", 1440, 900);
        onFx(() -> toggle("#library-part-library").fire());
        screening.picture("library-class-all-light", 1440, 900);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.DARK);
            classroom.model.settings.language.set(Language.CHINESE);
        });
        screening.picture("library-class-dark-zh", 1280, 800);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.LIGHT);
            classroom.model.settings.language.set(Language.ENGLISH);
            model.lists.clear();
        });
        screening.picture("library-class-nothing", 1280, 800);
    }

    @Test
    void fromHomeToTheLibraryAndBack() {
        screening.open();
        screening.settle(1280, 800);
        onFx(() -> button("#materials").fire());
        screening.settle(1280, 800);
        assertEquals(Screen.LIBRARY, classroom.model.screen.get());
        screening.dialogs.saved = ScriptedLibrary.ROOT;
        onFx(() -> button("#library-first-folder").fire());
        assertEquals(List.of(ScriptedLibrary.ROOT), model.folders);
        onFx(() -> button("#library-back").fire());
        assertEquals(Screen.HOME, classroom.model.screen.get());
        assertEquals(List.of("library", "addFolder School", "go School", "goHome"), calls());
    }

    @Test
    void aDoubleClickPreparesAndTheKeyboardDoesToo() {
        open();
        doubleClick("Bridge.jpg");
        assertEquals(List.of("prepare [Bridge.jpg] at 0"), calls());
        key(KeyCode.RIGHT);
        keyIn("#shelf", KeyCode.RIGHT, KeyCode.SHIFT);
        key(KeyCode.ENTER);
        assertEquals("prepare [Exam 2024.pdf, Exercises week 12.pdf] at 1", calls().getLast());
        doubleClick("Year 8");
        assertEquals("go Year 8", calls().getLast());
        screening.settle(1440, 900);
        assertTrue(texts(screening.find("#shelf")).contains("Fractions.pdf"));
        onFx(() -> button(".path-step").fire());
        assertEquals("go School", calls().getLast());
    }

    @Test
    void everyFileSaysWhatItIsOrWhyNot() {
        open();
        var said = texts(screening.find("#shelf"));
        assertTrue(said.stream().anyMatch(it -> it.startsWith("PDF · 24 pages · 1.8 MB")), said::toString);
        assertTrue(said.contains("It is protected by a password. Save a copy without one and import that."));
        assertTrue(said.stream().anyMatch(it -> it.contains("LibreOffice")));
    }

    @Test
    void theListIsOrderedShortenedAndMendedByKeys() {
        open();
        prepared();
        screening.settle(1440, 900);
        pick(0);
        keyIn("#prepared-list", KeyCode.DOWN, KeyCode.ALT);
        assertEquals(List.of("Parabola in sports.pptx", "Quadratic functions.pdf"), names().subList(0, 2));
        pick(1);
        keyIn("#prepared-list", KeyCode.UP, KeyCode.ALT);
        assertEquals("Quadratic functions.pdf", names().getFirst());
        pick(2);
        keyIn("#prepared-list", KeyCode.DELETE);
        assertFalse(names().contains("Bridge.jpg"));
        onFx(() -> button("#library-undo").fire());
        screening.settle(1440, 900);
        assertTrue(names().contains("Bridge.jpg"));
        assertFalse(onFx(() -> screening.find("#removed-toast").isVisible()));
        assertEquals(List.of("move 0 to 1", "move 1 to 0", "remove [2]", "undo"), calls());
    }

    @Test
    void pagesAreHiddenAndLeftOutByKeysAndButtons() {
        open();
        onFx(() -> library.put(List.of(Prepared.whole(at("Quadratic functions.pdf")))));
        screening.settle(1440, 900);
        pick(0);
        keyIn("#prepared-list", KeyCode.ENTER);
        keyIn("#page-grid", KeyCode.RIGHT);
        keyIn("#page-grid", KeyCode.H);
        keyIn("#page-grid", KeyCode.RIGHT);
        keyIn("#page-grid", KeyCode.RIGHT, KeyCode.SHIFT);
        onFx(() -> button("#use-left-out").fire());
        screening.settle(1440, 900);
        assertTrue(texts(screening.find("#page-grid")).containsAll(List.of("2 · hidden", "3 · left out",
                "4 · left out")));
        assertEquals(List.of(), calls(), "not before it is done");
        onFx(() -> button("#pages-go").fire());
        screening.settle(1440, 900);
        assertEquals(List.of("change 0: Quadratic functions.pdf hidden [1] without [2, 3]"), calls());
        assertTrue(texts(screening.find("#prepared-list")).contains("22 of 24 pages · 1 hidden"));
    }

    @Test
    void whatIsMissingIsFoundAgain() {
        open();
        onFx(() -> library.put(List.of(Prepared.whole(at("Moved away.pdf")))));
        screening.settle(1440, 900);
        assertTrue(texts(screening.find("#prepared-list")).contains("It isn’t where it was."));
        screening.dialogs.opened = List.of(at("Quadratic functions.pdf"));
        onFx(() -> button(".prepared-list .link").fire());
        screening.settle(1440, 900);
        assertEquals(List.of("found Moved away.pdf as Quadratic functions.pdf"), calls());
        assertTrue(texts(screening.find("#prepared-list")).contains("24 pages"));
    }

    @Test
    void aFileThatChangedIsLookedIntoAnew() {
        open();
        onFx(() -> library.put(List.of(Prepared.whole(at("Quadratic functions.pdf")))));
        screening.settle(1440, 900);
        onFx(() -> {
            library.previews.remove(at("Quadratic functions.pdf"));
            library.refresh();
        });
        screening.settle(1440, 900);
        assertTrue(texts(screening.find("#prepared-list")).contains("It isn’t where it was."));
    }

    @Test
    void typingFindsInNamesAndTexts() {
        open();
        onFx(() -> ((TextField) screening.find("#library-search")).setText("vertex"));
        onFx(() -> model.foundInText.setAll(new TextHit(library.all.getFirst(), 3, "the vertex form")));
        screening.settle(1440, 900);
        assertEquals("vertex", model.sought.get());
        var said = texts(screening.find("#shelf"));
        assertTrue(said.containsAll(List.of("By name", "Worksheet vertex form.docx", "In the text",
                "Quadratic functions.pdf · page 4", "the vertex form")), said::toString);
        onFx(() -> ((TextField) screening.find("#library-search")).setText("nowhere"));
        onFx(() -> model.foundInText.clear());
        screening.settle(1440, 900);
        assertTrue(texts(screening.root()).contains("Nothing found"));
        onFx(() -> screening.find("#library-search")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertEquals("", model.sought.get());
    }

    @Test
    void takingAFolderOutAsksAndCanBeUndone() {
        open();
        onFx(() -> screening.find("#place-1")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false)));
        screening.settle(1440, 900);
        assertEquals(List.of(), calls());
        onFx(() -> button(".dialog-sheet .primary").fire());
        onFx(() -> button("#library-undo").fire());
        assertEquals(List.of("removeFolder Geometry and drawing", "undo"), calls());
        assertEquals(2, model.folders.size());
    }

    @Test
    void eachClassHasItsList() {
        open();
        prepared();
        onFx(() -> model.room.set("room0"));
        screening.settle(1440, 900);
        assertTrue(texts(screening.root()).contains("Nothing prepared yet"));
        onFx(() -> classroom.model.home.earlier.clear());
        assertEquals(LibraryModel.COMING, model.room.get());
    }

    @Test
    void inClassThePreparedComesToTheBoard() {
        folder();
        prepared();
        inClass();
        screening.open();
        screening.settle(1440, 900);
        assertFalse(classroom.model.lesson.peopleShown.get(), "one at a time");
        var viewed = classroom.model.lesson.board.viewed.get().id();
        onFx(() -> button("#library-put-all").fire());
        assertTrue(calls().getLast().startsWith("importMaterials [Quadratic functions.pdf hidden [3, 4] without "
                + "[10, 11, 12], Parabola in sports.pptx, "), calls().getLast());
        assertTrue(calls().getLast().endsWith(" after " + viewed), calls().getLast());
        pick(1);
        keyIn("#prepared-list", KeyCode.ENTER);
        assertEquals("importMaterials [Parabola in sports.pptx] after " + viewed, calls().getLast());
        onFx(() -> toggle("#library-part-library").fire());
        screening.settle(1440, 900);
        doubleClick("Exercises week 12.pdf");
        assertEquals("importMaterials [Exercises week 12.pdf] after " + viewed, calls().getLast());
        onFx(() -> button("#people").fire());
        screening.settle(1440, 900);
        assertFalse(onFx(() -> screening.find("#library-drawer").isVisible()));
    }

    @Test
    void aPageIsHandedOutToOne() {
        folder();
        prepared();
        inClass();
        screening.open();
        screening.settle(1440, 900);
        onFx(() -> ((MenuButton) screening.find(".prepared-list .bare-menu")).getItems().stream()
                .filter(item -> item.getText().equals("Hand out a page…")).findFirst().orElseThrow().fire());
        screening.settle(1440, 900);
        keyIn("#page-grid", KeyCode.RIGHT);
        onFx(() -> toggle("#library-hand-to-chosen").fire());
        assertTrue(onFx(() -> button("#library-handout-go").isDisabled()), "to nobody");
        onFx(() -> ((CheckBox) screening.find("#choose-s2")).fire());
        screening.picture("library-handout-light", 1280, 800);
        onFx(() -> button("#library-handout-go").fire());
        assertTrue(calls().getLast().startsWith("handOut Quadratic functions.pdf hidden [1] without [0, 2, 3, "),
                calls().getLast());
        assertTrue(calls().getLast().endsWith("to [s2]"), calls().getLast());
    }

    @Test
    void studentsHaveNoMaterials() {
        onFx(() -> classroom.live("Alice", Role.STUDENT));
        screening.open();
        screening.settle(1280, 800);
        assertNull(onFx(() -> screening.root().lookup("#materials")));
        assertNull(onFx(() -> screening.root().lookup("#library-drawer")));
    }

    @Test
    void aClickPicksOneOrMore() {
        open();
        press("Bridge.jpg", 1, false, false);
        press("Exercises week 12.pdf", 1, true, false);
        screening.settle(1440, 900);
        assertEquals(2, onFx(() -> pickedCards()));
        press("Quadratic functions.pdf", 1, false, true);
        assertEquals(3, onFx(() -> pickedCards()), "from the last one on");
        assertEquals(List.of(), calls());
    }

    private long pickedCards() {
        return screening.root().lookupAll(".shelf-card").stream().filter(it -> it.getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("picked"))).count();
    }

    private void open() {
        folder();
        screening.open();
        onFx(() -> classroom.model.screen.set(Screen.LIBRARY));
        screening.settle(1440, 900);
    }

    private void pick(int index) {
        onFx(() -> list("#prepared-list").getSelectionModel().clearAndSelect(index));
    }

    private List<String> names() {
        return model.list().stream().map(it -> it.file().getFileName().toString()).toList();
    }

    private void doubleClick(String name) {
        press(name, 2, false, false);
        screening.settle(1440, 900);
    }

    private void press(String name, int clicks, boolean control, boolean shift) {
        Node item = onFx(() -> screening.root().lookupAll("*")).stream()
                .filter(it -> it.getStyleClass().contains("shelf-card") || it.getStyleClass().contains("shelf-line"))
                .filter(it -> texts(it).contains(name)).findFirst().orElseThrow();
        onFx(() -> item.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 5, 5, 5, 5, MouseButton.PRIMARY, clicks,
                shift, control, false, false, true, false, false, true, false, true, null)));
    }

    /// Without what merely follows from others, or happens by itself.
    private List<String> calls() {
        return classroom.calls.stream().filter(call -> !call.startsWith("watch")).toList();
    }

    private static List<String> texts(Node node) {
        return onFx(() -> node.lookupAll("*").stream().filter(Labeled.class::isInstance)
                .map(it -> ((Labeled) it).getText()).filter(text -> text != null && !text.isEmpty()).toList());
    }

    private void key(KeyCode code) { keyIn("#shelf", code); }

    private void keyIn(String selector, KeyCode code, KeyCode... with) {
        boolean alt = List.of(with).contains(KeyCode.ALT), shift = List.of(with).contains(KeyCode.SHIFT);
        onFx(() -> screening.find(selector)
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, alt, false)));
        screening.settle(1440, 900);
    }

    private Button button(String selector) { return (Button) screening.find(selector); }

    private ToggleButton toggle(String selector) { return (ToggleButton) screening.find(selector); }

    private ListView<?> list(String selector) { return (ListView<?>) screening.find(selector); }
}
