package lectern.ui.part;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.util.Duration;

/// The shortcuts, and how a control tells its own.
public final class Keys {
    public static final KeyCombination MICROPHONE = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);
    public static final KeyCombination CAMERA = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);

    private Keys() {}

    /// Names a control for the screen reader and for whoever lets the mouse rest on it.
    public static void name(Control control, String text) {
        control.setAccessibleText(text);
        tip(control, text);
    }

    public static void name(Control control, String text, KeyCombination keys) {
        control.setAccessibleText(text);
        tip(control, text + "  (" + keys.getDisplayText() + ")");
    }

    private static void tip(Control control, String text) {
        if (control.getTooltip() != null) {
            control.getTooltip().setText(text);
            return;
        }
        var tip = new Tooltip(text);
        tip.setShowDelay(Duration.millis(350));
        control.setTooltip(tip);
    }
}
