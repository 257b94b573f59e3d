package lectern.sfu.rtp;

/// Tracks gaps in one received stream. Packets and time come in; sequence numbers to ask for come out.
///
/// A number that is passed over is *missing*: it is asked for after [#REORDER_NS], and again each round trip, until it comes
/// (itself or by RTX), was asked for [#MAX_TRIES] times, or is [#GIVE_UP_NS] old. A gap too wide to be worth asking
/// for is forgotten at once: only a key frame helps then, and [#takeBeyondRepair] says so.
public final class NackTracker {
    public static final int MAX_ASKED = 128;
    private static final int WINDOW = 1_024; // a power of two that divides 65,536
    private static final int MASK = WINDOW - 1;
    private static final int MAX_GAP = 512;
    private static final int MAX_TRIES = 10;
    private static final long REORDER_NS = 5_000_000; // packets that only changed places arrive within this
    private static final long FIRST_RETRY_NS = 50_000_000; // one typical round trip: asking sooner mostly duplicates
    private static final long GIVE_UP_NS = 1_000_000_000;

    private final SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private final long[] missing = new long[WINDOW]; // the unwrapped number that is missing, or 0
    private final long[] sinceNs = new long[WINDOW];
    private final long[] nextNs = new long[WINDOW];
    private final int[] tries = new int[WINDOW];
    private long oldest; // no missing number is below
    private int count;
    private long retryNs = FIRST_RETRY_NS;
    private long deadlineNs = Deadline.NONE;
    private boolean beyondRepair;
    private long repaired;
    private long givenUp;

    /// For every packet of the stream, and for every one that RTX brought back. True when it filled a gap.
    public boolean onPacket(int sequence, long nowNs) {
        boolean first = !unwrapper.started();
        long before = unwrapper.newest();
        long number = unwrapper.unwrap(sequence);
        if (first || number <= before)
            return !first && found(number);
        long gap = number - before - 1;
        if (gap > MAX_GAP) {
            givenUp += gap + count;
            forgetAll();
            beyondRepair = true;
        } else if (gap > 0) {
            forgetBelow(number - WINDOW + 1);
            for (long n = before + 1; n < number; n++)
                miss(n, nowNs);
        }
        return false;
    }

    private void miss(long number, long nowNs) {
        int i = (int) number & MASK;
        if (count++ == 0)
            oldest = number;
        missing[i] = number;
        sinceNs[i] = nowNs;
        nextNs[i] = Deadline.after(nowNs, REORDER_NS);
        tries[i] = 0;
        deadlineNs = Deadline.earlier(deadlineNs, nextNs[i]);
    }

    private boolean found(long number) {
        int i = (int) number & MASK;
        if (number <= 0 || missing[i] != number)
            return false;
        forget(i);
        repaired++;
        return true;
    }

    private void forget(int i) {
        missing[i] = 0;
        if (--count == 0)
            deadlineNs = Deadline.NONE;
    }

    private void forgetBelow(long number) {
        for (long n = oldest; count > 0 && n < number; n++)
            giveUp(n);
        oldest = Math.max(oldest, number);
    }

    private void giveUp(long number) {
        int i = (int) number & MASK;
        if (missing[i] == number) {
            forget(i);
            givenUp++;
            beyondRepair = true;
        }
    }

    private void forgetAll() {
        java.util.Arrays.fill(missing, 0);
        count = 0;
        deadlineNs = Deadline.NONE;
    }

    /// The measured round trip to the sender, from its reports; sets how soon to ask again.
    public void roundTrip(long roundTripNs) {
        retryNs = Math.clamp(roundTripNs + roundTripNs / 4 + REORDER_NS, 15_000_000, 300_000_000);
    }

    /// When to call [#onTimeout], [Deadline#NONE] when nothing is missing.
    public long nextDeadlineNs() {
        return deadlineNs;
    }

    /// Writes what to ask for now into `into`, lowest first, and returns how many.
    public int onTimeout(long nowNs, int[] into) {
        int asked = 0;
        deadlineNs = Deadline.NONE;
        int left = count;
        long lowest = -1;
        for (long n = oldest; left > 0 && n <= unwrapper.newest(); n++) {
            int i = (int) n & MASK;
            if (missing[i] != n)
                continue;
            left--;
            if (Deadline.passed(nextNs[i], nowNs)) {
                if (tries[i] >= MAX_TRIES || nowNs - sinceNs[i] >= GIVE_UP_NS) {
                    giveUp(n);
                    continue;
                }
                if (asked < into.length) {
                    into[asked++] = (int) n & 0xffff;
                    tries[i]++;
                    nextNs[i] = Deadline.after(nowNs, retryNs);
                }
            }
            lowest = lowest < 0 ? n : lowest;
            deadlineNs = Deadline.earlier(deadlineNs, nextNs[i]);
        }
        oldest = lowest < 0 ? unwrapper.newest() : lowest;
        return asked;
    }

    /// True once after something was lost for good: a video stream then needs a key frame.
    public boolean takeBeyondRepair() {
        boolean was = beyondRepair;
        beyondRepair = false;
        return was;
    }

    public int missing() {
        return count;
    }

    public long repaired() {
        return repaired;
    }

    public long givenUp() {
        return givenUp;
    }
}
