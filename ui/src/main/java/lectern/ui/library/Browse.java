package lectern.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.LibraryModel.Look;
import lectern.ui.model.LibraryModel.Order;
import lectern.ui.model.Material;
import lectern.ui.model.Place;
import lectern.ui.model.Prepared;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Problem;
import lectern.ui.part.Ui;
import lectern.ui.picture.Fx;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// What is in one place of the library, or what was found.
final class Browse extends VBox implements Shelf.Deeds {
    final CustomTextField search = new CustomTextField();
    private final Ui ui;
    private final LibraryModel model;
    private final Verbs verbs;
    private final Shelf shelf;
    private final HBox path = new HBox(2);
    private final VBox nothing = new VBox(8);

    /// @param narrow beside the board: only as a list
    Browse(Ui ui, Verbs verbs, boolean narrow) {
        super(10);
        this.ui = ui;
        this.verbs = verbs;
        model = ui.model.library;
        getStyleClass().add("browse");
        shelf = new Shelf(ui, verbs, this);
        shelf.setId("shelf");
        VBox.setVgrow(shelf, Priority.ALWAYS);
        nothing.setAlignment(Pos.CENTER);
        nothing.setMaxSize(360, USE_PREF_SIZE);
        var place = new StackPane(shelf, nothing);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().add(head(narrow));
        getChildren().addAll(new Problem(ui, model.problem), place, texts());
        ui.watchAll(() -> show(narrow), model.files, model.subfolders, model.order, model.look, model.sought,
                model.foundByName, model.foundInText, model.place, model.reading, model.folders, model.folderGone);
    }

    void focus() {
        if (shelf.isVisible()) shelf.requestFocus();
        else search.requestFocus();
    }

    @Override
    public void open(Item item) {
        if (item instanceof Item.Folder(var folder) && model.place.get() instanceof Place.Folder(var root, var _))
            ui.classroom.library().go(new Place.Folder(root, folder));
    }

    @Override
    public void take(List<Path> files) { verbs.take(files); }

    @Override
    public void menu(Item item, Node at, double x, double y) {
        var menu = new ContextMenu();
        if (item instanceof Item.Folder) menu.getItems().add(item("library.open", () -> open(item)));
        else {
            var files = shelf.pickedFiles();
            Path file = Shelf.file(item);
            if (verbs.inClass)
                menu.getItems().add(item("library.put",
                        () -> verbs.putOnBoard(files.stream().map(Prepared::whole).toList())));
            menu.getItems().add(item("library.prepare", () -> verbs.prepare(files)));
            if (verbs.inClass && files.size() == 1)
                menu.getItems().add(item("library.handout", () -> ui.classroom.library().preview(file)
                        .thenAccept(preview -> new Fx()
                                .execute(() -> verbs.handOut(file, preview)))));
            if (files.size() == 1)
                menu.getItems().add(item("library.show", () -> ui.classroom.library().showInFolder(file)));
        }
        menu.show(at, x, y);
    }

    private MenuItem item(String key, Runnable then) {
        var item = new MenuItem(ui.text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> then.run());
        return item;
    }

