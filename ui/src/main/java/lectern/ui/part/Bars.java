package lectern.ui.part;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Four rising bars: how good somebody's line is.
public final class Bars extends HBox {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass FAIR = PseudoClass.getPseudoClass("fair");
    private static final PseudoClass POOR = PseudoClass.getPseudoClass("poor");

    public Bars(double height) {
        super(Math.max(1, Math.round(height / 7)));
        getStyleClass().add("bars");
        setAlignment(Pos.BOTTOM_LEFT);
        setMaxHeight(height);
        for (int bar = 0; bar < 4; bar++) {
            var region = new Region();
            region.getStyleClass().add("bar");
            double width = Math.max(2, Math.round(height / 5)), tall = Math.round(height * (bar + 1.6) / 4.6);
            region.setMinSize(width, tall);
            region.setMaxSize(width, tall);
            getChildren().add(region);
        }
    }

    public void show(int bars) {
        for (int bar = 0; bar < 4; bar++) getChildren().get(bar).pseudoClassStateChanged(LIT, bar < bars);
        pseudoClassStateChanged(FAIR, bars == 2);
        pseudoClassStateChanged(POOR, bars <= 1);
    }
}
