package lectern.ui.part;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The layer for what must be answered first: one sheet in the middle, everything else behind a veil. In the window
/// itself and not a window of its own, so that it can't get lost behind another and moves with it.
public final class Sheets extends StackPane {
    private final ChangeListener<Node> keepFocus = (_, _, owner) -> {
        if (owner != null && !isInside(owner)) requestFocus();
    };
    private @Nullable Node before;
    private @Nullable Runnable onClose;

    public Sheets() {
        setVisible(false);
        setPickOnBounds(true);
        setFocusTraversable(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return;
            close();
            event.consume();
        });
    }

    public boolean isOpen() { return isVisible(); }

    /// Shows `sheet`, focus on `first`. `onClose` runs however it is closed.
    public void open(Region sheet, Node first, @Nullable Runnable onClose) {
        close();
        var veil = new Region();
        veil.getStyleClass().add("veil");
        veil.setOnMouseClicked(_ -> close());
        if (!sheet.getStyleClass().contains("dialog-sheet")) sheet.getStyleClass().add("dialog-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(veil, sheet);
        this.onClose = onClose;
        setVisible(true);
        before = getScene().getFocusOwner();
        first.requestFocus();
        getScene().focusOwnerProperty().addListener(keepFocus);
    }

    public void close() {
        if (!isVisible()) return;
        getScene().focusOwnerProperty().removeListener(keepFocus);
        setVisible(false);
        getChildren().clear();
        if (before != null && before.getScene() != null) before.requestFocus();
        before = null;
        var then = onClose;
        onClose = null;
        if (then != null) then.run();
    }

    /// A question with two answers; `yes` runs after the sheet has gone. `look` is the yes button's style class.
    public void ask(Ui ui, String title, String text, String yes, String look, Runnable then) {
        var heading = new Label(title);
        heading.getStyleClass().add("subheading");
        heading.setWrapText(true);
        var body = new Label(text);
        body.getStyleClass().add("muted");
        body.setWrapText(true);
        var cancel = new Button(ui.text("dialog.cancel"));
        cancel.getStyleClass().add("outline");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close());
        var go = new Button(yes);
        go.getStyleClass().add(look);
        go.setDefaultButton(true);
        go.setOnAction(_ -> {
            close();
            then.run();
        });
        var sheet = new VBox(10, heading, body, buttons(cancel, go));
        sheet.setPrefWidth(430);
        open(sheet, go, null);
    }

    /// The row of buttons at a sheet's foot.
    public static HBox buttons(Button... buttons) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(10, space);
        row.getChildren().addAll(buttons);
        row.setAlignment(Pos.CENTER_RIGHT);
        VBox.setMargin(row, new Insets(12, 0, 0, 0));
        return row;
    }

    private boolean isInside(Node node) {
        for (Node up = node; up != null; up = up.getParent())
            if (up == this) return true;
        return false;
    }
}
