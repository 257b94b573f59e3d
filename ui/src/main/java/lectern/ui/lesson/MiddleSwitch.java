package lectern.ui.lesson;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import lectern.ui.model.Middle;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import org.controlsfx.control.SegmentedButton;

/// Changes what has the middle, where there is something to change to.
final class MiddleSwitch extends StackPane {
    /// What there is besides the board.
    enum Other { NOTHING, SPEAKER, SCREEN }

    MiddleSwitch(Ui ui, String id, ObservableValue<Other> other) {
        var middle = ui.model.lesson.middle;
        var board = new ToggleButton(ui.text("middle.board"), Icon.BOARD.node());
        var picture = new ToggleButton();
        var group = new ToggleGroup();
        Keys.name(board, board.getText()); // where there is little room only its icon is seen
        board.setId(id + "-board");
        picture.setId(id + "-picture");
        board.setToggleGroup(group);
        picture.setToggleGroup(group);
        board.setOnAction(_ -> choose(ui, board, Middle.BOARD));
        picture.setOnAction(_ -> choose(ui, picture, Middle.PICTURE));
        var buttons = new SegmentedButton(board, picture);
        buttons.setToggleGroup(group);
        getStyleClass().add("middle-switch");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        getChildren().add(buttons);
        ui.watch(middle, now -> (now == Middle.BOARD ? board : picture).setSelected(true));
        ui.watch(other, now -> {
            boolean screen = now == Other.SCREEN;
            picture.setText(ui.text(screen ? "middle.screen" : "middle.speaker"));
            Keys.name(picture, picture.getText());
            picture.setGraphic((screen ? Icon.SCREEN : Icon.CAMERA).node());
            setVisible(now != Other.NOTHING);
            setManaged(now != Other.NOTHING);
        });
    }

    private static void choose(Ui ui, ToggleButton button, Middle next) {
        button.setSelected(true); // clicking the chosen one again would leave nothing chosen
        ui.model.lesson.middle.set(next);
    }
}
