package lectern.materials;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a page store does next. Work is asked for by askers, each of whom asks for one thing; the same work is loaded or made once
/// for all of them. One work at a time is made, and decks beside it, since they take long. The most urgent is first, among
/// equals the oldest, so that who waits for a page waits for at most one that nobody waits for.
///
/// A work is LOADING from the disk, or WAITING until it is its turn, then MAKING, then KEEPING until it is on disk; then it is in the
/// index and no longer here.
final class StoreCore {
    enum Urgency {
        DEMANDED, SEARCHED,
        /// Nobody looks at it: what is kept already isn't loaded.
        WISHED,
        /// The same, and after everything else.
        AHEAD;

        boolean isQuiet() { return this == WISHED || this == AHEAD; }
    }

    sealed interface Output {}

    record Load(Work work) implements Output {}

    record Make(Work work) implements Output {}

    record Stop(Work work) implements Output {}

    /// With what was made or loaded; with nothing, when that is all they need.
    record Tell(List<Long> askers, Work work) implements Output {}

    /// What was kept couldn't be loaded: they may ask again.
    record Retry(List<Long> askers) implements Output {}

    record Delete(Work work) implements Output {}

    private enum Phase { LOADING, WAITING, MAKING, KEEPING }

    private static final class Entry {
        final Map<Long, Urgency> askers = new LinkedHashMap<>();
        Phase phase = Phase.WAITING;
        Urgency urgency = Urgency.AHEAD;
        boolean stopped;

        Urgency mostUrgent() {
            return askers.values().stream().min(Urgency::compareTo).orElse(Urgency.AHEAD);
        }

        List<Long> takeAskers() {
            var taken = List.copyOf(askers.keySet());
            askers.clear();
            return taken;
        }
    }

    private final CacheIndex index;
    private final Map<Work, Entry> entries = new HashMap<>();
    private final Map<Long, Work> asked = new HashMap<>();
    private final Map<Urgency, Set<Work>> pages = lanes();
    private final Map<Urgency, Set<Work>> decks = lanes();
    private final List<Output> out = new ArrayList<>();
    private @Nullable Work page;
    private @Nullable Work deck;

    StoreCore(CacheIndex index) {
        this.index = index;
    }

    boolean isKept(Work work) { return index.has(work); }

    /// What was on disk when it began, the longest unused first.
    List<Output> found(Work work, long bytes) {
        for (Work gone : index.put(work, bytes)) out.add(new Delete(gone));
        return next();
    }

    /// What other work is made from counts as used.
    void use(Work work) { index.use(work); }

    List<Output> ask(long asker, Work work, Urgency urgency) {
        Entry entry = entries.get(work);
        if (entry != null && entry.phase == Phase.KEEPING || urgency.isQuiet() && index.has(work))
            return List.of(new Tell(List.of(asker), work));
        asked.put(asker, work);
        if (entry == null) {
            entry = new Entry();
            entries.put(work, entry);
            if (index.use(work)) {
                entry.phase = Phase.LOADING;
                out.add(new Load(work));
            }
        }
        entry.askers.put(asker, urgency);
        line(work, entry);
        return next();
    }

    List<Output> withdraw(long asker) {
        Work work = asked.remove(asker);
        Entry entry = work == null ? null : entries.get(work);
        if (entry == null || entry.askers.remove(asker) == null) return List.of();
        if (entry.phase == Phase.WAITING && entry.askers.isEmpty()) {
            leaveLine(work, entry);
            entries.remove(work);
        } else if (entry.phase == Phase.WAITING) {
            line(work, entry);
        } else if (entry.phase == Phase.MAKING && entry.askers.isEmpty() && !entry.stopped && isLong(work)) {
            entry.stopped = true;
            out.add(new Stop(work));
        }
        return next();
    }

    /// @param found whether it was whole; otherwise nobody was told
    List<Output> loaded(Work work, boolean found) {
        Entry entry = entries.remove(work);
        if (!found) {
            index.remove(work);
            out.add(new Delete(work));
        }
        List<Long> askers = told(entry);
        if (!askers.isEmpty()) out.add(found ? new Tell(askers, work) : new Retry(askers));
        return next();
    }

    /// @param good whether it can be kept; a refusal can't
    List<Output> made(Work work, boolean good) {
        if (work.equals(page)) page = null;
        if (work.equals(deck)) deck = null;
        Entry entry = entries.get(work);
        if (entry.stopped && !good && !entry.askers.isEmpty()) { // somebody came after the last had gone
            entry.stopped = false;
            entry.phase = Phase.WAITING;
            line(work, entry);
            return next();
        }
        List<Long> askers = told(entry);
        if (!askers.isEmpty()) out.add(new Tell(askers, work));
        if (good) entry.phase = Phase.KEEPING;
        else entries.remove(work);
        return next();
    }

    /// @param bytes on disk; -1: it could not be written
    List<Output> kept(Work work, long bytes) {
        entries.remove(work);
        if (bytes >= 0) for (Work gone : index.put(work, bytes)) out.add(new Delete(gone));
        return next();
    }

    private List<Long> told(@Nullable Entry entry) {
        if (entry == null) return List.of();
        var askers = entry.takeAskers();
        askers.forEach(asked::remove);
        return askers;
    }

    private void line(Work work, Entry entry) {
        if (entry.phase != Phase.WAITING) return;
        Urgency urgency = entry.mostUrgent();
        if (urgency != entry.urgency) leaveLine(work, entry);
        entry.urgency = urgency;
        lanes(work).get(urgency).add(work);
    }

    private void leaveLine(Work work, Entry entry) { lanes(work).get(entry.urgency).remove(work); }

    private List<Output> next() {
        if (page == null) page = first(pages.values());
        if (deck == null) deck = first(decks.values());
        var drained = List.copyOf(out);
        out.clear();
        return drained;
    }

    private @Nullable Work first(Collection<Set<Work>> lanes) {
        for (Set<Work> lane : lanes) {
            if (lane.isEmpty()) continue;
            Work work = lane.iterator().next();
            lane.remove(work);
            entries.get(work).phase = Phase.MAKING;
            out.add(new Make(work));
            return work;
        }
        return null;
    }

    private Map<Urgency, Set<Work>> lanes(Work work) { return work instanceof Work.Convert ? decks : pages; }

    static boolean isLong(Work work) { return work instanceof Work.Convert || work instanceof Work.Open; }

    private static Map<Urgency, Set<Work>> lanes() {
        var lanes = new EnumMap<Urgency, Set<Work>>(Urgency.class);
        for (Urgency urgency : Urgency.values()) lanes.put(urgency, new LinkedHashSet<>());
        return lanes;
    }
}
