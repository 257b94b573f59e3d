package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import lectern.protocol.Role;
import lectern.resources.Language;
import lectern.ui.model.Connection;
import lectern.ui.model.Notices;
import lectern.ui.model.ScreenChoice;
import lectern.ui.model.ScreenChoice.Kind;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.Source;
import lectern.ui.model.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a click asks of the classroom, and what the classroom's answer does to the screen.
class VerbsTest {
    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;

    @AfterEach
    void close() { screening.close(); }

    @Test
    void aClassIsStartedEnteredAndEnded() {
        screening.open();
        settle();
        assertTrue(button("start").isDisabled(), "no title yet");
        write("class-title", "  Algebra ");
        write("start-name", "Ms. Okafor");
        press("start");
        settle();
        press("enter");
        settle();
        assertTrue(find("#links").isVisible());
        press("leave");
        settle();
        assertFalse(classroom.calls.contains("endForAll"), "it asks first");
        onFx(() -> ((Button) screening.find(".dialog-sheet .danger")).fire());
        settle();
        press("go-home");
        settle();
        assertEquals(List.of("startClass Algebra / Ms. Okafor", "enter Ms. Okafor", "endForAll", "goHome"),
                classroom.calls.stream().filter(call -> !call.startsWith("watch")).toList());
        assertTrue(find("#start").isVisible());
    }

    @Test
    void aBadLinkIsRefusedWhereItWasPasted() {
        screening.open();
        settle();
        write("link", "hello");
        write("join-name", "Ben");
        press("join");
        settle();
        assertEquals(Screen.HOME, classroom.model.screen.get());
        assertTrue(texts(find("#join-card")).stream().anyMatch(text -> text.startsWith("This is not a Lectern link")));
        onFx(() -> classroom.model.settings.language.set(Language.CHINESE));
        settle();
        assertTrue(texts(find("#join-card")).stream().anyMatch(text -> text.startsWith("这不是 Lectern 链接")),
                "what is said changes its language too");
    }

    @Test
    void switchesFollowTheModelNotTheClick() {
        onFx(() -> classroom.live("Ben", Role.STUDENT));
        screening.open();
        settle();
        assertEquals("Mute", button("microphone").getText());
        press("microphone");
        assertEquals("Unmute", button("microphone").getText());
        onFx(() -> classroom.model.devices.microphoneOn.set(true)); // the program's own doing
        assertEquals("Mute", button("microphone").getText());
        press("camera");
        assertEquals(List.of("microphone false", "camera false"), without("watch"));
    }

    @Test
    void aWatcherHasNothingToSwitch() {
        onFx(() -> {
            classroom.comes("t", "Ms. Okafor", Role.TEACHER);
            classroom.live("Ms. Chen", Role.WATCHER);
        });
        screening.open();
        settle();
        for (var id : List.of("#microphone", "#camera", "#share", "#links"))
            assertEquals(null, onFx(() -> screening.root().lookup(id)), id);
        assertTrue(texts(screening.root()).contains("You are watching"));
        assertFalse(texts(find(".tile-column")).contains("Ms. Chen"), "who can't be seen has no tile");
    }

    @Test
    void whatIsShownIsWatchedInItsSizeAndNothingElse() {
        onFx(() -> {
            classroom.live("Ms. Okafor", Role.TEACHER);
            classroom.comes("a", "Alice", Role.STUDENT);
            classroom.comes("b", "Ben", Role.STUDENT);
            classroom.comes("c", "Chen", Role.STUDENT).cameraOn.set(false);
        });
        screening.open();
        settle();
        until(() -> classroom.watched.size() == 2);
        var views = classroom.watched;
        assertEquals(List.of("a", "b"), views.stream().map(View::participant).toList(),
                "the stage first; not we, no camera off");
        assertTrue(views.get(0).width() > 3 * views.get(1).width(), "the stage is large: " + views);
        assertEquals(screening.pictures.of("b", Source.CAMERA).wantedWidth(), views.get(1).width());
        onFx(() -> classroom.model.lesson.person("b").orElseThrow().screenOn.set(true));
        settle();
        until(() -> classroom.watched
                .contains(new View("b", Source.SCREEN, screening.pictures.of("b", Source.SCREEN).wantedWidth(),
                        screening.pictures.of("b", Source.SCREEN).wantedHeight())));
        assertEquals(3, classroom.watched.size());
    }

    @Test
    void tilesOutOfSightAreNotWatched() {
        onFx(() -> {
            classroom.live("Ms. Okafor", Role.TEACHER);
            for (int i = 0; i < 30; i++) classroom.comes("p" + i, "Student " + i, Role.STUDENT);
        });
        screening.open();
        settle();
        until(() -> !classroom.watched.isEmpty());
        assertTrue(classroom.watched.size() < 16, "watched " + classroom.watched.size());
        assertEquals(0, screening.pictures.of("p29", Source.CAMERA).wantedWidth());
    }

    @Test
    void aClickOnATilePinsAndUnpins() {
        onFx(() -> {
            classroom.live("Ms. Okafor", Role.TEACHER);
            classroom.comes("a", "Alice", Role.STUDENT);
            classroom.comes("b", "Ben", Role.STUDENT);
        });
        screening.open();
        settle();
        onFx(() -> classroom.model.lesson.pinned.set("b"));
        settle();
        assertTrue(texts(find(".stage-card")).contains("Ben"));
        assertTrue(texts(find(".tile-column")).contains("Alice"));
        assertFalse(texts(find(".tile-column")).contains("Ben"));
        press("unpin");
        settle();
        assertTrue(texts(find(".stage-card")).contains("Alice"));
    }

