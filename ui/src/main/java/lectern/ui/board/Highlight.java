package lectern.ui.board;

import javafx.scene.paint.Color;
import lectern.protocol.board.Region;

/// A strip of colour over the page's ground and under its ink.
record Highlight(Region place, Kind kind) {
    enum Kind {
        SELECTED(Color.web("#4b50dd", 0.27)), FOUND(Color.web("#ffcf00", 0.45)), FOUND_HERE(Color.web("#ff8a00", 0.6));

        final Color colour;

        Kind(Color colour) { this.colour = colour; }
    }
}
