package lectern.ui.board;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import lectern.protocol.board.Shape;
import lectern.whiteboard.Bounds;
import org.jspecify.annotations.Nullable;

/// A square of the content. What takes little is painted on what is seen, in the same frame. What takes long is painted on
/// a second canvas behind it, some shapes with each frame, which takes its place when it is whole.
final class Tile {
    static final double SIZE = 256; // a settled stroke touches few pixels; a full screen is some thirty of them
    private static final int AT_ONCE = 4_000; // in the painter's units: a few milliseconds

    /// On the page.
    final Bounds bounds;
    final Group node = new Group();
    private final double zoom;
    private @Nullable Canvas shown;
    /// What isn't as on the page any more; null when all is well.
    private @Nullable Bounds dirty;
    private @Nullable Canvas coming;
    private List<Shape> shapes = List.of();
    private int next;

    Tile(int column, int row, double zoom) {
        this.zoom = zoom;
        double side = SIZE / zoom;
        bounds = new Bounds(column * side, row * side, (column + 1) * side, (row + 1) * side);
        dirty = bounds;
        node.setManaged(false);
        node.relocate(column * SIZE, row * SIZE);
    }

    boolean isClean() { return dirty == null && coming == null; }

    boolean isEmpty() { return shown == null; }

    void soil(Bounds part) {
        if (!bounds.intersects(part)) return;
        dirty = dirty == null ? part : dirty.union(part);
        if (coming == null) return;
        // What is being painted behind is out of date: once more, from the beginning.
        node.getChildren().remove(coming);
        coming = null;
        dirty = bounds;
    }

    /// The shape lies above all others here: it is painted on what is there. False when that can't be done.
    boolean append(Shape shape, BoardPainter painter, Content content) {
        if (shown == null || !isClean() || content.page().curtain() != null) return false;
        var g = begin(shown, bounds);
        painter.paint(g, shape, content.isDark(), zoom);
        g.restore();
        return true;
    }

    /// Paints up to about that much.
    /// @return what it cost
    int paint(int budget, BoardPainter painter, Content content) {
        int spent = coming == null && dirty != null ? start(painter, content) : 0;
        if (coming == null) return spent;
        var g = coming.getGraphicsContext2D();
        while (next < shapes.size() && spent < budget)
            spent += painter.paint(g, shapes.get(next++), content.isDark(), zoom);
        if (next < shapes.size()) return spent;
        painter.paintCurtain(g, content);
        g.restore();
        shown = coming;
        coming = null;
        shapes = List.of();
        node.getChildren().setAll(shown);
        return spent;
    }

    private int start(BoardPainter painter, Content content) {
        var part = dirty == null ? bounds : wholePixels(dirty);
        dirty = null;
        shapes = content.in(part);
        int cost = 20;
        for (int i = 0; i < shapes.size() && cost <= AT_ONCE; i++) cost += BoardPainter.cost(shapes.get(i));
        if (cost > AT_ONCE) {
            if (!part.equals(bounds)) shapes = content.in(bounds);
            coming = new Canvas(SIZE, SIZE);
            node.getChildren().addFirst(coming);
            next = 0;
            painter.paintUnder(begin(coming, bounds), content, bounds, zoom);
            return 20;
        }
        if (shown == null) node.getChildren().add(shown = new Canvas(SIZE, SIZE));
        var g = begin(shown, part);
        g.clearRect(part.minX(), part.minY(), part.width(), part.height());
        painter.paintUnder(g, content, part, zoom);
        for (var shape : shapes) painter.paint(g, shape, content.isDark(), zoom);
        painter.paintCurtain(g, content);
        g.restore();
        shapes = List.of();
        return cost;
    }

    private GraphicsContext begin(Canvas canvas, Bounds part) {
        var g = canvas.getGraphicsContext2D();
        g.save();
        if (part != bounds) {
            // Whole numbers of pixels: any other clip costs a mask as large as the canvas.
            g.beginPath();
            g.rect(Math.rint((part.minX() - bounds.minX()) * zoom), Math.rint((part.minY() - bounds.minY()) * zoom),
                    Math.rint(part.width() * zoom), Math.rint(part.height() * zoom));
            g.clip();
        }
        g.setTransform(zoom, 0, 0, zoom, -bounds.minX() * zoom, -bounds.minY() * zoom);
        return g;
    }

    /// What is smoothed reaches into the next pixel.
    private Bounds wholePixels(Bounds part) {
        double left = Math.max(0, Math.floor((part.minX() - bounds.minX()) * zoom - 1));
        double top = Math.max(0, Math.floor((part.minY() - bounds.minY()) * zoom - 1));
        double right = Math.min(SIZE, Math.ceil((part.maxX() - bounds.minX()) * zoom + 1));
        double bottom = Math.min(SIZE, Math.ceil((part.maxY() - bounds.minY()) * zoom + 1));
        if (left == 0 && top == 0 && right == SIZE && bottom == SIZE) return bounds;
        return new Bounds(bounds.minX() + left / zoom, bounds.minY() + top / zoom, bounds.minX() + right / zoom,
                bounds.minY() + bottom / zoom);
    }
}
