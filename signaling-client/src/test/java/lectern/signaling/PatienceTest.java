package lectern.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience(new Random(1), 0);

    @Test
    void pausesGrowUpToTenSecondsUntilTenMinutesAreOver() {
        long nowNs = 0;
        long last = 0;
        int tries = 0;
        for (long pause; (pause = patience.pauseNs(false, nowNs)) >= 0; tries++) {
            assertTrue(pause <= 10_000_000_000L && pause >= 150_000_000L, pause + " ns");
            last = pause;
            nowNs += pause;
        }
        assertTrue(nowNs >= Patience.GIVE_UP_NS && nowNs < Patience.GIVE_UP_NS + 10_000_000_000L);
        assertTrue(last >= 7_500_000_000L);
        assertTrue(tries > 60 && tries < 90, tries + " tries");
    }

    @Test
    void progressBeginsAnew() {
        for (int i = 0; i < 10; i++) patience.pauseNs(false, 0);
        patience.progressed(Patience.GIVE_UP_NS);
        assertTrue(patience.pauseNs(false, Patience.GIVE_UP_NS + 1) <= 200_000_000L);
    }

    @Test
    void aRefusalIsWaitedForNotAsLong() {
        assertTrue(patience.pauseNs(true, Patience.REFUSED_NS - 1) > 0);
        assertEquals(-1, patience.pauseNs(true, Patience.REFUSED_NS));
    }
}
