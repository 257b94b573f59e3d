package lectern.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import lectern.protocol.board.Look;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// Colours to choose from, told apart by most people and read on white and on dark paper; and any other.
final class Palette extends FlowPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double DOT = 11;
    private static final double ROW = 206; // six in a row: then one's own colour stands in the second

    record Entry(String colour, String key) {}

    static final List<Entry> PEN = List.of(new Entry(Look.INK, "colour.ink"), new Entry("#e03131", "colour.red"),
            new Entry("#e8590c", "colour.orange"), new Entry("#f2b100", "colour.yellow"),
            new Entry("#2f9e44", "colour.green"), new Entry("#0c8599", "colour.teal"),
            new Entry("#1c7ed6", "colour.blue"), new Entry("#7048e8", "colour.violet"),
            new Entry("#d6336c", "colour.pink"));
    /// What shines through: lighter, and no black.
    static final List<Entry> MARKER = List.of(new Entry("#ffd400", "colour.yellow"),
            new Entry("#ff922b", "colour.orange"),
            new Entry("#ff6b6b", "colour.red"), new Entry("#f783ac", "colour.pink"),
            new Entry("#b197fc", "colour.violet"), new Entry("#4dabf7", "colour.blue"),
            new Entry("#3bc9db", "colour.teal"), new Entry("#69db7c", "colour.green"));

    private final List<Entry> entries;
    private final List<Button> dots = new ArrayList<>();
    private final ColorPicker other = new ColorPicker();

    Palette(Ui ui, List<Entry> entries, boolean darkPage, Consumer<String> choose) {
        super(4, 4);
        this.entries = entries;
        getStyleClass().add("palette");
        setMaxWidth(ROW);
        for (var entry : entries) {
            var dot = dot(ui, entry, darkPage, DOT);
            dot.setOnAction(_ -> choose.accept(entry.colour));
            dots.add(dot);
            getChildren().add(dot);
        }
        other.getStyleClass().add("other-colour");
        Keys.name(other, ui.text("colour.other"));
        other.setOnAction(_ -> choose.accept(web(other.getValue())));
        getChildren().add(other);
    }

    void show(@Nullable String chosen) {
        for (int i = 0; i < dots.size(); i++)
            dots.get(i).pseudoClassStateChanged(CHOSEN, entries.get(i).colour.equals(chosen));
        if (chosen != null && chosen.startsWith("#")) other.setValue(Color.web(chosen));
        other.pseudoClassStateChanged(CHOSEN,
                chosen != null && entries.stream().noneMatch(entry -> entry.colour.equals(chosen)));
    }

    static Button dot(Ui ui, Entry entry, boolean darkPage, double radius) {
        var circle = new Circle(radius, Paper.of(entry.colour, darkPage));
        circle.getStyleClass().add("colour-dot");
        var dot = new Button(null, circle);
        dot.getStyleClass().setAll("swatch");
        dot.setId("colour-" + entry.key.substring(entry.key.indexOf('.') + 1));
        Keys.name(dot, ui.text(entry.key));
        return dot;
    }

    static String web(Color colour) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255), Math.round(colour.getBlue() * 255));
    }
}
