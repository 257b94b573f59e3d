package lectern.ui;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lectern.ui.model.Classroom;
import lectern.ui.model.ScreenModel;
import lectern.ui.picture.Pictures;

/// The one window: shows the screen that the model names and speaks to the program through [Classroom]. JavaFX thread.
public final class LecternWindow {
    private final Stage stage;
    private final Pictures pictures;
    private final StackPane root = new StackPane();

    public LecternWindow(Stage stage, ScreenModel model, Pictures pictures, Classroom classroom) {
        this.stage = stage;
        this.pictures = pictures;
        stage.setScene(new Scene(root, 1280, 800));
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
    }

    public void show() {
        pictures.start();
        stage.show();
    }
}
