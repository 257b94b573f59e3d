package lectern.ui.library;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.StackPane;
import lectern.ui.model.Preview;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// One item with what is known of it: what cards and lines have in common.
abstract class ShelfItem extends StackPane {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

    final Ui ui;
    final Cover cover;
    final Label name = new Label();
    final Label about = new Label();
    private final Shelf shelf;
    private @Nullable Item item;
    private int index = -1;

    ShelfItem(Ui ui, Shelf shelf, Cover cover) {
        this.ui = ui;
        this.shelf = shelf;
        this.cover = cover;
        name.getStyleClass().add("material-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // names differ at their ends, too
        about.getStyleClass().addAll("material-about", "small");
        setOnMouseClicked(event -> shelf.clicked(index, event));
        setOnDragDetected(event -> {
            if (item instanceof Item.Folder) return;
            shelf.dragged(index, this);
            event.consume();
        });
        setOnContextMenuRequested(event -> {
            if (item != null) shelf.deeds.menu(item, this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        shelf.live(this);
    }

    int index() { return index; }

    void show(int at, Item next) {
        index = at;
        boolean same = next.equals(item);
        item = next;
        showPicked();
        if (same) return;
        getStyleClass().removeAll("refused", "gone");
        name.setText(Objects.toString(Shelf.file(next).getFileName(), Shelf.file(next).toString()));
        switch (next) {
            case Item.Folder _ -> {
                cover.show(Icon.FOLDER);
                about.setText(ui.text("library.folder"));
            }
            case Item.File(var material) -> {
                about.setText(About.material(ui.words, material.kind(), null, material.bytes(), material.changed()));
                cover.show(material.file(), material.kind(), preview -> looked(next, preview));
            }
            case Item.Hit(var hit) -> {
                name.setText(ui.text("library.hit", hit.material().name(), hit.page() + 1));
                about.setText(hit.around());
                if (hit.page() == 0) cover.show(hit.material().file(), hit.material().kind(), _ -> {});
                else cover.page(hit.material().file(), hit.page());
            }
        }
        setAccessibleText(name.getText() + ", " + about.getText());
    }

    /// It has no place on the shelf any more.
    void forget() {
        if (item == null) return;
        item = null;
        index = -1;
        cover.forget();
    }

    void showPicked() {
        pseudoClassStateChanged(PICKED, index >= 0 && shelf.has(index));
        pseudoClassStateChanged(LEAD, index >= 0 && shelf.leads(index));
    }

    private void looked(Item of, Preview preview) {
        if (!of.equals(item) || !(of instanceof Item.File(var material))) return;
        if (preview.missing()) {
            getStyleClass().add("gone");
            about.setText(ui.text("library.missing"));
        } else if (preview.problem() != null) {
            getStyleClass().add("refused");
            about.setText(ui.text(preview.problem()));
        } else
            about.setText(About.material(ui.words, material.kind(), preview, material.bytes(), material.changed())
                    + (preview.note() == null ? "" : "\n" + ui.text(preview.note())));
        setAccessibleText(name.getText() + ", " + about.getText());
    }
}
