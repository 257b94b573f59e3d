package lectern.ui.lesson;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lectern.protocol.Role;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;

/// To a teacher who is alone at the board: how the others come in.
final class InviteHint extends VBox {
    private boolean dismissed;

    InviteHint(Ui ui) {
        super(10);
        var lesson = ui.model.lesson;
        getStyleClass().add("float-card");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPrefWidth(300);
        var title = new Label(ui.text("stage.alone.teacher"));
        title.getStyleClass().add("strong");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var close = new Button(null, Icon.CLOSE.node());
        close.getStyleClass().setAll("board-tool", "small-tool");
        Keys.name(close, ui.text("hint.close"));
        var head = new HBox(8, title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        var about = new Label(ui.text("stage.alone.teacher.about"));
        about.getStyleClass().addAll("muted", "small");
        about.setWrapText(true);
        var copy = new Button(ui.text("header.copy"), Icon.COPY.node());
        copy.setId("hint-copy");
        copy.getStyleClass().addAll("primary", "compact");
        copy.setOnAction(_ -> LinkCopy.copy(ui, lesson.studentLink.get()));
        copy.disableProperty().bind(lesson.studentLink.isEmpty());
        getChildren().addAll(head, about, copy);
        Runnable show = () -> {
            boolean alone = lesson.role.get() == Role.TEACHER && lesson.people.size() < 2 && !dismissed;
            setVisible(alone);
            setManaged(alone);
        };
        close.setOnAction(_ -> {
            dismissed = true;
            show.run();
        });
        ui.watchAll(show, lesson.people);
    }
}
