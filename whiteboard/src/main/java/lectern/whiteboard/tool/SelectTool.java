package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.protocol.ProtocolException;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Point;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.tool.SelectionBox.Handle;
import lectern.whiteboard.tool.ToolOutput.Cursor;
import org.jspecify.annotations.Nullable;

/// Selects, moves, resizes, turns. A click selects what is topmost, with Shift more or less of it; a pull on nothing selects
/// what it encloses (Alt: touches), on a shape it moves (Alt: a copy; Shift: straight), on a handle it resizes (Shift: keeps the
/// ratio; Alt: about the middle) or turns (Shift: by 15°). Only what one may change can be selected.
final class SelectTool implements Tool {
    private static final double HIT_PIXELS = 5;
    private static final double HANDLE_PIXELS = 8;
    private static final double FINGER_PIXELS = 16;
    /// A click that trembles moves nothing.
    private static final double STILL_PIXELS = 3;
    private final Desk desk;
    private final Clicks clicks = new Clicks();
    private Selection selection = Selection.NOTHING;
    private @Nullable Pull pull;
    private boolean nudging;

    /// What a pointer that is down does. `moved` when it has gone farther than a tremble; then `now` is what would be committed.
    private static final class Pull {
        final PointerInput from;
        final @Nullable Handle handle;
        final @Nullable Shape hit;
        final boolean marquee;
        /// Selected before a marquee with Shift, or before the click.
        final Set<ShapeId> before;
        boolean moved;
        boolean copy;
        List<Shape> start;
        List<Shape> copies = List.of();
        List<Shape> now = List.of();

        Pull(PointerInput from, @Nullable Handle handle, @Nullable Shape hit, boolean marquee, Set<ShapeId> before,
                List<Shape> start) {
            this.from = from;
            this.handle = handle;
            this.hit = hit;
            this.marquee = marquee;
            this.before = before;
            this.start = start;
        }
    }

    SelectTool(Desk desk) {
        this.desk = desk;
    }

    Selection selection() { return selection; }

    @Override
    public List<ToolOutput> handle(PointerInput input) {
        Pull held = pull;
        return switch (input.kind()) {
            case DOWN -> press(input);
            case MOVE -> held == null ? List.of() : drag(held, input);
            case UP -> held == null ? List.of() : lift(held, input);
            case CANCEL -> cancel();
            case HOVER, LEAVE -> List.of();
        };
    }

    private List<ToolOutput> press(PointerInput input) {
        nudging = false;
        Handle handle = handleAt(input);
        Set<ShapeId> before = selection.ids();
        if (handle != null) {
            pull = new Pull(input, handle, null, false, before, selection.shapes());
            return List.of();
        }
        Shape hit = Pick.topAt(desk, input.x(), input.y(), desk.units(HIT_PIXELS));
        SelectionBox box = selection.box();
        boolean inBox = box != null && box.contains(input.x(), input.y(), 0) && !input.shift();
        boolean marquee = hit == null && !inBox;
        List<ToolOutput> out = List.of();
        if (hit != null && !selection.has(hit.id()) && !(inBox && selection.shapes().size() > 1))
            out = select(input.shift() ? with(before, hit.id()) : Set.of(hit.id()));
        else
            if (marquee && !input.shift()) out = select(Set.of());
        pull = new Pull(input, null, hit, marquee, before, selection.shapes());
        return out;
    }

    private @Nullable Handle handleAt(PointerInput input) {
        SelectionBox box = selection.box();
        boolean finger = input.device() == PointerInput.Device.TOUCH;
        double reach = desk.units(finger ? FINGER_PIXELS : HANDLE_PIXELS);
        return box == null ? null : box.handleAt(input.x(), input.y(), reach, desk.units(1));
    }

    private List<ToolOutput> drag(Pull held, PointerInput input) {
        if (!held.moved && input.distanceTo(held.from.x(), held.from.y()) * desk.zoom() < STILL_PIXELS)
            return List.of();
        held.moved = true;
        if (held.marquee) return List.of(new ToolOutput.Marquee(rectangle(held, input)));
        if (held.start.isEmpty()) return List.of();
        try {
            return transform(held, input);
        } catch (ProtocolException _) {
            // Farther or larger than a shape may be: it stays as it was last.
            return List.of();
        }
    }

    private List<ToolOutput> transform(Pull held, PointerInput input) {
        Handle handle = held.handle;
        SelectionBox box = Selection.of(held.start).box();
        if (box == null) return List.of();
        if (handle != null && !handle.isCorner() && handle != Handle.ROTATE
                && held.start.getFirst().form() instanceof Form.Text text)
            return widen(held, input, text, handle, box);
        Transform transform = transform(held, input, box);
        held.copy = handle == null && input.alt();
        if (held.copy && held.copies.isEmpty())
            held.copies = Arrange.copies(desk, held.start, new Transform.Move(0, 0));
        List<Shape> from = held.copy ? held.copies : held.start;
        List<Shape> next = new ArrayList<>(from.size());
        for (Shape shape : from) next.add(shape.withFrame(transform.of(shape.frame())));
        held.now = next;
        return List.of(new ToolOutput.Preview(List.copyOf(next), Set.of()),
                new ToolOutput.Selected(ids(next), transform.of(box)));
    }

