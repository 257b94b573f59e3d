package lectern.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Runs scenarios under an X server of their own. Needs Xvfb and GTK 3; without them it fails and says which.
class DeskTest {
    @Test
    void aClassIsHeldByKeyboardAndMouse() throws IOException, InterruptedException { play(DeskScenario.class); }

    @Test
    void aBoardIsDrawnOnByKeyboardAndMouse() throws IOException, InterruptedException { play(BoardScenario.class); }

    private static void play(Class<?> scene) throws IOException, InterruptedException {
        var server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var display = reader(server)) {
            var number = display.readLine();
            assertTrue(number != null && !number.isBlank(), "Xvfb did not start");
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(java, "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
                    "-Dprism.order=sw", "-Dtestfx.robot=glass", "-cp", System.getProperty("java.class.path"),
                    scene.getName()).redirectErrorStream(true);
            builder.environment().put("DISPLAY", ":" + number.strip());
            builder.environment().put("GDK_BACKEND", "x11");
            var scenario = builder.start();
            try (var output = reader(scenario)) {
                var said = output.lines().collect(Collectors.joining("\n"));
                assertTrue(scenario.waitFor(120, TimeUnit.SECONDS), said);
                assertEquals(0, scenario.exitValue(), said);
                assertTrue(said.contains("desk: done"), said);
            } finally {
                scenario.destroyForcibly();
            }
        } finally {
            server.destroy();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
