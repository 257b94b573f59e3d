package lectern.ui.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import lectern.ui.model.Person;
import lectern.ui.model.View;
import lectern.ui.part.Ui;

/// Everybody who may be seen and isn't on the stage, at the left; scrolls when they are many. A tile lives as long as its
/// person is in the column, so a picture never blinks because somebody else came or went.
final class TileColumn extends ScrollPane {
    private static final double MARGIN = 12;
    private static final double SCROLL_BAR = 12; // 8 of the style sheet, and some air

    private final Ui ui;
    private final Runnable onViewsChanged;
    private final Map<String, VideoTile> tiles = new HashMap<>();
    private final Pane content = new Pane() {
        @Override
        protected void layoutChildren() { place(); }
    };
    private double windowWidth = 1280;

    TileColumn(Ui ui, Runnable onViewsChanged) {
        this.ui = ui;
        this.onViewsChanged = onViewsChanged;
        getStyleClass().addAll("tile-column", "edge-to-edge");
        setContent(content);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollBarPolicy.AS_NEEDED);
        setFitToWidth(true);
        setPadding(new Insets(0));
        setFocusTraversable(false);
        vvalueProperty().subscribe(this::showVisible);
        viewportBoundsProperty().subscribe(() -> {
            content.requestLayout();
            fit();
        });
        ui.onClose(() -> tiles.values().forEach(VideoTile::close));
    }

    void windowWidth(double width) {
        windowWidth = width;
        fit();
    }

    /// In this order from the top.
    void show(List<Person> people) {
        var gone = new ArrayList<>(tiles.keySet());
        var shown = new ArrayList<VideoTile>();
        for (var person : people) {
            gone.remove(person.id);
            var tile = tiles.get(person.id);
            if (tile == null || tile.person != person) {
                if (tile != null) tile.close();
                tile = new VideoTile(ui, person);
                tiles.put(person.id, tile);
            }
            shown.add(tile);
        }
        for (var id : gone) Objects.requireNonNull(tiles.remove(id)).close();
        if (content.getChildren().equals(shown)) return;
        content.getChildren().setAll(shown);
        fit();
    }

    List<View> views() {
        return content.getChildren().stream().map(tile -> ((VideoTile) tile).view()).filter(Objects::nonNull).toList();
    }

    private TileGrid grid() {
        return TileGrid.of(content.getChildren().size(), windowWidth, getHeight() - 2 * MARGIN);
    }

    private void fit() {
        var grid = grid();
        int count = content.getChildren().size();
        content.setPrefHeight(grid.contentHeight(count) + 2 * MARGIN);
        boolean scrolls = content.getPrefHeight() > getHeight() && getHeight() > 0;
        double width = MARGIN + grid.contentWidth() + (scrolls ? SCROLL_BAR : 0);
        setVisible(count > 0);
        setManaged(count > 0);
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        content.requestLayout();
    }

    private void place() {
        var grid = grid();
        int index = 0;
        for (var tile : content.getChildren()) {
            tile.resizeRelocate(snapPositionX(MARGIN + grid.x(index)), snapPositionY(MARGIN + grid.y(index)),
                    snapSizeX(grid.tileWidth()), snapSizeY(grid.tileHeight()));
            index++;
        }
        showVisible();
    }

    private void showVisible() {
        var port = getViewportBounds();
        double hidden = Math.max(0, content.getHeight() - port.getHeight());
        double top = getVvalue() * hidden, bottom = top + port.getHeight();
        for (var node : content.getChildren()) {
            var tile = (VideoTile) node;
            tile.inView(tile.getLayoutY() < bottom && tile.getLayoutY() + tile.getHeight() > top);
        }
        onViewsChanged.run();
    }
}