    @Test
    void aScreenIsChosenAndShared() {
        onFx(() -> {
            classroom.live("Ms. Okafor", Role.TEACHER);
            classroom.screens = List.of(new ScreenChoice("s1", "Screen 1", Kind.SCREEN, null));
        });
        screening.open();
        settle();
        press("share");
        settle();
        assertTrue(button("share-go").isDisabled(), "nothing chosen");
        var button = (ToggleButton) screening.find(".screen-choice");
        onFx(button::fire);
        var thumbnail = new ScreenChoice.Thumbnail(java.nio.ByteBuffer.allocate(16), 2, 2);
        onFx(() -> classroom.model.devices.screens.set(0, new ScreenChoice("s1", "Screen 1", Kind.SCREEN, thumbnail)));
        assertSame(button, screening.find(".screen-choice"), "a thumbnail takes nothing away from under the pointer");
        assertTrue(button.isSelected());
        assertNotNull(button.lookup(".image-view"), "and is shown");
        press("share-go");
        settle();
        assertTrue(texts(find(".stage-card")).contains("You’re sharing “Screen 1”"));
        press("share");
        assertEquals(List.of("listScreens", "stopListingScreens", "share s1", "stopSharing"), without("watch"));
    }

    @Test
    void aLostLineIsSaidAndComesBack() {
        onFx(() -> classroom.live("Ben", Role.STUDENT));
        screening.open();
        settle();
        assertFalse(find(".banner").isVisible());
        onFx(() -> classroom.model.lesson.connection.set(new Connection.Reconnecting(Instant.now())));
        assertTrue(find(".banner").isVisible());
        press("retry");
        assertEquals(List.of("retryNow"), without("watch"));
        onFx(() -> classroom.model.lesson.connection.set(new Connection.Live()));
        assertFalse(find(".banner").isVisible());
        onFx(() -> classroom.model.lesson.connection.set(new Connection.Ended(Notices.ENDED_REMOVED)));
        settle();
        assertTrue(texts(screening.root()).contains("You were removed from the class."));
    }

    @Test
    void peopleAreSearchedFromNineOn() {
        onFx(() -> {
            classroom.live("Ms. Okafor", Role.TEACHER);
            for (int i = 0; i < 7; i++) classroom.comes("p" + i, "Student " + i, Role.STUDENT);
        });
        screening.open();
        settle();
        assertFalse(find("#people-search").isVisible());
        onFx(() -> classroom.comes("x", "王芳", Role.STUDENT));
        assertTrue(find("#people-search").isVisible());
        write("people-search", "王");
        assertEquals(List.of("王芳 (x)"), onFx(() -> ((ListView<?>) screening.find("#people-list")).getItems().stream()
                .map(Object::toString).toList()));
    }

    @Test
    void theListFoldsAwayWhenItGetsNarrow() {
        onFx(() -> classroom.live("Ms. Okafor", Role.TEACHER));
        screening.open();
        screening.settle(1440, 900);
        assertTrue(classroom.model.lesson.peopleShown.get());
        screening.settle(1024, 640);
        assertFalse(classroom.model.lesson.peopleShown.get());
        press("people");
        assertTrue(classroom.model.lesson.peopleShown.get(), "but opens when asked");
        screening.settle(1440, 900);
        assertTrue(classroom.model.lesson.peopleShown.get());
    }

    @Test
    void anotherLanguageKeepsTheClass() {
        onFx(() -> {
            classroom.live("Ms. Okafor", Role.TEACHER);
            classroom.comes("a", "Alice", Role.STUDENT);
        });
        screening.open();
        settle();
        var before = find(".class-screen");
        onFx(() -> classroom.model.settings.language.set(Language.CHINESE));
        settle();
        assertNotEquals(before, find(".class-screen"));
        assertTrue(texts(find(".stage-card")).contains("Alice"));
        assertEquals("静音", button("microphone").getText());
        onFx(() -> classroom.model.devices.microphoneOn.set(false));
        assertEquals("取消静音", button("microphone").getText());
        assertTrue(screening.pictures.of("a", Source.CAMERA).wantedWidth() > 0, "the old view took nothing with it");
    }

    private void settle() { screening.settle(1280, 800); }

    private Node find(String selector) { return onFx(() -> screening.find(selector)); }

    private Button button(String id) { return (Button) find("#" + id); }

    private void press(String id) { onFx(() -> ((Button) screening.find("#" + id)).fire()); }

    private void write(String id, String text) { onFx(() -> ((TextField) screening.find("#" + id)).setText(text)); }

    private List<String> without(String verb) {
        return classroom.calls.stream().filter(call -> !call.startsWith(verb)).toList();
    }

    private List<String> texts(Node node) {
        return onFx(() -> node.lookupAll("*").stream().filter(Labeled.class::isInstance).filter(VerbsTest::isShown)
                .map(it -> ((Labeled) it).getText()).filter(text -> text != null && !text.isEmpty()).toList());
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) if (!up.isVisible()) return false;
        return true;
    }

    /// Waits for the pause after a change of layout.
    private void until(BooleanSupplier done) {
        long endNs = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!onFx(done::getAsBoolean)) {
            if (System.nanoTime() - endNs > 0) throw new AssertionError("watched " + classroom.watched);
            Thread.onSpinWait();
            settle();
        }
    }
}
