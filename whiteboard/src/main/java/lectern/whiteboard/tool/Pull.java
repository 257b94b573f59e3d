package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import lectern.protocol.ProtocolException;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Point;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Placing;
import lectern.whiteboard.tool.SelectionBox.Handle;
import lectern.whiteboard.tool.SelectionBox.Pulls;
import org.jspecify.annotations.Nullable;

/// A pointer that is down in the tool for selecting: where it began, on what, and what it has made of that by now.
final class Pull {
    /// A click that trembles moves nothing.
    private static final double STILL_PIXELS = 3;
    private final Desk desk;
    final PointerInput from;
    final @Nullable Handle handle;
    final @Nullable Shape hit;
    final Set<ShapeId> selectedBefore;
    private final boolean marquee;
    private List<Shape> start;
    private final @Nullable SelectionBox box;
    private List<Shape> copies = List.of();
    private List<Shape> now = List.of();
    private boolean copy;
    private boolean moved;

    Pull(Desk desk, PointerInput from, @Nullable Handle handle, @Nullable Shape hit, boolean marquee,
            Set<ShapeId> selectedBefore, Selection start) {
        this.desk = desk;
        this.from = from;
        this.handle = handle;
        this.hit = hit;
        this.marquee = marquee;
        this.selectedBefore = selectedBefore;
        this.start = start.shapes();
        box = start.box();
    }

    boolean isMarquee() { return marquee; }

    boolean isCopy() { return copy; }

    boolean hasMoved() { return moved; }

    /// Whether it is more than a tremble, or was once.
    boolean moves(PointerInput input) {
        if (input.distanceTo(from.x(), from.y()) * desk.zoom() >= STILL_PIXELS) moved = true;
        return moved;
    }

    /// The shapes as they would be if it ended now.
    List<Shape> now() { return now; }

    Region rectangle(PointerInput input) {
        return new Region(Math.min(from.x(), input.x()), Math.min(from.y(), input.y()), Math.abs(input.x() - from.x()),
                Math.abs(input.y() - from.y()));
    }

    /// Only these are still on the page.
    void keep(Predicate<Shape> there) {
        start = start.stream().filter(there).toList();
        if (!copy) now = now.stream().filter(there).toList();
    }

    /// Makes [#now] what it is when the pointer is there.
    ///
    /// @return the box around it; null when nothing came of it
    @Nullable
    SelectionBox to(PointerInput input) {
        if (start.isEmpty() || box == null) return null;
        try {
            if (handle != null && handle.isSide()) {
                Form form = start.getFirst().form();
                if (box.pulls() == Pulls.TEXT && form instanceof Form.Text text)
                    return widened(input, text, handle, box);
                if (box.pulls() == Pulls.ENDS && form instanceof Form.Path line) return stretched(input, line, handle);
            }
            Transform transform = transform(input, box);
            copy = handle == null && input.alt();
            if (copy && copies.isEmpty()) copies = Arrange.copies(desk, start, new Transform.Move(0, 0));
            List<Shape> next = new ArrayList<>(start.size());
            for (Shape shape : copy ? copies : start) next.add(shape.withFrame(transform.of(shape.frame())));
            now = List.copyOf(next);
            return transform.of(box);
        } catch (ProtocolException _) {
            // Farther or larger than a shape may be: all stays as it was last.
            return null;
        }
    }

    private Transform transform(PointerInput input, SelectionBox around) {
        if (handle == null) {
            double dx = input.x() - from.x();
            double dy = input.y() - from.y();
            if (!input.shift()) return new Transform.Move(dx, dy);
            return Math.abs(dx) < Math.abs(dy) ? new Transform.Move(0, dy) : new Transform.Move(dx, 0);
        }
        if (handle == Handle.ROTATE) {
            double degrees = Angles.between(around.x(), around.y(), from.x(), from.y(), input.x(), input.y());
            if (input.shift()) degrees = Angles.snap(around.degrees() + degrees) - around.degrees();
            return new Transform.Turn(around.x(), around.y(), degrees);
        }
        boolean even = input.shift() || around.pulls() == Pulls.EVEN
                || start.stream().anyMatch(Selection::keepsRatio);
        return Resize.of(around, handle, from.x(), from.y(), input.x(), input.y(), even, input.alt());
    }

    /// A text that is pulled at its side breaks its lines elsewhere; its letters stay as large.
    private SelectionBox widened(PointerInput input, Form.Text text, Handle side, SelectionBox around) {
        Shape shape = start.getFirst();
        Frame frame = shape.frame();
        Point pulled = Angles.turned(0, 0, -around.degrees(), input.x() - from.x(), input.y() - from.y());
        double width = Math.max(text.size(), text.width() + side.across * pulled.x() / Math.abs(frame.scaleX()));
        var broken = new Form.Text(text.text(), width, text.height(), text.size(), text.bold());
        var form = new Form.Text(text.text(), width, desk.heightOf(broken), text.size(), text.bold());
        // What is opposite of the side stays where it is.
        boolean atOrigin = side == Handle.WEST == frame.scaleX() > 0;
        double shift = atOrigin ? (text.width() - width) * frame.scaleX() : 0;
        Point at = Angles.turned(frame.x(), frame.y(), frame.rotation(), shift, 0);
        Frame moved = new Frame(at.x(), at.y(), frame.rotation(), frame.scaleX(), frame.scaleY());
        Shape next = shape.withForm(form).withFrame(moved);
        now = List.of(next);
        return Objects.requireNonNull(Selection.of(now).box());
    }

    /// One end of a line goes with the pointer, the other stays.
    private SelectionBox stretched(PointerInput input, Form.Path line, Handle end) {
        Shape shape = start.getFirst();
        var placing = new Placing(shape.frame());
        boolean first = end == Handle.WEST;
        Point old = first ? line.points().getFirst() : line.points().getLast();
        Point other = first ? line.points().getLast() : line.points().getFirst();
        double x = placing.x(old.x(), old.y()) + input.x() - from.x();
        double y = placing.y(old.x(), old.y()) + input.y() - from.y();
        Point to = input.shift()
                ? Angles.stepped(placing.x(other.x(), other.y()), placing.y(other.x(), other.y()), x, y)
                : new Point(x, y);
        Point moved = new Point(placing.formX(to.x(), to.y()), placing.formY(to.x(), to.y()));
        now = List.of(shape.withForm(new Form.Path(first ? List.of(moved, other) : List.of(other, moved),
                line.closed(), line.start(), line.end())));
        return Objects.requireNonNull(Selection.of(now).box());
    }

    List<Change> changes() {
        if (copy) return Arrange.adds(now);
        Map<ShapeId, Shape> before = new HashMap<>();
        for (Shape shape : start) before.put(shape.id(), shape);
        List<Change> changes = new ArrayList<>();
        for (Shape next : now) {
            Shape was = before.get(next.id());
            Shape there = desk.sheet().find(next.id());
            if (was == null || there == null || !desk.mayChange(there)) continue;
            Frame frame = next.frame().equals(was.frame()) ? null : next.frame();
            Form form = next.form().equals(was.form()) ? null : next.form();
            if (frame != null || form != null) changes.add(new Change.Set(next.id(), null, frame, null, form));
        }
        return changes;
    }
}
