package lectern.ui.lesson;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import lectern.ui.board.BoardSurface;
import org.jspecify.annotations.Nullable;

/// Space held down is talking, as long as nothing that takes text has the focus. A button that was reached by the
/// keyboard keeps its Space, since that is how one presses it; one that was clicked doesn't. A held key repeats its
/// press; only the first counts. On a page with a clip the board keeps it, for those who play it. Losing the window's focus lets go.
final class TalkKey {
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();

    /// @return how to take it off again
    Runnable install(Scene scene, Consumer<Boolean> talk) {
        EventHandler<KeyEvent> pressed = event -> {
            if (event.getCode() != KeyCode.SPACE || isTaken(scene.getFocusOwner())) return;
            event.consume();
            set(true, talk);
        };
        EventHandler<KeyEvent> released = event -> {
            if (event.getCode() != KeyCode.SPACE || !held.get()) return;
            event.consume();
            set(false, talk);
        };
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, released);
        var focus = scene.getWindow().focusedProperty().subscribe(focused -> {
            if (!focused) set(false, talk);
        });
        return () -> {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            scene.removeEventFilter(KeyEvent.KEY_RELEASED, released);
            focus.unsubscribe();
            set(false, talk);
        };
    }

    ReadOnlyBooleanProperty held() { return held.getReadOnlyProperty(); }

    private void set(boolean now, Consumer<Boolean> talk) {
        if (held.get() == now) return;
        held.set(now);
        talk.accept(now);
    }

    private static boolean isTaken(@Nullable Node owner) {
        return owner instanceof TextInputControl || owner instanceof BoardSurface board && board.takesSpace()
                || owner != null && owner.isFocusVisible();
    }
}
