package lectern.ui.part;

import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Loudness as a row of lamps.
public final class Meter extends HBox {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass LOUD = PseudoClass.getPseudoClass("loud");
    private static final int LAMPS = 24;
    private static final int LOUD_FROM = 20;
    private int lit;

    public Meter() {
        super(3);
        getStyleClass().add("meter");
        for (int lamp = 0; lamp < LAMPS; lamp++) {
            var region = new Region();
            region.getStyleClass().add("meter-cell");
            region.setMinHeight(8);
            region.setMaxHeight(8);
            region.pseudoClassStateChanged(LOUD, lamp >= LOUD_FROM);
            HBox.setHgrow(region, Priority.ALWAYS);
            getChildren().add(region);
        }
    }

    /// 0 to 1. The ear hears ratios: the square root spreads quiet speech over the lamps.
    public void show(double level) {
        int now = (int) Math.round(Math.sqrt(Math.clamp(level, 0, 1)) * LAMPS);
        for (int lamp = Math.min(now, lit); lamp < Math.max(now, lit); lamp++)
            getChildren().get(lamp).pseudoClassStateChanged(LIT, lamp < now);
        lit = now;
    }
}
