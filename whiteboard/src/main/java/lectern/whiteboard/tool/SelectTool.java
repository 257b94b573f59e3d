package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.protocol.ProtocolException;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
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
    private final Desk desk;
    private final Clicks clicks = new Clicks();
    private Selection selection = Selection.NOTHING;
    private @Nullable Pull pull;
    private boolean nudging;

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
        Shape hit = Pick.topAt(desk, input.x(), input.y(), desk.units(HIT_PIXELS));
        if (handle != null) {
            pull = new Pull(desk, input, handle, hit, false, before, selection);
            return List.of();
        }
        SelectionBox box = selection.box();
        boolean inBox = box != null && box.contains(input.x(), input.y(), 0) && !input.shift();
        boolean marquee = hit == null && !inBox;
        List<ToolOutput> out = List.of();
        if (hit != null && !selection.has(hit.id()) && !(inBox && selection.shapes().size() > 1))
            out = select(input.shift() ? with(before, hit.id()) : Set.of(hit.id()));
        else
            if (marquee && !input.shift()) out = select(Set.of());
        pull = new Pull(desk, input, null, hit, marquee, before, selection);
        return out;
    }

    private @Nullable Handle handleAt(PointerInput input) {
        SelectionBox box = selection.box();
        boolean finger = input.device() == PointerInput.Device.TOUCH;
        double reach = desk.units(finger ? FINGER_PIXELS : HANDLE_PIXELS);
        return box == null ? null : box.handleAt(input.x(), input.y(), reach, desk.units(1));
    }

    private List<ToolOutput> drag(Pull held, PointerInput input) {
        if (!held.moves(input)) return List.of();
        if (held.isMarquee()) return List.of(new ToolOutput.Marquee(held.rectangle(input)));
        SelectionBox box = held.to(input);
        if (box == null) return List.of();
        List<Shape> now = held.now();
        return List.of(new ToolOutput.Preview(now, Set.of()), new ToolOutput.Selected(Selection.ids(now), box));
    }

    private List<ToolOutput> lift(Pull held, PointerInput input) {
        List<ToolOutput> out = new ArrayList<>(drag(held, input));
        pull = null;
        if (!held.hasMoved()) {
            if (clicks.isSecond(input, desk.zoom()) && held.hit != null && held.hit.form() instanceof Form.Text text)
                out.add(TextTool.edit(held.hit, text));
            if (!held.isMarquee()) out.addAll(click(held));
        } else if (held.isMarquee()) {
            out.addAll(enclosed(held, input));
        } else if (!held.now().isEmpty()) {
            out.addAll(ToolOutput.Commit.of(held.changes()));
            selection = Selection.of(held.now());
        }
        out.add(new ToolOutput.NothingInHand());
        out.add(selection.said());
        return out;
    }

    private List<ToolOutput> enclosed(Pull held, PointerInput input) {
        Set<ShapeId> found = new HashSet<>(Pick.in(desk, Bounds.of(held.rectangle(input)), input.alt()));
        if (held.from.shift()) found.addAll(held.selectedBefore);
        return select(found);
    }

    /// A click that moved nothing: what is under it alone, or with Shift one more or one less. A handle is no place to let go of
    /// everything.
    private List<ToolOutput> click(Pull held) {
        if (held.handle != null && (held.hit == null || !held.from.shift())) return List.of();
        if (held.hit == null) return select(Set.of());
        ShapeId id = held.hit.id();
        if (!held.from.shift()) return select(Set.of(id));
        if (!held.selectedBefore.contains(id)) return select(with(held.selectedBefore, id));
        Set<ShapeId> less = new HashSet<>(held.selectedBefore);
        less.remove(id);
        return select(less);
    }

    private static Set<ShapeId> with(Set<ShapeId> ids, ShapeId more) {
        Set<ShapeId> all = new HashSet<>(ids);
        all.add(more);
        return all;
    }

    /// Selects those of the ids that are there and may be changed.
    List<ToolOutput> select(Collection<ShapeId> ids) {
        List<Shape> shapes = new ArrayList<>();
        for (ShapeId id : new HashSet<>(ids)) {
            Shape shape = desk.sheet().find(id);
            if (shape != null && desk.mayChange(shape)) shapes.add(shape);
        }
        selection = Selection.of(shapes);
        nudging = false;
        return List.of(selection.said());
    }

    /// Selects what is made by a commit that is yet to be done.
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
        List<ToolOutput> out = new ArrayList<>(ToolOutput.Commit.of(Arrange.deletes(ids)));
        out.addAll(select(Set.of()));
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
        List<ToolOutput> out = new ArrayList<>();
        out.add(new ToolOutput.Commit(changes, nudging));
        selection = Selection.of(moved);
        nudging = true;
        out.add(selection.said());
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
        if (held != null) held.keep(shape -> desk.sheet().find(shape.id()) != null);
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
        if (pull != null) return pull.isCopy() ? Cursor.COPY : pull.isMarquee() ? Cursor.ARROW : Cursor.MOVE;
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
