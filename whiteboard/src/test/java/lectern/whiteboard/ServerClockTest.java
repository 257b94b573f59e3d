package lectern.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServerClockTest {
    private static final long MS = 1_000_000;
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

    private final ServerClock clock = new ServerClock();
    private final long beganNs = Long.MAX_VALUE - 20_000 * MS; // nanoTime may overflow under way

    @Test
    void oneAnswerSaysItToHalfARoundTrip() {
        assertFalse(clock.isKnown());
        answer(0, 10, 30);
        assertTrue(clock.isKnown());
        assertTrue(Math.abs(errorMs(40)) <= 20, "off by " + errorMs(40));
    }

    @Test
    void aLineThatStuttersIsSeenThrough() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var clock = new ServerClock();
            double worstMs = 0;
            for (int i = 0; i < 40; i++) {
                long atMs = 5_000L * i;
                double there = 5 + Math.abs(random.nextGaussian()) * 60,
                        back = 5 + Math.abs(random.nextGaussian()) * 60;
                long nowNs = beganNs + (long) ((atMs + there + back) * MS);
                clock.heard((long) ((there + back) * MS), BEGIN.plusNanos((long) ((atMs + there) * MS)), nowNs);
                if (i >= 3) worstMs = Math.max(worstMs, Math.abs(errorMs(clock, nowNs)));
            }
            assertTrue(worstMs < 60, "seed " + seed + ": " + worstMs + " ms");
        }
    }

    @Test
    void littleIsPutRightSlowlyAndMuchAtOnce() {
        answer(0, 5, 5);
        answer(5_000, 0, 8); // shorter, and 4 ms apart from the truth
        assertEquals(-1, errorMs(5_008), 0.01);
        for (int i = 2; i < 12; i++) answer(5_000L * i, 105, 5, 300); // the server's clock was put right
        assertEquals(300 + 50, errorMs(60_000), 1);
    }

    private void answer(long sentMs, long thereMs, long backMs) { answer(sentMs, thereMs, backMs, 0); }

    private void answer(long sentMs, long thereMs, long backMs, long aheadMs) {
        clock.heard((thereMs + backMs) * MS, BEGIN.plusMillis(sentMs + thereMs + aheadMs),
                beganNs + (sentMs + thereMs + backMs) * MS);
    }

    private double errorMs(long nowMs) { return errorMs(clock, beganNs + nowMs * MS); }

    private double errorMs(ServerClock clock, long nowNs) {
        return Duration.between(BEGIN.plusNanos(nowNs - beganNs), clock.now(nowNs)).toNanos() / 1e6;
    }
}
