package lectern.whiteboard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.protocol.board.Change;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.jspecify.annotations.Nullable;

/// What one person did on one page, step by step, to be taken back and done again. Taking back touches only what still is as
/// that step left it: what others did since stays.
public final class History {
    private static final int STEPS = 500;
    /// Shapes that one change deletes or restores, so that it is no message too long.
    private static final int RUN = 1_000;

    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();

    /// One gesture: what became of which shapes, and by which edits.
    private record Step(List<Edit> edits, Set<Long> numbers) {
        Step() { this(new ArrayList<>(), new HashSet<>()); }
    }

    /// Notes a new step; what was undone before it can't be done again.
    ///
    /// @param sameStep it goes on with the gesture of the last one
    public void did(long number, List<Edit> edits, boolean sameStep) {
        redo.clear();
        push(undo, number, edits, sameStep);
    }

    public boolean canUndo() { return !undo.isEmpty(); }

    public boolean canRedo() { return !redo.isEmpty(); }

    /// What takes the last step back; empty where nothing is left of it. The step is gone from here: say what came of it
    /// by [#undid].
    public List<Edit> takeUndo() { return undo.isEmpty() ? List.of() : undo.removeLast().edits; }

    public List<Edit> takeRedo() { return redo.isEmpty() ? List.of() : redo.removeLast().edits; }

    /// @param sameStep it is one more of the edits of that undoing
    public void undid(long number, List<Edit> edits, boolean sameStep) { push(redo, number, edits, sameStep); }

    public void redid(long number, List<Edit> edits, boolean sameStep) { push(undo, number, edits, sameStep); }

    /// An edit was never done.
    public void refused(long number) {
        undo.removeIf(step -> step.numbers.contains(number));
        redo.removeIf(step -> step.numbers.contains(number));
    }

    /// The changes that turn these edits back, on the page as it is now.
    public static List<Change> inverse(List<Edit> edits, Sheet now) {
        Map<ShapeId, Whole> wholes = new LinkedHashMap<>();
        for (Edit edit : edits.reversed()) wholes.computeIfAbsent(edit.id(), _ -> new Whole(edit)).began(edit.before());
        List<ShapeId> delete = new ArrayList<>();
        List<ShapeId> restore = new ArrayList<>();
        List<Change> set = new ArrayList<>();
        wholes.forEach((id, whole) -> {
            Shape before = whole.before;
            Shape after = whole.after;
            Shape is = now.find(id);
            if (before == null && after != null && is != null) delete.add(id);
            if (before != null && after == null && is == null) restore.add(id);
            if (before == null) return;
            Change.Set back = after != null ? back(before, after, is) : back(before, whole.last, whole.last);
            if (back != null && (after != null || is == null)) set.add(back);
        });
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < delete.size(); i += RUN)
            changes.add(new Change.Delete(delete.subList(i, Math.min(delete.size(), i + RUN))));
        for (int i = 0; i < restore.size(); i += RUN)
            changes.add(new Change.Restore(restore.subList(i, Math.min(restore.size(), i + RUN))));
        changes.addAll(set);
        return changes;
    }

    /// All that a step did to one shape.
    private static final class Whole {
        final @Nullable Shape after;
        /// As it was last: restoring brings back this.
        final @Nullable Shape last;
        @Nullable
        Shape before;

        Whole(Edit newest) {
            after = newest.after();
            last = newest.after() == null ? newest.before() : newest.after();
        }

        void began(@Nullable Shape with) { before = with; }
    }

    private static Change.@Nullable Set back(Shape before, @Nullable Shape after, @Nullable Shape now) {
        if (now == null || after == null) return null;
        var order = after.order() != before.order() && now.order() == after.order() ? (Double) before.order() : null;
        var frame = !after.frame().equals(before.frame()) && now.frame().equals(after.frame()) ? before.frame() : null;
        var look = !after.look().equals(before.look()) && now.look().equals(after.look()) ? before.look() : null;
        var form = !after.form().equals(before.form()) && now.form().equals(after.form()) ? before.form() : null;
        return order == null && frame == null && look == null && form == null
                ? null
                : new Change.Set(before.id(), order, frame, look, form);
    }

    private static void push(Deque<Step> steps, long number, List<Edit> edits, boolean sameStep) {
        if (edits.isEmpty()) return;
        if (!sameStep || steps.isEmpty()) steps.add(new Step());
        if (steps.size() > STEPS) steps.removeFirst();
        Step last = steps.getLast();
        last.edits.addAll(edits);
        last.numbers.add(number);
    }
}
