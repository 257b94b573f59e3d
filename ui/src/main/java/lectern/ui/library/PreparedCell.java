package lectern.ui.library;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lectern.ui.library.PreparedPane.Entry;
import lectern.ui.model.MaterialKind;
import lectern.ui.model.Prepared;
import lectern.ui.model.Preview;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// One prepared material: its picture, what of it comes to the board, and what is wrong with it.
final class PreparedCell extends ListCell<Entry> {
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");
    private static final DataFormat PLACE = new DataFormat("application/x-lectern-place");

    private final Ui ui;
    private final Verbs verbs;
    private final PreparedPane pane;
    private final Cover cover;
    private final Label number = new Label();
    private final Label name = new Label();
    private final Label about = new Label();
    private final Button find = new Button();
    private final MenuButton more = new MenuButton(null, Icon.MORE.node());
    private final HBox row;
    private final Tooltip tip = new Tooltip();
    private @Nullable Entry shown;
    private @Nullable Preview preview;
    private int looked;

    PreparedCell(Ui ui, Verbs verbs, PreparedPane pane) {
        this.ui = ui;
        this.verbs = verbs;
        this.pane = pane;
        cover = new Cover(ui, 74, 54);
        number.getStyleClass().add("prepared-number");
        name.getStyleClass().add("material-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        about.getStyleClass().addAll("material-about", "small");
        about.setWrapText(true);
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        find.setText(ui.text("library.find"));
        find.getStyleClass().add("link");
        find.setOnAction(_ -> {
            if (shown != null) verbs.find(shown.material().file());
        });
        var text = new VBox(2, name, about, find);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        more.setMinWidth(28);
        more.setMaxWidth(28);
        more.getStyleClass().add("bare-menu");
        row = new HBox(10, number, cover, text, more);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && shown != null)
                pane.take(shown);
        });
        drags();
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        if (empty || entry == null) {
            shown = null;
            cover.forget();
            setGraphic(null);
            return;
        }
        boolean same = shown != null && shown.material().file().equals(entry.material().file())
                && looked == pane.looks();
        shown = entry;
        looked = pane.looks();
        setGraphic(row);
        number.setText(Integer.toString(entry.place() + 1));
        name.setText(entry.material().file().getFileName().toString());
        if (!same) {
            preview = null;
            cover.show(entry.material().file(), kind(entry.material()), now -> {
                preview = now;
                tell();
            });
        }
        tell();
    }

    private static MaterialKind kind(Prepared one) { return MaterialKind.of(one.file()).orElse(MaterialKind.PICTURE); }

    private void tell() {
        if (shown == null) return;
        var kind = kind(shown.material());
        boolean gone = preview != null && preview.missing();
        boolean refused = preview != null && preview.problem() != null;
        row.getStyleClass().removeAll("gone", "refused");
        if (gone) row.getStyleClass().add("gone");
        if (refused) row.getStyleClass().add("refused");
        find.setVisible(gone);
        find.setManaged(gone);
        about.setText(gone
                ? ui.text("library.missing")
                : preview != null && preview.problem() != null
                        ? ui.text(preview.problem())
                        : About.prepared(ui.words, kind, shown.material(), preview));
        setAccessibleText(name.getText() + ", " + about.getText());
        tip.setText(name.getText() + "\n" + about.getText());
        setTooltip(tip);
        menu(kind, gone, refused);
    }

    private void menu(MaterialKind kind, boolean gone, boolean refused) {
        var entry = shown;
        if (entry == null) return;
        var one = entry.material();
        Keys.name(more, ui.text("earlier.more", name.getText()));
        more.getItems().clear();
        boolean fine = !gone && !refused;
        if (fine && verbs.inClass) {
            add("library.put", () -> verbs.putOnBoard(List.of(one)));
            add("library.handout", () -> verbs.handOut(one.file(), preview));
        }
        if (fine && kind.hasPages()) add("library.choose", () -> verbs.choosePages(entry.place(), one, preview));
        if (fine && !kind.hasPages()) {
            boolean hidden = one.use(0) == Prepared.Use.HIDDEN;
            add(hidden ? "library.show.first" : "library.hide", () -> ui.classroom.library().change(entry.place(),
                    one.with(0, hidden ? Prepared.Use.SHOWN : Prepared.Use.HIDDEN)));
        }
        add("library.move.up", () -> pane.move(entry.place(), entry.place() - 1));
        add("library.move.down", () -> pane.move(entry.place(), entry.place() + 1));
        if (gone) add("library.find", () -> verbs.find(one.file()));
        else add("library.show", () -> ui.classroom.library().showInFolder(one.file()));
        add("library.remove", () -> pane.remove(entry.place()));
    }

    private void add(String key, Runnable then) {
        var item = new MenuItem(ui.text(key));
        item.setOnAction(_ -> then.run());
        more.getItems().add(item);
    }

    private void drags() {
        setOnDragDetected(event -> {
            if (shown == null) return;
            verbs.drag(this, pane.dragged(shown), PLACE, shown.place());
            event.consume();
        });
        setOnDragOver(event -> {
            pane.over(event);
            if (!event.isAccepted() || shown == null) return;
            boolean above = event.getY() < getHeight() / 2;
            pseudoClassStateChanged(ABOVE, above);
            pseudoClassStateChanged(BELOW, !above);
        });
        setOnDragExited(_ -> {
            pseudoClassStateChanged(ABOVE, false);
            pseudoClassStateChanged(BELOW, false);
        });
        setOnDragDropped(event -> {
            if (shown == null) return; // below the last one: the pane takes it
            pane.drop(event, shown.place() + (event.getY() < getHeight() / 2 ? 0 : 1));
            event.consume();
        });
    }

    /// Where in its list what is dragged stands; -1 where it comes from elsewhere.
    static int from(DragEvent event) {
        return event.getDragboard().getContent(PLACE) instanceof Integer place ? place : -1;
    }
}
