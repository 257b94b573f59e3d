package lectern.ui.part;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/// ControlsFX's PopOver with our manners: an arrow that says where it came from, gone by Esc or a click elsewhere.
public final class Popovers {
    private Popovers() {}

    public static PopOver make(Region content) {
        var popover = new PopOver(content);
        popover.setDetachable(false);
        popover.setArrowLocation(ArrowLocation.TOP_RIGHT);
        popover.setArrowSize(9);
        popover.setArrowIndent(20);
        popover.setCornerRadius(14);
        popover.setAutoHide(true);
        popover.setHideOnEscape(true);
        popover.setFadeInDuration(Duration.millis(90));
        popover.setFadeOutDuration(Duration.millis(90));
        return popover;
    }

    public static void toggle(PopOver popover, Node owner) {
        if (popover.isShowing()) {
            popover.hide();
            return;
        }
        var root = popover.getRoot();
        var scene = owner.getScene();
        // A popup has a scene of its own: it gets the window's style sheets and its light or dark.
        root.getStylesheets().setAll(scene.getStylesheets());
        root.getStyleClass().removeAll("light", "dark");
        root.getStyleClass().add(scene.getRoot().getStyleClass().contains("dark") ? "dark" : "light");
        if (!root.getStyleClass().contains("root")) root.getStyleClass().add("root");
        popover.show(owner, 4);
    }
}
