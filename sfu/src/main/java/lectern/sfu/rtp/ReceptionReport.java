package lectern.sfu.rtp;

/// What a receiver says about one stream: losses, jitter, highest sequence number (RFC 3550 §6.4 and appendix A).
public final class ReceptionReport {
    private final int ssrc;
    private final int clockHz;
    private final SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private long first;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private long originNs;
    private long lastArrival;
    private long lastTimestamp;
    private long jitterTimes16;
    private long lastSr;
    private long lastSrNs;

    public ReceptionReport(int ssrc, int clockHz) {
        this.ssrc = ssrc;
        this.clockHz = clockHz;
    }

    public void onPacket(int sequence, long timestamp, long nowNs) {
        boolean opening = !unwrapper.started();
        long number = unwrapper.unwrap(sequence);
        if (opening) {
            first = number;
            originNs = nowNs;
        }
        received++;
        long arrival = (nowNs - originNs) / 1_000 * clockHz / 1_000_000;
        if (!opening && timestamp != lastTimestamp) { // packets of one picture leave in a burst: their spread is no jitter
            long change = (int) (arrival - lastArrival - (timestamp - lastTimestamp));
            jitterTimes16 += Math.abs(change) - (jitterTimes16 + 8 >> 4);
        }
        if (opening || timestamp != lastTimestamp) {
            lastArrival = arrival;
            lastTimestamp = timestamp;
        }
    }

    public void onSenderReport(long ntpTime, long nowNs) {
        lastSr = ntpTime >>> 16 & 0xffff_ffffL;
        lastSrNs = nowNs;
    }

    /// Adds this stream's block to the report that `out` has just begun. False before the first packet.
    public boolean write(RtcpWriter out, long nowNs) {
        if (!unwrapper.started())
            return false;
        long expected = expected();
        long expectedNow = expected - expectedBefore;
        long lostNow = expectedNow - (received - receivedBefore);
        int fraction = expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, (lostNow << 8) / expectedNow);
        long delay = lastSr == 0 ? 0 : (nowNs - lastSrNs) / 1_000 * 65_536 / 1_000_000;
        int lost = Math.clamp(expected - received, -0x800000, 0x7fffff);
        if (!out.report(ssrc, fraction, lost, highestSequence(), jitter(), lastSr, delay))
            return false;
        expectedBefore = expected;
        receivedBefore = received;
        return true;
    }

    private long expected() {
        return unwrapper.started() ? unwrapper.newest() - first + 1 : 0;
    }

    /// The wire's "extended highest": how often the number wrapped, then the number.
    private long highestSequence() {
        return unwrapper.newest() - 65_536;
    }

    public int ssrc() {
        return ssrc;
    }

    public long received() {
        return received;
    }

    /// Never sent again and still missing; negative when duplicates outweigh losses.
    public long lost() {
        return expected() - received;
    }

    /// In units of the stream's clock.
    public long jitter() {
        return jitterTimes16 >> 4;
    }

    /// The middle 32 bits of the last sender report's NTP time, 0 before the first.
    public long lastSr() {
        return lastSr;
    }
}
