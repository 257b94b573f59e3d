package lectern.whiteboard;

import org.junit.jupiter.api.Test;

/// Whatever happens on the way, all end with the same board. `-Dlectern.edits=10000000` for a long run.
class ConvergenceTest {
    private static final int EDITS_OF_A_WORLD = 2_000;

    @Test
    void allEndWithTheSameBoard() {
        long wanted = Long.getLong("lectern.edits", 120_000);
        long first = Long.getLong("lectern.seed", 1);
        long edits = 0;
        for (long seed = first; edits < wanted; seed++) edits += run(seed);
    }

    private static int run(long seed) {
        try {
            var world = new World(seed);
            int edits = world.run(EDITS_OF_A_WORLD);
            world.settle();
            return edits;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
