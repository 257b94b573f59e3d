package lectern.ui.library;

import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import javafx.geometry.Insets;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import lectern.ui.part.Ui;

/// An item of the grid: its picture over its name.
final class ShelfCard extends ShelfItem {
    ShelfCard(Ui ui, Shelf shelf) {
        super(ui, shelf, new Cover(ui, Shelf.CARD - 16, 116));
        getStyleClass().add("shelf-card");
        name.setMaxWidth(Shelf.CARD - 20);
        about.setMaxWidth(Shelf.CARD - 20);
        about.setWrapText(true);
        about.setMinHeight(34);
        about.setMaxHeight(34);
        about.setAlignment(Pos.TOP_LEFT);
        var column = new VBox(3, cover, name, about);
        column.setMinHeight(USE_PREF_SIZE);
        VBox.setMargin(name, new Insets(5, 0, 0, 2));
        VBox.setMargin(about, new Insets(0, 0, 0, 2));
        getChildren().add(column);
        setMinWidth(Shelf.CARD);
        setMaxWidth(Shelf.CARD);
        Tooltip.install(this, tip());
    }

    private Tooltip tip() {
        var tip = new Tooltip();
        tip.textProperty().bind(name.textProperty().concat("\n").concat(about.textProperty()));
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        tip.setShowDelay(Duration.millis(600));
        return tip;
    }
}
