package lectern.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.media.ConnectionState;
import org.junit.jupiter.api.Test;

class MediaLineTest {
    private static final long MS = 1_000_000;
    private final MediaLine line = new MediaLine();

    @Test
    void aBreakThatHealsByItselfNeedsNothing() {
        line.now(ConnectionState.CONNECTED, 0);
        line.now(ConnectionState.DISCONNECTED, 1_000 * MS);
        assertFalse(line.wantsRestart(2_000 * MS));
        line.now(ConnectionState.CONNECTED, 2_100 * MS);
        assertFalse(line.wantsRestart(60_000 * MS));
    }

    @Test
    void aBreakThatStaysAsksAgainAndAgainButNotTooOften() {
        line.now(ConnectionState.DISCONNECTED, 0);
        assertTrue(line.wantsRestart(1_500 * MS));
        line.now(ConnectionState.CONNECTING, 1_600 * MS);
        line.now(ConnectionState.FAILED, 1_700 * MS);
        assertFalse(line.wantsRestart(3_000 * MS));
        assertTrue(line.wantsRestart(4_500 * MS));
        assertFalse(line.isHopeless());
        assertTrue(line.wantsRestart(7_500 * MS));
        assertTrue(line.isHopeless(), "two restarts didn't help");
        line.forget();
        assertFalse(line.wantsRestart(60_000 * MS));
    }
}
