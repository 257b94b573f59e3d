package lectern.ui.board;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.ui.model.BoardModel;
import lectern.ui.model.Notices;
import lectern.ui.model.View;
import lectern.ui.part.Corners;
import lectern.ui.part.Ui;
import lectern.whiteboard.tool.ToolKind;
import org.jspecify.annotations.Nullable;

/// The board with everything around it: tools at the left, the page's line above, pages below. In its place the grid of
/// private pages, when who moderates looks at all of them.
public final class BoardView extends HBox {
    private static final List<String> PICTURES = List.of("png", "jpg", "jpeg", "gif");
    private static final double RADIUS = 12;
    private static final double ROOM_FOR_PAGES = 700;
    private static final long STRIP_GAP_MS = 200, GRID_GAP_MS = 250;

    public final BoardSurface surface;
    private final Ui ui;
    private final BoardModel model;
    private final ScreenUnderlay underlay;
    private final ClipShow clip;
    private final PageStrip strip;
    private final SearchPanel search;
    private final FileDrop drop;
    private final BooleanProperty grid = new SimpleBooleanProperty();
    private Set<PageId> inStrip = Set.of(), inGrid = Set.of();
    private @Nullable PageId ownSeen;
    private boolean arranged;

    /// @param middle         what changes between the board and a picture, for the line above
    /// @param onViewsChanged what is received for the board may be different now
    public BoardView(Ui ui, Assets assets, ScreenInk screenInk, Node middle, Runnable onViewsChanged) {
        this.ui = ui;
        model = ui.model.lesson.board;
        getStyleClass().add("board-view");
        setMinSize(0, 0);
        surface = new BoardSurface(ui, assets);
        surface.setAccessibleText(ui.text("board.surface"));
        underlay = new ScreenUnderlay(ui, surface, onViewsChanged);
        clip = new ClipShow(ui);
        var verbs = new PageVerbs(ui);
        var menu = new PageMenu(ui, verbs);
        var links = new PageLinks(ui, verbs);
        surface.onLink(links::name, links::follow);
        var small = new BoardPainter(assets);
        var stripPictures = new Thumbnails(ui, small, assets.pages, STRIP_GAP_MS, 0);
        var gridPictures = new Thumbnails(ui, small, assets.pages, 0, GRID_GAP_MS);
        ui.onClose(assets.onArrival(_ -> {
            stripPictures.soilAll();
            gridPictures.soilAll();
        }));
        strip = new PageStrip(ui, verbs, menu, stripPictures, seen -> {
            inStrip = seen;
            tellOpen();
        });
        drop = new FileDrop(ui, new FileDrop.Place() {
            @Override
            public @Nullable PageId at(double sceneX, double sceneY) { return placeOf(sceneX, sceneY); }

            @Override
            public void none() { noPlace(); }
        });
        drop.install(this);
        var card = new StackPane(underlay, new ClipUnderlay(ui, surface, clip), surface,
                new PageHint(ui, surface, assets.pages), new CurtainEdges(ui, surface, verbs), new Corners(RADIUS),
                at(new ViewBar(ui, surface), Pos.BOTTOM_LEFT),
                above(at(new ClipBar(ui, surface, clip), Pos.BOTTOM_CENTER)),
                at(new SelectionBar(ui, surface), Pos.TOP_CENTER), at(new WordsHint(ui, surface), Pos.TOP_CENTER),
                drop);
        card.getStyleClass().add("board-card");
        card.setMinSize(0, 0);
        var notes = new NotesDrawer(ui);
        search = new SearchPanel(ui, surface, verbs);
        HBox.setHgrow(card, Priority.ALWAYS);
        var beside = new HBox(8, card, search);
        VBox.setVgrow(beside, Priority.ALWAYS);
        beside.setMinSize(0, 0);
        var page = new VBox(6, new ContextBar(ui, screenInk, () -> grid.set(true)), beside, notes);
        ui.onClose(heightProperty().subscribe(height -> notes.room(height.doubleValue())));
        page.setMinSize(0, 0);
        var place = new StackPane(page);
        place.setMinSize(0, 0);
        if (model.moderates()) {
            var students = new HandOutGrid(ui, gridPictures, seen -> {
                inGrid = seen;
                tellOpen();
            }, this::openPrivate, () -> grid.set(false));
            place.getChildren().add(students);
            ui.watch(grid, shown -> {
                students.setVisible(shown);
                page.setVisible(!shown);
            });
        }
        VBox.setVgrow(place, Priority.ALWAYS);
        var switching = new StackPane(middle);
        var column = new VBox(6,
                new BoardBar(ui, verbs, menu, switching, this::search, () -> grid.set(true),
                        () -> grid.set(!grid.get())),
                place,
                strip);
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setMinWidth(0);
        if (!model.role().maySend()) model.tool.set(ToolKind.HAND);
        tools();
        getChildren().add(column);
        ui.watch(grid, shown -> {
            switching.setVisible(!shown);
            switching.setManaged(!shown);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (SearchPanel.KEYS.match(event)) {
                search();
                event.consume();
                return;
            }
            int by = switch (event.getCode()) {
                case PAGE_DOWN -> 1;
                case PAGE_UP -> -1;
                default -> 0;
            };
            if (by == 0) return;
            verbs.step(by);
            event.consume();
        });
        ui.watch(ui.model.lesson.pagesShown, shown -> {
            strip.setVisible(shown);
            strip.setManaged(shown);
        });
        ui.onClose(heightProperty().subscribe(height -> showPagesAtFirst(height.doubleValue())));
        ui.watch(model.current, _ -> grid.set(false)); // what the class is turned to is what one wants to see
        ui.watchAll(this::ownPage, model.pages);
        ui.watch(model.refused, this::refused);
    }

