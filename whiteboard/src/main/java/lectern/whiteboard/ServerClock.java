package lectern.whiteboard;

import java.time.Instant;

/// The server's clock, as far as one can know it here: each round trip says that the server's time lay between question and
/// answer. The shortest of the last few is the surest, since what the line adds is added to one way alone; what it says is
/// taken over slowly, so that nothing that plays by this clock jumps for a few milliseconds.
public final class ServerClock {
    private static final int KEPT = 8;
    private static final long AT_ONCE_NS = 25_000_000; // more than that is put right in one step
    private static final double SHARE = 0.25; // of what is less, with each answer

    private final long[] roundTripNs = new long[KEPT], offsetNs = new long[KEPT];
    private int heard;
    private long shownNs;

    /// @param roundTripNs between question and answer
    /// @param at          the server's time in its answer
    /// @param nowNs       when the answer came, by a clock of ours that only goes forward
    public void heard(long roundTripNs, Instant at, long nowNs) {
        int place = heard++ % KEPT;
        this.roundTripNs[place] = roundTripNs;
        offsetNs[place] = nanos(at) + roundTripNs / 2 - nowNs;
        long best = best(), changeNs = best - shownNs;
        shownNs = heard == 1 || Math.abs(changeNs) > AT_ONCE_NS ? best : shownNs + (long) (SHARE * changeNs);
    }

    /// Another server may have another clock.
    public void forget() { heard = 0; }

    public boolean isKnown() { return heard > 0; }

    /// The server's time; only when it is known.
    public Instant now(long nowNs) { return Instant.ofEpochSecond(0, nowNs + shownNs); }

    private long best() {
        int best = 0;
        for (int i = 1; i < Math.min(heard, KEPT); i++) if (roundTripNs[i] < roundTripNs[best]) best = i;
        return offsetNs[best];
    }

    /// Since 1970; may overflow with the offset, which a difference survives.
    private static long nanos(Instant at) { return at.getEpochSecond() * 1_000_000_000 + at.getNano(); }
}
