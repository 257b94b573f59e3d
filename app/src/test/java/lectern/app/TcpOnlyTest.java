package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import lectern.media.MediaSettings.Transport;
import lectern.server.LecternServer;
import lectern.server.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A network that lets no UDP through: media comes and goes by the one TCP port.
class TcpOnlyTest {
    @TempDir
    Path folder;

    @Test
    void twoWithoutUdpSeeAndHearEachOther() {
        var settings = ServerSettings.in(folder).withHost("127.0.0.1").withLoopbackCandidates(true);
        try (var server = LecternServer.start(settings); var guests = new Guests()) {
            var teacher = guests.join(server.links().teacher(), "Ms. Okafor", 300, Transport.TCP_ONLY);
            var ada = guests.join(server.links().student(), "Ada", 500, Transport.TCP_ONLY);
            Await.until("pictures and tones both ways", Duration.ofSeconds(15),
                    () -> Guests.receivesAll(teacher, 1) && Guests.receivesAll(ada, 1)
                            && Guests.from(teacher, "Ada").audioLevel() > 0.01
                            && Guests.from(ada, "Ms. Okafor").audioLevel() > 0.01);
        }
    }

    @Test
    void aBrowserWithoutUdpSeesAndIsSeen() {
        var settings = ServerSettings.in(folder).withHost("127.0.0.1").withLoopbackCandidates(true);
        try (var server = LecternServer.start(settings);
                var guests = new Guests();
                var chromium = new ChromiumClass()) {
            chromium.blockUdp();
            var teacher = guests.join(server.links().teacher(), "Ms. Okafor", 300);
            chromium.join(server.links().student(), "Ben");
            String okafor = chromium.participant("Ms. Okafor");
            Await.until("Ben sees the teacher move", Duration.ofSeconds(15),
                    () -> chromium.seesMoving(okafor, "camera"));
            Await.until("the teacher sees and hears Ben", Duration.ofSeconds(15),
                    () -> Guests.receivesAll(teacher, 1) && Guests.from(teacher, "Ben").audioLevel() > 0.01);
            assertEquals(Set.of("tcp"), chromium.protocols());
        }
    }
}
