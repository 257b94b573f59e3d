package lectern.ui.board;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import lectern.protocol.board.Shape;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.tool.Viewport;
import org.jspecify.annotations.Nullable;

/// Shapes that aren't on the page yet, over it: on a canvas no larger than they are and no larger than what is in view.
/// Shapes that only moved since they were painted are moved as a picture.
final class ShapesInHand extends Group {
    private static final double STEP = 64; // a canvas of another size is a new one, so it grows by this
    private static final int MANY = 40; // fewer are painted faster than compared

    private final BoardPainter painter;
    private @Nullable Canvas canvas;
    private List<Shape> painted = List.of();
    private @Nullable Viewport paintedIn;
    private boolean whole;

    ShapesInHand(BoardPainter painter) {
        this.painter = painter;
        setManaged(false);
        setMouseTransparent(true);
    }

    boolean isEmpty() { return canvas == null; }

    void clear() {
        getChildren().clear();
        canvas = null;
        painted = List.of();
        paintedIn = null;
    }

    void show(List<Shape> shapes, boolean dark, Viewport view) {
        if (shapes.isEmpty()) {
            clear();
            return;
        }
        if (whole && view.equals(paintedIn) && moved(shapes, view)) return;
        Bounds all = Bounds.of(shapes.getFirst());
        for (var shape : shapes) all = all.union(Bounds.of(shape));
        double wantedLeft = Math.floor(view.screenX(all.minX())) - 2,
                wantedTop = Math.floor(view.screenY(all.minY())) - 2;
        double wantedRight = view.screenX(all.maxX()) + 2, wantedBottom = view.screenY(all.maxY()) + 2;
        double left = Math.max(0, wantedLeft), top = Math.max(0, wantedTop);
        double width = stepped(Math.min(view.width(), wantedRight) - left, view.width());
        double height = stepped(Math.min(view.height(), wantedBottom) - top, view.height());
        whole = left == wantedLeft && top == wantedTop && wantedRight <= view.width() && wantedBottom <= view.height();
        if (canvas == null || canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas = new Canvas(width, height);
            getChildren().setAll(canvas);
        }
        canvas.relocate(left, top);
        setTranslateX(0);
        setTranslateY(0);
        var g = canvas.getGraphicsContext2D();
        g.save();
        g.clearRect(0, 0, width, height);
        g.setTransform(view.zoom(), 0, 0, view.zoom(), -view.x() * view.zoom() - left, -view.y() * view.zoom() - top);
        for (var shape : shapes) painter.paint(g, shape, dark, view.zoom());
        g.restore();
        painted = shapes;
        paintedIn = view;
    }

    private boolean moved(List<Shape> shapes, Viewport view) {
        if (shapes.size() < MANY || shapes.size() != painted.size()) return false;
        double dx = shapes.getFirst().frame().x() - painted.getFirst().frame().x();
        double dy = shapes.getFirst().frame().y() - painted.getFirst().frame().y();
        for (int i = 0; i < shapes.size(); i++) {
            Shape now = shapes.get(i), then = painted.get(i);
            var a = now.frame();
            var b = then.frame();
            boolean same = now.form() == then.form() && now.look().equals(then.look()) && a.rotation() == b.rotation()
                    && a.scaleX() == b.scaleX() && a.scaleY() == b.scaleY();
            if (!same || Math.abs(a.x() - b.x() - dx) > 1e-6 || Math.abs(a.y() - b.y() - dy) > 1e-6) return false;
        }
        setTranslateX(Math.rint(dx * view.zoom()));
        setTranslateY(Math.rint(dy * view.zoom()));
        return true;
    }

    private static double stepped(double length, double most) {
        return Math.max(1, Math.min(Math.ceil(length / STEP) * STEP, Math.ceil(most)));
    }
}
