package lectern.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import lectern.protocol.Role;
import lectern.resources.Language;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A teacher makes links of one person each in the link popover, copies them and takes them back.
class PersonalLinksTest {
    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;

    @BeforeEach
    void open() {
        onFx(() -> classroom.live("Ms. Okafor", Role.TEACHER));
        screening.open();
        onFx(() -> screening.stage().show());
        openPopover();
    }

    @AfterEach
    void close() { screening.close(); }

    @Test
    void aLinkIsMadeForANameAndARole() {
        assertFalse(find("#personal-list").isVisible(), "nothing to list yet");
        assertTrue(find("#personal-make").isDisabled(), "no name yet");
        write("   ");
        assertTrue(find("#personal-make").isDisabled(), "a name of nothing");
        write(" Amara ");
        press("#personal-make");
        write("Bo");
        onFx(() -> ((ToggleButton) find("#personal-assistant")).fire());
        onFx(() -> Event.fireEvent(find("#personal-name"), key(KeyCode.ENTER)));
        until(() -> texts().containsAll(List.of("Amara", "Bo", "Assistant")));
        assertEquals(List.of("invite STUDENT Amara", "invite ASSISTANT Bo"), calls());
        assertEquals("", onFx(() -> ((TextField) find("#personal-name")).getText()), "ready for the next");
        assertTrue(texts().indexOf("Bo") < texts().indexOf("Amara"), "the newest is on top");
    }

    @Test
    void theNameIsNoLongerThanANameMayBe() {
        write("x".repeat(80));
        write("y".repeat(81));
        assertEquals("x".repeat(80), onFx(() -> ((TextField) find("#personal-name")).getText()));
    }

    @Test
    void aLinkIsCopied() {
        make("Amara");
        make("Bo");
        press("Copy: Amara");
        assertEquals(onFx(() -> classroom.model.lesson.personalLinks.getFirst().link()),
                onFx(() -> Clipboard.getSystemClipboard().getString()));
        select("Bo", KeyCode.ENTER);
        assertEquals(onFx(() -> classroom.model.lesson.personalLinks.getLast().link()),
                onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void revokingAsksFirstInTheSameRow() {
        make("Amara");
        make("Bo");
        press("Revoke: Amara");
        until(() -> texts().contains("Revoke for good?"));
        press("Keep: Amara");
        until(() -> !texts().contains("Revoke for good?"));
        press("Revoke: Amara");
        until(() -> texts().contains("Revoke for good?"));
        press("#personal-revoke-now");
        until(() -> !texts().contains("Amara"));
        assertTrue(texts().contains("Bo"));
        assertEquals("revokeInvitation i1", calls().getLast());
        assertEquals(3, calls().size(), "asked, kept, asked, revoked: " + calls());
    }

    @Test
    void theKeyboardAloneRevokesAndEscapeTakesTheQuestionBack() {
        make("Amara");
        select("Amara", KeyCode.DELETE);
        until(() -> texts().contains("Revoke for good?"));
        assertEquals("Keep: Amara", onFx(() -> root().getScene().getFocusOwner().getAccessibleText()));
        onFx(() -> Event.fireEvent(root().getScene().getFocusOwner(), key(KeyCode.ESCAPE)));
        until(() -> !texts().contains("Revoke for good?"));
        assertTrue(isOpen(), "Escape closed the question, not the popover");
        select("Amara", KeyCode.DELETE);
        until(() -> texts().contains("Revoke for good?"));
        press("#personal-revoke-now");
        until(() -> !find("#personal-list").isVisible());
        assertEquals("revokeInvitation i1", calls().getLast());
    }

    @Test
    void aLongListScrollsInAPopoverThatStaysOnTheScreen() {
        for (int i = 1; i <= 500; i++) invite("Student " + i);
        until(() -> texts().contains("Student 500"));
        assertFalse(texts().contains("Student 1"));
        onFx(() -> list().scrollTo(499));
        until(() -> texts().contains("Student 1"));
        assertTrue(onFx(() -> popover().getHeight()) < 1_000, "the list scrolls, the popover doesn't grow");
    }

    @Test
    void anotherLanguageKeepsTheList() {
        make("Amara");
        onFx(() -> classroom.model.settings.language.set(Language.CHINESE));
        until(() -> !isOpen());
        openPopover();
        until(() -> texts().containsAll(List.of("Amara", "个人链接", "作废", "学生")));
    }

    private void openPopover() {
        screening.settle(1280, 800);
        onFx(() -> ((Button) screening.find("#links")).fire());
        until(this::isOpen);
    }

    private void invite(String name) { onFx(() -> classroom.invite(Role.STUDENT, name)); }

    private void make(String name) {
        write(name);
        press("#personal-make");
        until(() -> texts().contains(name));
    }

    private void write(String text) { onFx(() -> ((TextField) find("#personal-name")).setText(text)); }

    /// By id, or by what it is called for those who can't see it.
    private void press(String button) {
        onFx(() -> {
            root().applyCss();
            root().layout();
            var found = button.startsWith("#")
                    ? find(button)
                    : root().lookupAll(".button").stream().filter(it -> button.equals(it.getAccessibleText()))
                            .findFirst().orElseThrow(() -> new AssertionError("no " + button));
            ((Button) found).fire();
        });
    }

    private void select(String name, KeyCode then) {
        onFx(() -> {
            list().getItems().stream().filter(link -> link.toString().contains("name=" + name)).findFirst()
                    .ifPresent(link -> list().getSelectionModel().select(list().getItems().indexOf(link)));
            list().requestFocus();
            Event.fireEvent(list(), key(then));
        });
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private ListView<?> list() { return (ListView<?>) find("#personal-list"); }

    private List<String> calls() {
        return classroom.calls.stream().filter(call -> !call.startsWith("watch")).toList();
    }

    private PopOver popover() {
        return Window.getWindows().stream().filter(PopOver.class::isInstance).map(PopOver.class::cast).findFirst()
                .orElseThrow(() -> new AssertionError("no popover is open"));
    }

    private boolean isOpen() { return Window.getWindows().stream().anyMatch(PopOver.class::isInstance); }

    private Parent root() { return popover().getScene().getRoot(); }

    private Node find(String selector) {
        return onFx(() -> {
            var node = root().lookup(selector);
            if (node == null) throw new AssertionError("no " + selector + " in the popover");
            return node;
        });
    }

    private List<String> texts() {
        return onFx(() -> {
            root().applyCss();
            root().layout();
            return root().lookupAll("*").stream().filter(Labeled.class::isInstance).filter(PersonalLinksTest::isShown)
                    .sorted(java.util.Comparator.comparingDouble(it -> it.localToScene(0, 0).getY()))
                    .map(it -> ((Labeled) it).getText()).filter(text -> text != null && !text.isEmpty()).toList();
        });
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) if (!up.isVisible()) return false;
        return true;
    }

    /// What is on the JavaFX thread already stays there.
    private static <T> T onFx(Callable<T> task) {
        if (!Platform.isFxApplicationThread()) return Screening.onFx(task);
        try {
            return task.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void onFx(Runnable task) { onFx(Executors.callable(task)); }

    /// Waits for the pulses in which cells are made and windows come and go.
    private void until(BooleanSupplier done) {
        long endNs = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!onFx(done::getAsBoolean)) {
            if (System.nanoTime() - endNs > 0) throw new AssertionError("never came: " + texts());
            Thread.onSpinWait();
        }
    }
}
