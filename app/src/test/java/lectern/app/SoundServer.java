package lectern.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A PulseAudio server of the test's own without hardware: one standard microphone and speaker; more can be plugged in.
/// Needs the programs pulseaudio and pactl.
final class SoundServer implements AutoCloseable {
    private final Path socket;
    private final Process server;

    SoundServer(Path home) throws IOException {
        Files.createDirectories(home);
        socket = home.resolve("native");
        var script = Files.writeString(home.resolve("start.pa"), """
                load-module module-native-protocol-unix socket=%s auth-anonymous=1
                load-module module-null-sink sink_name=built sink_properties=device.description=Built-in
                load-module module-null-source source_name=desk description=Desk
                set-default-source desk
                set-default-sink built
                """.formatted(socket));
        var builder = new ProcessBuilder("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no",
                "--exit-idle-time=-1", "--disable-shm=yes", "-F", script.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        server = builder.redirectErrorStream(true).redirectOutput(home.resolve("log").toFile()).start();
        Await.until("the sound server", Duration.ofSeconds(15), () -> pactl("info").contains("Default Source: desk"));
    }

    /// For PULSE_SERVER.
    String address() { return "unix:" + socket; }

    String plug(String... module) throws IOException {
        var words = new ArrayList<>(List.of("load-module"));
        words.addAll(List.of(module));
        return pactl(words.toArray(String[]::new)).strip();
    }

    void pull(String module) throws IOException { pactl("unload-module", module); }

    private String pactl(String... words) throws IOException {
        var command = new ArrayList<>(List.of("pactl", "-s", address()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(process.getInputStream().readAllBytes());
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(5, TimeUnit.SECONDS)) server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
