package lectern.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import lectern.protocol.Role;
import lectern.resources.Phrase;
import lectern.resources.Theme;
import lectern.resources.Words;
import lectern.ui.board.Assets;
import lectern.ui.home.HomeView;
import lectern.ui.lesson.ClassView;
import lectern.ui.library.LibraryView;
import lectern.ui.lobby.LobbyView;
import lectern.ui.model.Classroom;
import lectern.ui.model.Connection;
import lectern.ui.model.Notices;
import lectern.ui.model.ScreenModel;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.part.FileDialogs;
import lectern.ui.part.Keys;
import lectern.ui.part.Sheets;
import lectern.ui.part.SystemFileDialogs;
import lectern.ui.part.Ui;
import lectern.ui.picture.Fx;
import lectern.ui.picture.Pictures;

/// The one window: shows the screen that the model names and speaks to the program through [Classroom]. Another screen,
/// another role or another language builds the screen anew from the models, which hold all there is to know. JavaFX
/// thread.
public final class LecternWindow {
    private static final double FONT_SIZE = 14;

    private final Stage stage;
    private final ScreenModel model;
    private final Pictures pictures;
    private final Classroom classroom;
    private final FileDialogs dialogs;
    private final Assets assets;
    private final Sheets sheets = new Sheets();
    private final StackPane place = new StackPane();
    private final StackPane root = new StackPane(place, sheets);
    private final Scene scene = new Scene(root, 1280, 800);
    private final Subscription watched;
    private Ui ui;

    public LecternWindow(Stage stage, ScreenModel model, Pictures pictures, Classroom classroom) {
        this(stage, model, pictures, classroom, new SystemFileDialogs());
    }

    public LecternWindow(Stage stage, ScreenModel model, Pictures pictures, Classroom classroom,
            FileDialogs dialogs) {
        this.stage = stage;
        this.model = model;
        this.pictures = pictures;
        this.classroom = classroom;
        this.dialogs = dialogs;
        assets = new Assets(classroom.files(), new Fx(),
                why -> model.lesson.toasts.add(Notices.warning(Phrase.said(why))));
        Theme.fonts().forEach(font -> Font.loadFont(font, FONT_SIZE));
        Theme.icons().forEach(icon -> stage.getIcons().add(new Image(icon)));
        scene.getStylesheets().setAll(Theme.styleSheets());
        stage.setScene(scene);
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.setOnCloseRequest(this::closing);
        shortcut(Keys.MICROPHONE, () -> classroom.microphone(!model.devices.microphoneOn.get()));
        shortcut(Keys.CAMERA, () -> classroom.camera(!model.devices.cameraOn.get()));
        ui = ui();
        watched = Subscription.combine(
                model.settings.theme.subscribe(this::dress),
                Platform.getPreferences().colorSchemeProperty().subscribe(this::dress),
                model.settings.language.subscribe(this::build),
                model.screen.subscribe(this::build),
                model.lesson.role.subscribe(this::build));
        dress();
        build();
    }

    public void show() {
        pictures.start();
        stage.show();
    }

    /// Takes the window off the models, which may live on.
    public void close() {
        watched.unsubscribe();
        ui.close();
        pictures.stop();
        stage.hide();
    }

    /// The class runs in this program: closing the teacher's window ends it for everybody, so that is asked first.
    private void closing(WindowEvent event) {
        boolean teaching = model.screen.get() == Screen.CLASS && model.lesson.role.get() == Role.TEACHER
                && !(model.lesson.connection.get() instanceof Connection.Ended);
        if (!teaching) return;
        event.consume();
        sheets.ask(ui, ui.text("leave.all.title"), ui.text("leave.all.text"), ui.text("leave.all.go"), "danger", () -> {
            classroom.endForAll();
            stage.hide();
        });
    }

    private Ui ui() {
        return new Ui(model, Words.in(model.settings.language.get()), classroom, pictures, sheets, dialogs);
    }

    private void build() {
        sheets.close();
        ui.close();
        ui = ui();
        root.getStyleClass().removeAll("en", "zh");
        root.getStyleClass().add(model.settings.language.get().locale.getLanguage());
        place.getChildren().setAll(screen());
        var title = model.screen.get() == Screen.CLASS ? model.lesson.title.get() : "";
        stage.setTitle(title.isBlank() ? ui.text("brand") : title + " – " + ui.text("brand"));
    }

    private Parent screen() {
        return switch (model.screen.get()) {
            case HOME -> new HomeView(ui);
            case LIBRARY -> new LibraryView(ui);
            case LOBBY -> new LobbyView(ui);
            case CLASS -> new ClassView(ui, assets);
        };
    }

    private void dress() {
        boolean dark = switch (model.settings.theme.get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Application.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        root.getStyleClass().removeAll("light", "dark");
        root.getStyleClass().add(dark ? "dark" : "light");
    }

    /// Ctrl+D and Ctrl+E where there is something to switch.
    private void shortcut(KeyCombination keys, Runnable then) {
        scene.getAccelerators().put(keys, () -> {
            boolean sends = switch (model.screen.get()) {
                case HOME, LIBRARY -> false;
                case LOBBY -> model.lobby.role.get().maySend();
                case CLASS -> model.lesson.role.get().maySend();
            };
            if (sends && !sheets.isOpen()) then.run();
        });
    }
}
