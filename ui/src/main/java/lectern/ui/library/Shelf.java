package lectern.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import lectern.ui.model.LibraryModel.Look;
import lectern.ui.model.Prepared;
import lectern.ui.part.Ui;

/// Folders and files as cards in rows, or as lines. Only what is seen has nodes, however much there is.
final class Shelf extends ListView<Shelf.Row> {
    static final double CARD = 172, GAP = 10;

    sealed interface Row {
        record Heading(String text) implements Row {}

        /// @param first the place of the first of them among all items
        record Items(int first, List<? extends Item> items, Look look) implements Row {}
    }

    /// What is done with an item that is opened, or asked for its menu.
    interface Deeds {
        void open(Item item);

        void take(List<Path> files);

        void menu(Item item, javafx.scene.Node at, double x, double y);
    }

    final Verbs verbs;
    final Deeds deeds;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final List<Item> items = new ArrayList<>();
    private final Picked picked = new Picked();
    /// Those that have nodes now, to tell them when others are picked.
    private final Set<ShelfItem> live = java.util.Collections.newSetFromMap(new WeakHashMap<>());
    private List<Item.Section> sections = List.of();
    private Look look = Look.GRID;
    private int columns = 1;

    Shelf(Ui ui, Verbs verbs, Deeds deeds) {
        this.verbs = verbs;
        this.deeds = deeds;
        setItems(rows);
        getStyleClass().addAll("shelf", "edge-to-edge");
        setAccessibleText(ui.text("library.files"));
        setCellFactory(_ -> new ShelfCell(ui, this));
        ui.onClose(widthProperty().subscribe(width -> columns(width.doubleValue())));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getTarget() instanceof ShelfCell) { // beside them
                picked.clear();
                tellLive();
            }
        });
    }

    void show(List<Item.Section> next, Look nextLook) {
        var before = pickedItems();
        sections = List.copyOf(next);
        look = nextLook;
        items.clear();
        sections.forEach(section -> items.addAll(section.items()));
        picked.clear();
        for (int i = 0; i < items.size(); i++) if (before.contains(items.get(i))) picked.toggle(i);
        lay();
    }

    boolean has(int index) { return picked.has(index); }

    boolean leads(int index) { return picked.lead() == index; }

    void live(ShelfItem item) { live.add(item); }

    List<Item> pickedItems() {
        return new TreeSet<>(picked.all()).stream().filter(it -> it < items.size()).map(items::get).toList();
    }

    /// Of all that is picked, the files.
    List<Path> pickedFiles() {
        return pickedItems().stream().filter(it -> !(it instanceof Item.Folder)).map(Shelf::file).distinct().toList();
    }

    static Path file(Item item) {
        return switch (item) {
            case Item.Folder(var path) -> path;
            case Item.File(var material) -> material.file();
            case Item.Hit(var hit) -> hit.material().file();
        };
    }

    void clicked(int index, MouseEvent event) {
        requestFocus();
        boolean isMenu = event.getButton() == MouseButton.SECONDARY;
        if (!isMenu || !picked.has(index)) picked.click(index, event.isShortcutDown(), event.isShiftDown());
        tellLive();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) open(index);
        event.consume();
    }

    void dragged(int index, javafx.scene.Node node) {
        if (!picked.has(index)) picked.only(index);
        tellLive();
        verbs.drag(node, pickedFiles().stream().map(Prepared::whole).toList());
    }

    private void open(int index) {
        if (index < 0 || index >= items.size()) return;
        if (items.get(index) instanceof Item.Folder folder) deeds.open(folder);
        else deeds.take(pickedFiles());
    }

    private void columns(double width) {
        int now = Math.max(1, (int) ((width - 30 + GAP) / (CARD + GAP)));
        if (now == columns) return;
        columns = now;
        if (look == Look.GRID) lay();
    }

    private void lay() {
        var next = new ArrayList<Row>();
        int first = 0;
        for (var section : sections) {
            if (section.items().isEmpty()) continue;
            if (!section.heading().isEmpty()) next.add(new Row.Heading(section.heading()));
            boolean isHits = section.items().getFirst() instanceof Item.Hit;
            int perRow = look == Look.GRID && !isHits ? columns : 1;
            for (int at = 0; at < section.items().size(); at += perRow)
                next.add(new Row.Items(first + at,
                        section.items().subList(at, Math.min(at + perRow, section.items().size())),
                        isHits ? Look.LIST : look));
            first += section.items().size();
        }
        rows.setAll(next);
    }

    private void pressed(KeyEvent event) {
        int lead = picked.lead();
        switch (event.getCode()) {
            case LEFT -> go(lead - 1, event);
            case RIGHT -> go(lead + 1, event);
            case UP -> go(beside(lead, -1), event);
            case DOWN -> go(beside(lead, 1), event);
            case HOME -> go(0, event);
            case END -> go(items.size() - 1, event);
            case ENTER -> open(lead);
            case A -> {
                if (!event.isShortcutDown()) return;
                picked.everything(items.size());
                tellLive();
            }
            case CONTEXT_MENU -> menu(lead);
            case F10 -> {
                if (!event.isShiftDown()) return;
                menu(lead);
            }
            default -> {
                return;
            }
        }
        if (event.getCode() != KeyCode.ENTER || lead >= 0) event.consume();
    }

    private void menu(int index) {
        live.stream().filter(it -> it.index() == index && it.getScene() != null).findFirst().ifPresent(node -> {
            var at = node.localToScreen(node.getWidth() / 2, node.getHeight() / 2);
            if (at != null) deeds.menu(items.get(index), node, at.getX(), at.getY());
        });
    }

    private void go(int index, KeyEvent event) {
        if (items.isEmpty()) return;
        int to = Math.clamp(index, 0, items.size() - 1);
        if (event.isShiftDown()) picked.upTo(to);
        else picked.only(to);
        for (int row = 0; row < rows.size(); row++)
            if (rows.get(row) instanceof Row.Items here && to >= here.first()
                    && to < here.first() + here.items().size())
                scrollTo(Math.max(0, row - 1));
        tellLive();
    }

    /// The one in the next row, in the same column or the last there is.
    private int beside(int index, int by) {
        for (int row = 0; row < rows.size(); row++) {
            if (!(rows.get(row) instanceof Row.Items here) || index < here.first()
                    || index >= here.first() + here.items().size())
                continue;
            for (int next = row + by; next >= 0 && next < rows.size(); next += by)
                if (rows.get(next) instanceof Row.Items there)
                    return there.first() + Math.min(index - here.first(), there.items().size() - 1);
            return index;
        }
        return 0;
    }

    private void tellLive() { live.forEach(ShelfItem::showPicked); }
}
