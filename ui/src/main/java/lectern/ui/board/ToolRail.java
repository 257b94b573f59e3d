package lectern.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.util.Duration;
import lectern.protocol.board.Point;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.LineIcon;
import lectern.ui.part.Popovers;
import lectern.ui.part.Ui;
import lectern.whiteboard.tool.Instrument;
import lectern.whiteboard.tool.ToolKind;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;

/// The tools, beside the board. A click takes one; a click on the one in hand opens how it draws. What may not be used now
/// is grey and says why.
final class ToolRail extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double TIGHT = 470, ROOMY = 640;
    private static final int QUICK_COLOURS = 5;

    private final Ui ui;
    private final BoardSurface surface;
    private final BoardModel model;
    private final StylePopover style;
    private final Circle colour = new Circle();
    private final VBox quick = new VBox(2);
    private final List<StackPane> wrappers = new ArrayList<>();
    private final Tooltip refusal = new Tooltip();
    private ToolKind shape = ToolKind.RECTANGLE;

    ToolRail(Ui ui, BoardSurface surface, Runnable putPicture) {
        this.ui = ui;
        this.surface = surface;
        model = ui.model.lesson.board;
        style = new StylePopover(ui);
        refusal.setShowDelay(Duration.millis(200));
        setId("tools");
        getStyleClass().add("tool-rail");
        setAlignment(Pos.TOP_CENTER);
        setMinHeight(0);
        setMaxHeight(USE_PREF_SIZE);
        quick.setAlignment(Pos.TOP_CENTER);
        if (model.role().maySend())
            getChildren().addAll(tool(ToolKind.SELECT), tool(ToolKind.HAND), tool(ToolKind.WORDS), rule(),
                    tool(ToolKind.PEN), tool(ToolKind.MARKER), tool(ToolKind.ERASER), shapes(), tool(ToolKind.TEXT),
                    tool(ToolKind.LASER), rule(), picture(putPicture), instruments(), rule(), styleButton(), quick);
        else
            getChildren().addAll(tool(ToolKind.HAND), tool(ToolKind.WORDS));
        ui.watchAll(this::allow, model.mayDraw, model.viewed);
        ui.watchAll(this::showStyle, model.tool, model.style, model.viewed);
    }

    /// The room there is decides how close the buttons stand.
    void room(double height) {
        getStyleClass().removeAll("tight");
        if (height < TIGHT) getStyleClass().add("tight");
        quick.setVisible(height >= ROOMY);
        quick.setManaged(quick.isVisible());
    }

    private Node tool(ToolKind kind) {
        var button = button(ToolLook.icon(kind), kind.key(), named(kind));
        button.setOnAction(_ -> take(kind, button));
        ui.watch(model.tool, now -> button.pseudoClassStateChanged(CHOSEN, now == kind));
        return ToolLook.changesPage(kind) ? guarded(button) : button;
    }

    private void take(ToolKind kind, Button button) {
        if (model.tool.get() == kind && StylePopover.isFor(kind)) style.toggle(button);
        else model.tool.set(kind);
    }

    private Node shapes() {
        var button = button(ToolLook.icon(shape), "shapes", ui.text("board.tool.shapes"));
        var popover = popover(shapeChoices());
        button.setOnAction(_ -> {
            if (ToolLook.SHAPES.contains(model.tool.get())) Popovers.toggle(popover, button);
            else model.tool.set(shape);
        });
        button.setOnContextMenuRequested(_ -> Popovers.toggle(popover, button));
        ui.watch(model.tool, now -> {
            boolean chosen = ToolLook.SHAPES.contains(now);
            button.pseudoClassStateChanged(CHOSEN, chosen);
            if (!chosen || now == null) return;
            shape = now;
            button.setGraphic(ToolLook.icon(shape));
            Keys.name(button, ui.text("board.tool.shapes") + ": " + named(shape));
            popover.hide();
        });
        var more = new Polygon(0, 4, 4, 4, 4, 0); // the corner that says: there are others behind this
        more.getStyleClass().add("more-corner");
        more.setMouseTransparent(true);
        StackPane.setAlignment(more, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(more, new Insets(0, 4, 4, 0));
        var wrapper = guarded(button);
        wrapper.getChildren().add(more);
        return wrapper;
    }

    private Region shapeChoices() {
        var row = new HBox(3);
        row.setPadding(new Insets(8));
        for (var kind : ToolLook.SHAPES) {
            var button = button(ToolLook.icon(kind), kind.key(), named(kind));
            button.setOnAction(_ -> model.tool.set(kind));
            ui.watch(model.tool, now -> button.pseudoClassStateChanged(CHOSEN, now == kind));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node picture(Runnable put) {
        var button = button(Icon.PICTURE.node(), "picture", ui.text("board.picture"));
        button.setOnAction(_ -> put.run());
        return guarded(button);
    }

    private Node instruments() {
        var button = button(LineIcon.RULER.node(), "instruments", ui.text("board.instruments"));
        var choices = new VBox(2,
                instrument(LineIcon.RULER, "board.ruler", "ruler", Instrument.Ruler.class,
                        at -> Instrument.Ruler.at(at.x(), at.y())),
                instrument(LineIcon.COMPASS, "board.compass", "compass", Instrument.Compass.class,
                        at -> Instrument.Compass.at(at.x(), at.y())),
                instrument(LineIcon.PROTRACTOR, "board.protractor", "protractor", Instrument.Protractor.class,
                        at -> Instrument.Protractor.at(at.x(), at.y())));
        choices.setPadding(new Insets(8));
        var popover = popover(choices);
        button.setOnAction(_ -> Popovers.toggle(popover, button));
        ui.watch(surface.instrumentProperty(), now -> {
            button.pseudoClassStateChanged(CHOSEN, now != null);
            popover.hide();
        });
        return guarded(button);
    }

    private Button instrument(LineIcon icon, String key, String id, Class<? extends Instrument> kind,
            Function<Point, Instrument> make) {
        var button = new Button(ui.text(key), icon.node());
        button.setId(id);
        button.getStyleClass().setAll("menu-row");
        button.setMaxWidth(Double.MAX_VALUE);
        ui.watch(surface.instrumentProperty(), now -> button.pseudoClassStateChanged(CHOSEN, kind.isInstance(now)));
        button.setOnAction(
                _ -> surface.lay(
                        kind.isInstance(surface.instrumentProperty().get()) ? null : make.apply(surface.centre())));
        return button;
    }

    private Node styleButton() {
        colour.getStyleClass().add("colour-dot");
        var button = button(colour, "style-button", ui.text("board.style"));
        button.setOnAction(_ -> {
            if (!StylePopover.isFor(model.tool.get())) model.tool.set(ToolKind.PEN);
            style.toggle(button);
        });
        return guarded(button);
    }

    private void showStyle() {
        var now = model.style.get();
        var page = model.viewed.get();
        boolean dark = page != null && Paper.isDark(page.ground());
        boolean marker = model.tool.get() == ToolKind.MARKER;
        double width = switch (model.tool.get()) {
            case MARKER -> now.markerWidth() / 3;
            case LINE, ARROW, RECTANGLE, ELLIPSE, POLYGON -> now.lineWidth();
            default -> now.penWidth();
        };
        colour.setFill(Paper.of(marker ? now.markerColour() : now.colour(), dark));
        colour.setRadius(Math.clamp(4 + width * 0.6, 5, 11));
        quick.getChildren().clear();
        for (var entry : (marker ? Palette.MARKER : Palette.PEN).subList(0, QUICK_COLOURS)) {
            var dot = Palette.dot(ui, entry, dark, 8);
            dot.setId("quick-" + dot.getId());
            dot.setFocusTraversable(false); // the keyboard's way to them is the popover
            dot.pseudoClassStateChanged(CHOSEN, entry.colour().equals(marker ? now.markerColour() : now.colour()));
            dot.setDisable(!model.mayDraw.get());
            dot.setOnAction(_ -> model.style.set(marker
                    ? model.style.get().withMarkerColour(entry.colour())
                    : model.style.get().withColour(entry.colour())));
            quick.getChildren().add(dot);
        }
    }

    private void allow() {
        boolean may = model.mayDraw.get();
        refusal.setText(may ? "" : ui.text(reason(ui)));
        for (var wrapper : wrappers) {
            wrapper.getChildren().getFirst().setDisable(!may);
            if (may) Tooltip.uninstall(wrapper, refusal);
            else Tooltip.install(wrapper, refusal); // a disabled button shows none itself
        }
        quick.getChildren().forEach(dot -> dot.setDisable(!may));
        if (!may) style.hide();
    }

    /// Why somebody may not draw here.
    static String reason(Ui ui) {
        var model = ui.model.lesson.board;
        var page = model.viewed.get();
        if (!model.role().maySend()) return "board.refused.watcher";
        if (page != null && Objects.equals(page.owner(), model.self())) return "board.refused.collected";
        return page != null && page.owner() != null ? "board.refused.owner" : "board.refused.drawing";
    }

    private StackPane guarded(Button button) {
        var wrapper = new StackPane(button);
        wrapper.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        wrappers.add(wrapper);
        return wrapper;
    }

    private Button button(@Nullable Node icon, String id, String name) {
        var button = new Button(null, icon);
        button.setId("tool-" + id);
        button.getStyleClass().setAll("board-tool");
        Keys.name(button, name);
        button.setOnMouseReleased(_ -> surface.requestFocus()); // letters are tools where the board has the focus
        return button;
    }

    private PopOver popover(Region content) {
        var popover = Popovers.make(content);
        popover.setArrowLocation(ArrowLocation.LEFT_TOP);
        ui.onClose(() -> popover.hide(Duration.ZERO));
        return popover;
    }

    private String named(ToolKind kind) { return ui.text(ToolLook.word(kind)) + "  (" + kind.letter() + ")"; }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("rail-rule");
        return rule;
    }
}
