package lectern.app;

import java.nio.file.Path;
import java.time.Duration;
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
}
