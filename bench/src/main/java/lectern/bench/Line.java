package lectern.bench;

import java.util.Random;

/// One direction of a bad connection, in pure form: a packet's size and time come in, the time of its arrival comes out. The same
/// seed and the same packets give the same line.
///
/// Loss follows Gilbert and Elliott: the line is *good* or *bad*, changes between the two by chance at each packet, and
/// loses a share of its own in each. What isn't lost queues for the line's rate, then travels.
public final class Line {
    /// A random loss in either state.
    static final long LOST = -1;
    /// The queue before the line was full.
    static final long DROPPED = -2;

    /// How a line is. Shares are between 0 and 1; `rateBps` 0 is no limit; jitter is spread evenly over 0 to `jitterNs`
    /// and changes the order of packets only when `reorders`.
    public record Settings(double loss, double badLoss, double becomesBad, double becomesGood, long delayNs,
            long jitterNs, boolean reorders, long rateBps, int queueBytes) {
        public static final Settings CLEAN = new Settings(0, 0, 0, 1, 0, 0, false, 0, 256 * 1_024);

        public Settings {
            for (double share : new double[]{ loss, badLoss, becomesBad, becomesGood})
                if (!(share >= 0 && share <= 1))
                    throw new IllegalArgumentException("a share is between 0 and 1, not " + share);
            if (delayNs < 0 || jitterNs < 0 || rateBps < 0 || queueBytes < 1)
                throw new IllegalArgumentException("delay, jitter, rate and queue aren't negative");
        }

        public Settings withLoss(double share) {
            return new Settings(share, badLoss, becomesBad, becomesGood, delayNs, jitterNs, reorders, rateBps,
                    queueBytes);
        }

        /// Bursts that lose `lost` of the packets, `packets` long on average, taking `share` of all time.
        public Settings withBursts(double share, double packets, double lost) {
            double leave = 1 / packets;
            return new Settings(loss, lost, share * leave / (1 - share), leave, delayNs, jitterNs, reorders, rateBps,
                    queueBytes);
        }

        public Settings withDelay(long newDelayNs, long newJitterNs) {
            return new Settings(loss, badLoss, becomesBad, becomesGood, newDelayNs, newJitterNs, reorders, rateBps,
                    queueBytes);
        }

        public Settings withReordering() {
            return new Settings(loss, badLoss, becomesBad, becomesGood, delayNs, jitterNs, true, rateBps, queueBytes);
        }

        public Settings withRate(long newRateBps, int newQueueBytes) {
            return new Settings(loss, badLoss, becomesBad, becomesGood, delayNs, jitterNs, reorders, newRateBps,
                    newQueueBytes);
        }
    }

    private final Settings settings;
    private final Random random;
    private boolean bad;
    private boolean busy;
    private long freeAtNs;
    private boolean sent;
    private long lastArrivalNs;

    Line(Settings settings, long seed) {
        this.settings = settings;
        this.random = new Random(seed);
    }

    /// How long a packet that leaves now is under way, or [#LOST] or [#DROPPED].
    long travelNs(int bytes, long nowNs) {
        // The dice fall for each packet whether they matter or not, so that settings can be compared on one seed.
        double change = random.nextDouble();
        double fate = random.nextDouble();
        double late = random.nextDouble();
        bad = bad ? change >= settings.becomesGood() : change < settings.becomesBad();
        if (fate < (bad ? settings.badLoss() : settings.loss()))
            return LOST;
        long waitNs = 0;
        if (settings.rateBps() > 0) {
            waitNs = busy ? Math.max(0, freeAtNs - nowNs) : 0;
            long queuedBytes = (long) (waitNs * (double) settings.rateBps() / 8e9);
            if (queuedBytes + bytes > settings.queueBytes())
                return DROPPED;
            waitNs += bytes * 8_000_000_000L / settings.rateBps();
            freeAtNs = nowNs + waitNs;
            busy = true;
        }
        long travelNs = waitNs + settings.delayNs() + (long) (late * settings.jitterNs());
        if (!settings.reorders() && sent)
            travelNs = Math.max(travelNs, lastArrivalNs - nowNs);
        lastArrivalNs = nowNs + travelNs;
        sent = true;
        return travelNs;
    }
}
