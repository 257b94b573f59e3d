package lectern.ui.library;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;

/// Says what was taken out of the library, and brings it back by a click.
final class RemovedToast extends HBox {
    private static final Duration STAYS = Duration.seconds(12);

    private final PauseTransition life = new PauseTransition(STAYS);

    RemovedToast(Ui ui) {
        super(10);
        var text = new Label();
        var undo = new Button(ui.text("toast.undo"));
        undo.setId("library-undo");
        undo.getStyleClass().add("toast-action");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(_ -> ui.classroom.library().undo());
        getChildren().addAll(Icon.INFO.node(), text, undo);
        setId("removed-toast");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("toast");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        StackPane.setMargin(this, new Insets(0, 14, 74, 14));
        var removed = ui.model.library.removed;
        life.setOnFinished(_ -> removed.set(null));
        ui.watch(removed, what -> {
            setVisible(what != null);
            setManaged(what != null);
            life.stop();
            if (what == null) return;
            text.setText(ui.text(what));
            life.playFromStart();
        });
        ui.onClose(life::stop);
    }
}
