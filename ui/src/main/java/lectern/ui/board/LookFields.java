package lectern.ui.board;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import lectern.protocol.board.Look.Dash;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;

/// The rows of which the popovers of tools and of what is selected are made.
final class LookFields {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SMALLEST_DOT = 2, LARGEST_DOT = 11;

    private final Ui ui;

    LookFields(Ui ui) { this.ui = ui; }

    VBox section(String key, Node content) {
        var label = new Label(ui.text(key));
        label.getStyleClass().add("field-label");
        return new VBox(7, label, content);
    }

    /// Some widths as dots, and all between by a slider.
    ///
    /// @param widths from thin to thick
    Node widths(List<Double> widths, double now, DoubleConsumer choose) {
        var dots = new HBox(4);
        dots.setAlignment(Pos.CENTER_LEFT);
        var slider = new Slider(Math.sqrt(widths.getFirst()), Math.sqrt(widths.getLast() * 1.5), Math.sqrt(now));
        slider.setPrefWidth(104);
        Keys.name(slider, ui.text("style.width"));
        for (int i = 0; i < widths.size(); i++) {
            double width = widths.get(i);
            var dot = new Circle(SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * i / (widths.size() - 1));
            dot.getStyleClass().add("width-dot");
            var button = new Button(null, dot);
            button.getStyleClass().setAll("swatch");
            Keys.name(button, ui.text("style.width.of", width));
            button.setUserData(width);
            button.setOnAction(_ -> slider.setValue(Math.sqrt(width)));
            button.pseudoClassStateChanged(CHOSEN, Math.abs(width - now) < 0.05);
            dots.getChildren().add(button);
        }
        slider.valueProperty().addListener((_, _, next) -> {
            double width = Math.round(next.doubleValue() * next.doubleValue() * 10) / 10.0; // fine where it is thin
            for (var button : dots.getChildren())
                button.pseudoClassStateChanged(CHOSEN, Math.abs((double) button.getUserData() - width) < 0.05);
            choose.accept(width);
        });
        var row = new HBox(8, dots, slider);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    Node dashes(Dash now, Consumer<Dash> choose) {
        var row = new HBox(4);
        for (var dash : Dash.values()) {
            var line = new Line(0, 0, 44, 0);
            line.getStyleClass().add("dash-line");
            line.setStrokeWidth(2.5);
            line.setStrokeLineCap(StrokeLineCap.ROUND);
            switch (dash) {
                case SOLID -> {
                }
                case DASHED -> line.getStrokeDashArray().setAll(8.0, 7.0);
                case DOTTED -> line.getStrokeDashArray().setAll(0.1, 6.0);
            }
            var button = new Button(null, line);
            button.getStyleClass().setAll("swatch", "wide");
            Keys.name(button, ui.text(switch (dash) {
                case SOLID -> "style.dash.solid";
                case DASHED -> "style.dash.dashed";
                case DOTTED -> "style.dash.dotted";
            }));
            button.pseudoClassStateChanged(CHOSEN, dash == now);
            button.setOnAction(_ -> {
                for (var other : row.getChildren()) other.pseudoClassStateChanged(CHOSEN, other == button);
                choose.accept(dash);
            });
            row.getChildren().add(button);
        }
        return row;
    }

    /// In percent.
    Node opacity(double now, double most, DoubleConsumer choose) {
        var slider = new Slider(0.1, most, now);
        slider.setBlockIncrement(0.1);
        slider.setPrefWidth(190);
        Keys.name(slider, ui.text("style.opacity"));
        var percent = new Label(ui.text("zoom.percent", Math.round(now * 100)));
        percent.getStyleClass().addAll("muted", "small");
        slider.valueProperty().addListener((_, _, next) -> {
            double opacity = Math.round(next.doubleValue() * 20) / 20.0;
            percent.setText(ui.text("zoom.percent", Math.round(opacity * 100)));
            choose.accept(opacity);
        });
        var row = new HBox(10, slider, percent);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    <T> Node choice(List<T> values, T now, java.util.function.Function<T, String> name, Consumer<T> choose) {
        var row = new HBox(4);
        for (var value : values) {
            var button = new Button(name.apply(value));
            button.getStyleClass().setAll("swatch-word");
            button.pseudoClassStateChanged(CHOSEN, value.equals(now));
            button.setOnAction(_ -> {
                for (var other : row.getChildren()) other.pseudoClassStateChanged(CHOSEN, other == button);
                choose.accept(value);
            });
            row.getChildren().add(button);
        }
        return row;
    }
}
