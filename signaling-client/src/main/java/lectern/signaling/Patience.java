package lectern.signaling;

import java.util.random.RandomGenerator;

/// How long to wait before another try, and when to give up: pauses double up to ten seconds, and ten minutes without any
/// progress are enough. A refusal that may pass is waited for only as long as a lost line usually takes to come back.
final class Patience {
    static final long GIVE_UP_NS = 600_000_000_000L;
    static final long REFUSED_NS = 45_000_000_000L;
    private static final long FIRST_NS = 200_000_000L;
    private static final long LONGEST_NS = 10_000_000_000L;

    private final RandomGenerator random;
    private long pauseNs = FIRST_NS;
    private long progressedNs;

    Patience(RandomGenerator random, long nowNs) {
        this.random = random;
        progressedNs = nowNs;
    }

    /// Something came through.
    void progressed(long nowNs) {
        progressedNs = nowNs;
        pauseNs = FIRST_NS;
    }

    /// How long to wait after a failure; -1 to give up. Up to a quarter shorter by chance, so that a class that lost its line doesn't
    /// come back in one moment.
    long pauseNs(boolean refused, long nowNs) {
        if (nowNs - progressedNs >= (refused ? REFUSED_NS : GIVE_UP_NS)) return -1;
        long pause = pauseNs;
        pauseNs = Math.min(LONGEST_NS, pauseNs * 2);
        return pause - random.nextLong(pause / 4);
    }
}
