package lectern.sfu.srtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {
    @Test
    void refusesWhatWasThereAndWhatIsTooOld() {
        var window = new ReplayWindow();
        assertFalse(window.refuses(1000));
        window.accept(1000);
        assertTrue(window.refuses(1000));
        assertFalse(window.refuses(1001));
        assertFalse(window.refuses(1000 - ReplayWindow.SIZE + 1));
        assertTrue(window.refuses(1000 - ReplayWindow.SIZE));
        assertTrue(window.refuses(-1));
    }

    @Test
    void nothingIsBeforeTheFirstPossibleIndex() {
        var window = new ReplayWindow();
        assertTrue(window.refuses(-1));
        window.accept(3);
        assertFalse(window.refuses(0));
        assertTrue(window.refuses(-2));
    }

    /// Beside a set of everything accepted.
    @Test
    void agreesWithASet() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var window = new ReplayWindow();
            Set<Long> seen = new HashSet<>();
            long top = -1;
            for (int step = 0; step < 4000; step++) {
                long near = Math.max(0, top) + random.nextInt(-150, random.nextInt(8) == 0 ? 200 : 3);
                long index = Math.max(0, near);
                boolean refused = seen.contains(index) || top - index >= ReplayWindow.SIZE;
                assertEquals(refused, window.refuses(index), "seed " + seed + ", step " + step);
                if (!refused) {
                    window.accept(index);
                    seen.add(index);
                    top = Math.max(top, index);
                }
                assertEquals(top, window.highest());
            }
        }
    }
}
