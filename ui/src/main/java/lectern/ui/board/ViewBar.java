package lectern.ui.board;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import lectern.whiteboard.tool.Viewport;

/// Undo and redo, and how large the page is shown.
final class ViewBar extends HBox {
    private static final int[] PERCENTS = { 10, 25, 50, 75, 100, 150, 200, 400, 800};
    private static final double STEP = 1.25;
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Ui ui;
    private final BoardSurface surface;

    ViewBar(Ui ui, BoardSurface surface) {
        super(1);
        this.ui = ui;
        this.surface = surface;
        var model = ui.model.lesson.board;
        getStyleClass().add("float-bar");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        if (model.role().maySend())
            getChildren().addAll(
                    step("undo", Icon.UNDO, "board.undo", KeyCode.Z, model.canUndo, model::undo),
                    step("redo", Icon.REDO, "board.redo", KeyCode.Y, model.canRedo, model::redo), rule());
        getChildren().addAll(
                button("zoom-out", Icon.MINUS, ui.text("zoom.out"), () -> surface.zoomTo(surface.view().zoom() / STEP)),
                percent(model),
                button("zoom-in", Icon.PLUS, ui.text("zoom.in"), () -> surface.zoomTo(surface.view().zoom() * STEP)),
                notes());
    }

    private Node notes() {
        var materials = ui.model.lesson.materials;
        var viewed = ui.model.lesson.board.viewed;
        var button = button("notes-toggle", Icon.NOTES, ui.text("notes.show"),
                () -> materials.notesShown.set(!materials.notesShown.get()));
        ui.watch(materials.notesShown, shown -> button.pseudoClassStateChanged(ON, shown));
        button.managedProperty().bind(button.visibleProperty());
        ui.watchAll(() -> button.setVisible(ui.model.lesson.board.moderates() && materials.hasNotes(viewed.get())),
                viewed, materials.outlines);
        return button;
    }

    private Button step(String id, Icon icon, String key, KeyCode code, ObservableValue<Boolean> can, Runnable then) {
        var button = button(id, icon, ui.text(key), then);
        Keys.name(button, ui.text(key), new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
        ui.watch(can, may -> button.setDisable(!may));
        return button;
    }

    private Node percent(BoardModel model) {
        var menu = new MenuButton();
        menu.setId("zoom");
        menu.getStyleClass().setAll("zoom-menu", "menu-button");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        var fit = new MenuItem(ui.text("zoom.fit"), Icon.FIT.node());
        fit.setId("zoom-fit");
        fit.setOnAction(_ -> surface.fit());
        menu.getItems().addAll(fit, new SeparatorMenuItem());
        for (int percent : PERCENTS) {
            var item = new MenuItem(ui.text("zoom.percent", percent));
            item.setId("zoom-" + percent);
            item.setOnAction(_ -> surface.zoomTo(percent / 100.0));
            menu.getItems().add(item);
        }
        Keys.name(menu, ui.text("zoom.title"));
        ui.watch(model.zoom, now -> menu.setText(
                ui.text("zoom.percent", Math.round(Viewport.clampZoom(now.doubleValue()) * 100))));
        return menu;
    }

    private Button button(String id, Icon icon, String name, Runnable then) {
        var button = new Button(null, icon.node());
        button.setId(id);
        button.getStyleClass().setAll("board-tool", "small-tool");
        Keys.name(button, name);
        button.setOnAction(_ -> then.run());
        button.setOnMouseReleased(_ -> surface.requestFocus());
        return button;
    }

    static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("bar-rule");
        return rule;
    }
}
