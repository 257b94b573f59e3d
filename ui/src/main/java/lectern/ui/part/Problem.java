package lectern.ui.part;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lectern.resources.Phrase;
import org.jspecify.annotations.Nullable;

/// What went wrong, in words, at the place where it was asked for; takes no room while all is well.
public final class Problem extends HBox {
    public Problem(Ui ui, ObservableValue<@Nullable Phrase> phrase) {
        super(9);
        getStyleClass().add("problem");
        var text = new Label();
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Icon.ALERT.node(), text);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        ui.watch(phrase, now -> {
            text.setText(now == null ? "" : ui.text(now));
            setVisible(now != null);
            setManaged(now != null);
        });
    }
}
