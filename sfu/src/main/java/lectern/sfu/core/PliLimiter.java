package lectern.sfu.core;

import lectern.sfu.rtp.Deadline;

/// Asks a publisher for a key frame of one layer: the first wish at once, later ones merged to one request per 500 ms. Who still waits
/// after that wishes again (the request or the frame may get lost).
final class PliLimiter {
    // A key frame costs 5 to 10 others; at two a second a class of late joiners can't drown the publisher's uplink.
    static final long INTERVAL_NS = 500_000_000;

    private boolean wanted;
    private boolean everSent;
    private long lastSentNs;
    private long sent;

    /// Someone needs a key frame. True when the request must go out now; otherwise [#onTimeout] will say so.
    boolean request(long nowNs) {
        wanted = true;
        return onTimeout(nowNs);
    }

    boolean onTimeout(long nowNs) {
        if (!wanted || everSent && nowNs - lastSentNs < INTERVAL_NS)
            return false;
        wanted = false;
        everSent = true;
        lastSentNs = nowNs;
        sent++;
        return true;
    }

    void onKeyFrame() {
        wanted = false;
    }

    long deadlineNs() {
        return wanted ? Deadline.after(lastSentNs, INTERVAL_NS) : Deadline.NONE;
    }

    long sent() {
        return sent;
    }
}
