package lectern.sfu.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NtpTimeTest {
    @Test
    void nanosecondsSurviveTheFixedPoint() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long ns = random.nextLong(4_200_000_000L * 1_000_000_000L);
            assertEquals(ns, NtpTime.toNs(NtpTime.ofNs(ns)), 1);
        }
        assertEquals(0x0000_0001_8000_0000L, NtpTime.ofNs(1_500_000_000));
        assertEquals(0x5678_9abcL, NtpTime.middle(0x1234_5678_9abc_def0L));
        assertEquals(1_500_000_000L, NtpTime.shortToNs(3 * 0x8000));
    }

    @Test
    void aSendersClockGoesThroughItsReports() {
        var clock = new SenderClock(90_000);
        long ntpNs = 3_900_000_000_123_456_789L;
        clock.onReport(NtpTime.ofNs(ntpNs), 0xffff_fff0L, 5_000);
        assertEquals(ntpNs + 1_000_000_000L, clock.ntpNsOf(0xffff_fff0L + 90_000 & 0xffff_ffffL), 2);
        assertEquals(0xffff_fff0L + 45_000, clock.timestampAt(ntpNs + 500_000_000), 1);
        assertEquals(ntpNs + 700, clock.ntpNsNow(5_700), 1);
    }
}
