package lectern.ui.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lectern.ui.model.LibraryModel.Look;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// A row of a [Shelf]: a heading, or items. Its nodes are used again for other items.
final class ShelfCell extends ListCell<Shelf.Row> {
    private final Ui ui;
    private final Shelf shelf;
    private final Label heading = new Label();
    private final HBox cards = new HBox(Shelf.GAP);
    private final List<ShelfItem> some = new ArrayList<>();
    private final List<ShelfItem> folders = new ArrayList<>();
    private final ShelfLine line;
    private final HBox alone;

    ShelfCell(Ui ui, Shelf shelf) {
        this.ui = ui;
        this.shelf = shelf;
        heading.getStyleClass().add("shelf-heading");
        line = new ShelfLine(ui, shelf);
        alone = new HBox(line);
        HBox.setHgrow(line, Priority.ALWAYS);
        setPrefWidth(0); // as wide as the shelf
    }

    @Override
    protected void updateItem(Shelf.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        switch (empty ? null : row) {
            case null -> {
                line.forget();
                some.forEach(ShelfItem::forget);
                folders.forEach(ShelfItem::forget);
                setGraphic(null);
            }
            case Shelf.Row.Heading(var text) -> {
                heading.setText(text);
                setGraphic(heading);
            }
            case Shelf.Row.Items(int first, var items, var look) -> {
                if (look == Look.GRID) {
                    boolean areFolders = items.getFirst() instanceof Item.Folder;
                    (areFolders ? some : folders).forEach(ShelfItem::forget);
                    cards(first, items, areFolders ? folders : some,
                            () -> areFolders ? new ShelfChip(ui, shelf) : new ShelfCard(ui, shelf));
                } else {
                    line.show(first, items.getFirst());
                    setGraphic(alone);
                }
            }
        }
    }

    private void cards(int first, List<? extends Item> items, List<ShelfItem> some, Supplier<ShelfItem> make) {
        while (some.size() < items.size()) some.add(make.get());
        for (int i = 0; i < items.size(); i++) some.get(i).show(first + i, items.get(i));
        for (int i = items.size(); i < some.size(); i++) some.get(i).forget();
        cards.getChildren().setAll(some.subList(0, items.size()));
        setGraphic(cards);
    }
}
