package lectern.ui.board;

import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import lectern.ui.part.Icon;

/// Where the link under the pointer leads.
final class LinkTip extends Label {
    private static final double WIDEST = 420;

    LinkTip() {
        setId("link-tip");
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
        setGraphic(Icon.LINK.node());
        setGraphicTextGap(6);
        setTextFill(Color.WHITE);
        setMaxWidth(WIDEST);
        getStyleClass().add("link-tip");
    }

    void show(String target, double x, double y, double right) {
        setText(target);
        double width = Math.min(prefWidth(-1), Math.min(WIDEST, right - 12));
        resize(width, prefHeight(width));
        relocate(Math.rint(Math.max(6, Math.min(x + 12, right - width - 6))), Math.rint(y + 20));
        setVisible(true);
    }

    void away() { setVisible(false); }
}
