package lectern.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import lectern.ui.model.Place;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;

/// Where one can look, at the left: what was used last, and the teacher's folders.
final class PlacesPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Ui ui;
    private final Verbs verbs;
    private final VBox places = new VBox(2);

    PlacesPane(Ui ui, Verbs verbs) {
        super(4);
        this.ui = ui;
        this.verbs = verbs;
        getStyleClass().add("places");
        var model = ui.model.library;
        var add = new Button(ui.text("library.add.folder"), Icon.FOLDER_ADD.node());
        add.setId("library-add-folder");
        add.getStyleClass().add("place");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setOnAction(_ -> verbs.addFolder());
        getChildren().addAll(places, add);
        ui.watchAll(this::show, model.folders, model.place);
        setOnDragOver(event -> {
            if (!hasFolders(event)) return;
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            event.consume();
        });
        setOnDragDropped(event -> {
            event.getDragboard().getFiles().stream().filter(java.io.File::isDirectory)
                    .forEach(folder -> ui.classroom.library().addFolder(folder.toPath()));
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private static boolean hasFolders(DragEvent event) {
        return event.getDragboard().hasFiles()
                && event.getDragboard().getFiles().stream().anyMatch(java.io.File::isDirectory);
    }

    private void show() {
        var focused = getScene() == null ? null : getScene().getFocusOwner();
        var had = focused != null && places.getChildren().contains(focused) ? focused.getId() : null;
        var now = ui.model.library.place.get();
        var next = new ArrayList<Node>();
        next.add(place("place-recent", ui.text("library.recent"), Icon.CLOCK, now instanceof Place.Recent,
                new Place.Recent()));
        var head = new Label(ui.text("library.folders"));
        head.getStyleClass().add("places-head");
        next.add(head);
        int number = 0;
        for (Path folder : ui.model.library.folders) {
            boolean here = now instanceof Place.Folder(var root, var _) && root.equals(folder);
            var button = place("place-" + number++, Browse.name(folder), Icon.FOLDER, here,
                    new Place.Folder(folder, folder));
            var remove = new MenuItem(ui.text("library.folder.remove"));
            remove.setOnAction(_ -> remove(folder));
            var show = new MenuItem(ui.text("library.show"));
            show.setOnAction(_ -> ui.classroom.library().showInFolder(folder.resolve("x")));
            button.setContextMenu(new ContextMenu(show, remove));
            button.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() != KeyCode.DELETE) return;
                remove(folder);
                event.consume();
            });
            next.add(button);
        }
        places.getChildren().setAll(next);
        if (had != null)
            next.stream().filter(node -> had.equals(node.getId())).findFirst().ifPresent(Node::requestFocus);
    }

    private Button place(String id, String name, Icon icon, boolean here, Place to) {
        var button = new Button(name, icon.node());
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("place");
        button.setMaxWidth(Double.MAX_VALUE);
        button.pseudoClassStateChanged(CHOSEN, here);
        button.setOnAction(_ -> ui.classroom.library().go(to));
        return button;
    }

    private void remove(Path folder) {
        ui.sheets.ask(ui, ui.text("library.folder.remove.title", Browse.name(folder)),
                ui.text("library.folder.remove.text"), ui.text("library.folder.remove.go"), "primary",
                () -> ui.classroom.library().removeFolder(folder));
    }
}
