package lectern.ui.lesson;

import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lectern.ui.model.Connection;
import lectern.ui.part.Ui;

/// Says that the line is lost and coming back, for how long, and offers not to wait.
final class Banner extends HBox {
    private final Ui ui;
    private final Label since = new Label();

    Banner(Ui ui) {
        super(12);
        this.ui = ui;
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var retry = new Button(ui.text("banner.retry"));
        retry.setId("retry");
        retry.getStyleClass().add("outline");
        retry.setOnAction(_ -> ui.classroom.retryNow());
        getChildren().addAll(new ProgressIndicator(), new Label(ui.text("banner.reconnecting")), since, space, retry);
        ui.watch(ui.model.lesson.connection, now -> {
            boolean lost = now instanceof Connection.Reconnecting;
            setVisible(lost);
            setManaged(lost);
            tick(Instant.now());
        });
    }

    void tick(Instant now) {
        if (ui.model.lesson.connection.get() instanceof Connection.Reconnecting(var from))
            since.setText(ui.text("banner.since", Math.max(0, Duration.between(from, now).toSeconds())));
    }
}
