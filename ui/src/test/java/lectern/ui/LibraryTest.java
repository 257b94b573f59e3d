package lectern.ui;

import static lectern.ui.Screening.onFx;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import lectern.protocol.Role;
import lectern.resources.Language;
import lectern.resources.Phrase;
import lectern.ui.model.EarlierLesson;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.LibraryModel.Look;
import lectern.ui.model.Notices;
import lectern.ui.model.Place;
import lectern.ui.model.Prepared;
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
