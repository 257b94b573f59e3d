package lectern.sfu.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.sfu.core.Subscriber.Arrived;

/// What a receiver may rely on, whatever was switched behind the line: one sender that never stops.
final class Continuity {
    private Continuity() {}

    /// Nothing is missing between the first whole key frame and the last packet older than `settledNs` before the end.
    static void complete(World world, Subscriber.Line line, long settledNs) {
        long first = line.video ? line.decoded().firstKey() : line.packets.firstKey();
        long last = settled(world, line, settledNs);
        for (long n = first; n <= last; n++)
            assertTrue(line.packets.containsKey(n), "seed " + world.seed + ": packet " + (n - first) + " of "
                    + (last - first) + " never came");
    }

    private static long settled(World world, Subscriber.Line line, long settledNs) {
        return line.packets.values().stream().filter(a -> world.nowNs - a.atNs() > settledNs)
                .mapToLong(Arrived::number).max().orElseThrow();
    }

    /// Pictures follow each other as from one encoder, and a new source begins with a key frame.
    static void decodable(World world, Subscriber.Line line, long settledNs) {
        String seed = "seed " + world.seed + ": ";
        Arrived before = null;
        for (Arrived now : line.decoded().headMap(settled(world, line, settledNs), true).values()) {
            if (before == null) {
                assertTrue(now.picture().key() && now.picture().piece() == 0, seed + "begins with " + now.picture());
                before = now;
                continue;
            }
            boolean sameFrame = now.timestamp() == before.timestamp();
            if (sameFrame) {
                assertEquals(before.picture().pictureId(), now.picture().pictureId(),
                        seed + "picture id within a frame");
                assertEquals(before.picture().piece() + 1, now.picture().piece(), seed + "pieces in order");
            } else {
                assertTrue((int) (now.timestamp() - before.timestamp()) > 0,
                        seed + "time goes on: " + before + " " + now);
                assertEquals(before.picture().pictureId() + 1 & 0x7fff, now.picture().pictureId(),
                        seed + "picture id after " + before);
                assertEquals(before.picture().tl0() + 1 & 0xff, now.picture().tl0(), seed + "tl0 after " + before);
                assertEquals(0, now.picture().piece(), seed + "frames begin at their beginning");
                boolean sameSource = now.picture().source() == before.picture().source()
                        && now.picture().layer() == before.picture().layer()
                        && now.picture().frame() == before.picture().frame() + 1;
                assertTrue(sameSource || now.picture().key(), seed + now + " can't follow " + before);
            }
            before = now;
        }
    }

    /// Timestamps keep step with the clock, switches or not.
    static void onTime(World world, Subscriber.Line line, int clockHz, long toleranceNs) {
        List<Arrived> all = List.copyOf(line.packets.values());
        Arrived first = all.getFirst();
        for (Arrived now : all) {
            long mediaNs = (int) (now.timestamp() - first.timestamp()) * 1_000_000_000L / clockHz;
            long drift = mediaNs - (now.atNs() - first.atNs());
            assertTrue(Math.abs(drift) < toleranceNs,
                    "seed " + world.seed + ": " + drift / 1e6 + " ms off at " + now);
        }
    }
}
