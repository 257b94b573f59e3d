package lectern.ui.lobby;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import lectern.resources.Phrase;
import lectern.ui.model.Choice;
import lectern.ui.part.Icon;
import lectern.ui.part.Problem;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// A device menu with its name above and what is wrong with the device below.
final class DeviceField extends VBox {
    DeviceField(Ui ui, String key, Icon icon, ObservableList<Choice> choices, ObjectProperty<@Nullable Choice> chosen,
            Consumer<Choice> choose, @Nullable ObjectProperty<@Nullable Phrase> problem) {
        super(6);
        var label = new Label(ui.text(key));
        label.getStyleClass().add("field-label");
        var menu = new ComboBox<Choice>();
        menu.setId(key.replace('.', '-'));
        menu.setMaxWidth(Double.MAX_VALUE);
        menu.setPromptText(ui.text("lobby.none"));
        menu.setAccessibleText(label.getText());
        menu.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Choice choice, boolean empty) {
                super.updateItem(choice, empty);
                setText(choice == null ? ui.text("lobby.none") : choice.label());
                setGraphic(icon.node());
                setGraphicTextGap(10);
            }
        });
        label.setLabelFor(menu);
        getChildren().addAll(label, menu);
        if (problem != null) getChildren().add(new Problem(ui, problem));
        // The list is filled anew at each hot-plug, and the choice with it; only a click is a wish.
        ui.watchAll(() -> {
            menu.setOnAction(null);
            menu.getItems().setAll(choices);
            menu.setValue(chosen.get());
            menu.setDisable(choices.isEmpty());
            menu.setOnAction(_ -> {
                var wish = menu.getValue();
                if (wish != null && !wish.equals(chosen.get())) choose.accept(wish);
            });
        }, choices, chosen);
    }
}
