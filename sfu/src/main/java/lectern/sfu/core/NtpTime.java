package lectern.sfu.core;

/// The 64-bit fixed point of RFC 3550 §4, seconds since 1900 and their fraction, from and to nanoseconds.
final class NtpTime {
    private static final long SECOND_NS = 1_000_000_000;
    /// 1900 to 1970.
    static final long UNIX_EPOCH_SECONDS = 2_208_988_800L;

    private NtpTime() {}

    static long toNs(long ntp) {
        return (ntp >>> 32) * SECOND_NS + ((ntp & 0xffff_ffffL) * SECOND_NS >>> 32);
    }

    static long ofNs(long ns) {
        long seconds = Math.floorDiv(ns, SECOND_NS);
        return seconds << 32 | (Math.floorMod(ns, SECOND_NS) << 32) / SECOND_NS;
    }

    /// What a report block's `lastSr` says of it.
    static long middle(long ntp) {
        return ntp >>> 16 & 0xffff_ffffL;
    }

    /// 1/65,536 s, as a report block counts.
    static long shortToNs(long units) {
        return units * SECOND_NS >> 16;
    }
}
