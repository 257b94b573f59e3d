package lectern.sfu.srtp;

/// Which of the last 128 indices were there (RFC 3711 §3.3.2), and the highest. Asked before a packet is authenticated,
/// told after.
final class ReplayWindow {
    static final int SIZE = 128;

    private long highest = -1;
    private long recent; // bit n: highest - n was there
    private long older; // bit n: highest - 64 - n

    long highest() {
        return highest;
    }

    /// Whether that index is to be refused: seen already, or too old to know.
    boolean refuses(long index) {
        long age = highest - index;
        if (age < 0)
            return false;
        if (highest < 0)
            return index < 0;
        if (age >= SIZE || index < 0)
            return true;
        return ((age < 64 ? recent >>> age : older >>> age - 64) & 1) != 0;
    }

    void accept(long index) {
        long ahead = index - highest;
        if (highest < 0 || ahead >= SIZE) {
            older = 0;
            recent = 1;
        } else if (ahead >= 64) {
            older = recent << ahead - 64;
            recent = 1;
        } else if (ahead > 0) {
            older = older << ahead | recent >>> 64 - ahead;
            recent = recent << ahead | 1;
        } else if (ahead > -64) {
            recent |= 1L << -ahead;
        } else {
            older |= 1L << -ahead - 64;
        }
        if (ahead > 0)
            highest = index;
    }
}
