package lectern.sfu.core;

/// What one stream's sender reports tell: which RTP timestamp was sent at which moment of the sender's clock.
final class SenderClock {
    private final int clockHz;
    private boolean known;
    private long ntpNs;
    private long timestamp;
    private long arrivedNs;

    SenderClock(int clockHz) {
        this.clockHz = clockHz;
    }

    void onReport(long ntp, long rtpTimestamp, long nowNs) {
        known = true;
        ntpNs = NtpTime.toNs(ntp);
        timestamp = rtpTimestamp;
        arrivedNs = nowNs;
    }

    boolean known() {
        return known;
    }

    /// The sender's clock when it sampled what carries this timestamp.
    long ntpNsOf(long rtpTimestamp) {
        return ntpNs + (int) (rtpTimestamp - timestamp) * 1_000_000_000L / clockHz;
    }

    long timestampAt(long senderNtpNs) {
        return timestamp + (senderNtpNs - ntpNs) * clockHz / 1_000_000_000L;
    }

    /// The sender's clock now, as far as its last report and ours tell.
    long ntpNsNow(long nowNs) {
        return ntpNs + nowNs - arrivedNs;
    }
}
