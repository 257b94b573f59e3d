package lectern.whiteboard.tool;

import java.util.List;
import java.util.Set;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Form.Path.Head;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.jspecify.annotations.Nullable;

/// What is drawn by pulling from one place to another: line, arrow, rectangle, ellipse. Shift makes steps of 15° and squares;
/// Alt pulls a rectangle or ellipse from its middle.
final class FormTool implements Tool {
    /// A click that trembles is no shape.
    private static final double SMALLEST_PIXELS = 4;
    private final Desk desk;
    private final Guide guide;
    private final ToolKind kind;
    private @Nullable Begun begun;

    private record Begun(ShapeId id, double order, Point from) {}

    FormTool(Desk desk, Guide guide, ToolKind kind) {
        this.desk = desk;
        this.guide = guide;
        this.kind = kind;
    }

    @Override
    public List<ToolOutput> handle(PointerInput input) {
        if (input.kind() == PointerInput.Kind.DOWN) {
            guide.begin();
            begun = new Begun(desk.newId(), desk.topOrder(), held(input));
            return List.of();
        }
        if (begun == null) return List.of();
        return switch (input.kind()) {
            case MOVE -> {
                Shape shape = shape(begun, input);
                yield shape == null
                        ? List.of(new ToolOutput.NothingInHand())
                        : List.of(new ToolOutput.Preview(List.of(shape), Set.of()));
            }
            case UP -> finish(shape(begun, input));
            case CANCEL -> cancel();
            case DOWN, HOVER, LEAVE -> List.of();
        };
    }

    private List<ToolOutput> finish(@Nullable Shape shape) {
        begun = null;
        if (shape == null) return List.of(new ToolOutput.NothingInHand());
        return List.of(new ToolOutput.Commit(List.of(new Change.Add(shape)), false), new ToolOutput.NothingInHand());
    }

    private Point held(PointerInput input) {
        return isLine() ? guide.hold(input.x(), input.y()) : new Point(input.x(), input.y());
    }

    private boolean isLine() { return kind == ToolKind.LINE || kind == ToolKind.ARROW; }

    /// Null where it is too small to be meant.
    private @Nullable Shape shape(Begun from, PointerInput input) {
        Point to = held(input);
        double far = Math.hypot(to.x() - from.from.x(), to.y() - from.from.y());
        if (far * desk.zoom() < SMALLEST_PIXELS) return null;
        return isLine()
                ? line(from, to, input.shift() && guide.edge() == null)
                : area(from, to, input.shift(), input.alt());
    }

    private Shape line(Begun from, Point pulled, boolean stepped) {
        Point start = from.from;
        Point to = stepped ? Angles.stepped(start.x(), start.y(), pulled.x(), pulled.y()) : pulled;
        var form = new Form.Path(List.of(new Point(0, 0), new Point(to.x() - start.x(), to.y() - start.y())), false,
                Head.NONE, kind == ToolKind.ARROW ? Head.ARROW : Head.NONE);
        return new Shape(from.id, from.order, Frame.at(start.x(), start.y()), desk.style().line(), form);
    }

    private Shape area(Begun from, Point to, boolean square, boolean fromMiddle) {
        double width = to.x() - from.from.x();
        double height = to.y() - from.from.y();
        if (square) {
            double side = Math.max(Math.abs(width), Math.abs(height));
            width = Math.copySign(side, width);
            height = Math.copySign(side, height);
        }
        double left = Math.min(from.from.x(), from.from.x() + width);
        double top = Math.min(from.from.y(), from.from.y() + height);
        width = Math.abs(width);
        height = Math.abs(height);
        if (fromMiddle) {
            left = from.from.x() - width;
            top = from.from.y() - height;
            width *= 2;
            height *= 2;
        }
        Look look = desk.style().area();
        Form form = kind == ToolKind.ELLIPSE ? new Form.Ellipse(width, height) : new Form.Rectangle(width, height);
        return new Shape(from.id, from.order, Frame.at(left, top), look, form);
    }

    @Override
    public boolean isInHand() { return begun != null; }

    @Override
    public List<ToolOutput> cancel() {
        if (begun == null) return List.of();
        begun = null;
        return List.of(new ToolOutput.NothingInHand());
    }

    @Override
    public ToolOutput.Cursor cursorAt(double x, double y) { return ToolOutput.Cursor.CROSS; }
}
