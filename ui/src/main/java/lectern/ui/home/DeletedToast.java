package lectern.ui.home;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import lectern.ui.model.EarlierLesson;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;

/// Says which lesson was thrown away, and takes it back by a click. Unlike other toasts it can be clicked and stays longer.
final class DeletedToast extends HBox {
    private static final Duration STAYS = Duration.seconds(12);

    private final Ui ui;
    private final PauseTransition life = new PauseTransition(STAYS);

    DeletedToast(Ui ui) {
        super(10);
        this.ui = ui;
        var text = new Label();
        var undo = new Button(ui.text("earlier.undo"));
        undo.setId("undo-delete");
        undo.getStyleClass().add("toast-action");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(_ -> undo());
        getChildren().addAll(Icon.INFO.node(), text, undo);
        setId("deleted-toast");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("toast");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        StackPane.setMargin(this, new Insets(0, 20, 20, 20));
        var deleted = ui.model.home.deleted;
        life.setOnFinished(_ -> deleted.set(null));
        ui.watch(deleted, lesson -> {
            setVisible(lesson != null);
            setManaged(lesson != null);
            life.stop();
            if (lesson == null) return;
            text.setText(ui.text("earlier.deleted", lesson.title()));
            life.playFromStart();
        });
        ui.onClose(life::stop);
    }

    private void undo() {
        EarlierLesson lesson = ui.model.home.deleted.get();
        if (lesson == null) return;
        ui.model.home.deleted.set(null);
        ui.classroom.lessons().restore(lesson);
    }
}
