package lectern.sfu.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.sfu.rtp.Deadline;
import org.junit.jupiter.api.Test;

class PliLimiterTest {
    private static final long START = Long.MAX_VALUE - 200_000_000; // the clock runs over during the test

    private final PliLimiter limiter = new PliLimiter();

    @Test
    void theFirstWishGoesOutAtOnceAndOthersAreMerged() {
        assertTrue(limiter.request(START));
        assertEquals(Deadline.NONE, limiter.deadlineNs());
        assertFalse(limiter.request(START + 1));
        assertFalse(limiter.request(START + 300_000_000));
        assertEquals(START + 500_000_000, limiter.deadlineNs());
        assertFalse(limiter.onTimeout(START + 499_999_999));
        assertTrue(limiter.onTimeout(START + 500_000_000));
        assertFalse(limiter.onTimeout(START + 2_000_000_000));
        assertEquals(2, limiter.sent());
    }

    @Test
    void aKeyFrameGrantsEveryWish() {
        assertTrue(limiter.request(START));
        assertFalse(limiter.request(START + 1));
        limiter.onKeyFrame();
        assertEquals(Deadline.NONE, limiter.deadlineNs());
        assertFalse(limiter.onTimeout(START + 1_000_000_000));
        assertTrue(limiter.request(START + 1_000_000_001));
    }
}
