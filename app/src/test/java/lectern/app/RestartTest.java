package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server, in a process of its own, is killed outright and started again: the class goes on by itself.
class RestartTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration BACK = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void everybodyComesBackByThemselves() throws Exception {
        try (var guests = new Guests(); var ben = new ChromiumClass()) {
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

                server.kill();
                server.close();
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
                assertEquals(adaId, JoinCommand.report(ada).self(), "the same person as before");
                assertTrue(JoinCommand.report(teacher).participants().stream()
                        .noneMatch(one -> one.name().contains("(2)")));
                assertEquals(0, server.stop(), "SIGTERM ends it cleanly");
            } finally {
                server.close();
            }
        }
    }
}
