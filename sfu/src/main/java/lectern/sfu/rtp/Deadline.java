package lectern.sfu.rtp;

/// Deadlines are nanoseconds of the caller's clock, compared by subtraction so that they survive its overflow; `NONE`
/// stands for "nothing to wait for".
public final class Deadline {
    public static final long NONE = Long.MAX_VALUE;

    /// What is done regularly is done on beats that all share: to be woken costs more than most of what one is woken for.
    private static final long BEAT_NS = 100_000_000;

    private Deadline() {
    }

    public static boolean passed(long deadlineNs, long nowNs) {
        return deadlineNs != NONE && deadlineNs - nowNs <= 0;
    }

    public static long earlier(long a, long b) {
        if (a == NONE)
            return b;
        return b == NONE || a - b <= 0 ? a : b;
    }

    /// A moment that is never [#NONE] by accident.
    public static long after(long nowNs, long delayNs) {
        long at = nowNs + delayNs;
        return at == NONE ? at - 1 : at;
    }

    /// The last shared beat within `intervalNs` (one beat or more) from now: regular work keeps its interval, and meets the
    /// others' from the second time on.
    public static long onBeat(long nowNs, long intervalNs) {
        long at = nowNs + intervalNs;
        return at - Math.floorMod(at, BEAT_NS);
    }
}
