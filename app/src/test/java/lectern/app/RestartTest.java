package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lectern.protocol.BoardMessage;
import lectern.protocol.board.Drawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server, in a process of its own, is killed outright and started again: the class goes on by itself.
class RestartTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration BACK = Duration.ofSeconds(5);

    private int drawn = 1;

    @TempDir
    Path folder;

    @Test
    void everybodyComesBackByThemselves() throws Exception {
        try (var guests = new Guests(); var ben = new ChromiumClass()) {
            var bensBoard = new ChromiumBoard(ben);
            var server = new AppProcess("--server", "--host", "127.0.0.1", "--lessons", folder.toString());
            try {
                var ready = server.ready();
                String student = ready.at("/links/student").asString();
                var teacher = guests.join(ready.at("/links/teacher").asString(), "Ms. Okafor", 300);
                var ada = guests.join(student, "Ada", 500);
                ben.join(student, "Ben");
                Await.until("the class runs", SOON,
                        () -> Guests.receivesAll(teacher, 2) && Guests.receivesAll(ada, 2));
                String adaId = ben.participant("Ada");
                Await.until("in Chromium too", SOON, () -> ben.seesMoving(adaId, "camera"));
                teacher.live().send(new BoardMessage.AllowDrawing(Drawing.ALL));
                for (var one : List.of(teacher, ada)) Strokes.opened(one);
                Await.until("Ada may draw", SOON, () -> Strokes.stroke(ada, 100, 100));
                drawing(teacher, ada, 10);
                Await.until("Ben too", SOON, () -> bensBoard.says("theBoard.client.mayDraw('g1')"));
                drawing(bensBoard, 3);

                server.kill();
                drawing(teacher, ada, 10); // they don't know it yet
                drawing(bensBoard, 3);
                server.close();
                Await.until("they see that nobody is there", SOON, () -> Strokes.pending(ada) > 0);
                drawing(teacher, ada, 5);
                drawing(bensBoard, 3);
                server = new AppProcess("--server", "--host", "127.0.0.1", "--lessons", folder.toString(), "--port",
                        ready.get("port").asString());
                var again = server.ready();
                long readyNs = System.nanoTime();
                assertEquals(ready.get("room"), again.get("room"));
                assertEquals(ready.get("links"), again.get("links"));
                assertEquals(ready.get("fingerprint"), again.get("fingerprint"));

                Await.until("all are back and see each other", BACK,
                        () -> JoinCommand.report(teacher).reconnects() == 1 && JoinCommand.report(ada).reconnects() == 1
                                && Guests.receivesAll(teacher, 2) && Guests.receivesAll(ada, 2)
                                && ben.seesMoving(adaId, "camera"));
                System.err.println("after the restart all were back in "
                        + (System.nanoTime() - readyNs) / 1_000_000 + " ms");
                Await.until("what they drew has arrived", BACK, () -> Strokes.pending(teacher) == 0
                        && Strokes.pending(ada) == 0 && bensBoard.says("theBoard.client.pendingEdits === 0")
                        && Strokes.size(teacher) == drawn && Strokes.size(ada) == drawn
                        && bensBoard.shapes().size() == drawn);
                assertEquals(Strokes.hash(teacher), Strokes.hash(ada), "the same board");
                assertEquals(Strokes.hash(teacher), bensBoard.hash(), "in Chromium too");
                assertEquals(adaId, JoinCommand.report(ada).self(), "the same person as before");
                assertTrue(JoinCommand.report(teacher).participants().stream()
                        .noneMatch(one -> one.name().contains("(2)")));
                assertEquals(0, server.stop(), "SIGTERM ends it cleanly");
            } finally {
                server.close();
            }
        }
    }

    /// With the mouse.
    private void drawing(ChromiumBoard board, int times) {
        for (int i = 0; i < times; i++) {
            board.drag(1000, 12 * drawn, 1300, 12 * drawn);
            drawn++;
        }
    }

    private void drawing(HeadlessGuest one, HeadlessGuest other, int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(Strokes.stroke(one, 200, 20 * drawn++));
            assertTrue(Strokes.stroke(other, 600, 20 * drawn++));
        }
    }
}
