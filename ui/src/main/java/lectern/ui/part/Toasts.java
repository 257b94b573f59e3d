package lectern.ui.part;

import java.util.Locale;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lectern.ui.model.Toast;

/// Notices over the lower end of the stage. They let clicks through but for their own buttons, never take the
/// focus, and go by themselves.
public final class Toasts extends VBox {
    private static final Duration STAYS = Duration.seconds(4.5);
    private static final Duration STAYS_TO_ACT = Duration.seconds(9);
    private static final int AT_MOST = 4;
    private final Ui ui;

    public Toasts(Ui ui) {
        super(8);
        this.ui = ui;
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        setPadding(new Insets(0, 0, 16, 0));
        var toasts = ui.model.lesson.toasts;
        ListChangeListener<Toast> listener = change -> {
            while (change.next()) change.getAddedSubList().forEach(this::show);
        };
        toasts.addListener(listener);
        ui.onClose(() -> toasts.removeListener(listener));
        toasts.forEach(this::show); // what was on its way when the language changed
    }

    private void show(Toast toast) {
        if (getChildren().size() >= AT_MOST) getChildren().removeFirst();
        var icon = switch (toast.kind()) {
            case INFO -> Icon.INFO;
            case SUCCESS -> Icon.DONE;
            case WARNING -> Icon.ALERT;
        };
        var text = new Label(ui.text(toast.text()));
        text.setWrapText(true);
        text.setMaxWidth(420);
        var row = new HBox(10, icon.node(), text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("toast", toast.kind().name().toLowerCase(Locale.ROOT));
        row.setMaxWidth(USE_PREF_SIZE);
        row.setMouseTransparent(toast.action() == null);
        row.setPickOnBounds(false);
        getChildren().add(row);
        var in = new FadeTransition(Duration.millis(140), row);
        in.setFromValue(0);
        in.setToValue(1);
        var out = new FadeTransition(Duration.millis(300), row);
        out.setToValue(0);
        var life = new SequentialTransition(in, new PauseTransition(toast.action() == null ? STAYS : STAYS_TO_ACT),
                out);
        if (toast.action() != null) row.getChildren().add(button(toast.action(), life));
        life.setOnFinished(_ -> {
            getChildren().remove(row);
            ui.model.lesson.toasts.remove(toast);
        });
        life.play();
    }

    private Button button(Toast.Action action, SequentialTransition life) {
        var button = new Button(ui.text(action.label()));
        button.getStyleClass().setAll("toast-action");
        button.setFocusTraversable(false); // a click on it leaves the focus on the board
        button.setOnAction(_ -> {
            life.jumpTo("end");
            action.run().run();
        });
        return button;
    }
}
