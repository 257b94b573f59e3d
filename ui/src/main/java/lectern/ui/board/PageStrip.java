package lectern.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.ui.model.BoardModel;
import lectern.ui.model.MaterialsModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// The pages in a row, under the board. Who moderates turns the class by a click and reorders by dragging; anybody else
/// looks around.
final class PageStrip extends ScrollPane {
    static final double HEIGHT = 116;
    private static final double SPACING = 6;

    private final Ui ui;
    private final BoardModel model;
    private final PageVerbs verbs;
    private final PageMenu menu;
    private final Thumbnails thumbnails;
    private final Consumer<Set<PageId>> onVisible;
    private final HBox row = new HBox(SPACING);
    private final Region gap = new Region();
    private final Map<PageId, PageCell> cells = new HashMap<>();
    /// By who moderates, to do something with several at once.
    private final Set<PageId> chosen = new HashSet<>();
    /// The page that was clicked last.
    private @Nullable PageId from;
    private @Nullable PageCell dragged;
    private double grabX;
    private int target = -1;

    /// @param onVisible hears which pages are seen, as they have to be open to be painted
    PageStrip(Ui ui, PageVerbs verbs, PageMenu menu, Thumbnails thumbnails, Consumer<Set<PageId>> onVisible) {
        this.ui = ui;
        this.verbs = verbs;
        this.menu = menu;
        this.thumbnails = thumbnails;
        this.onVisible = onVisible;
        model = ui.model.lesson.board;
        setId("pages-strip");
        getStyleClass().addAll("page-strip", "edge-to-edge");
        setContent(row);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("page-row");
        gap.getStyleClass().add("page-gap");
        gap.setManaged(false);
        gap.setVisible(false);
        setHbarPolicy(ScrollBarPolicy.AS_NEEDED);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFitToHeight(true);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setFocusTraversable(false);
        ui.watchSeen(this, this::show, model.pages, model.current, model.viewed, ui.model.lesson.materials.outlines);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        hvalueProperty().subscribe(this::visible);
        viewportBoundsProperty().subscribe(this::visible);
        visibleProperty().subscribe(this::visible);
    }

    private void show() {
        var pages = new ArrayList<>(PageRow.ofAll(model));
        var own = PageRow.own(model);
        if (own != null) pages.add(own);
        var gone = new HashSet<>(cells.keySet());
        var shown = new ArrayList<Node>();
        for (var page : pages) {
            gone.remove(page.id());
            var cell = cells.computeIfAbsent(page.id(), _ -> cell(page));
            thumbnails.show(cell.thumb, page);
            var viewed = model.viewed.get();
            cell.show(page, page.id().equals(model.current.get()), viewed != null && viewed.id().equals(page.id()));
            shown.add(cell);
        }
        chosen.retainAll(pages.stream().map(Page::id).collect(Collectors.toSet()));
        group(pages);
        showChosen();
        for (var id : gone) thumbnails.forget(Objects.requireNonNull(cells.remove(id)).thumb);
        if (model.moderates()) shown.add(add());
        shown.add(gap);
        row.getChildren().setAll(shown);
        visible();
    }

