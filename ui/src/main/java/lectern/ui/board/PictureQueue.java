package lectern.ui.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Decides which pictures of document pages are asked for and when. What is wanted, what came and the time go in; orders to
/// ask and to give up come out.
///
/// What is seen goes before what isn't yet, and what nobody wants any more is given up. Few are asked for at a time, so that
/// what is wanted next needn't wait for what was wanted before. What failed is asked for again after a pause that doubles.
final class PictureQueue {
    static final int AT_ONCE = 6;
    /// One who turns the page mustn't wait for pages that nobody may ever turn to.
    static final int NOT_SEEN_AT_ONCE = 3;
    private static final long FIRST_PAUSE_MS = 500, LONGEST_PAUSE_MS = 30_000;

    sealed interface Order {
        record Ask(Cut cut) implements Order {}

        record GiveUp(Cut cut) implements Order {}
    }

    private record Failure(int times, long againMs) {}

    private final Map<Object, List<Wish>> wishes = new LinkedHashMap<>();
    private final Set<Cut> asked = new LinkedHashSet<>();
    /// Came while wanted: not to be asked for again though there was no room to keep it.
    private final Set<Cut> came = new HashSet<>();
    private final Map<Cut, Failure> failures = new HashMap<>();

    /// All that one viewer wants now, each time.
    void want(Object viewer, List<Wish> wanted) {
        if (wanted.isEmpty()) wishes.remove(viewer);
        else wishes.put(viewer, List.copyOf(wanted));
        var all = new HashSet<Cut>();
        for (var each : wishes.values()) for (var wish : each) all.add(wish.cut());
        came.retainAll(all);
        failures.keySet().retainAll(all);
    }

    void came(Cut cut) {
        asked.remove(cut);
        failures.remove(cut);
        came.add(cut);
    }

    void failed(Cut cut, long nowMs) {
        if (!asked.remove(cut)) return;
        var before = failures.get(cut);
        int times = before == null ? 0 : before.times;
        failures.put(cut,
                new Failure(times + 1, nowMs + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(times, 10))));
    }

    /// How often in a row it failed.
    int failures(Cut cut) {
        var failure = failures.get(cut);
        return failure == null ? 0 : failure.times;
    }

    /// Asks for all that failed without a further pause.
    void again() { failures.replaceAll((_, failure) -> new Failure(failure.times, Long.MIN_VALUE)); }

    /// @param there what need not be asked for
    List<Order> orders(Predicate<Cut> there, long nowMs) {
        var wanted = new LinkedHashMap<Cut, Wish.Rank>();
        wishes.values().stream().flatMap(List::stream).sorted(Comparator.comparing(Wish::rank))
                .forEach(wish -> wanted.putIfAbsent(wish.cut(), wish.rank()));
        var orders = new ArrayList<Order>();
        for (var cut : List.copyOf(asked))
            if (!wanted.containsKey(cut)) {
                asked.remove(cut);
                orders.add(new Order.GiveUp(cut));
            }
        // The server makes one picture after the other.
        boolean seenWaits = wanted.entrySet().stream().anyMatch(it -> it.getValue() == Wish.Rank.SEEN
                && !came.contains(it.getKey()) && !failures.containsKey(it.getKey()) && !there.test(it.getKey()));
        wanted.forEach((cut, rank) -> {
            if (rank == Wish.Rank.NEAR && seenWaits) return;
            if (asked.size() >= (rank == Wish.Rank.SEEN ? AT_ONCE : NOT_SEEN_AT_ONCE)) return;
            if (asked.contains(cut) || came.contains(cut) || there.test(cut)) return;
            var failure = failures.get(cut);
            if (failure != null && failure.againMs > nowMs) return;
            asked.add(cut);
            orders.add(new Order.Ask(cut));
        });
        return orders;
    }

    /// When to ask for orders though nothing happened; [Long#MAX_VALUE] for never.
    long nextDeadlineMs() {
        return failures.entrySet().stream().filter(it -> !asked.contains(it.getKey()))
                .mapToLong(it -> it.getValue().againMs).min().orElse(Long.MAX_VALUE);
    }
}
