package lectern.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One of our programs in a JVM of its own, with the flags that `./start` gives it. What it says on stderr goes to a file.
final class Child implements AutoCloseable {
    private static final String MAIN = "lectern.app.Main";
    private static final Path LOGS = Path.of("build", "bench");
    private static final int PATIENCE_S = 12;

    private final long startedNs;
    private final Path log;
    private final Process process;

    private Child(String flags, @Nullable Display display, String main, List<String> arguments) throws IOException {
        Files.createDirectories(LOGS);
        log = Files.createTempFile(LOGS, main.substring(main.lastIndexOf('.') + 1) + "-", ".log");
        var command = new ArrayList<>(List.of(java(), "@scripts/" + flags));
        if (display != null)
            command.add("-Dprism.order=sw");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        // The settings and lessons of whoever measures stay as they are.
        builder.environment().put("XDG_CONFIG_HOME", LOGS.resolve("config").toAbsolutePath().toString());
        builder.environment().put("XDG_DATA_HOME", LOGS.resolve("data").toAbsolutePath().toString());
        if (display != null)
            builder.environment().put("DISPLAY", display.name());
        startedNs = System.nanoTime();
        process = builder.start();
    }

    /// The program that runs us.
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The server alone, for this machine alone.
    static Child server(Path lessons) throws IOException {
        return new Child("server.jvm", null, MAIN,
                List.of("--server", "--port", "0", "--host", "127.0.0.1", "--lessons", lessons.toString()));
    }

    /// Somebody in the class without a window, who sends a test card and a tone.
    static Child guest(String link, String name) throws IOException {
        return new Child("app.jvm", null, MAIN, List.of("--join", link, "--name", name, "--headless", "--camera",
                "test-card", "--microphone", "tone"));
    }

    /// The app's window.
    static Child window(Display display, String... arguments) throws IOException {
        return new Child("app.jvm", display, MAIN, List.of(arguments));
    }

    /// Another main class, with a window.
    static Child program(Display display, String main, String... arguments) throws IOException {
        return new Child("app.jvm", display, main, List.of(arguments));
    }

    Process process() {
        return process;
    }

    /// By System.nanoTime.
    long startedNs() {
        return startedNs;
    }

    /// The next line of its stdout.
    String line() throws IOException {
        String line = process.inputReader().readLine();
        if (line == null)
            throw new IOException("a program ended too early; it said: " + said());
        return line;
    }

    /// Waits until `text` is in its log.
    void awaitSaid(String text, int seconds) throws IOException, InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!said().contains(text)) {
            if (System.nanoTime() - deadlineNs > 0 || !process.isAlive())
                throw new IOException("\"" + text + "\" was waited for in vain; what came: " + said());
            Thread.sleep(5);
        }
    }

    /// @throws IOException when it isn't; what it said is in it
    void checkAlive() throws IOException {
        if (!process.isAlive())
            throw new IOException("a program ended too early (" + process.exitValue() + "); it said: " + said());
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /// Asks it to end, and waits.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS))
                process.destroyForcibly();
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Several at once.
    static void close(List<Child> children) {
        children.forEach(child -> child.process.destroy());
        children.forEach(Child::close);
    }
}
