package lectern.ui.library;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.SettingsPopover;
import lectern.ui.part.Ui;

/// The library before class: places at the left, what is there in the middle, what is prepared for a class at the right.
public final class LibraryView extends BorderPane {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final Ui ui;

    public LibraryView(Ui ui) {
        this.ui = ui;
        getStyleClass().add("library");
        var verbs = new Verbs(ui, false);
        setTop(topBar());
        var browse = new Browse(ui, verbs, false);
        HBox.setHgrow(browse, Priority.ALWAYS);
        browse.setMinWidth(0);
        var list = new PreparedPane(ui, verbs);
        list.accept(this);
        var prepared = new StackPane(list, new RemovedToast(ui));
        prepared.getStyleClass().add("prepared-side");
        setCenter(new HBox(new PlacesPane(ui, verbs), browse, prepared));
        sceneProperty().subscribe(scene -> {
            if (scene != null) browse.focus();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) browse.search.requestFocus();
            else if (event.getCode() == KeyCode.ESCAPE) ui.classroom.goHome();
            else return;
            event.consume();
        });
        FocusWatch.of(this, ui, ui.classroom.library()::refresh);
    }

    private HBox topBar() {
        var back = new Button(ui.text("lobby.back"), Icon.BACK.node());
        back.setId("library-back");
        back.getStyleClass().add("quiet");
        back.setOnAction(_ -> ui.classroom.goHome());
        Keys.name(back, ui.text("lobby.back"));
        var title = new Label(ui.text("library.title"));
        title.getStyleClass().add("brand-name");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(11, back, title, space, SettingsPopover.button(ui));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("library-bar");
        return bar;
    }
}
