package lectern.ui.library;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import lectern.ui.part.Ui;

/// A folder of the grid: short, since it has nothing to show.
final class ShelfChip extends ShelfItem {
    ShelfChip(Ui ui, Shelf shelf) {
        super(ui, shelf, new Cover(ui, 38, 32));
        getStyleClass().addAll("shelf-card", "shelf-chip");
        var row = new HBox(9, cover, name);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
        setMinWidth(Shelf.CARD);
        setMaxWidth(Shelf.CARD);
    }
}
