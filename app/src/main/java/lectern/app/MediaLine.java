package lectern.app;

import lectern.media.ConnectionState;

/// When a broken media line is worth an ICE restart: soon, and then not too often. Pure: time is given.
final class MediaLine {
    private static final long LOST_PATIENCE_NS = 1_500_000_000L; // a media line that breaks often heals by itself
    private static final long RESTART_EVERY_NS = 3_000_000_000L;
    private static final int RESTARTS = 2; // more don't help; a new welcome does
    private boolean broken;
    private int restarts;
    private long nextRestartNs;

    void now(ConnectionState state, long nowNs) {
        boolean nowBroken = state == ConnectionState.DISCONNECTED || state == ConnectionState.FAILED;
        if (nowBroken && !broken) nextRestartNs = nowNs + LOST_PATIENCE_NS;
        if (state == ConnectionState.CONNECTED) restarts = 0;
        if (state == ConnectionState.CONNECTED || nowBroken) broken = nowBroken;
    }

    boolean wantsRestart(long nowNs) {
        if (!broken || nextRestartNs - nowNs > 0) return false;
        nextRestartNs = nowNs + RESTART_EVERY_NS;
        restarts++;
        return true;
    }

    boolean isHopeless() { return restarts > RESTARTS; }

    /// There is a new connection.
    void forget() {
        broken = false;
        restarts = 0;
    }
}
