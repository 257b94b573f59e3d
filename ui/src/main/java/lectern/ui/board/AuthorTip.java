package lectern.ui.board;

import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import lectern.protocol.ParticipantId;

/// Who drew what the pointer rests on.
final class AuthorTip extends Label {
    private final Function<ParticipantId, String> nameOf;
    private final PauseTransition rest = new PauseTransition(Duration.millis(450));
    private final Circle dot = new Circle(4);

    AuthorTip(Function<ParticipantId, String> nameOf) {
        this.nameOf = nameOf;
        setId("board-author");
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
        setGraphic(dot);
        setGraphicTextGap(6);
        setTextFill(Color.WHITE);
        setStyle("-fx-background-color: rgba(24, 28, 38, 0.88); -fx-background-radius: 8; -fx-padding: 3 9 4 8;"
                + " -fx-font-size: 12px;");
    }

    /// The pointer is here; `find` says whose shape that is, if it stays.
    void over(double x, double y, java.util.function.Supplier<java.util.Optional<ParticipantId>> find) {
        away();
        rest.setOnFinished(_ -> find.get().filter(author -> !nameOf.apply(author).isEmpty())
                .ifPresent(author -> show(author, x, y)));
        rest.playFromStart();
    }

    void away() {
        rest.stop();
        setVisible(false);
    }

    private void show(ParticipantId author, double x, double y) {
        setText(nameOf.apply(author));
        Paint colour = PersonColour.of(author);
        dot.setFill(colour);
        autosize();
        relocate(Math.rint(x + 14), Math.rint(y + 16));
        setVisible(true);
    }
}
