package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `--demo` as a newcomer sees it, on a display that nobody looks at, with no camera and no sound server.
class DemoTest {
    private static final double LEAST_FRAMES_PER_SECOND = 10;
    /// The teacher's, and a student's beginning.
    private static final int LEAST_SHAPES = 9;
    private static final double LONGEST_WAIT_MS = 1_500;

    @TempDir
    Path folder;

    @Test
    void fivePeopleSeeEachOtherMove() throws Exception {
        Path report = folder.resolve("r.json"), picture = folder.resolve("p.png");
        try (var x = new XServer(1600, 1000);
                var demo = new AppProcess(Map.of("DISPLAY", x.display(), "PULSE_SERVER", "/nowhere"), "--demo",
                        "--seconds", "12", "--report", report.toString(), "--screenshot", picture.toString())) {
            assertEquals("ready", demo.ready().get("event").asString());
            assertEquals(0, demo.status(60));
        }
        var teacher = JsonMapper.shared().readTree(Files.readString(report));
        var everybody = new ArrayList<JsonNode>(List.of(teacher));
        teacher.get("clients").forEach(everybody::add);
        assertEquals(5, everybody.size());
        for (var one : everybody) {
            String whose = one.get("name").asString();
            assertEquals(4, one.get("participants").size(), whose);
            int cameras = 0;
            for (var remote : one.get("participants")) if (remote.get("sends").asBoolean()) {
                cameras++;
                String what = whose + " ← " + remote;
                assertTrue(remote.get("framesPerSecond").asDouble() >= LEAST_FRAMES_PER_SECOND, what);
                assertTrue(remote.get("moving").asBoolean(), what);
                assertTrue(remote.get("audioLevel").asDouble() > 0.001, what);
                double waitMs = remote.get("waitMs").asDouble();
                assertTrue(waitMs >= 0 && waitMs <= LONGEST_WAIT_MS, what);
            }
            assertEquals(one.get("role").asString().equals("watcher") ? 4 : 3, cameras, whose);
            assertEquals(1, one.at("/board/pages").asInt(), whose + one.get("board"));
            assertTrue(one.at("/board/shapes").asInt() >= LEAST_SHAPES, whose + one.get("board"));
            assertEquals(0, one.get("errors").size(), whose + one.get("errors"));
            assertEquals(0, one.get("reconnects").asInt(), whose);
        }
        var image = ImageIO.read(picture.toFile());
        assertTrue(image.getWidth() >= 1024 && image.getHeight() >= 640, image.toString());
        long colours = Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0,
                image.getWidth())).distinct().count();
        assertTrue(colours > 200, "colours in the picture: " + colours);
    }
}
