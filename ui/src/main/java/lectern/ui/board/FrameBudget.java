package lectern.ui.board;

/// How much of the content is painted with each frame: as much as lets frames come in time. What painting costs is felt in
/// the time between frames only, since another thread does it.
final class FrameBudget {
    private static final int LEAST = 1_200, MOST = 60_000; // in the painter's units
    private static final long LATE_NS = 28_000_000, SOON_NS = 19_000_000;

    private int budget = 4 * LEAST;
    private long lastNs;

    /// @param inHand somebody draws: ink goes before content
    int next(long nowNs, boolean inHand) {
        if (lastNs != 0) {
            long betweenNs = nowNs - lastNs;
            if (betweenNs > LATE_NS) budget = Math.max(LEAST, budget * 2 / 3);
            else if (betweenNs < SOON_NS) budget = Math.min(MOST, budget * 5 / 4);
        }
        lastNs = nowNs;
        return inHand ? LEAST : budget;
    }

    void rest() { lastNs = 0; }
}