    private Transform transform(Pull held, PointerInput input, SelectionBox box) {
        PointerInput from = held.from;
        if (held.handle == null) {
            double dx = input.x() - from.x();
            double dy = input.y() - from.y();
            if (input.shift() && Math.abs(dx) < Math.abs(dy)) dx = 0;
            else if (input.shift()) dy = 0;
            return new Transform.Move(dx, dy);
        }
        if (held.handle == Handle.ROTATE) {
            double degrees = Angles.between(box.x(), box.y(), from.x(), from.y(), input.x(), input.y());
            if (input.shift()) degrees = Angles.snap(box.degrees() + degrees) - box.degrees();
            return new Transform.Turn(box.x(), box.y(), degrees);
        }
        boolean even = input.shift() || !box.sides() || held.start.stream().anyMatch(Selection::keepsRatio);
        return Resize.of(box, held.handle, from.x(), from.y(), input.x(), input.y(), even, input.alt());
    }

    /// A text that is pulled at its side breaks its lines elsewhere; its letters stay as large.
    private List<ToolOutput> widen(Pull held, PointerInput input, Form.Text text, Handle handle, SelectionBox box) {
        Shape shape = held.start.getFirst();
        Frame frame = shape.frame();
        double pulled = handle.across * Angles.turned(0, 0, -box.degrees(), input.x() - held.from.x(),
                input.y() - held.from.y()).x();
        double width = Math.max(text.size(), text.width() + pulled / Math.abs(frame.scaleX()));
        var form = new Form.Text(text.text(), width, text.height(), text.size(), text.bold());
        form = new Form.Text(text.text(), width, desk.heightOf(form), text.size(), text.bold());
        double shift = handle == Handle.WEST == frame.scaleX() > 0 ? (text.width() - width) * frame.scaleX() : 0;
        Point at = Angles.turned(frame.x(), frame.y(), frame.rotation(), shift, 0);
        Frame moved = new Frame(at.x(), at.y(), frame.rotation(), frame.scaleX(), frame.scaleY());
        held.now = List.of(shape.withForm(form).withFrame(moved));
        return List.of(new ToolOutput.Preview(held.now, Set.of()), Selection.of(held.now).said());
    }

    private List<ToolOutput> lift(Pull held, PointerInput input) {
        List<ToolOutput> out = new ArrayList<>(drag(held, input));
        pull = null;
        boolean second = !held.moved && clicks.isSecond(input, desk.zoom());
        if (held.marquee) {
            if (held.moved) out.addAll(enclosed(held, input));
        } else if (held.moved) {
            out.addAll(Steps.of(changes(held), false));
            selection = held.now.isEmpty() ? selection : Selection.of(held.now);
        } else if (held.handle == null) {
            if (second && held.hit != null && held.hit.form() instanceof Form.Text text)
                out.add(TextTool.edit(held.hit, text));
            out.addAll(click(held, input));
        }
        out.add(new ToolOutput.NothingInHand());
        out.add(selection.said());
        return out;
    }

    private List<ToolOutput> enclosed(Pull held, PointerInput input) {
        Set<ShapeId> found = new HashSet<>(Pick.in(desk, Bounds.of(rectangle(held, input)), input.alt()));
        if (held.from.shift()) found.addAll(held.before);
        return select(found);
    }

    /// A click that moved nothing: what is under it alone, or with Shift without it if it was selected already.
    private List<ToolOutput> click(Pull held, PointerInput input) {
        Shape hit = held.hit;
        if (hit == null) return select(Set.of());
        if (!held.from.shift()) return select(Set.of(hit.id()));
        if (!held.before.contains(hit.id())) return List.of();
        Set<ShapeId> less = new HashSet<>(held.before);
        less.remove(hit.id());
        return select(less);
    }

    private List<Change> changes(Pull held) {
        if (held.copy) return Arrange.adds(held.now);
        List<Change> changes = new ArrayList<>();
        for (Shape next : held.now) {
            Shape there = desk.sheet().find(next.id());
            if (there == null || !desk.mayChange(there)) continue;
            Shape before = held.start.stream().filter(s -> s.id().equals(next.id())).findFirst().orElse(there);
            Frame frame = next.frame().equals(before.frame()) ? null : next.frame();
            Form form = next.form().equals(before.form()) ? null : next.form();
            if (frame != null || form != null) changes.add(new Change.Set(next.id(), null, frame, null, form));
        }
        return changes;
    }

    private static Region rectangle(Pull held, PointerInput input) {
        double x = Math.min(held.from.x(), input.x());
        double y = Math.min(held.from.y(), input.y());
        return new Region(x, y, Math.abs(input.x() - held.from.x()), Math.abs(input.y() - held.from.y()));
    }

