package lectern.ui.part;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;

/// A coloured disc with somebody's initials.
public final class Avatar extends StackPane {
    private final Circle disc = new Circle();
    private final Label letters;

    public Avatar(String name, double diameter) {
        getStyleClass().add("avatar");
        letters = new Label(Initials.of(name));
        letters.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        double hue = Initials.hue(name);
        disc.setFill(gradient(Color.hsb(hue, 0.50, 0.74), Color.hsb(hue + 24, 0.62, 0.56)));
        getChildren().addAll(disc, letters);
        setMouseTransparent(true);
        size(diameter);
    }

    public void size(double diameter) {
        disc.setRadius(diameter / 2);
        letters.setStyle(
                "-fx-font-size: " + Math.round(diameter * (letters.getText().length() > 1 ? 0.36 : 0.42)) + "px;");
        setMinSize(diameter, diameter);
        setMaxSize(diameter, diameter);
    }

    /// What lies behind an avatar where a picture would be: its colour, dark.
    public static Paint backdrop(String name) {
        double hue = Initials.hue(name);
        return gradient(Color.hsb(hue, 0.34, 0.30), Color.hsb(hue + 24, 0.42, 0.19));
    }

    private static Paint gradient(Color from, Color to) {
        return new LinearGradient(0, 0, 1, 1, true, CycleMethod.NO_CYCLE, new Stop(0, from), new Stop(1, to));
    }
}
