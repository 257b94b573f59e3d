package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import lectern.server.LecternServer;
import lectern.server.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `--join LINK --name N` with a window: straight into the class.
class JoinWindowTest {
    @TempDir
    Path folder;

    @Test
    void theWindowGoesStraightIntoTheClassAndShowsIt() throws Exception {
        Path report = folder.resolve("r.json"), picture = folder.resolve("p.png");
        var settings = ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1")
                .withLoopbackCandidates(true);
        try (var server = LecternServer.start(settings);
                var guests = new Guests();
                var x = new XServer(1400, 900)) {
            var teacher = guests.join(server.links().teacher(), "Ms. Okafor", 300);
            try (var ada = new AppProcess(
                    Map.of("DISPLAY", x.display(), "XDG_CONFIG_HOME", folder.toString(), "XDG_DATA_HOME",
                            folder.toString()),
                    "--join", server.links().student(), "--name", "Ada", "--camera", "test-card", "--microphone",
                    "tone", "--seconds", "12", "--report", report.toString(), "--screenshot", picture.toString(),
                    "--theme", "dark", "--lang", "zh")) {
                Await.until("the teacher sees and hears Ada", Duration.ofSeconds(20),
                        () -> Guests.receivesAll(teacher, 1) && Guests.from(teacher, "Ada").audioLevel() > 0.01);
                assertEquals(0, ada.status(40));
            }
        }
        var written = JsonMapper.shared().readTree(Files.readString(report));
        assertTrue(written.at("/steps/paintMs").asDouble() > 0, written.toString());
        var okafor = written.at("/participants/0");
        assertTrue(okafor.get("moving").asBoolean() && okafor.get("framesPerSecond").asDouble() > 5, okafor.toString());
        var image = ImageIO.read(picture.toFile());
        int corner = image.getRGB(image.getWidth() - 5, image.getHeight() - 5) & 0xFF;
        assertTrue(corner < 100, "a dark window, " + corner);
    }
}
