package lectern.ui.board;

import javafx.scene.paint.Color;
import lectern.protocol.ParticipantId;

/// The colour of somebody's pointer: the same all through a class, told apart on light and on dark paper.
final class PersonColour {
    private static final Color[] COLOURS = { Color.web("#4b50dd"), Color.web("#d6336c"), Color.web("#0c8599"),
            Color.web("#e8590c"), Color.web("#2f9e44"), Color.web("#9c36b5"), Color.web("#1971c2"),
            Color.web("#c2255c")};

    private PersonColour() {}

    static Color of(ParticipantId person) { return COLOURS[Math.floorMod(person.value().hashCode(), COLOURS.length)]; }
}
