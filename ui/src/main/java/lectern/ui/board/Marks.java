package lectern.ui.board;

import java.util.ArrayList;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import lectern.protocol.board.Point;
import lectern.protocol.board.Region;
import lectern.whiteboard.tool.SelectionBox;
import lectern.whiteboard.tool.SelectionBox.Handle;
import lectern.whiteboard.tool.Viewport;
import org.jspecify.annotations.Nullable;

/// What belongs to the person and not to the page: the box around what is selected, with its handles, and the rectangle
/// with which one selects.
final class Marks extends Group {
    private static final Color ACCENT = Color.web("#4b50dd");
    private static final double HANDLE = 9;

    private final Group selection = new Group();
    private final Rectangle marquee = new Rectangle();
    private final Circle eraser = new Circle();
    private @Nullable SelectionBox box;
    private @Nullable Region pulled;

    Marks() {
        setManaged(false);
        setMouseTransparent(true);
        marquee.setFill(ACCENT.deriveColor(0, 1, 1, 0.1));
        marquee.setStroke(ACCENT);
        marquee.setVisible(false);
        eraser.setFill(Color.gray(0.5, 0.12));
        eraser.setStroke(Color.gray(0.5, 0.9));
        eraser.setVisible(false);
        getChildren().addAll(selection, marquee, eraser);
    }

    void select(@Nullable SelectionBox next, Viewport view) {
        box = next;
        view(view);
    }

    void marquee(@Nullable Region next, Viewport view) {
        pulled = next;
        view(view);
    }

    /// How much an eraser would take, where the pointer is on the screen.
    void eraser(@Nullable Point at, double diameter) {
        eraser.setVisible(at != null);
        if (at == null) return;
        eraser.setCenterX(at.x());
        eraser.setCenterY(at.y());
        eraser.setRadius(diameter / 2);
    }

    void view(Viewport view) {
        marquee.setVisible(pulled != null);
        if (pulled != null) {
            marquee.setX(Math.rint(view.screenX(pulled.x())) + 0.5);
            marquee.setY(Math.rint(view.screenY(pulled.y())) + 0.5);
            marquee.setWidth(Math.rint(pulled.width() * view.zoom()));
            marquee.setHeight(Math.rint(pulled.height() * view.zoom()));
        }
        if (box == null) {
            selection.getChildren().clear();
            return;
        }
        var nodes = new ArrayList<Node>();
        var frame = new Polygon();
        for (var corner : box.corners()) frame.getPoints().addAll(view.screenX(corner.x()), view.screenY(corner.y()));
        frame.setFill(null);
        frame.setStroke(ACCENT);
        frame.setStrokeWidth(1.4);
        nodes.add(frame);
        double units = 1 / view.zoom();
        var top = box.at(Handle.NORTH, units);
        var turn = box.at(Handle.ROTATE, units);
        var stem = new Line(view.screenX(top.x()), view.screenY(top.y()), view.screenX(turn.x()),
                view.screenY(turn.y()));
        stem.setStroke(ACCENT);
        nodes.add(stem);
        for (var handle : Handle.values()) if (box.has(handle)) nodes.add(handle(handle, box, view));
        selection.getChildren().setAll(nodes);
    }

    private static Node handle(Handle handle, SelectionBox box, Viewport view) {
        var at = box.at(handle, 1 / view.zoom());
        double x = view.screenX(at.x()), y = view.screenY(at.y());
        if (handle == Handle.ROTATE) {
            var round = new Circle(x, y, HANDLE / 2 + 0.5, Color.WHITE);
            round.setStroke(ACCENT);
            round.setStrokeWidth(1.4);
            return round;
        }
        var square = new Rectangle(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
        square.setArcWidth(3);
        square.setArcHeight(3);
        square.setFill(Color.WHITE);
        square.setStroke(ACCENT);
        square.setStrokeWidth(1.4);
        square.setRotate(box.degrees());
        return square;
    }
}
