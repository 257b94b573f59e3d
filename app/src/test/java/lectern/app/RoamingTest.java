package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import lectern.server.LecternServer;
import lectern.server.ServerSettings;
import lectern.signaling.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client's address changes under way: its media is back at once, on the same connections.
class RoamingTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration BACK = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void mediaGoesOnFromAnotherAddress() throws Exception {
        var settings = ServerSettings.in(folder).withHost("127.0.0.1").withLoopbackCandidates(true);
        try (var server = LecternServer.start(settings);
                var nat = new Nat(server.port());
                var guests = new Guests();
                var phone = new RoamingGuest(Link.parse(server.links().student()), "Phone", nat.port())) {
            var teacher = guests.join(server.links().teacher(), "Ms. Okafor", 300);
            Await.until("the phone's picture comes through", SOON, () -> Guests.receivesAll(teacher, 1));
            phone.watch(JoinCommand.report(teacher).self());
            Await.until("and the phone sees the teacher", SOON, () -> phone.frames.get() > 10);

            nat.rebind();
            long sentBefore = Guests.from(teacher, "Phone").framesReceived(), receivedBefore = phone.frames.get();
            Await.until("both ways are back", BACK,
                    () -> Guests.from(teacher, "Phone").framesReceived() > sentBefore + 20
                            && phone.frames.get() > receivedBefore + 20 && Guests.receivesAll(teacher, 1));
            assertEquals(1, phone.welcomes.get(), "on the same line");
            assertTrue(phone.troubles.isEmpty(), phone.troubles.toString());
        }
    }
}
