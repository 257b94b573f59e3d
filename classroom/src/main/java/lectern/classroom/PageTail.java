package lectern.classroom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lectern.protocol.BoardEvent;

/// The newest edits of one page, for those who know it up to one of them: without a gap, and bounded in number and bytes.
final class PageTail {
    static final int EDITS = 1_000;
    /// Of what may wait for one who reads slowly (a megabyte), half.
    static final int BYTES = 512 * 1024;

    private record Kept(Recorded recorded, long revision, int bytes) {}

    private final ArrayDeque<Kept> kept = new ArrayDeque<>();
    private int bytes;

    void add(Recorded recorded, BoardEvent.Edited edited) {
        int weight = Weight.of(edited.changes());
        kept.add(new Kept(recorded, edited.revision(), weight));
        bytes += weight;
        while (kept.size() > EDITS || bytes > BYTES) bytes -= kept.remove().bytes();
    }

    /// The edits after this revision, up to `current`; empty when some of them aren't kept any more, or they are too many bytes.
    Optional<List<Recorded>> after(long revision, long current, int maxBytes) {
        if (revision == current) return Optional.of(List.of());
        if (revision > current || kept.isEmpty() || kept.getFirst().revision() > revision + 1) return Optional.empty();
        var missing = new ArrayList<Recorded>();
        int sum = 0;
        for (Kept edit : kept) {
            if (edit.revision() <= revision) continue;
            sum += edit.bytes();
            missing.add(edit.recorded());
        }
        return sum > maxBytes ? Optional.empty() : Optional.of(missing);
    }

    static int weigh(List<Recorded> edits) {
        return edits.stream()
                .mapToInt(e -> e.event() instanceof BoardEvent.Edited edited ? Weight.of(edited.changes()) : 0)
                .sum();
    }
}
