package lectern.ui.library;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lectern.ui.part.Ui;

/// An item of the list: its picture before its name.
final class ShelfLine extends ShelfItem {
    ShelfLine(Ui ui, Shelf shelf) {
        super(ui, shelf, new Cover(ui, 64, 46));
        getStyleClass().add("shelf-line");
        about.setWrapText(true);
        about.setMaxHeight(36);
        var text = new VBox(2, name, about);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(12, cover, text);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
        setMinWidth(0);
    }
}
