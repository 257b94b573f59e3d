package lectern.ui.library;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.StringConverter;
import lectern.ui.model.EarlierLesson;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.Prepared;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import lectern.ui.picture.Fx;

/// What is prepared for one class, in the order in which it comes. Before class it is chosen for which one.
final class PreparedPane extends VBox {
    /// @param place in the list, since the same file may be there twice
    record Entry(int place, Prepared material) {}

    private final Ui ui;
    private final LibraryModel model;
    private final Verbs verbs;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ListView<Entry> list = new ListView<>(entries);
    private int looks;

    PreparedPane(Ui ui, Verbs verbs) {
        super(10);
        this.ui = ui;
        this.verbs = verbs;
        model = ui.model.library;
        getStyleClass().add("prepared");
        list();
        var nothing = nothing();
        var place = new StackPane(list, nothing);
        VBox.setVgrow(place, Priority.ALWAYS);
        if (!verbs.inClass) getChildren().add(head());
        getChildren().addAll(place, foot());
        ui.watchAll(() -> {
            var now = model.list();
            var picked = List.copyOf(list.getSelectionModel().getSelectedIndices());
            entries.setAll(IntStream.range(0, now.size()).mapToObj(i -> new Entry(i, now.get(i))).toList());
            picked.stream().filter(it -> it < now.size()).forEach(list.getSelectionModel()::select);
            nothing.setVisible(now.isEmpty());
            list.setVisible(!now.isEmpty());
        }, model.lists, model.room);
        ui.watch(model.readings, _ -> {
            looks++;
            list.refresh();
        });
    }

    /// Counts up when the files may have changed since they were looked into.
    int looks() { return looks; }

    /// Takes files that fall on this node, behind those that are there.
    void accept(Node everywhere) {
        everywhere.setOnDragOver(this::over);
        everywhere.setOnDragDropped(event -> {
            drop(event, entries.size());
            event.consume();
        });
    }

    private Node head() {
        var title = new Label(ui.text("library.prepared"));
        title.getStyleClass().add("subheading");
        var choice = new ComboBox<String>();
        choice.setId("library-class");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(ui.text("library.prepared.for"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(String room) { return room == null ? "" : title(room); }

            @Override
            public String fromString(String text) {
                return choice.getItems().stream().filter(room -> title(room).equals(text)).findFirst()
                        .orElse(LibraryModel.COMING);
            }
        });
        ui.watchAll(() -> {
            var rooms = new ArrayList<String>();
            rooms.add(LibraryModel.COMING);
            ui.model.home.earlier.stream().map(EarlierLesson::room).forEach(rooms::add);
            if (!rooms.contains(model.room.get())) model.room.set(LibraryModel.COMING);
            if (!rooms.equals(choice.getItems())) choice.getItems().setAll(rooms);
            choice.setValue(model.room.get());
        }, ui.model.home.earlier, model.room);
        choice.setOnAction(_ -> {
            if (choice.getValue() != null) model.room.set(choice.getValue());
        });
        return new VBox(8, title, choice);
    }

    private String title(String room) {
        if (room.equals(LibraryModel.COMING)) return ui.text("library.coming");
        return ui.model.home.earlier.stream().filter(it -> it.room().equals(room)).findFirst()
                .map(it -> it.title() + " · " + About.changed(ui.words, it.since())).orElse(room);
    }

    private void list() {
        list.setId("prepared-list");
        list.getStyleClass().addAll("prepared-list", "edge-to-edge");
        list.setAccessibleText(ui.text("library.prepared"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new PreparedCell(ui, verbs, this));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (at < 0) return;
        switch (event.getCode()) {
            case ENTER -> take(entries.get(at));
            case DELETE -> removePicked();
            case UP -> {
                if (!event.isAltDown()) return;
                move(at, at - 1);
            }
            case DOWN -> {
                if (!event.isAltDown()) return;
                move(at, at + 1);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// In class onto the board; before, its pages.
    void take(Entry entry) {
        if (verbs.inClass) verbs.putOnBoard(List.of(entry.material()));
        else pages(entry);
    }

    void pages(Entry entry) {
        ui.classroom.library().preview(entry.material().file()).thenAccept(preview -> new Fx()
                .execute(() -> verbs.choosePages(entry.place(), entry.material(), preview)));
    }

    void move(int from, int to) {
        if (to < 0 || to >= entries.size() || from == to) return;
        ui.classroom.library().move(from, to);
        list.getSelectionModel().clearAndSelect(to);
        list.scrollTo(Math.max(0, to - 1));
    }

    void remove(int place) { ui.classroom.library().remove(Set.of(place)); }

    private void removePicked() {
        var places = list.getSelectionModel().getSelectedItems().stream().map(Entry::place)
                .collect(Collectors.toCollection(TreeSet::new));
        ui.classroom.library().remove(places);
    }

    /// What is taken along when this one is dragged.
    List<Prepared> dragged(Entry entry) {
        var picked = list.getSelectionModel().getSelectedItems();
        return picked.contains(entry) ? picked.stream().map(Entry::material).toList() : List.of(entry.material());
    }

    void over(DragEvent event) {
        if (!event.getDragboard().hasFiles()) return;
        event.acceptTransferModes(TransferMode.COPY, TransferMode.MOVE, TransferMode.LINK);
        event.consume();
    }

    /// Files of the library or of the system's own window; one of this list comes to stand elsewhere in it.
    void drop(DragEvent event, int at) {
        int from = PreparedCell.from(event);
        boolean own = from >= 0 && event.getGestureSource() instanceof PreparedCell;
        if (own) move(from, Math.min(entries.size() - 1, from < at ? at - 1 : at));
        else
            if (event.getDragboard().hasFiles())
                ui.classroom.library().prepare(event.getDragboard().getFiles().stream().map(File::toPath).toList(), at);
        LibraryDrag.take(model);
        event.setDropCompleted(true);
    }

    private Node foot() {
        var add = new Button(ui.text("library.add.files"), Icon.PLUS.node());
        add.setId("library-add-files");
        add.getStyleClass().add("outline");
        add.setOnAction(_ -> verbs.choose());
        if (!verbs.inClass) {
            add.setMaxWidth(Double.MAX_VALUE);
            return add;
        }
        var all = new Button(ui.text("library.put.all"), Icon.BOARD.node());
        all.setId("library-put-all");
        all.getStyleClass().add("primary");
        all.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(all, Priority.ALWAYS);
        all.setOnAction(_ -> verbs.putOnBoard(model.list()));
        add.setText(null);
        add.getStyleClass().add("icon-only");
        Keys.name(add, ui.text("library.add.files"));
        ui.watchAll(() -> {
            all.setVisible(!model.list().isEmpty());
            all.setManaged(all.isVisible());
        }, model.lists, model.room);
        return new HBox(8, all, add);
    }

    private Node nothing() {
        var disc = new StackPane(Icon.LIBRARY.node());
        disc.getStyleClass().addAll("invite-icon", "calm");
        disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var title = new Label(ui.text("library.none.prepared"));
        title.getStyleClass().add("strong");
        var about = new Label(ui.text(verbs.inClass
                ? "library.none.prepared.class"
                : "library.none.prepared.about"));
        about.getStyleClass().addAll("muted", "small");
        about.setWrapText(true);
        about.setTextAlignment(TextAlignment.CENTER);
        var box = new VBox(7, disc, title, about);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("prepared-nothing");
        return box;
    }
}
