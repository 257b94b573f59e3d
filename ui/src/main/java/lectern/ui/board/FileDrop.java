package lectern.ui.board;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import lectern.protocol.board.PageId;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// Files that are held over the board or its pages, and let go there. On the page pictures lie where they are dropped; all
/// else, and what is dropped among the pages, becomes pages. This is the veil that says so.
public final class FileDrop extends StackPane {
    /// Where it would come to stand, and no more of that.
    interface Place {
        @Nullable
        PageId at(double sceneX, double sceneY);

        void none();
    }

    private final Ui ui;
    private final Place place;
    private final Label words = new Label(null, Icon.UPLOAD.node());

    FileDrop(Ui ui, Place place) {
        this.ui = ui;
        this.place = place;
        setId("file-drop");
        getStyleClass().add("file-drop");
        setMouseTransparent(true);
        setVisible(false);
        words.getStyleClass().add("file-drop-words");
        StackPane.setAlignment(words, Pos.CENTER);
        getChildren().add(words);
    }

    /// @param all what one may drop on
    void install(Node all) {
        all.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles())
                over(event.getDragboard().getFiles(), event.getSceneX(), event.getSceneY());
        });
        all.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (!takes(event.getDragboard().getFiles())) return;
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        });
        all.addEventFilter(DragEvent.DRAG_EXITED, event -> {
            if (event.getTarget() == all) away();
        });
        all.addEventFilter(DragEvent.DRAG_DROPPED, _ -> away());
        all.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (!takes(event.getDragboard().getFiles())) return;
            dropped(event.getDragboard().getFiles(), event.getSceneX(), event.getSceneY());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    public void over(List<File> files, double sceneX, double sceneY) {
        boolean onBoard = getScene() != null && contains(sceneToLocal(sceneX, sceneY));
        boolean pictures = onBoard && PictureIntake.arePictures(files) && ui.model.lesson.board.mayDraw.get();
        if (!pictures && !takes(files)) return;
        if (!pictures) place.at(sceneX, sceneY);
        else place.none();
        words.setText(ui.text(pictures ? "drop.picture" : "drop.pages"));
        setVisible(onBoard);
    }

    void away() {
        place.none();
        setVisible(false);
    }

    public void dropped(List<File> files, double sceneX, double sceneY) {
        var after = place.at(sceneX, sceneY);
        away();
        List<Path> paths = files.stream().map(File::toPath).toList();
        ui.classroom.importFiles(paths, after);
    }

    private boolean takes(List<File> files) { return ui.model.lesson.board.moderates() && !files.isEmpty(); }
}
