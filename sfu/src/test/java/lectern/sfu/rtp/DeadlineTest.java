package lectern.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final long MILLIS = 1_000_000;

    @Test
    void regularWorkKeepsItsIntervalAlthoughItIsWokenLate() {
        long first = Deadline.onBeat(1_234 * MILLIS, 500 * MILLIS);
        long second = Deadline.onBeat(first + 3 * MILLIS, 500 * MILLIS);
        assertEquals(500 * MILLIS, second - first);
    }

    @Test
    void workOfDifferentIntervalsMeets() {
        assertEquals(Deadline.onBeat(1_234 * MILLIS, 500 * MILLIS), Deadline.onBeat(1_678 * MILLIS, 100 * MILLIS));
    }

    @Test
    void aBeatIsStillToCome() {
        for (long now : new long[]{ 0, 1, 99 * MILLIS, 100 * MILLIS, 100 * MILLIS + 1, -1, -100 * MILLIS,
                -250 * MILLIS}) {
            long in = Deadline.onBeat(now, 100 * MILLIS) - now;
            assertTrue(0 < in && in <= 100 * MILLIS, in + " ns after " + now);
        }
    }
}
