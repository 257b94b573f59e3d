package lectern.sfu.core;

/// What a receiver reports of one of our streams (RFC 3550 §6.4.1).
final class ReceiverView {
    private long lastSent;
    private long lastSentNs;
    private int lost;
    private long jitter;
    private long roundTripNs = -1;

    void onSent(long ntp, long nowNs) {
        lastSent = NtpTime.middle(ntp);
        lastSentNs = nowNs;
    }

    void onReport(int packetsLost, long jitterUnits, long lastSr, long delaySinceLastSr, long nowNs) {
        lost = packetsLost;
        jitter = jitterUnits;
        if (lastSr != 0 && lastSr == lastSent)
            roundTripNs = Math.max(0, nowNs - lastSentNs - NtpTime.shortToNs(delaySinceLastSr));
    }

    int lost() {
        return lost;
    }

    /// In units of the stream's clock.
    long jitter() {
        return jitter;
    }

    /// -1 while unknown.
    long roundTripNs() {
        return roundTripNs;
    }
}
