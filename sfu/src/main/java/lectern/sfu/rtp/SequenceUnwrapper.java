package lectern.sfu.rtp;

/// Makes 16-bit sequence numbers into numbers that don't wrap: each is taken as the one nearest to the newest seen.
public final class SequenceUnwrapper {
    private long newest;
    private boolean started;

    /// The first number becomes itself plus 65,536, so that late ones before it stay positive.
    public long unwrap(int sequence) {
        long value = peek(sequence);
        if (!started || value > newest)
            newest = value;
        started = true;
        return value;
    }

    /// As [#unwrap], without moving on.
    public long peek(int sequence) {
        if (!started)
            return 65_536L + (sequence & 0xffff);
        return newest + (short) (sequence - (int) newest);
    }

    public long newest() {
        return newest;
    }

    public boolean started() {
        return started;
    }
}
