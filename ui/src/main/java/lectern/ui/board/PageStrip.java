package lectern.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.ui.model.BoardModel;
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
        ui.watchAll(this::show, model.pages, model.current, model.viewed);
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
        for (var id : gone) thumbnails.forget(Objects.requireNonNull(cells.remove(id)).thumb);
        if (model.moderates()) shown.add(add());
        shown.add(gap);
        row.getChildren().setAll(shown);
        visible();
    }

    private PageCell cell(Page page) {
        var cell = new PageCell(ui, page, thumbnails.make(page, PageCell.WIDTH, PageCell.HEIGHT),
                next -> verbs.go(next.id()));
        cell.setOnContextMenuRequested(event -> {
            menu.of(cell.page()).show(cell, event.getScreenX(), event.getScreenY());
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
            if (target >= 0) verbs.move(cell.page(), target);
        });
    }

    /// Where the dragged page would come to stand, were it let go now.
    private void mark(double middle) {
        var others = PageRow.ofAll(model).stream().map(page -> cells.get(page.id()))
                .filter(cell -> cell != null && cell != dragged).toList();
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
