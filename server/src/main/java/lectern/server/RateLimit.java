package lectern.server;

/// A bucket that fills at a steady rate and is emptied by use. Owned by one thread.
final class RateLimit {
    private final double perNs;
    private final double burst;
    private double tokens;
    private long filledAtNs;

    RateLimit(int perSecond, int burst, long nowNs) {
        this.perNs = perSecond / 1e9;
        this.burst = burst;
        this.tokens = burst;
        this.filledAtNs = nowNs;
    }

    boolean allows(long nowNs) {
        tokens = Math.min(burst, tokens + (nowNs - filledAtNs) * perNs);
        filledAtNs = nowNs;
        if (tokens < 1) return false;
        tokens -= 1;
        return true;
    }
}
