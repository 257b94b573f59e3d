package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Form.Path.Head;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.jspecify.annotations.Nullable;

/// A corner with each click; it ends with a click on the first corner, a double click or Enter. Delete takes the last corner
/// back, Shift makes steps of 15°. The first side may be pulled as a line is.
final class PolygonTool implements Tool {
    private static final double CLOSING_PIXELS = 10;
    private static final double SAME_PIXELS = 4;
    private final Desk desk;
    private final Clicks clicks = new Clicks();
    private final List<Point> corners = new ArrayList<>();
    private @Nullable ShapeId id;
    private double order;
    private boolean down;
    private Point pointer = new Point(0, 0);

    PolygonTool(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<ToolOutput> handle(PointerInput input) {
        return switch (input.kind()) {
            case DOWN -> press(input);
            case MOVE -> corners.isEmpty() || !down ? List.of() : preview(input);
            case HOVER -> corners.isEmpty() ? List.of() : preview(input);
            case UP -> down ? lift(input) : List.of();
            case CANCEL -> cancel();
            case LEAVE -> List.of();
        };
    }

    private List<ToolOutput> press(PointerInput input) {
        down = true;
        if (!corners.isEmpty()) return preview(input);
        id = desk.newId();
        order = desk.topOrder();
        corners.add(new Point(input.x(), input.y()));
        return List.of();
    }

    private List<ToolOutput> lift(PointerInput input) {
        down = false;
        boolean second = clicks.isSecond(input, desk.zoom());
        if (corners.isEmpty()) return List.of();
        Point at = stepped(input);
        if (corners.size() >= 3 && isNear(corners.getFirst(), new Point(input.x(), input.y()), CLOSING_PIXELS)
                || second && corners.size() >= 2)
            return finish();
        if (!isNear(corners.getLast(), at, SAME_PIXELS)) corners.add(at);
        return corners.size() == BoardLimits.PATH_POINTS ? finish() : preview(input);
    }

    private List<ToolOutput> preview(PointerInput input) {
        pointer = stepped(input);
        return List.of(preview());
    }

    private ToolOutput preview() {
        List<Point> all = new ArrayList<>(corners);
        if (!all.getLast().equals(pointer)) all.add(pointer);
        if (id == null || all.size() < 2) return new ToolOutput.NothingInHand();
        return new ToolOutput.Preview(List.of(shape(id, all, false)), Set.of());
    }

    private Point stepped(PointerInput input) {
        Point last = corners.getLast();
        return input.shift()
                ? Angles.stepped(last.x(), last.y(), input.x(), input.y())
                : new Point(input.x(), input.y());
    }

    private boolean isNear(Point a, Point b, double pixels) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y()) <= desk.units(pixels);
    }

    /// Two corners are a line; one is nothing.
    private List<ToolOutput> finish() {
        List<ToolOutput> out = new ArrayList<>();
        if (id != null && corners.size() >= 2) {
            Shape shape = shape(id, corners, corners.size() >= 3);
            out.add(new ToolOutput.Commit(List.of(new Change.Add(shape)), false));
        }
        out.addAll(cancel());
        return out;
    }

    private Shape shape(ShapeId made, List<Point> points, boolean closed) {
        Point first = points.getFirst();
        List<Point> relative = points.stream().map(p -> new Point(p.x() - first.x(), p.y() - first.y())).toList();
        var look = closed ? desk.style().area() : desk.style().line();
        return new Shape(made, order, Frame.at(first.x(), first.y()), look,
                new Form.Path(relative, closed, Head.NONE, Head.NONE));
    }

    @Override
    public List<ToolOutput> key(ToolKey key) {
        if (corners.isEmpty()) return List.of();
        return switch (key.key()) {
            case ESCAPE -> cancel();
            case ENTER -> finish();
            case DELETE -> {
                if (corners.size() == 1) yield cancel();
                corners.removeLast();
                yield List.of(preview());
            }
            case LEFT, RIGHT, UP, DOWN -> List.of();
        };
    }

    @Override
    public boolean isInHand() { return !corners.isEmpty(); }

    @Override
    public List<ToolOutput> cancel() {
        if (corners.isEmpty()) return List.of();
        corners.clear();
        clicks.forget();
        id = null;
        down = false;
        return List.of(new ToolOutput.NothingInHand());
    }

    @Override
    public ToolOutput.Cursor cursorAt(double x, double y) { return ToolOutput.Cursor.CROSS; }
}
