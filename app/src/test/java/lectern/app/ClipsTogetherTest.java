package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plays the [ClipScenario] on a display and a loudspeaker of its own.
class ClipsTogetherTest {
    private static final int AT_MOST_S = 600;

    @TempDir
    Path folder;

    @Test
    void theWindowAndChromiumPlayInStep() throws Exception {
        try (var x = new XServer(1440, 900); var sound = new SoundServer(folder.resolve("sound"))) {
            // A loudspeaker of no hardware keeps two seconds of sound unless somebody wants it sooner: as one of hardware it has 20 ms.
            var quick = new ProcessBuilder("pacat", "-s", sound.address(), "--latency-msec=20", "/dev/zero").start();
            var builder = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "-Dprism.order=sw", "-Dtestfx.robot=glass",
                    "-XX:+UseSerialGC", "-Xmx512m", "-cp", System.getProperty("java.class.path"),
                    ClipScenario.class.getName())).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("DISPLAY", x.display());
            builder.environment().put("GDK_BACKEND", "x11");
            builder.environment().put("PULSE_SERVER", sound.address());
            var scenario = builder.start();
            try (var out = scenario.inputReader()) {
                String said = out.lines().collect(Collectors.joining("\n"));
                said.lines().filter(line -> line.startsWith("figures:")).forEach(System.out::println);
                assertTrue(scenario.waitFor(AT_MOST_S, TimeUnit.SECONDS), said);
                assertEquals(0, scenario.exitValue(), said);
                assertTrue(said.contains("clip: done"), said);
            } finally {
                scenario.destroyForcibly();
                quick.destroy();
            }
        }
    }
}
