package lectern.whiteboard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import lectern.protocol.ParticipantId;

/// Who did what on a page, as far as it was seen here: so that a teacher can take back what somebody did last.
final class Authors {
    private static final int STEPS = 2_000;

    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(ParticipantId by, List<Edit> edits) {}

    /// Who takes their own last step back has done neither.
    void did(ParticipantId by, List<Edit> edits) {
        if (edits.isEmpty()) return;
        for (Iterator<Step> newest = steps.descendingIterator(); newest.hasNext();) {
            Step step = newest.next();
            if (!step.by.equals(by)) continue;
            if (!undoes(edits, step.edits)) break;
            newest.remove();
            return;
        }
        steps.add(new Step(by, List.copyOf(edits)));
        if (steps.size() > STEPS) steps.removeFirst();
    }

    /// The newest step of somebody, which is forgotten here; empty where none is known.
    List<Edit> take(ParticipantId by) {
        for (Iterator<Step> newest = steps.descendingIterator(); newest.hasNext();) {
            Step step = newest.next();
            if (!step.by.equals(by)) continue;
            newest.remove();
            return step.edits;
        }
        return List.of();
    }

    private static boolean undoes(List<Edit> edits, List<Edit> step) {
        if (edits.size() != step.size()) return false;
        return edits.stream().map(Edit::inverse).allMatch(step::contains);
    }
}
