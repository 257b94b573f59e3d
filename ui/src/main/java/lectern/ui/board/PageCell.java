package lectern.ui.board;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lectern.protocol.board.Page;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;

/// One page in the strip: its picture, its number or name, and whether the class or just this person is on it.
final class PageCell extends VBox {
    static final double WIDTH = 124, HEIGHT = 70;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");
    private static final PseudoClass GOES_ON = PseudoClass.getPseudoClass("goes-on");
    private static final PseudoClass HAS_MORE = PseudoClass.getPseudoClass("has-more");
    private static final PseudoClass VIEWED = PseudoClass.getPseudoClass("viewed");

    final PageThumb thumb;
    private final Ui ui;
    private final Label name = new Label();
    private final StackPane eye = new StackPane(Icon.HIDE.node());
    private Page page;

    PageCell(Ui ui, Page page, PageThumb thumb, Consumer<Page> go) {
        super(5);
        this.ui = ui;
        this.page = page;
        this.thumb = thumb;
        getStyleClass().add("page-cell");
        setAlignment(Pos.TOP_CENTER);
        setFocusTraversable(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        eye.getStyleClass().add("hidden-mark");
        eye.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        eye.setMouseTransparent(true);
        StackPane.setAlignment(eye, Pos.TOP_RIGHT);
        var frame = new StackPane(thumb, eye);
        frame.getStyleClass().add("page-frame");
        frame.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        name.getStyleClass().addAll("page-name", "small");
        name.setMaxWidth(WIDTH);
        var label = new HBox(name);
        label.setAlignment(Pos.CENTER);
        getChildren().addAll(frame, label);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) go.accept(this.page);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) return;
            event.consume();
            go.accept(this.page);
        });
    }

    Page page() { return page; }

    void chosen(boolean now) { pseudoClassStateChanged(CHOSEN, now); }

    /// @param goesOn  the page before is of the same slide
    /// @param hasMore the page behind is
    void step(boolean goesOn, boolean hasMore) {
        pseudoClassStateChanged(GOES_ON, goesOn);
        pseudoClassStateChanged(HAS_MORE, hasMore);
    }

    void show(Page next, boolean current, boolean viewed) {
        page = next;
        boolean own = next.owner() != null;
        name.setText(own ? ui.text("page.own") : PageRow.name(ui, next));
        name.setGraphic(own ? Icon.SAFE.node() : null);
        eye.setVisible(next.hidden());
        pseudoClassStateChanged(HIDDEN, next.hidden());
        setAccessibleText(next.hidden() ? ui.text("page.hidden", name.getText()) : name.getText());
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(VIEWED, viewed);
    }
}
