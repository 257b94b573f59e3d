package lectern.ui.home;

import java.time.ZonedDateTime;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lectern.ui.model.EarlierLesson;
import lectern.ui.model.HomeModel;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// Under the title of a class to be started: the lesson that was called so before. It can be passed over.
final class GoOnOffer extends HBox {
    private @Nullable EarlierLesson offered;

    GoOnOffer(Ui ui) {
        super(8);
        var home = ui.model.home;
        var text = new Label();
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var go = new Button(ui.text("earlier.go"));
        go.setId("go-on");
        go.getStyleClass().add("link");
        go.setMinWidth(USE_PREF_SIZE);
        go.disableProperty().bind(home.busy);
        go.setOnAction(_ -> {
            if (offered != null) ui.classroom.lessons().goOn(offered, ui.model.settings.name.get().strip());
        });
        getChildren().addAll(text, go);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("hint", "go-on-offer");
        ui.watchAll(() -> {
            offered = sameTitle(home);
            setVisible(offered != null);
            setManaged(offered != null);
            if (offered != null)
                text.setText(ui.text("earlier.offer", offered.title(),
                        Held.day(ui.words, offered.since(), ZonedDateTime.now())));
        }, home.earlier, home.title);
    }

    private static @Nullable EarlierLesson sameTitle(HomeModel home) {
        String title = home.title.get() == null ? "" : home.title.get().strip();
        return home.earlier.stream().filter(lesson -> lesson.title().equalsIgnoreCase(title)).findFirst().orElse(null);
    }
}
