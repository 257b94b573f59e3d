package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lectern.materials.StoreCore.Delete;
import lectern.materials.StoreCore.Load;
import lectern.materials.StoreCore.Make;
import lectern.materials.StoreCore.Output;
import lectern.materials.StoreCore.Retry;
import lectern.materials.StoreCore.Stop;
import lectern.materials.StoreCore.Tell;
import lectern.materials.StoreCore.Urgency;
import org.junit.jupiter.api.Test;

class StoreCoreTest {
    private static final String HASH = "0".repeat(64);
    private static final Work FIRST = new Work.Picture(HASH, 1, 0);
    private static final Work SECOND = new Work.Picture(HASH, 2, 0);
    private static final Work THIRD = new Work.Picture(HASH, 3, 0);
    private static final Work DECK = new Work.Convert(HASH);
    private final StoreCore core = new StoreCore(new CacheIndex(1_000));

    @Test
    void theSameIsMadeOnceAndThenLoaded() {
        assertEquals(List.of(new Make(FIRST)), core.ask(1, FIRST, Urgency.DEMANDED));
        assertEquals(List.of(), core.ask(2, FIRST, Urgency.DEMANDED));
        assertEquals(List.of(new Tell(List.of(1L, 2L), FIRST)), core.made(FIRST, true));
        assertEquals(List.of(new Tell(List.of(3L), FIRST)), core.ask(3, FIRST, Urgency.DEMANDED), "not on disk yet");
        assertEquals(List.of(), core.kept(FIRST, 10));
        assertEquals(List.of(new Load(FIRST)), core.ask(4, FIRST, Urgency.DEMANDED));
        assertEquals(List.of(), core.ask(5, FIRST, Urgency.DEMANDED));
        assertEquals(List.of(new Tell(List.of(4L, 5L), FIRST)), core.loaded(FIRST, true));
        assertEquals(List.of(new Tell(List.of(6L), FIRST)), core.ask(6, FIRST, Urgency.WISHED), "nobody looks at it");
    }

