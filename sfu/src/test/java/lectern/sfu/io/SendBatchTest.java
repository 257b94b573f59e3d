package lectern.sfu.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SendBatchTest {
    @Test
    void packetsLieOneAfterTheOtherAndForgottenOnesTakeNoRoom() {
        var batch = new SendBatch(3, 8192);
        assertEquals(0, batch.begin(1, 1000));
        assertEquals(0, batch.begin(2, 1000));
        batch.commit(20);
        assertEquals(32, batch.begin(3, 1000));
        batch.commit(1000);
        assertEquals(2, batch.count());
        assertEquals(2, batch.path(0));
        assertEquals(20, batch.length(0));
        assertEquals(32, batch.offset(1));
        batch.clear();
        assertEquals(0, batch.begin(1, 1));
    }

    @Test
    void isFullByCountAndByBytes() {
        var byCount = new SendBatch(2, 1 << 20);
        assertTrue(byCount.fits(2));
        assertFalse(byCount.fits(3));
        commit(byCount);
        commit(byCount);
        assertTrue(byCount.full());
        assertEquals(-1, byCount.begin(0, 10));

        var byBytes = new SendBatch(100, 5000);
        commit(byBytes);
        commit(byBytes);
        assertTrue(byBytes.full());
        assertEquals(-1, byBytes.begin(0, 2048));
        assertThrows(IllegalStateException.class, () -> byBytes.commit(10));
    }

    @Test
    void takesNoMoreThanWasBegun() {
        var batch = new SendBatch(2, 8192);
        batch.begin(0, 10);
        assertThrows(IllegalStateException.class, () -> batch.commit(11));
    }

    private static void commit(SendBatch batch) {
        batch.begin(0, 2048);
        batch.commit(2000);
    }
}
