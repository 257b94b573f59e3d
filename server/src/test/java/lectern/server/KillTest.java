package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Shape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed while two people draw, again and again: `-Dlectern.kills=N` times, a hundred by itself. Whatever they
/// were told was done is on the page afterwards, and what they say again is done once.
class KillTest {
    private static final int KILLS = Integer.getInteger("lectern.kills", 100);
    private static final int LANES = 4;
    private static final int UNDERWAY = 8;

    /// Somebody who draws through all restarts.
    private static final class Hand {
        final boolean isTeacher;
        /// Said, and not told of.
        final TreeMap<Long, Shape> underway = new TreeMap<>();
        final Set<Shape> acknowledged = new HashSet<>();
        @Nullable
        String key;
        @Nullable
        Drawer drawer;
        long number;

        Hand(boolean isTeacher) {
            this.isTeacher = isTeacher;
        }

        Drawer drawer() {
            if (drawer == null) throw new IllegalStateException("not in the class");
            return drawer;
        }

        void join(List<String> links) {
            var next = new Drawer(Attendee.joinBy(links.get(isTeacher ? 0 : 1), "H", key));
            if (drawer != null) {
                assertEquals(drawer.self, next.self, "the same participant");
                drawer.close();
            }
            drawer = next;
            key = next.key;
        }

        void draw() {
            Drawer to = drawer();
            Shape shape = Drawer.shape(to.self, ++number);
            underway.put(number, shape);
            say(number, shape);
        }

        void say(long which, Shape shape) {
            drawer().attendee.say(new BoardMessage.Edit(Drawer.G1, which, List.of(new Change.Add(shape))));
        }

        /// Takes note of what was told by now.
        int settle() {
            var done = underway.headMap(drawer().acknowledged, true);
            int many = done.size();
            acknowledged.addAll(done.values());
            done.clear();
            return many;
        }

        void checkPage() {
            Drawer of = drawer();
            of.open(0, Drawer.G1).attendee.say(new ClientMessage.Ping(1));
            of.until(
                    () -> of.sheets.containsKey(Drawer.G1)
                            && of.heard.stream().anyMatch(m -> m instanceof ServerMessage.Pong(long n, _) && n == 1),
                    "the page and the edits since it was put together");
            var there = new HashSet<>(of.sheet(Drawer.G1).shapes());
            for (Shape shape : acknowledged) assertTrue(there.contains(shape), () -> "lost: " + shape.id());
        }
    }

    /// Several servers side by side, since starting one is mostly waiting for the machine.
    @Test
    void noAcknowledgedEditIsEverLost(@TempDir Path folder) throws Exception {
        var lanes = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(LANES)) {
            for (int lane = 0; lane < LANES; lane++) {
                int number = lane, kills = (KILLS + lane) / LANES;
                lanes.add(threads.submit(() -> {
                    new KillTest().drawAndKill(folder.resolve("lane" + number), kills, new Random(number));
                    return null;
                }));
            }
            for (Future<?> lane : lanes) lane.get();
        }
    }

    private void drawAndKill(Path lessons, int kills, Random random) throws Exception {
        var hands = List.of(new Hand(true), new Hand(false));
        List<String> before;
        try (var first = new ServerChild()) {
            before = first.serve(lessons);
            for (Hand hand : hands) hand.join(before);
            hands.getFirst().drawer().attendee.say(new BoardMessage.AllowDrawing(Drawing.ALL));
            for (Hand hand : hands) hand.checkPage();
            draw(hands, 5);
        }
        var child = new ServerChild();
        try {
            for (int kill = 1; kill <= kills; kill++) {
                List<String> links = child.serve(lessons);
                assertEquals(before, links, "the same links");
                var next = new ServerChild();
                try {
                    round(hands, links, 3 + random.nextInt(12));
                    for (int more = random.nextInt(UNDERWAY); more > 0; more--) hands.get(more % 2).draw();
                } finally {
                    child.kill();
                    child = next;
                }
                for (Hand hand : hands) {
                    while (!hand.drawer().attendee.isClosed()) hearOn(hand);
                    while (hearOn(hand)) {
                        // what was on its way when it was killed
                    }
                }
            }
            List<String> links = child.serve(lessons);
            round(hands, links, 1);
            for (Hand hand : hands) {
                hand.drawer().until(() -> hand.settle() >= 0 && hand.underway.isEmpty(), "everything is done");
                assertEquals(hand.number, hand.acknowledged.size());
            }
            int all = hands.stream().mapToInt(hand -> hand.acknowledged.size()).sum();
            var last = hands.getFirst();
            last.join(links);
            last.checkPage();
            assertEquals(all, last.drawer().sheet(Drawer.G1).size());
            assertEquals(all, last.drawer().sheet(Drawer.G1).revision(), "what was said twice was done once");
            assertTrue(all >= kills * 6, "and they drew: " + all);
        } finally {
            child.kill();
            for (Hand hand : hands) hand.drawer().close();
        }
    }

    private static void round(List<Hand> hands, List<String> links, int edits) {
        for (Hand hand : hands) {
            hand.join(links);
            hand.checkPage();
            long had = hand.drawer().lastEdit;
            assertTrue(hand.underway.isEmpty() || had >= hand.underway.firstKey() - 1, "numbers don't go back");
            hand.acknowledged.addAll(hand.underway.headMap(had, true).values()); // done, though they weren't told
            hand.underway.headMap(had, true).clear();
            hand.underway.forEach(hand::say);
        }
        draw(hands, edits);
    }

    private static void draw(List<Hand> hands, int edits) {
        for (int i = 0; i < edits; i++)
            for (Hand hand : hands) {
                hand.draw();
                if (hand.underway.size() > UNDERWAY)
                    hand.drawer().until(() -> hand.settle() >= 0 && hand.underway.size() <= UNDERWAY / 2, "told of");
            }
        for (Hand hand : hands) hand.settle();
    }

    private static boolean hearOn(Hand hand) {
        boolean heard = hand.drawer().hear(Duration.ofMillis(1));
        hand.settle();
        return heard;
    }
}
