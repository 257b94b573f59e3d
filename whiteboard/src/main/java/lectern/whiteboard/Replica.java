package lectern.whiteboard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.board.Change;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.jspecify.annotations.Nullable;

/// One page at a client: what the server has confirmed, and on top of it what this client did and the server hasn't said yet.
///
/// What is [#shown] is always the confirmed page with the pending edits done after it, as if they were undone, the server's
/// done, and they put back. As a change touches each shape without looking at another, that is done shape by shape: only those
/// with a pending change are kept twice, and an edit of others costs nothing extra.
public final class Replica {
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Map<ShapeId, Contested> contested = new HashMap<>();
    private Sheet shown = new Sheet();

    private record Pending(long number, List<Change> changes) {}

    private record Own(long number, Change change) {}

    /// A shape with pending changes: as the server knows it, and the changes in their order.
    private static final class Contested {
        private ShapeState confirmed;
        private final Deque<Own> own = new ArrayDeque<>();

        Contested(ShapeState confirmed) { this.confirmed = confirmed; }

        ShapeState shown() {
            ShapeState state = confirmed;
            for (Own next : own) state = state.after(next.change);
            return state;
        }
    }

    /// What to paint. A new object after [#reset].
    public Sheet shown() { return shown; }

    /// How much of the server's edits is in here.
    public long revision() { return shown.revision(); }

    /// The numbers and changes that the server hasn't answered, the oldest first.
    public Map<Long, List<Change>> pending() {
        Map<Long, List<Change>> all = new LinkedHashMap<>();
        for (Pending edit : pending) all.put(edit.number, edit.changes);
        return all;
    }

    public boolean hasPending() { return !pending.isEmpty(); }

    /// Does one's own edit, ahead of the server.
    public List<Edit> edit(long number, List<Change> changes) {
        List<Change> kept = List.copyOf(changes);
        pending.add(new Pending(number, kept));
        contest(number, kept);
        return shown.apply(kept);
    }

    /// Does an edit that the server has put in its place in the order.
    ///
    /// @param own it is the one of this client that it has the number of
    public List<Edit> confirm(BoardEvent.Edited edited, boolean own) {
        shown.revision(edited.revision());
        if (pending.isEmpty()) return shown.apply(edited.changes());
        Set<ShapeId> touched = new LinkedHashSet<>();
        List<Edit> edits = new ArrayList<>();
        for (Change change : edited.changes()) {
            boolean free = true;
            for (ShapeId id : Named.by(change)) {
                Contested it = contested.get(id);
                if (it == null) continue;
                free = false;
                it.confirmed = it.confirmed.after(change);
                touched.add(id);
            }
            if (free) edits.addAll(shown.apply(List.of(change)));
            else for (ShapeId id : Named.by(change)) if (!contested.containsKey(id)) apply(change, id, edits);
        }
        if (own) forget(edited.number(), touched);
        for (ShapeId id : touched) show(id, edits);
        return edits;
    }

    /// The server didn't do an edit of this client: it is taken back.
    public List<Edit> refuse(long number) {
        Set<ShapeId> touched = new LinkedHashSet<>();
        forget(number, touched);
        List<Edit> edits = new ArrayList<>();
        for (ShapeId id : touched) show(id, edits);
        return edits;
    }

    /// The page as the server has it; what is pending stays on top. What was deleted before can't be restored from here.
    public void reset(long revision, Collection<Shape> shapes) {
        shown = Sheet.of(revision, shapes);
        contested.clear();
        for (Pending edit : pending) {
            contest(edit.number, edit.changes);
            shown.apply(edit.changes);
        }
    }

    public boolean isPending(long number) { return pending.stream().anyMatch(edit -> edit.number == number); }

    public int pendingEdits() { return pending.size(); }

    /// Forgets pending edits up to a number: a page that has them in it comes.
    void drop(long number) { pending.removeIf(edit -> edit.number <= number); }

    /// As the server knows it.
    public @Nullable Shape confirmed(ShapeId id) {
        Contested it = contested.get(id);
        return it == null ? shown.find(id) : it.confirmed.shown();
    }

    /// Whether nothing is known of the id: neither a shape nor a buried one. To restore such a one, the page must be asked for.
    public boolean isUnknown(ShapeId id) {
        Contested it = contested.get(id);
        return (it == null ? shown.state(id) : it.confirmed).shape() == null;
    }

    /// The confirmed page alone, as the server should have it.
    public Sheet confirmed() {
        Sheet sheet = shown.copy();
        contested.forEach((id, it) -> sheet.put(it.confirmed, id));
        return sheet;
    }

    private void contest(long number, List<Change> changes) {
        for (Change change : changes)
            for (ShapeId id : Named.by(change))
                contested.computeIfAbsent(id, it -> new Contested(shown.state(it))).own.add(new Own(number, change));
    }

    private void forget(long number, Set<ShapeId> touched) {
        List<Change> changes = null;
        for (var all = pending.iterator(); all.hasNext() && changes == null;) {
            Pending edit = all.next();
            if (edit.number != number) continue;
            changes = edit.changes;
            all.remove();
        }
        if (changes == null) return;
        for (Change change : changes) for (ShapeId id : Named.by(change)) {
            Contested it = contested.get(id);
            if (it != null) it.own.removeIf(own -> own.number == number);
            touched.add(id);
        }
    }

    private void apply(Change change, ShapeId id, List<Edit> edits) {
        ShapeState before = shown.state(id);
        ShapeState after = before.after(change);
        if (after != before) put(id, before, after, edits);
    }

    private void show(ShapeId id, List<Edit> edits) {
        Contested it = contested.get(id);
        if (it == null) return;
        put(id, shown.state(id), it.shown(), edits);
        if (it.own.isEmpty()) contested.remove(id);
    }

    private void put(ShapeId id, ShapeState before, ShapeState after, List<Edit> edits) {
        if (before.equals(after)) return;
        shown.put(after, id);
        Shape was = before.shown();
        Shape is = after.shown();
        if (was == null ? is != null : !was.equals(is)) edits.add(new Edit(id, was, is));
    }
}