    private static Set<ShapeId> ids(List<Shape> shapes) {
        Set<ShapeId> ids = new HashSet<>();
        for (Shape shape : shapes) ids.add(shape.id());
        return ids;
    }

    private static Set<ShapeId> with(Set<ShapeId> ids, ShapeId more) {
        Set<ShapeId> all = new HashSet<>(ids);
        all.add(more);
        return all;
    }

    /// Selects those of the ids that are there and may be changed.
    List<ToolOutput> select(Collection<ShapeId> ids) {
        List<Shape> shapes = new ArrayList<>();
        for (ShapeId id : Set.copyOf(ids)) {
            Shape shape = desk.sheet().find(id);
            if (shape != null && desk.mayChange(shape)) shapes.add(shape);
        }
        selection = Selection.of(shapes);
        nudging = false;
        return List.of(selection.said());
    }

    /// Selects what has just been made by commits that are yet to be done.
    List<ToolOutput> selectNew(List<Shape> shapes) {
        selection = Selection.of(shapes);
        nudging = false;
        return List.of(selection.said());
    }

    @Override
    public List<ToolOutput> key(ToolKey key) {
        return switch (key.key()) {
            case ESCAPE -> pull != null ? cancel() : selection.isEmpty() ? List.of() : select(Set.of());
            case ENTER -> {
                Shape text = selection.text();
                yield text != null && text.form() instanceof Form.Text form
                        ? List.of(TextTool.edit(text, form))
                        : List.of();
            }
            case DELETE -> pull == null ? delete() : List.of();
            case LEFT -> nudge(-1, 0, key.shift());
            case RIGHT -> nudge(1, 0, key.shift());
            case UP -> nudge(0, -1, key.shift());
            case DOWN -> nudge(0, 1, key.shift());
        };
    }

    List<ToolOutput> delete() {
        List<ShapeId> ids = selection.shapes().stream().map(Shape::id).toList();
        if (ids.isEmpty()) return List.of();
        List<ToolOutput> out = new ArrayList<>(Steps.of(Steps.delete(ids), false));
        out.addAll(selectNew(List.of()));
        return out;
    }

    /// Nudges that follow each other are one step of undo.
    private List<ToolOutput> nudge(int right, int down, boolean far) {
        if (selection.isEmpty() || pull != null) return List.of();
        var move = new Transform.Move(right * (far ? 10 : 1), down * (far ? 10 : 1));
        List<Shape> moved = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        try {
            for (Shape shape : selection.shapes()) {
                moved.add(shape.withFrame(move.of(shape.frame())));
                changes.add(new Change.Set(shape.id(), null, moved.getLast().frame(), null, null));
            }
        } catch (ProtocolException _) {
            return List.of();
        }
        List<ToolOutput> out = new ArrayList<>(Steps.of(changes, nudging));
        out.addAll(selectNew(moved));
        nudging = true;
        return out;
    }

    @Override
    public boolean isInHand() { return pull != null; }

    @Override
    public List<ToolOutput> cancel() {
        if (pull == null) return List.of();
        pull = null;
        return List.of(new ToolOutput.NothingInHand(), selection.said());
    }

    /// What is gone isn't selected any more; what moved has its box elsewhere.
    @Override
    public List<ToolOutput> pageChanged() {
        Pull held = pull;
        if (held != null) {
            held.start = held.start.stream().filter(shape -> desk.sheet().find(shape.id()) != null).toList();
            held.now = held.copy
                    ? held.now
                    : held.now.stream().filter(shape -> desk.sheet().find(shape.id()) != null).toList();
        }
        if (selection.isEmpty()) return List.of();
        List<Shape> there = new ArrayList<>();
        for (Shape shape : selection.shapes()) {
            Shape now = desk.sheet().find(shape.id());
            if (now != null && desk.mayChange(now)) there.add(now);
        }
        if (there.equals(selection.shapes())) return List.of();
        selection = Selection.of(there);
        nudging = false;
        return held == null ? List.of(selection.said()) : List.of();
    }

    @Override
    public Cursor cursorAt(double x, double y) {
        SelectionBox box = selection.box();
        if (box == null) return Cursor.ARROW;
        Handle handle = pull != null ? pull.handle : box.handleAt(x, y, desk.units(HANDLE_PIXELS), desk.units(1));
        if (handle == Handle.ROTATE) return Cursor.ROTATE;
        if (handle != null) return resizing(handle, box.degrees());
        if (pull != null) return pull.copy ? Cursor.COPY : pull.marquee ? Cursor.ARROW : Cursor.MOVE;
        return box.contains(x, y, 0) ? Cursor.MOVE : Cursor.ARROW;
    }

    private static Cursor resizing(Handle handle, double degrees) {
        double direction = Math.toDegrees(Math.atan2(handle.down, handle.across)) + degrees;
        return switch (Math.floorMod(Math.round(direction / 45), 4)) {
            case 0 -> Cursor.RESIZE_EW;
            case 1 -> Cursor.RESIZE_NWSE;
            case 2 -> Cursor.RESIZE_NS;
            default -> Cursor.RESIZE_NESW;
        };
    }
}
