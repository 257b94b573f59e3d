package lectern.whiteboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.protocol.board.Change;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.jspecify.annotations.Nullable;

/// What is on one page, and what was (the graveyard). Shapes are values; the sheet is the only thing that changes.
///
/// Made for pages of 100,000 shapes: putting one in costs the same on a full page as on an empty one. The painted order is
/// put right when somebody asks for it, the grid for finding by place is made when it is first used: a server never does.
/// Used by one thread.
public final class Sheet {
    private final Map<ShapeId, Placed> placed;
    private final PaintOrder order = new PaintOrder();
    private @Nullable Grid grid;
    private long revision;
    private int size;

    public Sheet() { placed = new HashMap<>(); }

    private Sheet(long revision, int capacity) {
        this.revision = revision;
        placed = HashMap.newHashMap(capacity);
    }

    public static Sheet of(long revision, Collection<Shape> shapes) {
        var sheet = new Sheet(revision, shapes.size());
        for (Shape shape : shapes)
            if (sheet.find(shape.id()) == null) sheet.put(new ShapeState(shape, false), shape.id());
        return sheet;
    }

    /// The number of the last edit of this page, where somebody counts them.
    public long revision() { return revision; }

    public void revision(long next) { revision = next; }

    public @Nullable Shape find(ShapeId id) {
        Placed it = placed.get(id);
        return it == null || it.gone ? null : it.shape;
    }

    public int size() { return size; }

    /// Whether the id was on the page and can be restored.
    public boolean isBuried(ShapeId id) {
        Placed it = placed.get(id);
        return it != null && it.gone;
    }

    /// How many can be restored.
    public int buried() { return placed.size() - size; }

    /// In the order in which they are painted. A copy, which stays as it is: another thread may have it.
    public List<Shape> shapes() { return order.shapes(); }

    /// What touches the region, in the order in which it is painted.
    public List<Shape> in(Region region) { return in(Bounds.of(region)); }

    public List<Shape> in(Bounds bounds) { return grid().in(bounds, order); }

    /// The topmost shape at a place.
    ///
    /// @param tolerance how far beside it still counts, in page units
    public @Nullable Shape topAt(double x, double y, double tolerance) {
        List<Shape> near = in(Bounds.around(x, y, tolerance));
        for (int i = near.size() - 1; i >= 0; i--) if (Hit.near(near.get(i), x, y, tolerance)) return near.get(i);
        return null;
    }

    /// Of the topmost shape; 0 on an empty page. What is to lie above all gets one more.
    public double topOrder() { return order.top(); }

    /// Does the changes one after the other and says what became of it. Doesn't count as a revision.
    public List<Edit> apply(List<Change> changes) {
        List<Edit> edits = new ArrayList<>(changes.size());
        for (Change change : changes) {
            switch (change) {
                case Change.Add add -> apply(change, add.shape().id(), edits);
                case Change.Set set -> apply(change, set.id(), edits);
                case Change.Delete delete -> {
                    for (ShapeId id : delete.ids()) apply(change, id, edits);
                }
                case Change.Restore restore -> {
                    for (ShapeId id : restore.ids()) apply(change, id, edits);
                }
            }
        }
        return edits;
    }

    private void apply(Change change, ShapeId id, List<Edit> edits) {
        ShapeState before = state(id);
        ShapeState after = before.after(change);
        if (after == before) return;
        put(after, id);
        edits.add(new Edit(id, before.shown(), after.shown()));
    }

    ShapeState state(ShapeId id) {
        Placed it = placed.get(id);
        return it == null ? ShapeState.NOTHING : new ShapeState(it.shape, it.gone);
    }

    /// Makes the page know this of the id, whatever it knew before.
    void put(ShapeState next, ShapeId id) {
        Placed it = placed.get(id);
        Shape shape = next.shape();
        boolean was = it != null && !it.gone;
        if (was && shape != null && !next.buried() && it.order == shape.order()) {
            if (grid != null) grid.remove(it);
            it.shape = shape;
            if (grid != null) grid.add(it);
            return;
        }
        if (was) {
            it.gone = true;
            order.removed();
            size--;
            if (grid != null) grid.remove(it);
        }
        if (shape == null) {
            placed.remove(id);
            return;
        }
        var fresh = new Placed(shape);
        placed.put(id, fresh);
        if (next.buried()) {
            fresh.gone = true;
            return;
        }
        order.add(fresh);
        size++;
        if (grid != null) grid.add(fresh);
    }

    /// With what is buried.
    public Sheet copy() {
        var copy = new Sheet(revision, placed.size());
        for (Shape shape : shapes()) copy.put(new ShapeState(shape, false), shape.id());
        for (Placed it : placed.values()) if (it.gone) copy.put(new ShapeState(it.shape, true), it.shape.id());
        return copy;
    }

    /// Equal for equal shapes on the page, in any process; the graveyard and the revision don't count.
    public long hash() {
        long hash = size;
        for (Placed it : placed.values()) if (!it.gone) hash += ShapeHash.of(it.shape);
        return hash;
    }

    private Grid grid() {
        Grid ready = grid;
        if (ready == null) {
            ready = new Grid();
            for (Placed it : placed.values()) if (!it.gone) ready.add(it);
            grid = ready;
        }
        return ready;
    }
}
