package lectern.ui.board;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Popovers;
import lectern.ui.part.Ui;
import lectern.whiteboard.tool.Style;
import lectern.whiteboard.tool.ToolKind;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;

/// How what the chosen tool draws will look.
final class StylePopover {
    private static final List<Double> PEN = List.of(1.5, 3.0, 5.0, 9.0, 16.0), MARKER = List.of(12.0, 24.0, 40.0, 60.0),
            ERASER = List.of(12.0, 24.0, 48.0, 96.0);
    private static final List<Double> TEXT = List.of(20.0, 28.0, 40.0, 64.0);
    private static final List<String> TEXT_NAMES = List.of("S", "M", "L", "XL");

    private static final double MARKER_MOST = 0.9; // what covers wholly is a pen: its width follows the pressure

    private final Ui ui;
    private final BoardModel model;
    private final LookFields fields;
    private final VBox content = new VBox(16);
    private final PopOver popover = Popovers.make(content);

    StylePopover(Ui ui) {
        this.ui = ui;
        model = ui.model.lesson.board;
        fields = new LookFields(ui);
        content.setId("style");
        content.setPadding(new Insets(16));
        content.setPrefWidth(292);
        popover.setArrowLocation(ArrowLocation.LEFT_TOP);
        ui.onClose(() -> popover.hide(Duration.ZERO));
    }

    /// Whether there is anything to choose for it.
    static boolean isFor(ToolKind tool) {
        return tool != ToolKind.SELECT && ToolLook.changesPage(tool);
    }

    void hide() { popover.hide(); }

    void toggle(Node owner) {
        if (!popover.isShowing()) fill();
        Popovers.toggle(popover, owner);
    }

    private void fill() {
        var tool = model.tool.get();
        var title = new Label(ui.text(ToolLook.word(tool)));
        title.getStyleClass().add("strong");
        content.getChildren().setAll(title);
        switch (tool) {
            case PEN -> {
                colours(Palette.PEN, style().colour(), Style::withColour);
                widths(PEN, style().penWidth(), (style, width) -> style.withWidths(width, style.markerWidth(),
                        style.lineWidth()));
            }
            case MARKER -> {
                colours(Palette.MARKER, style().markerColour(), Style::withMarkerColour);
                widths(MARKER, style().markerWidth(), (style, width) -> style.withWidths(style.penWidth(), width,
                        style.lineWidth()));
                add("style.opacity", fields.opacity(style().markerOpacity(), MARKER_MOST,
                        opacity -> model.style.set(style().withMarkerOpacity(opacity))));
            }
            case ERASER -> eraser();
            case LINE, ARROW -> line();
            case RECTANGLE, ELLIPSE, POLYGON -> {
                line();
                filling();
            }
            case TEXT -> text();
            case SELECT, HAND, LASER -> {
            }
        }
    }

    private void line() {
        colours(Palette.PEN, style().colour(), Style::withColour);
        widths(PEN, style().lineWidth(), (style, width) -> style.withWidths(style.penWidth(), style.markerWidth(),
                width));
        add("style.dash", fields.dashes(style().dash(), dash -> model.style.set(style().withDash(dash))));
    }

    private void filling() {
        var palette = palette(Palette.PEN, colour -> model.style.set(style().withFill(colour)));
        palette.show(style().fill());
        var filled = new ToggleSwitch(ui.text("style.filled"));
        filled.setId("filled");
        filled.setSelected(style().fill() != null);
        palette.setDisable(style().fill() == null);
        filled.selectedProperty().addListener((_, _, on) -> {
            model.style.set(style().withFill(on ? style().colour() : null));
            palette.setDisable(!on);
            palette.show(style().fill());
        });
        content.getChildren().add(new VBox(8, filled, palette));
    }

    private void eraser() {
        add("style.eraser", fields.choice(List.of(false, true), style().erasesParts(),
                parts -> ui.text(parts ? "style.eraser.parts" : "style.eraser.whole"),
                parts -> model.style.set(style().withEraser(style().eraserWidth(), parts))));
        add("style.width", fields.widths(ERASER, style().eraserWidth(),
                width -> model.style.set(style().withEraser(width, style().erasesParts()))));
    }

    private void text() {
        colours(Palette.PEN, style().colour(), Style::withColour);
        add("style.text.size", fields.choice(TEXT, style().textSize(), size -> TEXT_NAMES.get(TEXT.indexOf(size)),
                size -> model.style.set(style().withText(size, style().bold()))));
        var bold = new ToggleSwitch(ui.text("style.text.bold"));
        bold.setSelected(style().bold());
        bold.selectedProperty()
                .addListener((_, _, on) -> model.style.set(style().withText(style().textSize(), on)));
        content.getChildren().add(bold);
    }

    private interface With<T> {
        Style with(Style style, T value);
    }

    private void colours(List<Palette.Entry> entries, @Nullable String now, With<String> with) {
        var palette = new Palette[1];
        palette[0] = palette(entries, colour -> {
            model.style.set(with.with(style(), colour));
            palette[0].show(colour);
        });
        palette[0].show(now);
        add("style.colour", palette[0]);
    }

    private Palette palette(List<Palette.Entry> entries, Consumer<String> choose) {
        var page = model.viewed.get();
        return new Palette(ui, entries, page != null && Paper.isDark(page.ground()), choose);
    }

    private void widths(List<Double> widths, double now, With<Double> with) {
        add("style.width", fields.widths(widths, now, width -> model.style.set(with.with(style(), width))));
    }

    private void add(String key, Node field) { content.getChildren().add(fields.section(key, field)); }

    private Style style() { return model.style.get(); }
}