    @Test
    void whatIsAskedComesBeforeWhatIsWishedAndThatBeforeTheRest() {
        core.ask(1, new Work.Text(HASH, 1), Urgency.AHEAD);
        assertEquals(List.of(), core.ask(2, new Work.Text(HASH, 2), Urgency.AHEAD));
        core.ask(3, THIRD, Urgency.WISHED);
        core.ask(4, SECOND, Urgency.WISHED);
        core.ask(5, FIRST, Urgency.DEMANDED);
        core.ask(6, SECOND, Urgency.DEMANDED);
        assertEquals(List.of(new Tell(List.of(1L), new Work.Text(HASH, 1)), new Make(FIRST)),
                core.made(new Work.Text(HASH, 1), true));
        assertEquals(List.of(new Tell(List.of(5L), FIRST), new Make(SECOND)), core.made(FIRST, true));
        assertEquals(List.of(new Tell(List.of(4L, 6L), SECOND), new Make(THIRD)), core.made(SECOND, true));
        assertEquals(List.of(new Tell(List.of(3L), THIRD), new Make(new Work.Text(HASH, 2))), core.made(THIRD, true));
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotMade() {
        core.ask(1, FIRST, Urgency.DEMANDED);
        core.ask(2, SECOND, Urgency.DEMANDED);
        core.ask(3, SECOND, Urgency.WISHED);
        core.ask(4, THIRD, Urgency.WISHED);
        core.ask(5, new Work.Text(HASH, 1), Urgency.SEARCHED);
        assertEquals(List.of(), core.withdraw(1), "a picture is soon made");
        core.withdraw(2);
        core.withdraw(4);
        assertEquals(List.of(new Make(new Work.Text(HASH, 1))), core.made(FIRST, true),
                "the second is only wished now");
        assertEquals(List.of(new Tell(List.of(5L), new Work.Text(HASH, 1)), new Make(SECOND)),
                core.made(new Work.Text(HASH, 1), true));
        assertEquals(List.of(new Tell(List.of(3L), SECOND)), core.made(SECOND, true), "the third is forgotten");
    }

    @Test
    void aDeckIsMadeBesidePagesAndStoppedWhenTheLastHasGone() {
        assertEquals(List.of(new Make(DECK)), core.ask(1, DECK, Urgency.DEMANDED));
        assertEquals(List.of(new Make(FIRST)), core.ask(2, FIRST, Urgency.DEMANDED));
        core.ask(3, DECK, Urgency.DEMANDED);
        assertEquals(List.of(), core.withdraw(1));
        assertEquals(List.of(new Stop(DECK)), core.withdraw(3));
        core.ask(4, DECK, Urgency.DEMANDED);
        assertEquals(List.of(new Make(DECK)), core.made(DECK, false), "somebody came after it was stopped");
        assertEquals(List.of(new Tell(List.of(4L), DECK)), core.made(DECK, true));
    }

    @Test
    void whatIsDamagedIsThrownAwayAndAskedAgain() {
        core.found(FIRST, 500);
        core.ask(1, FIRST, Urgency.DEMANDED);
        assertEquals(List.of(new Delete(FIRST), new Retry(List.of(1L))), core.loaded(FIRST, false));
        assertEquals(List.of(new Make(FIRST)), core.ask(1, FIRST, Urgency.DEMANDED));
        core.made(FIRST, true);
        assertEquals(List.of(), core.kept(FIRST, -1), "the disk is full");
        assertEquals(List.of(new Make(FIRST)), core.ask(2, FIRST, Urgency.DEMANDED));
    }

    @Test
    void whateverHappensEveryoneIsAnsweredOnceAndOneIsMadeAtATime() {
        for (long seed = 0; seed < 300; seed++) new World(seed).run();
    }

    /// Asks, withdraws and lets work end as it comes.
    private static final class World {
        final long seed;
        final Random random;
        final StoreCore core = new StoreCore(new CacheIndex(60));
        final HashMap<Long, Work> open = new HashMap<>();
        final Set<Long> told = new HashSet<>();
        final List<Work> loading = new ArrayList<>();
        final List<Work> making = new ArrayList<>();
        final List<Work> keeping = new ArrayList<>();
        final Set<Work> stopped = new HashSet<>();
        long ids;

        World(long seed) {
            this.seed = seed;
            random = new Random(seed);
        }

        void run() {
            for (int step = 0; step < 400; step++) {
                switch (random.nextInt(5)) {
                    case 0, 1 -> ask(++ids, random.nextInt(8) == 0
                            ? new Work.Convert(HASH)
                            : new Work.Picture(HASH, random.nextInt(12), 0));
                    case 2 -> {
                        if (!open.isEmpty()) {
                            long id = open.keySet().iterator().next();
                            open.remove(id);
                            act(core.withdraw(id));
                        }
                    }
                    default -> end();
                }
            }
            while (!loading.isEmpty() || !making.isEmpty() || !keeping.isEmpty()) end();
            assertTrue(open.isEmpty(), "seed " + seed + ": nobody told " + open);
        }

        void ask(long id, Work work) {
            open.put(id, work);
            act(core.ask(id, work, Urgency.values()[random.nextInt(4)]));
        }

        void end() {
            if (!loading.isEmpty() && random.nextBoolean()) {
                Work work = loading.removeFirst();
                act(core.loaded(work, random.nextInt(4) > 0));
            } else if (!keeping.isEmpty() && random.nextBoolean()) {
                act(core.kept(keeping.removeFirst(), random.nextInt(5) == 0 ? -1 : 10));
            } else if (!making.isEmpty()) {
                Work work = making.remove(random.nextInt(making.size()));
                boolean good = !stopped.remove(work) && random.nextInt(4) > 0;
                if (good) keeping.add(work);
                act(core.made(work, good));
            }
        }

        void act(List<Output> outputs) {
            for (Output output : outputs) switch (output) {
                case Load(var work) -> {
                    assertTrue(!loading.contains(work) && !making.contains(work), "seed " + seed);
                    loading.add(work);
                }
                case Make(var work) -> {
                    boolean deck = work instanceof Work.Convert;
                    assertEquals(0, making.stream().filter(it -> it instanceof Work.Convert == deck).count(),
                            "seed " + seed);
                    making.add(work);
                }
                case Stop(var work) -> stopped.add(work);
                case Tell(var askers, var work) -> {
                    for (long id : askers) {
                        assertEquals(work, open.remove(id), "seed " + seed);
                        assertTrue(told.add(id), "seed " + seed);
                    }
                }
                case Retry(var askers) -> {
                    for (long id : askers) ask(id, open.get(id));
                }
                case Delete _ -> {
                }
            }
        }
    }
}
