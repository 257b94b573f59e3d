package lectern.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NackTrackerTest {
    private static final long MS = 1_000_000;

    private final NackTracker tracker = new NackTracker();
    private final int[] into = new int[NackTracker.MAX_ASKED];

    private int[] ask(long nowNs) {
        return Arrays.copyOf(into, tracker.onTimeout(nowNs, into));
    }

    @Test
    void aStreamWithoutGapsAsksForNothing() {
        for (int i = 0; i < 70_000; i++)
            assertFalse(tracker.onPacket(i & 0xffff, i * MS));
        assertEquals(Deadline.NONE, tracker.nextDeadlineNs());
        assertEquals(0, tracker.missing());
    }

    @Test
    void aGapIsAskedForAfterTheTimeThatReorderingTakes() {
        tracker.onPacket(65_534, 0);
        tracker.onPacket(2, 10 * MS);
        assertEquals(15 * MS, tracker.nextDeadlineNs());
        assertArrayEquals(new int[0], ask(14 * MS));
        assertArrayEquals(new int[]{ 65_535, 0, 1}, ask(15 * MS));
        assertArrayEquals(new int[0], ask(16 * MS));
        assertEquals(65 * MS, tracker.nextDeadlineNs(), "asked again after a round trip");
    }

    @Test
    void whatOnlyChangedPlacesIsNotAskedFor() {
        tracker.onPacket(1, 0);
        tracker.onPacket(3, 0);
        assertTrue(tracker.onPacket(2, MS));
        assertEquals(Deadline.NONE, tracker.nextDeadlineNs());
        assertFalse(tracker.onPacket(2, MS), "twice is not found twice");
        assertEquals(1, tracker.repaired());
    }

    @Test
    void theRoundTripSetsHowSoonToAskAgain() {
        tracker.roundTrip(100 * MS);
        tracker.onPacket(1, 0);
        tracker.onPacket(3, 0);
        assertArrayEquals(new int[]{ 2}, ask(5 * MS));
        assertEquals(135 * MS, tracker.nextDeadlineNs());
    }

    @Test
    void asksTenTimesThenGivesUp() {
        tracker.onPacket(1, 0);
        tracker.onPacket(3, 0);
        int asked = 0;
        long now = 0;
        while (tracker.nextDeadlineNs() != Deadline.NONE) {
            now = tracker.nextDeadlineNs();
            asked += ask(now).length;
        }
        assertEquals(10, asked);
        assertTrue(now <= 1_000 * MS, "within the second that a receiver waits");
        assertEquals(1, tracker.givenUp());
        assertTrue(tracker.takeBeyondRepair());
        assertFalse(tracker.takeBeyondRepair());
    }

    @Test
    void aGapTooWideIsForgottenAtOnce() {
        tracker.onPacket(1, 0);
        tracker.onPacket(3, 0);
        tracker.onPacket(2_000, MS);
        assertEquals(Deadline.NONE, tracker.nextDeadlineNs());
        assertEquals(0, tracker.missing());
        assertTrue(tracker.takeBeyondRepair());
    }

    @Test
    void moreThanTheArrayHoldsIsAskedForInTurns() {
        tracker.onPacket(0, 0);
        tracker.onPacket(201, 0);
        assertEquals(128, ask(5 * MS).length);
        assertTrue(Deadline.passed(tracker.nextDeadlineNs(), 5 * MS));
        assertEquals(72, ask(5 * MS).length);
        assertEquals(200, tracker.missing());
    }

    @Test
    void theClockMayWrap() {
        long start = Long.MAX_VALUE - 2 * MS;
        tracker.onPacket(1, start);
        tracker.onPacket(3, start);
        assertTrue(tracker.nextDeadlineNs() < 0);
        assertArrayEquals(new int[]{ 2}, ask(start + 5 * MS));
    }

    @Test
    void randomLossIsRepairedDownToWhatWasLostTooOften() {
        long seed = 11;
        var random = new Random(seed);
        var arrivals = new PriorityQueue<long[]>((a, b) -> Long.compare(a[0], b[0]));
        boolean[] have = new boolean[5_000];
        int lostAtFirst = 0;
        for (int i = 0; i < have.length; i++) {
            if (random.nextInt(10) == 0 && i > 0)
                lostAtFirst++;
            else
                arrivals.add(new long[]{ i * 8 * MS + random.nextInt(6) * MS, i});
        }
        while (!arrivals.isEmpty() || tracker.nextDeadlineNs() != Deadline.NONE) {
            if (!arrivals.isEmpty() && (tracker.nextDeadlineNs() == Deadline.NONE
                    || arrivals.peek()[0] <= tracker.nextDeadlineNs())) {
                long[] arrival = arrivals.remove();
                tracker.onPacket((int) arrival[1] & 0xffff, arrival[0]);
                have[(int) arrival[1]] = true;
            } else {
                long now = tracker.nextDeadlineNs();
                for (int sequence : ask(now))
                    if (random.nextInt(10) > 0) // the repair travels 40 ms, and is lost as often
                        arrivals.add(new long[]{ now + 40 * MS, sequence});
            }
        }
        int last = have.length - 1;
        while (!have[last])
            last--; // nothing after it shows that it is missing
        for (int i = 0; i < last; i++)
            assertTrue(have[i], "seed " + seed + ": " + i + " was never repaired");
        assertTrue(lostAtFirst > 400 && tracker.repaired() > 400);
    }
}
