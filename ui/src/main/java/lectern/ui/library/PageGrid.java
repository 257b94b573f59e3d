package lectern.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import lectern.ui.model.Prepared.Use;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;

/// The pages of a file side by side, of which some are picked. Pictures come for those that are seen.
final class PageGrid extends ScrollPane {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final double WIDTH = 118, HEIGHT = 104, GAP = 8;
    private static final double CELL_HEIGHT = HEIGHT + 38;
    private static final int COLUMNS = 5;

    private final Ui ui;
    private final Path file;
    private final IntFunction<Use> use;
    private final Runnable onPicked;
    private final boolean several;
    private final TilePane tiles = new TilePane(GAP, GAP);
    private final List<Cell> cells = new ArrayList<>();
    private final Picked picked = new Picked();

    /// @param use     how a page comes to the board, for its looks
    /// @param several whether more than one may be picked
    PageGrid(Ui ui, Path file, int pages, IntFunction<Use> use, boolean several, Runnable onPicked) {
        this.ui = ui;
        this.file = file;
        this.use = use;
        this.several = several;
        this.onPicked = onPicked;
        getStyleClass().addAll("page-grid", "edge-to-edge");
        setId("page-grid");
        setContent(tiles);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        tiles.setPrefColumns(COLUMNS);
        tiles.setPrefTileHeight(CELL_HEIGHT);
        for (int page = 0; page < pages; page++) cells.add(new Cell(page));
        tiles.getChildren().setAll(cells);
        setPrefViewportWidth(COLUMNS * (WIDTH + 8 + GAP) + 8);
        setPrefViewportHeight(Math.min(3, (pages + COLUMNS - 1) / COLUMNS) * (CELL_HEIGHT + GAP));
        vvalueProperty().subscribe(this::look);
        viewportBoundsProperty().subscribe(this::look);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        if (pages > 0) picked.only(0);
        showUses();
    }

    Set<Integer> picked() { return picked.all(); }

    /// Their looks have changed.
    void showUses() { cells.forEach(Cell::show); }

    void forget() { cells.forEach(cell -> cell.cover.forget()); }

    private void pressed(KeyEvent event) {
        int lead = Math.max(0, picked.lead());
        int columns = Math.max(1, (int) ((tiles.getWidth() + GAP) / (WIDTH + 8 + GAP)));
        int to = switch (event.getCode()) {
            case LEFT -> lead - 1;
            case RIGHT -> lead + 1;
            case UP -> lead - columns;
            case DOWN -> lead + columns;
            case HOME -> 0;
            case END -> cells.size() - 1;
            case A -> {
                if (!event.isShortcutDown() || !several) yield Integer.MIN_VALUE;
                picked.everything(cells.size());
                yield lead;
            }
            default -> Integer.MIN_VALUE;
        };
        if (to == Integer.MIN_VALUE) return;
        event.consume();
        if (to != lead) pick(Math.clamp(to, 0, cells.size() - 1), false, event.isShiftDown());
        else tell();
    }

    private void pick(int page, boolean oneMore, boolean range) {
        picked.click(page, oneMore && several, range && several);
        reveal(page);
        tell();
    }

    private void tell() {
        showUses();
        onPicked.run();
    }

    private void reveal(int page) {
        double all = tiles.getHeight(), seen = getViewportBounds().getHeight();
        if (all <= seen) return;
        var cell = cells.get(page).getBoundsInParent();
        double top = getVvalue() * (all - seen);
        if (cell.getMinY() < top) setVvalue(cell.getMinY() / (all - seen));
        else if (cell.getMaxY() > top + seen) setVvalue((cell.getMaxY() - seen) / (all - seen));
    }

    /// Asks for the pictures that are seen and those right above and below.
    private void look() {
        double seen = getViewportBounds().getHeight(), top = getVvalue() * Math.max(0, tiles.getHeight() - seen);
        for (var cell : cells) {
            var at = cell.getBoundsInParent();
            boolean near = at.getHeight() <= 0
                    ? cell.page < 3 * COLUMNS
                    : at.getMaxY() > top - CELL_HEIGHT && at.getMinY() < top + seen + CELL_HEIGHT;
            cell.near(near);
        }
    }

    private final class Cell extends VBox {
        private final int page;
        private final Cover cover = new Cover(ui, WIDTH, HEIGHT);
        private final Label label = new Label();
        private final StackPane mark = new StackPane();
        private boolean asked;

        Cell(int page) {
            super(4);
            this.page = page;
            setId("page-" + page);
            getStyleClass().add("page-choice");
            setAlignment(Pos.TOP_CENTER);
            mark.getStyleClass().add("page-mark");
            mark.setMouseTransparent(true);
            label.getStyleClass().addAll("small", "page-name");
            getChildren().addAll(new StackPane(cover, mark), label);
            setOnMouseClicked(event -> {
                PageGrid.this.requestFocus();
                pick(page, event.isShortcutDown(), event.isShiftDown());
            });
        }

        void near(boolean near) {
            if (near == asked) return;
            asked = near;
            if (near) cover.page(file, page);
            else cover.forget();
        }

        void show() {
            var now = use.apply(page);
            pseudoClassStateChanged(PICKED, picked.has(page));
            getStyleClass().removeAll("page-hidden", "page-out");
            mark.getChildren().clear();
            switch (now) {
                case SHOWN -> {
                }
                case HIDDEN -> {
                    getStyleClass().add("page-hidden");
                    mark.getChildren().add(Icon.HIDE.node());
                }
                case LEFT_OUT -> {
                    getStyleClass().add("page-out");
                    mark.getChildren().add(Icon.CLOSE.node());
                }
            }
            mark.setVisible(now != Use.SHOWN);
            label.setText(now == Use.SHOWN
                    ? Integer.toString(page + 1)
                    : ui.text(now == Use.HIDDEN ? "library.page.hidden" : "library.page.out", page + 1));
            setAccessibleText(label.getText());
        }
    }
}
