package lectern.ui.lesson;

import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import lectern.resources.Phrase;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;

/// After the class: why it is over, how long it was, the way home.
final class EndedView extends StackPane {
    EndedView(Ui ui, Phrase reason) {
        getStyleClass().add("home");
        var disc = new StackPane(Icon.OVER.node());
        disc.getStyleClass().add("invite-icon");
        var title = new Label(ui.text("ended.title"));
        title.getStyleClass().add("heading");
        var why = new Label(ui.text(reason));
        why.getStyleClass().add("lead");
        why.setWrapText(true);
        why.setTextAlignment(TextAlignment.CENTER);
        var home = new Button(ui.text("ended.home"));
        home.setId("go-home");
        home.getStyleClass().addAll("primary", "large");
        home.setDefaultButton(true);
        home.setOnAction(_ -> ui.classroom.goHome());
        var card = new VBox(12, disc, title, why);
        var since = ui.model.lesson.enteredAt.get();
        if (since != null) {
            var length = new Label(
                    ui.text("ended.length", Elapsed.inWords(ui.words, Duration.between(since, Instant.now()))));
            length.getStyleClass().add("muted");
            card.getChildren().add(length);
        }
        card.getChildren().add(home);
        VBox.setMargin(title, new Insets(8, 0, 0, 0));
        VBox.setMargin(home, new Insets(14, 0, 0, 0));
        card.setAlignment(Pos.CENTER);
        card.getStyleClass().add("card");
        card.setPadding(new Insets(44));
        card.setMaxSize(480, USE_PREF_SIZE);
        getChildren().add(card);
    }
}
