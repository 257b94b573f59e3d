package lectern.ui.board;

import javafx.scene.control.Label;
import lectern.ui.part.Ui;
import lectern.whiteboard.tool.ToolKind;

/// Says quietly why no words can be selected here, while the tool for it is taken.
final class WordsHint extends Label {
    WordsHint(Ui ui, BoardSurface surface) {
        setId("words-hint");
        getStyleClass().add("words-hint");
        setMouseTransparent(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var tool = ui.model.lesson.board.tool;
        ui.watchAll(() -> {
            var key = tool.get() != ToolKind.WORDS ? null : switch (surface.wordsProperty().get()) {
                case NONE -> "words.none";
                case COMING -> "words.coming";
                case FAILED -> "words.failed";
                case THERE, UNASKED -> null;
            };
            setVisible(key != null);
            if (key != null) setText(ui.text(key));
        }, tool, surface.wordsProperty());
    }
}