    private void search() {
        grid.set(false);
        search.open();
    }

    /// Where files are let go.
    public FileDrop fileDrop() { return drop; }

    /// What has to be received for it.
    public List<View> views() { return grid.get() ? List.of() : underlay.views(); }

    /// A teacher sees the pages from the beginning, where the window leaves room under a page.
    private void showPagesAtFirst(double height) {
        if (height <= 0 || arranged) return;
        arranged = true;
        if (model.moderates() && height >= ROOM_FOR_PAGES) ui.model.lesson.pagesShown.set(true);
    }

    /// Where something that is held at this place would come: between two pages of the strip, which shows it, or after the
    /// viewed page.
    /// @return the page before it; null for the first place
    public @Nullable PageId placeOf(double sceneX, double sceneY) {
        strip.unmark();
        if (strip.isVisible() && strip.contains(strip.sceneToLocal(sceneX, sceneY))) return strip.markFor(sceneX);
        var viewed = model.viewed.get();
        var pages = PageRow.ofAll(model);
        if (viewed != null && viewed.owner() == null) return viewed.id();
        return pages.isEmpty() ? null : pages.getLast().id();
    }

    /// Nothing is held over it any more.
    public void noPlace() { strip.unmark(); }

    private void tools() {
        var rail = new ToolRail(ui, surface, this::choosePicture);
        getChildren().add(rail);
        HBox.setMargin(rail, new Insets(0, 8, 0, 0));
        ui.onClose(heightProperty().subscribe(height -> rail.room(height.doubleValue())));
        ui.watch(grid, shown -> {
            rail.setVisible(!shown);
            rail.setManaged(!shown);
        });
    }

    private void openPrivate(Page page) {
        grid.set(false);
        model.lookAt(page.id());
    }

    /// When one's own page is handed out one gets to see it; when it is collected, the class's again.
    private void ownPage() {
        if (model.moderates()) return;
        var own = PageRow.own(model);
        var viewed = model.viewed.get();
        if (own != null && !own.collected() && !own.id().equals(ownSeen)) {
            ownSeen = own.id();
            model.lookAt(own.id());
        } else
            if (own != null && own.collected() && own.id().equals(ownSeen) && viewed != null
                    && viewed.id().equals(own.id())) {
                        ownSeen = null;
                        model.follow();
                    }
    }

    private void choosePicture() {
        var files = ui.dialogs.open(getScene().getWindow(), ui.text("board.picture"), ui.text("files.pictures"),
                PICTURES);
        surface.put(files);
    }

    private void refused(@Nullable String why) {
        if (why == null) return;
        ui.model.lesson.toasts.add(Notices.drawingRefused(why));
        model.refused.set(null);
    }

    private void tellOpen() {
        var open = new HashSet<>(inStrip);
        open.addAll(inGrid);
        model.alsoOpen(open);
    }

    /// Above the bar that is at the bottom already.
    private static Node above(Node bar) {
        StackPane.setMargin(bar, new Insets(0, 12, 58, 12));
        return bar;
    }

    private static Node at(javafx.scene.layout.Region node, Pos place) {
        StackPane.setAlignment(node, place);
        StackPane.setMargin(node, new Insets(12));
        return node;
    }
}