    private Node head(boolean narrow) {
        search.setId("library-search");
        search.setLeft(Icon.SEARCH.node());
        search.setPromptText(ui.text("library.search"));
        search.setAccessibleText(ui.text("library.search"));
        search.setMaxWidth(Double.MAX_VALUE);
        search.setText(model.sought.get());
        search.textProperty().subscribe(text -> {
            if (text != null && !text.strip().equals(model.sought.get())) ui.classroom.library().search(text);
        });
        ui.watch(model.sought, now -> {
            if (now.isEmpty() && search.getText() != null && !search.getText().isBlank()) search.clear();
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) shelf.requestFocus();
            else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) search.clear();
            else return;
            event.consume();
        });
        path.setAlignment(Pos.CENTER_LEFT);
        path.getStyleClass().add("library-path");
        path.setMinWidth(narrow ? 0 : 110);
        if (narrow) {
            path.setMinHeight(34);
            return new VBox(8, search, path);
        }
        HBox.setHgrow(path, Priority.ALWAYS);
        search.setPrefWidth(250);
        search.setMinWidth(150);
        var tools = new HBox(8, path, search, orders(), looks());
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private Node orders() {
        var button = new Button();
        button.setId("library-order");
        button.getStyleClass().addAll("outline", "compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> model.order.set(model.order.get() == Order.NAME ? Order.NEWEST : Order.NAME));
        ui.watch(model.order, now -> {
            button.setText(ui.text(now == Order.NAME ? "library.order.name" : "library.order.newest"));
            Keys.name(button, ui.text("library.order", button.getText()));
        });
        return button;
    }

    private Node looks() {
        var button = new Button();
        button.setId("library-look");
        button.getStyleClass().addAll("quiet", "icon-only");
        button.setOnAction(_ -> model.look.set(model.look.get() == Look.GRID ? Look.LIST : Look.GRID));
        ui.watch(model.look, now -> {
            button.setGraphic((now == Look.GRID ? Icon.LIST : Icon.GRID).node());
            Keys.name(button, ui.text(now == Look.GRID ? "library.look.list" : "library.look.grid"));
        });
        return button;
    }

    /// How far the texts are read, while they are not.
    private Node texts() {
        var text = new Label();
        text.getStyleClass().addAll("muted", "small");
        var bar = new ProgressBar();
        bar.setPrefWidth(120);
        var pause = new Button();
        pause.setId("texts-pause");
        pause.getStyleClass().add("link");
        pause.setOnAction(_ -> ui.classroom.library().pauseTexts(!model.textsPaused.get()));
        var row = new HBox(10, text, bar, pause);
        row.setAlignment(Pos.CENTER_LEFT);
        ui.watchAll(() -> {
            int known = model.textsKnown.get(), all = model.textsWanted.get();
            row.setVisible(known < all && !verbs.inClass);
            row.setManaged(row.isVisible());
            text.setText(ui.text("library.texts", known, all));
            bar.setProgress(all == 0 ? 0 : (double) known / all);
            pause.setText(ui.text(model.textsPaused.get() ? "library.texts.go" : "library.texts.pause"));
        }, model.textsKnown, model.textsWanted, model.textsPaused);
        var full = new Label(ui.text("library.full"));
        full.getStyleClass().addAll("muted", "small");
        full.setWrapText(true);
        full.visibleProperty().bind(model.full);
        full.managedProperty().bind(model.full);
        return new VBox(4, full, row);
    }

    private void show(boolean narrow) {
        boolean finding = !model.sought.get().isEmpty();
        var look = narrow ? Look.LIST : model.look.get();
        var sections = new ArrayList<Item.Section>();
        if (finding) {
            sections.add(new Item.Section(ui.text("library.found.names"), files(model.foundByName)));
            sections.add(new Item.Section(ui.text("library.found.texts"),
                    model.foundInText.stream().map(Item.Hit::new).toList()));
        } else {
            sections.add(new Item.Section("", model.subfolders.stream().map(Item.Folder::new).toList()));
            sections.add(new Item.Section("", files(model.files)));
        }
        shelf.show(sections, look);
        showPath(finding, narrow);
        boolean empty = sections.stream().allMatch(it -> it.items().isEmpty());
        nothing.setVisible(empty);
        shelf.setVisible(!empty);
        if (empty) showNothing(finding);
    }

    private List<Item.File> files(List<Material> materials) {
        boolean byTime = model.place.get() instanceof Place.Recent && model.sought.get().isEmpty();
        Comparator<Material> order = byTime
                ? (_, _) -> 0
                : model.order.get() == Order.NAME
                        ? Comparator.comparing(it -> it.name().toLowerCase(Locale.ROOT))
                        : Comparator.comparing(Material::changed).reversed();
        return materials.stream().sorted(order).map(Item.File::new).toList();
    }

    private void showPath(boolean finding, boolean narrow) {
        path.getChildren().clear();
        if (narrow) path.getChildren().add(PlaceMenu.of(ui, verbs));
        else if (finding) step(ui.text("library.found"), null);
        else switch (model.place.get()) {
            case Place.Recent _ -> step(ui.text("library.recent"), null);
            case Place.Folder(var root, var at) -> {
                for (Path up = root; !up.equals(at); up = up.resolve(at.getName(up.getNameCount())))
                    step(name(up), new Place.Folder(root, up));
                step(name(at), null);
            }
        }
        if (narrow && !finding && model.place.get() instanceof Place.Folder(var root, var at) && !root.equals(at)) {
            var up = new Button(null, Icon.BACK.node());
            up.getStyleClass().addAll("quiet", "icon-only");
            Keys.name(up, ui.text("library.up"));
            up.setOnAction(
                    _ -> ui.classroom.library().go(new Place.Folder(root, Objects.requireNonNull(at.getParent()))));
            path.getChildren().addFirst(up);
        }
    }

    private void step(String name, @Nullable Place to) {
        if (to == null) {
            var here = new Label(name);
            here.getStyleClass().add("subheading");
            here.setMinWidth(0);
            path.getChildren().add(here);
            return;
        }
        var button = new Button(name);
        button.getStyleClass().add("path-step");
        button.setMinWidth(20);
        button.setOnAction(_ -> ui.classroom.library().go(to));
        var arrow = Icon.NEXT.node();
        arrow.getStyleClass().add("path-arrow");
        path.getChildren().addAll(button, arrow);
    }

    static String name(Path folder) { return Objects.toString(folder.getFileName(), folder.toString()); }

    /// Says why there is nothing, and what to do next.
    private void showNothing(boolean finding) {
        nothing.getChildren().clear();
        if (finding)
            say(Icon.SEARCH, "library.none.found", model.textsKnown.get() < model.textsWanted.get()
                    ? "library.none.found.yet"
                    : "library.none.found.about");
        else
            if (model.reading.get()) say(Icon.CLOCK, "library.none.reading", "library.none.reading.about");
            else switch (model.place.get()) {
            case Place.Recent _ -> {
                boolean first = model.folders.isEmpty();
                say(first ? Icon.LIBRARY : Icon.CLOCK, first ? "library.none.folders" : "library.none.recent",
                        first ? "library.none.folders.about" : "library.none.recent.about");
                if (first) nothing.getChildren().add(addFolder());
            }
            case Place.Folder _ -> {
                boolean gone = model.folderGone.get();
                say(gone ? Icon.MISSING : Icon.FOLDER, gone ? "library.none.gone" : "library.none.files",
                        gone ? "library.none.gone.about" : "library.none.files.about");
            }
            }
    }

    private Button addFolder() {
        var add = new Button(ui.text("library.add.folder"), Icon.FOLDER_ADD.node());
        add.setId("library-first-folder");
        add.getStyleClass().add("primary");
        add.setOnAction(_ -> verbs.addFolder());
        VBox.setMargin(add, new Insets(10, 0, 0, 0));
        return add;
    }

    private void say(Icon icon, String title, String about) {
        var disc = new StackPane(icon.node());
        disc.getStyleClass().addAll("invite-icon", "calm");
        disc.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var heading = new Label(ui.text(title));
        heading.getStyleClass().add("subheading");
        var text = new Label(ui.text(about));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        nothing.getChildren().addAll(disc, heading, text);
    }
}
