package lectern.ui.board;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.LineIcon;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// The line over the board: which page, what can be done with it, who may draw, what is handed out.
final class BoardBar extends StackPane {
    private static final double NARROW = 700, TIGHT = 600;
    private static final double HANDED_OUT = 70; // the longer word of that button
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Ui ui;
    private final BoardModel model;
    private final PageVerbs verbs;
    private final PageMenu menu;
    private @Nullable ContextMenu open;

    BoardBar(Ui ui, PageVerbs verbs, PageMenu menu, Node middle, Runnable search, Runnable onHandedOut,
            Runnable openGrid) {
        this.ui = ui;
        this.verbs = verbs;
        this.menu = menu;
        model = ui.model.lesson.board;
        getStyleClass().add("board-bar");
        setMinWidth(0);
        var left = new HBox(2, strip(), search(search), step("page-previous", Icon.PREVIOUS, "page.previous", -1),
                name(),
                step("page-next", Icon.NEXT, "page.next", 1), more());
        left.setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(8, left, middle, space);
        row.setAlignment(Pos.CENTER_LEFT);
        if (model.moderates())
            row.getChildren().addAll(new DrawingButton(ui),
                    new HandOutButton(ui, verbs, onHandedOut, openGrid));
        getChildren().add(row);
        ui.onClose(widthProperty().subscribe(this::fit));
        ui.watchAll(this::fit, model.handOut);
        ui.onClose(this::close);
    }

    /// Where there is little room words give way to their icons.
    private void fit() {
        double room = getWidth() - (model.handOut.get() == null ? 0 : HANDED_OUT);
        boolean narrow = model.moderates() && room < NARROW, tight = model.moderates() && room < TIGHT;
        getStyleClass().removeAll("narrow", "tight");
        if (narrow) getStyleClass().add("narrow");
        if (tight) getStyleClass().add("tight");
    }

    private Node strip() {
        var shown = ui.model.lesson.pagesShown;
        var button = icon("pages", LineIcon.PAGES.node(16), "page.strip");
        button.setOnAction(_ -> shown.set(!shown.get()));
        ui.watch(shown, now -> button.pseudoClassStateChanged(ON, now));
        return button;
    }

    private Node search(Runnable then) {
        var button = icon("page-search", Icon.SEARCH.node(), "search.title");
        Keys.name(button, ui.text("search.title"), SearchPanel.KEYS);
        button.setOnAction(_ -> then.run());
        return button;
    }

    private Label name() {
        var name = new Label();
        name.setId("page-name");
        name.getStyleClass().add("page-of");
        name.setMinWidth(88);
        name.setMaxWidth(170);
        ui.watchAll(() -> {
            var page = model.viewed.get();
            var pages = PageRow.ofAll(model);
            int index = PageRow.indexOf(pages, page == null ? null : page.id());
            if (page == null) name.setText("");
            else if (index < 0) name.setText(PageRow.name(ui, page));
            else
                name.setText(page.title().isBlank()
                        ? ui.text("page.of", index + 1, pages.size())
                        : ui.text("page.of.titled", page.title(), index + 1, pages.size()));
        }, model.viewed, model.pages);
        return name;
    }

    private Node step(String id, Icon icon, String key, int by) {
        var button = icon(id, icon.node(), key);
        button.setOnAction(_ -> verbs.step(by));
        ui.watchAll(() -> {
            var page = model.viewed.get();
            var pages = PageRow.ofAll(model);
            int index = PageRow.indexOf(pages, page == null ? null : page.id());
            button.setDisable(index < 0 || index + by < 0 || index + by >= pages.size());
        }, model.viewed, model.pages);
        return button;
    }

    private Node more() {
        var button = icon("page-menu", Icon.MENU.node(), "page.menu");
        button.setOnAction(_ -> {
            boolean wasOpen = open != null && open.isShowing();
            close();
            var page = model.viewed.get();
            if (wasOpen || page == null) return;
            open = menu.of(page);
            open.show(button, Side.BOTTOM, 0, 4);
        });
        return button;
    }

    private Button icon(String id, Node icon, String key) {
        var button = new Button(null, icon);
        button.setId(id);
        button.getStyleClass().setAll("board-tool", "small-tool");
        Keys.name(button, ui.text(key));
        return button;
    }

    private void close() {
        if (open != null) open.hide();
        open = null;
    }
}
