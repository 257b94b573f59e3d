package lectern.ui.library;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lectern.ui.model.Place;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;

/// The places of the library where there is no room for a list of them.
final class PlaceMenu {
    private PlaceMenu() {}

    static MenuButton of(Ui ui, Verbs verbs) {
        var model = ui.model.library;
        var button = new MenuButton();
        button.setId("library-places");
        button.getStyleClass().add("place-menu");
        var now = model.place.get();
        button.setText(now instanceof Place.Folder(var _, var at) ? Browse.name(at) : ui.text("library.recent"));
        button.setGraphic((now instanceof Place.Folder ? Icon.FOLDER : Icon.CLOCK).node());
        button.setAccessibleText(ui.text("library.places") + ": " + button.getText());
        var recent = new MenuItem(ui.text("library.recent"), Icon.CLOCK.node());
        recent.setOnAction(_ -> ui.classroom.library().go(new Place.Recent()));
        button.getItems().add(recent);
        for (var folder : model.folders) {
            var item = new MenuItem(Browse.name(folder), Icon.FOLDER.node());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> ui.classroom.library().go(new Place.Folder(folder, folder)));
            button.getItems().add(item);
        }
        var add = new MenuItem(ui.text("library.add.folder"), Icon.FOLDER_ADD.node());
        add.setOnAction(_ -> verbs.addFolder());
        button.getItems().addAll(new SeparatorMenuItem(), add);
        return button;
    }
}
