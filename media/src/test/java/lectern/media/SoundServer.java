package lectern.media;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/// A PulseAudio server of the test's own without hardware: a silent and a humming source, two sinks that swallow. Needs the
/// programs pulseaudio and pactl.
final class SoundServer implements AutoCloseable {
    static final String HUM = "Sine source at 440 Hz";
    static final String SILENCE = "Null Input";

    private final Path home = Files.createTempDirectory("lectern-sound");
    private final Process server;

    SoundServer() throws IOException {
        var script = home.resolve("start.pa");
        Files.writeString(script, """
                load-module module-native-protocol-unix socket=%s auth-anonymous=1
                load-module module-null-sink sink_name=first sink_properties=device.description=First
                load-module module-null-sink sink_name=second sink_properties=device.description=Second
                load-module module-null-source source_name=silence
                load-module module-sine-source source_name=hum frequency=440
                set-default-source silence
                set-default-sink first
                """.formatted(home.resolve("native")));
        var builder = new ProcessBuilder("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--disable-shm=yes", "-F", script.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        server = builder.redirectErrorStream(true).redirectOutput(home.resolve("log").toFile()).start();
        use(home.resolve("native"));
        Await.until("the sound server", () -> pactl("info").contains("Default Source: silence"));
    }

    /// Points this process's libpulse to a server; the environment of a JVM can't be changed otherwise.
    static void use(Path socket) {
        var linker = Linker.nativeLinker();
        var setenv = linker.downcallHandle(linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (var frame = Arena.ofConfined()) {
            int _ = (int) setenv.invoke(frame.allocateFrom("PULSE_SERVER"), frame.allocateFrom("unix:" + socket), 1);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String pactl(String... words) {
        try {
            var command = new java.util.ArrayList<>(java.util.List.of("pactl", "-s", "unix:" + home.resolve("native")));
            command.addAll(java.util.List.of(words));
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new String(process.getInputStream().readAllBytes());
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        try {
            server.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