    private PageCell cell(Page page) {
        var cell = new PageCell(ui, page, thumbnails.make(page, PageCell.WIDTH, PageCell.HEIGHT),
                next -> verbs.go(next.id()));
        if (model.moderates() && page.owner() == null)
            cell.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> choose(cell.page(), event));
        cell.setOnContextMenuRequested(event -> {
            var pages = chosen.contains(cell.page().id()) ? chosen() : List.<Page>of();
            (pages.size() > 1 ? menu.of(pages) : menu.of(cell.page())).show(cell, event.getScreenX(),
                    event.getScreenY());
            event.consume();
        });
        if (model.moderates() && page.owner() == null) draggable(cell);
        return cell;
    }

    private Node add() {
        var kept = row.getChildren().stream().filter(MenuButton.class::isInstance).findFirst();
        if (kept.isPresent()) return kept.get();
        var add = new MenuButton(null, Icon.PLUS.node());
        add.setId("page-add");
        add.getStyleClass().setAll("page-add", "menu-button");
        Keys.name(add, ui.text("page.add"));
        add.getItems().setAll(menu.grounds("add", verbs::add));
        return add;
    }

    private void draggable(PageCell cell) {
        cell.setOnMousePressed(event -> grabX = event.getSceneX());
        cell.setOnMouseDragged(event -> {
            double by = event.getSceneX() - grabX;
            if (dragged == null && Math.abs(by) < 8) return;
            dragged = cell;
            cell.setTranslateX(by);
            cell.setViewOrder(-1);
            mark(cell.getLayoutX() + cell.getWidth() / 2 + by);
            event.consume();
        });
        cell.setOnMouseReleased(_ -> {
            if (dragged == null) return;
            cell.setTranslateX(0);
            cell.setViewOrder(0);
            dragged = null;
            gap.setVisible(false);
            if (target >= 0) verbs.move(carried(cell), target);
        });
    }

    /// Where the dragged page would come to stand, were it let go now.
    private void mark(double middle) {
        var others = PageRow.ofAll(model).stream().map(page -> cells.get(page.id()))
                .filter(cell -> cell != null && (dragged == null || !carried(dragged).contains(cell.page()))).toList();
        int index = 0;
        while (index < others.size() && others.get(index).getLayoutX() + others.get(index).getWidth() / 2 < middle)
            index++;
        target = index;
        double x = index < others.size()
                ? others.get(index).getLayoutX() - SPACING / 2
                : others.isEmpty() ? 0 : others.getLast().getLayoutX() + others.getLast().getWidth() + SPACING / 2;
        gap.resizeRelocate(x - 1.5, 8, 3, row.getHeight() - 16);
        gap.setVisible(true);
    }

    /// Shows where something new would come to stand.
    /// @return the page before it; null for the first place
    @Nullable
    PageId markFor(double sceneX) {
        mark(row.sceneToLocal(sceneX, 0).getX());
        var pages = PageRow.ofAll(model);
        return target <= 0 || target > pages.size() ? null : pages.get(target - 1).id();
    }

    void unmark() {
        gap.setVisible(false);
        target = -1;
    }

    /// What goes along with a dragged page.
    private List<Page> carried(PageCell cell) {
        return chosen.contains(cell.page().id()) ? chosen() : List.of(cell.page());
    }

    /// In their order.
    private List<Page> chosen() {
        return PageRow.ofAll(model).stream().filter(page -> chosen.contains(page.id())).toList();
    }

    /// With the shortcut key one more or one less, with shift all from the one before; otherwise none.
    private void choose(Page page, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) return;
        if (!event.isShortcutDown() && !event.isShiftDown()) {
            chosen.clear();
            from = page.id();
            showChosen();
            return;
        }
        event.consume();
        var pages = PageRow.ofAll(model);
        var viewed = model.viewed.get();
        int here = PageRow.indexOf(pages, page.id());
        int there = PageRow.indexOf(pages, from != null ? from : viewed == null ? null : viewed.id());
        if (event.isShiftDown() && there >= 0) {
            chosen.clear();
            pages.subList(Math.min(here, there), Math.max(here, there) + 1).forEach(it -> chosen.add(it.id()));
        } else {
            from = page.id();
            if (!chosen.remove(page.id())) chosen.add(page.id());
        }
        showChosen();
    }

    private void showChosen() { cells.forEach((id, cell) -> cell.chosen(chosen.contains(id))); }

    private void key(KeyEvent event) {
        if (!model.moderates()) return;
        if (event.getCode() == KeyCode.ESCAPE && !chosen.isEmpty()) {
            chosen.clear();
            showChosen();
        } else if (event.getCode() == KeyCode.DELETE && !chosen.isEmpty()) verbs.delete(chosen());
        else return;
        event.consume();
    }

    /// The steps of one slide stand close together.
    private void group(List<Page> pages) {
        var materials = ui.model.lesson.materials;
        for (int i = 0; i < pages.size(); i++) {
            var cell = cells.get(pages.get(i).id());
            if (cell == null) continue;
            boolean goesOn = i > 0 && isStep(pages.get(i - 1), pages.get(i), materials);
            boolean hasMore = i + 1 < pages.size() && isStep(pages.get(i), pages.get(i + 1), materials);
            cell.step(goesOn, hasMore);
            HBox.setMargin(cell, goesOn ? new Insets(0, 0, 0, -SPACING) : Insets.EMPTY);
        }
    }

    private static boolean isStep(Page before, Page page, MaterialsModel materials) {
        var one = materials.of(before);
        var next = materials.of(page);
        return one != null && next != null && next.slide() == one.slide() && next.step() > one.step()
                && before.ground() instanceof Ground.Document a && page.ground() instanceof Ground.Document b
                && a.document().equals(b.document());
    }

    private void visible() {
        var seen = new HashSet<PageId>();
        if (isVisible()) {
            double hidden = Math.max(0, row.getWidth() - getViewportBounds().getWidth());
            double left = getHvalue() * hidden, right = left + getViewportBounds().getWidth();
            cells.forEach((id, cell) -> {
                boolean in = cell.getWidth() <= 0
                        || cell.getLayoutX() < right && cell.getLayoutX() + cell.getWidth() > left;
                cell.thumb.inView(in);
                if (in) seen.add(id);
            });
            thumbnails.wake();
        } else cells.values().forEach(cell -> cell.thumb.inView(false));
        onVisible.accept(seen);
    }
}
