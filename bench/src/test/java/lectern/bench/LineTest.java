package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.bench.Line.Settings;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final long MS = 1_000_000;
    private static final int PACKETS = 1_000_000;

    private static double lostShare(Settings settings) {
        var line = new Line(settings, 1);
        int lost = 0;
        for (int i = 0; i < PACKETS; i++)
            lost += line.travelNs(1_000, i * MS) == Line.LOST ? 1 : 0;
        return lost / (double) PACKETS;
    }

    @Test
    void aCleanLineTakesNoTime() {
        var line = new Line(Settings.CLEAN, 1);
        for (int i = 0; i < 100; i++)
            assertEquals(0, line.travelNs(1_500, i));
    }

    @Test
    void lossIsAsOftenAsAskedFor() {
        assertEquals(0.05, lostShare(Settings.CLEAN.withLoss(0.05)), 0.003);
        assertEquals(1, lostShare(Settings.CLEAN.withLoss(1)));
    }

    @Test
    void burstsAreAsLongAndAsOftenAsAskedFor() {
        Settings bursts = Settings.CLEAN.withBursts(0.02, 8, 1);
        assertEquals(0.02, lostShare(bursts), 0.002);
        var line = new Line(bursts, 2);
        int begun = 0;
        int lost = 0;
        boolean before = false;
        for (int i = 0; i < PACKETS; i++) {
            boolean now = line.travelNs(1_000, i * MS) == Line.LOST;
            begun += now && !before ? 1 : 0;
            lost += now ? 1 : 0;
            before = now;
        }
        assertEquals(8, lost / (double) begun, 0.5);
    }

    @Test
    void theRateSpreadsABurst() {
        var line = new Line(Settings.CLEAN.withRate(1_000_000, 100_000), 1);
        for (int i = 1; i <= 10; i++)
            assertEquals(i * 8 * MS, line.travelNs(1_000, 0)); // 8,000 bits at 1 Mbps
        assertEquals(8 * MS, line.travelNs(1_000, 500 * MS), "idle lines catch up");
    }

    @Test
    void aFullQueueDrops() {
        var line = new Line(Settings.CLEAN.withRate(1_000_000, 3_500), 1);
        for (int i = 0; i < 3; i++)
            assertTrue(line.travelNs(1_000, 0) > 0);
        assertEquals(Line.DROPPED, line.travelNs(1_000, 0));
        assertTrue(line.travelNs(1_000, 8 * MS) > 0, "one has left since");
    }

    @Test
    void jitterKeepsTheOrderUnlessAllowedToChangeIt() {
        Settings jittery = Settings.CLEAN.withDelay(20 * MS, 10 * MS);
        assertEquals(0, overtakes(jittery));
        assertTrue(overtakes(jittery.withReordering()) > 1_000);
    }

    private static int overtakes(Settings settings) {
        var line = new Line(settings, 3);
        long last = 0;
        int overtakes = 0;
        for (int i = 0; i < 10_000; i++) {
            long travel = line.travelNs(1_000, i * MS);
            assertTrue(travel >= 20 * MS && travel <= 30 * MS, "" + travel);
            overtakes += i * MS + travel < last ? 1 : 0;
            last = i * MS + travel;
        }
        return overtakes;
    }

    @Test
    void theSameSeedIsTheSameLine() {
        Settings settings = Settings.CLEAN.withLoss(0.1).withBursts(0.05, 5, 0.9).withDelay(5 * MS, 5 * MS);
        var one = new Line(settings, 9);
        var two = new Line(settings, 9);
        for (int i = 0; i < 1_000; i++)
            assertEquals(one.travelNs(1_000, i * MS), two.travelNs(1_000, i * MS));
    }

    @Test
    void sharesAreShares() {
        assertThrows(IllegalArgumentException.class, () -> Settings.CLEAN.withLoss(1.5));
        assertThrows(IllegalArgumentException.class, () -> Settings.CLEAN.withLoss(Double.NaN));
    }
}
