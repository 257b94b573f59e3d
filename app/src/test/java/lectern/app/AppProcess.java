package lectern.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The program itself, in a process of its own, as `./start` runs it.
final class AppProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    /// @param environment changes to this process's; an empty value takes the variable away
    AppProcess(Map<String, String> environment, String... arguments) throws IOException {
        this(environment, null, arguments);
    }

    /// @param words file for what is said on stderr; null: with the test's own
    AppProcess(Map<String, String> environment, @Nullable File words, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dprism.order=sw", "-XX:+UseSerialGC", "-Xmx512m", "-cp",
                System.getProperty("java.class.path"), "lectern.app.Main"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectError(words == null ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.to(words));
        environment.forEach((name, value) -> {
            if (value.isEmpty()) builder.environment().remove(name);
            else builder.environment().put(name, value);
        });
        process = builder.start();
        out = process.inputReader();
    }

    AppProcess(String... arguments) throws IOException { this(Map.of(), arguments); }

    /// The first line on stdout, which is JSON where a server is.
    JsonNode ready() throws IOException {
        String line = out.readLine();
        if (line == null) throw new IOException("the program ended without a word");
        return JsonMapper.shared().readTree(line);
    }

    /// SIGTERM; its exit status.
    int stop() throws InterruptedException {
        process.destroy();
        return status(15);
    }

    /// SIGKILL: no goodbye, no tidying up.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        status(5);
    }

    int status(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) throw new AssertionError("the program doesn't end");
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(5, TimeUnit.SECONDS).join();
    }
}
