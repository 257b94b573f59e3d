package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import lectern.resources.Language;
import lectern.ui.model.EarlierLesson;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.SettingsModel.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The lessons on the first screen: what is shown of them, and what can be done with them.
class EarlierLessonsTest {
    private static final List<String> TITLES = List.of("Maths 5b · Fractions", "Physics 9a · Optics", "代数 II · 二次函数",
            "Maths 5b · Decimals", "Choir", "Homework club",
            "Physics 9a · Forces and motion on an inclined plane, with "
                    + "measurements by the class",
            "Maths 6c", "数学竞赛", "Parents’ evening");

    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;

    @AfterEach
    void close() { screening.close(); }

    private static EarlierLesson lesson(int number, Duration ago, boolean unfinished) {
        return new EarlierLesson("room" + number, TITLES.get(number), Instant.now().minus(ago),
                Duration.ofMinutes(20 + number * 25), 1 + number * 3, (number + 1) * 900_000L, unfinished);
    }

    private void held(int count, boolean firstUnfinished) {
        onFx(() -> {
            var lessons = new ArrayList<EarlierLesson>();
            for (int i = 0; i < count; i++)
                lessons.add(lesson(i, i == 0 ? Duration.ofMinutes(3) : Duration.ofHours(30L * i * i),
                        firstUnfinished && i == 0));
            classroom.model.home.earlier.setAll(lessons);
            classroom.model.settings.name.set("Margaret Okafor");
        });
    }

