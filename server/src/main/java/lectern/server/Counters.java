package lectern.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How often things happened, by name. Any thread.
final class Counters {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String what) {
        counts.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    long of(String what) {
        LongAdder adder = counts.get(what);
        return adder == null ? 0 : adder.sum();
    }

    Map<String, Long> all() {
        var all = new TreeMap<String, Long>();
        counts.forEach((what, n) -> all.put(what, n.sum()));
        return all;
    }
}
