package lectern.ui.board;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.transform.Affine;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Shape;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.tool.Viewport;
import org.jspecify.annotations.Nullable;

/// What is on the page, as tiles in the resolution of the screen. Panning moves them and adds those that come into view;
/// zooming shows them scaled, and when the zoom rests, those of the new zoom are painted behind them and take their place.
final class Tiles {
    private static final long REST_NS = 110_000_000; // between two notches of a wheel

    /// All tiles of one zoom.
    private static final class Level {
        final double zoom;
        final Group node = new Group();
        final Affine place = new Affine();
        final Map<Long, Tile> tiles = new HashMap<>();

        Level(double zoom) {
            this.zoom = zoom;
            node.setManaged(false);
            node.getTransforms().add(place);
        }

        /// @param pixel the size of a screen's pixel: tiles lie on whole ones, or they would be smeared
        void place(Viewport view, double pixel) {
            double scale = view.zoom() / zoom;
            double x = -view.x() * view.zoom(), y = -view.y() * view.zoom();
            if (scale == 1) {
                x = Math.rint(x / pixel) * pixel;
                y = Math.rint(y / pixel) * pixel;
            }
            place.setToTransform(scale, 0, x, 0, scale, y);
        }
    }

    final Group node = new Group();
    private final BoardPainter painter;
    private @Nullable Content content;
    private Viewport view = new Viewport(0, 0, 1, 1, 1);
    private double pixel = 1;
    private Level level = new Level(1);
    /// Of the zoom before, until the new one is whole.
    private @Nullable Level old;
    private boolean zooming;
    private long zoomedAtNs;

    Tiles(BoardPainter painter) {
        this.painter = painter;
        node.setManaged(false);
        node.getChildren().add(level.node);
    }

    /// Another page, or the same with everything on it different.
    void show(@Nullable Content next) {
        content = next;
        start(view.zoom());
    }

    /// The same page; what differs is said by [#soil] and [#append].
    void update(Content next) { content = next; }

    void view(Viewport next, double nextPixel, long nowNs) {
        if (next.zoom() != view.zoom()) {
            zooming = true;
            zoomedAtNs = nowNs;
        }
        view = next;
        pixel = nextPixel;
        level.place(view, pixel);
        if (old != null) old.place(view, pixel);
    }

    void soil(Bounds part) { each(tile -> tile.soil(part)); }

    /// A shape that lies above all others.
    void append(Shape shape) {
        if (content == null) return;
        var bounds = Bounds.of(shape);
        each(tile -> {
            if (tile.bounds.intersects(bounds) && !tile.append(shape, painter, content)) tile.soil(bounds);
        });
    }

    private void each(Consumer<Tile> deed) {
        level.tiles.values().forEach(deed);
        if (old != null) old.tiles.values().forEach(deed);
    }

    /// Paints about that much, what is in the middle first.
    /// @return whether there is more to be done
    boolean paint(int budget, long nowNs) {
        if (content == null) return false;
        if (zooming) {
            if (nowNs - zoomedAtNs < REST_NS) return true;
            rest();
        }
        int left = budget;
        for (var tile : visible(level)) {
            if (tile.isClean()) continue;
            if (left <= 0) return true;
            left -= tile.paint(left, painter, content);
            if (!tile.isClean()) return true;
        }
        if (old != null) {
            node.getChildren().remove(old.node);
            old = null;
        }
        return false;
    }

    /// Whether another zoom may still follow.
    boolean isZooming(long nowNs) { return zooming && nowNs - zoomedAtNs < REST_NS; }

    /// Whether all that is in view is painted, in its own zoom.
    boolean isWhole() {
        return content == null || !zooming && old == null && level.zoom == view.zoom()
                && visible(level).stream().allMatch(Tile::isClean);
    }

    /// Everything in view, now.
    void paintAll() {
        zooming = false;
        if (level.zoom != view.zoom()) start(view.zoom());
        while (paint(Integer.MAX_VALUE, 0)) {}
    }

    private void rest() {
        zooming = false;
        if (view.zoom() == level.zoom) return;
        // On a moving picture tiles are clear as glass: two of them would both be seen.
        var ground = content == null ? null : content.page().ground();
        boolean clear = ground instanceof Ground.Screen || ground instanceof Ground.Clip;
        var before = level;
        if (old != null) node.getChildren().remove(old.node);
        level = new Level(view.zoom());
        level.place(view, pixel);
        old = clear ? null : before;
        if (clear) node.getChildren().setAll(level.node);
        else node.getChildren().setAll(level.node, before.node);
    }

    private void start(double zoom) {
        old = null;
        zooming = false;
        level = new Level(zoom);
        level.place(view, pixel);
        node.getChildren().setAll(level.node);
    }

    /// From the middle outwards. Makes those that are missing and forgets those that are far away.
    private List<Tile> visible(Level level) {
        double side = Tile.SIZE / level.zoom;
        var region = view.region();
        int left = (int) Math.floor(region.x() / side), right = (int) Math.floor((region.x() + region.width()) / side);
        int top = (int) Math.floor(region.y() / side), bottom = (int) Math.floor((region.y() + region.height()) / side);
        for (int row = top; row <= bottom; row++)
            for (int column = left; column <= right; column++) {
                long key = (long) column << 32 | row & 0xffffffffL;
                if (level.tiles.containsKey(key)) continue;
                var tile = new Tile(column, row, level.zoom);
                level.tiles.put(key, tile);
                level.node.getChildren().add(tile.node);
            }
        var near = new Bounds((left - 1.5) * side, (top - 1.5) * side, (right + 2.5) * side, (bottom + 2.5) * side);
        level.tiles.values().removeIf(tile -> {
            if (near.contains(tile.bounds)) return false;
            level.node.getChildren().remove(tile.node);
            return true;
        });
        var seen = Bounds.of(region);
        double x = seen.centreX(), y = seen.centreY();
        return level.tiles.values().stream().filter(tile -> tile.bounds.intersects(seen)).sorted(Comparator
                .comparingDouble(tile -> Math.hypot(tile.bounds.centreX() - x, tile.bounds.centreY() - y))).toList();
    }
}