    @Test
    void pictures() {
        screening.open();
        held(3, true);
        onFx(() -> classroom.model.home.title.set("Physics 9a · Optics"));
        screening.picture("home-earlier-light-en", 1440, 900);
        screening.picture("home-earlier-light-en-small", 1024, 640);
        held(10, false);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.DARK);
            classroom.model.settings.language.set(Language.CHINESE);
            classroom.model.home.deleted.set(lesson(4, Duration.ofDays(2), false));
        });
        screening.picture("home-earlier-dark-zh", 1440, 900);
        onFx(() -> {
            classroom.model.settings.theme.set(Theme.LIGHT);
            classroom.model.settings.language.set(Language.ENGLISH);
        });
        screening.settle(1440, 1000);
        onFx(() -> {
            list().requestFocus();
            list().getSelectionModel().select(1);
        });
        screening.picture("home-earlier-ten-en", 1440, 1000);
        key(KeyCode.F2);
        screening.picture("home-earlier-rename", 1280, 800);
        onFx(() -> screening.root().lookup("#rename-title").fireEvent(pressed(KeyCode.ESCAPE)));
        key(KeyCode.DELETE);
        screening.picture("home-earlier-delete", 1280, 800);
    }

    @Test
    void withoutLessonsNothingIsSaid() {
        screening.open();
        screening.settle(1280, 800);
        assertFalse(onFx(() -> screening.find(".earlier").isVisible()));
        held(1, false);
        screening.settle(1280, 800);
        assertTrue(onFx(() -> screening.find(".earlier").isVisible()));
        assertFalse(onFx(() -> screening.find("#earlier-search").isVisible()));
    }

    @Test
    void aClickGoesOnWithALesson() {
        screening.open();
        held(3, true);
        screening.settle(1440, 900);
        assertTrue(texts(screening.find(".earlier")).contains("Not ended"));
        onFx(() -> button(".earlier-list .primary").fire());
        assertEquals(List.of("goOn room0 / Margaret Okafor"), calls());
        assertEquals(Screen.LOBBY, classroom.model.screen.get());
    }

    @Test
    void theKeyboardDoesAllOfIt() {
        screening.open();
        held(3, true);
        screening.settle(1440, 900);
        onFx(() -> {
            list().requestFocus();
            list().getSelectionModel().select(1);
        });
        key(KeyCode.F2);
        onFx(() -> {
            ((TextField) screening.find("#rename-title")).setText(" Optics ");
            button("#rename-go").fire();
        });
        screening.settle(1440, 900);
        assertTrue(texts(screening.find(".earlier")).contains("Optics"));
        onFx(() -> list().getSelectionModel().select(2));
        key(KeyCode.DELETE);
        assertFalse(calls().contains("delete room2"), "it asks first");
        onFx(() -> button(".dialog-sheet .danger").fire());
        screening.settle(1440, 900);
        assertEquals(2, onFx(() -> list().getItems().size()));
        assertTrue(texts(screening.find("#deleted-toast")).contains("“代数 II · 二次函数” was deleted"));
        onFx(() -> button("#undo-delete").fire());
        screening.settle(1440, 900);
        assertEquals(3, onFx(() -> list().getItems().size()));
        assertFalse(onFx(() -> screening.find("#deleted-toast").isVisible()));
        onFx(() -> list().getSelectionModel().select(2));
        key(KeyCode.ENTER);
        assertEquals(List.of("rename room1 / Optics", "delete room2", "restore room2", "goOn room1 / Margaret Okafor"),
                calls());
    }

    @Test
    void theMenuOfAnUnfinishedClassHasNoOtherName() {
        screening.open();
        held(2, true);
        screening.settle(1440, 900);
        var menus = onFx(() -> List.copyOf(screening.root().lookupAll(".earlier-list .menu-button")));
        assertEquals(List.of(2, 3), menus.stream().map(it -> ((MenuButton) it).getItems().size()).sorted().toList());
    }

    @Test
    void theSameTitleOffersToGoOnAndStartsAnewAllTheSame() {
        screening.open();
        held(3, false);
        onFx(() -> classroom.model.home.title.set("maths 5b · fractions "));
        screening.settle(1440, 900);
        var today = ZonedDateTime.now();
        var said = texts(screening.find(".go-on-offer")).getFirst();
        assertTrue(said.startsWith("Go on with “Maths 5b · Fractions” of ") && said.endsWith("?"), said);
        assertTrue(said.contains(Integer.toString(today.minusMinutes(3).getDayOfMonth())), said);
        onFx(() -> button("#start").fire());
        onFx(() -> classroom.model.screen.set(Screen.HOME));
        screening.settle(1440, 900);
        onFx(() -> button("#go-on").fire());
        assertEquals(List.of("startClass maths 5b · fractions / Margaret Okafor", "goOn room0 / Margaret Okafor"),
                calls());
        onFx(() -> {
            classroom.model.screen.set(Screen.HOME);
            classroom.model.home.title.set("Maths");
        });
        screening.settle(1440, 900);
        assertFalse(onFx(() -> screening.find(".go-on-offer").isVisible()));
    }

    @Test
    void lessonsAreSearchedFromNineOn() {
        screening.open();
        held(10, false);
        screening.settle(1440, 900);
        onFx(() -> ((TextField) screening.find("#earlier-search")).setText("maths"));
        assertEquals(List.of("room0", "room3", "room7"),
                onFx(() -> list().getItems().stream().map(EarlierLesson::room).toList()));
        onFx(() -> ((TextField) screening.find("#earlier-search")).setText("2050"));
        screening.settle(1440, 900);
        assertTrue(texts(screening.find(".earlier")).contains("No lesson of that name"));
    }

    private List<String> calls() {
        return classroom.calls.stream().filter(call -> !call.startsWith("watch")).toList();
    }

    private void key(KeyCode code) {
        onFx(() -> list().fireEvent(pressed(code)));
        screening.settle(1440, 900);
    }

    private static KeyEvent pressed(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private Button button(String selector) { return (Button) screening.find(selector); }

    @SuppressWarnings("unchecked")
    private ListView<EarlierLesson> list() { return (ListView<EarlierLesson>) screening.find("#earlier-list"); }

    private static List<String> texts(Node node) {
        return onFx(() -> node.lookupAll("*").stream().filter(Labeled.class::isInstance)
                .map(it -> ((Labeled) it).getText()).filter(text -> text != null && !text.isEmpty()).toList());
    }
}
