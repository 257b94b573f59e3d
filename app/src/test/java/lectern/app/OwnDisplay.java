package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Plays a scenario in a process of its own, on a display of its own.
final class OwnDisplay {
    /// @param done what it says when it has gone well
    static void play(Class<?> scenario, String done, int atMostS) throws Exception {
        try (var x = new XServer(1440, 900)) {
            var builder = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "-Dprism.order=sw", "-Dtestfx.robot=glass",
                    "-XX:+UseSerialGC", "-Xmx512m", "-cp", System.getProperty("java.class.path"),
                    scenario.getName())).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("DISPLAY", x.display());
            builder.environment().put("GDK_BACKEND", "x11");
            builder.environment().put("PULSE_SERVER", "/nowhere");
            var process = builder.start();
            try (var out = process.inputReader()) {
                String said = out.lines().collect(Collectors.joining("\n"));
                said.lines().filter(line -> line.startsWith("figures:")).forEach(System.out::println);
                assertTrue(process.waitFor(atMostS, TimeUnit.SECONDS), said);
                assertEquals(0, process.exitValue(), said);
                assertTrue(said.contains(done), said);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private OwnDisplay() {}
}
