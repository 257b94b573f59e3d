package lectern.ui.board;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import lectern.protocol.board.Look;
import lectern.protocol.board.Shape;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.LineIcon;
import lectern.ui.part.Popovers;
import lectern.ui.part.Ui;
import lectern.whiteboard.tool.ToolKind;
import lectern.whiteboard.tool.Toolbox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;

/// What can be done with what is selected.
final class SelectionBar extends HBox {
    private final Ui ui;
    private final BoardSurface surface;
    private final BoardModel model;
    private final Circle colour = new Circle(9);

    SelectionBar(Ui ui, BoardSurface surface) {
        super(2);
        this.ui = ui;
        this.surface = surface;
        model = ui.model.lesson.board;
        setId("selection-bar");
        getStyleClass().add("float-bar");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        colour.getStyleClass().add("colour-dot");
        getChildren().addAll(look("selection-colour", colour, "style.colour", this::colours),
                look("selection-width", LineIcon.WIDTH.node(), "selection.lines", this::lines), order(),
                button("selection-duplicate", Icon.DUPLICATE.node(), ui.text("selection.duplicate"),
                        surface::duplicateSelected),
                button("selection-delete", Icon.DELETE.node(), ui.text("selection.delete"), surface::deleteSelected));
        ui.watchAll(this::show, model.selection, model.tool, model.mayDraw);
    }

    private void show() {
        boolean any = !model.selection.get().isEmpty() && model.tool.get() == ToolKind.SELECT && model.mayDraw.get();
        setVisible(any);
        setManaged(any);
        var first = first();
        var page = model.viewed.get();
        if (first != null && page != null) colour.setFill(Paper.of(first.look().colour(), Paper.isDark(page.ground())));
    }

    /// Whose look the popovers begin with.
    private @Nullable Shape first() {
        var page = model.viewed.get();
        return page == null || model.selection.get().isEmpty()
                ? null
                : model.sheet(page.id()).find(model.selection.get().iterator().next());
    }

    private Button look(String id, Node icon, String key, Consumer<VBox> fill) {
        var content = new VBox(16);
        content.setPadding(new Insets(16));
        var popover = Popovers.make(content);
        popover.setArrowLocation(ArrowLocation.TOP_CENTER);
        ui.onClose(() -> popover.hide(Duration.ZERO));
        var button = button(id, icon, ui.text(key), () -> {});
        button.setOnAction(_ -> {
            if (!popover.isShowing()) fill.accept(content);
            Popovers.toggle(popover, button);
        });
        return button;
    }

    private void colours(VBox content) {
        var page = model.viewed.get();
        boolean dark = page != null && Paper.isDark(page.ground());
        var first = first();
        var palette = new Palette(ui, Palette.PEN, dark, next -> {
            surface.restyleSelected(look -> look.withColour(next));
            show();
        });
        if (first != null) palette.show(first.look().colour());
        content.getChildren().setAll(palette);
    }

    private void lines(VBox content) {
        var first = first();
        if (first == null) return;
        var now = first.look();
        var fields = new LookFields(ui);
        content.getChildren().setAll(
                fields.section("style.width", fields.widths(List.of(1.5, 3.0, 5.0, 9.0, 16.0, 28.0), now.width(),
                        width -> restyle(
                                look -> new Look(look.colour(), width, look.opacity(), look.fill(), look.dash())))),
                fields.section("style.dash", fields.dashes(now.dash(),
                        dash -> restyle(
                                look -> new Look(look.colour(), look.width(), look.opacity(), look.fill(), dash)))),
                fields.section("style.fill", filling(now)),
                fields.section("style.opacity", fields.opacity(now.opacity(), 1,
                        opacity -> restyle(
                                look -> new Look(look.colour(), look.width(), opacity, look.fill(), look.dash())))));
    }

    private Node filling(Look now) {
        var page = model.viewed.get();
        var none = new Button(ui.text("style.fill.none"));
        none.getStyleClass().setAll("swatch-word");
        var palette = new Palette(ui, Palette.PEN, page != null && Paper.isDark(page.ground()), next -> fill(next));
        palette.show(now.fill());
        none.setOnAction(_ -> {
            fill(null);
            palette.show(null);
        });
        return new VBox(6, palette, none);
    }

    private void fill(@Nullable String next) {
        restyle(look -> new Look(look.colour(), look.width(), look.opacity(), next, look.dash()));
    }

    private void restyle(java.util.function.UnaryOperator<Look> next) { surface.restyleSelected(next); }

    private Region order() {
        var menu = new MenuButton(null, Icon.ORDER.node(), place("order.front", Toolbox.Place.FRONT),
                place("order.forward", Toolbox.Place.FORWARD), place("order.backward", Toolbox.Place.BACKWARD),
                place("order.back", Toolbox.Place.BACK));
        menu.setId("selection-order");
        menu.getStyleClass().setAll("board-tool", "menu-button");
        Keys.name(menu, ui.text("selection.order"));
        return menu;
    }

    private MenuItem place(String key, Toolbox.Place place) {
        var item = new MenuItem(ui.text(key));
        item.setOnAction(_ -> surface.orderSelected(place));
        return item;
    }

    private Button button(String id, Node icon, String name, Runnable then) {
        var button = new Button(null, icon);
        button.setId(id);
        button.getStyleClass().setAll("board-tool");
        Keys.name(button, name);
        button.setOnAction(_ -> then.run());
        button.setOnMouseReleased(_ -> surface.requestFocus());
        return button;
    }
}
