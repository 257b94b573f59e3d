package lectern.ui.board;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;

/// The speaker's notes to the viewed page, under the board: for those who moderate, and in no picture that others see.
final class NotesDrawer extends VBox {
    private static final double HEIGHT = 104, SHORT = 66;
    private static final double ROOMY = 640;

    NotesDrawer(Ui ui) {
        super(4);
        var lesson = ui.model.lesson;
        setId("notes");
        getStyleClass().add("notes");
        setMinWidth(0);
        room(ROOMY);
        var heading = new Label(ui.text("notes.title"), Icon.SAFE.node());
        heading.getStyleClass().addAll("muted", "small");
        var words = new Label();
        words.setId("notes-words");
        words.setWrapText(true);
        var scroll = new ScrollPane(words);
        scroll.getStyleClass().addAll("edge-to-edge", "search-rows");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(heading, scroll);
        managedProperty().bind(visibleProperty());
        ui.watchAll(() -> {
            var page = lesson.materials.of(lesson.board.viewed.get());
            var notes = page == null ? null : page.notes();
            setVisible(lesson.board.moderates() && lesson.materials.notesShown.get()
                    && lesson.materials.hasNotes(lesson.board.viewed.get()));
            words.setText(notes == null || notes.isBlank() ? ui.text("notes.none") : notes);
            words.getStyleClass().remove("muted");
            if (notes == null || notes.isBlank()) words.getStyleClass().add("muted");
            scroll.setVvalue(0);
        }, lesson.board.viewed, lesson.materials.outlines, lesson.materials.notesShown);
    }

    /// Where there is little the page goes first.
    void room(double height) {
        setMinHeight(height < ROOMY ? SHORT : HEIGHT);
        setMaxHeight(getMinHeight());
    }
}
