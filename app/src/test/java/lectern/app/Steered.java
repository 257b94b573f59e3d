package lectern.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Holds the process of a [SteeredWindow].
final class Steered implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Process process;
    private final PrintWriter in;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private int seen;

    Steered(Map<String, String> environment, String link, Path folder) throws IOException {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dprism.order=sw", "-Dglass.platform=Headless",
                "-XX:+UseSerialGC", "-Xmx512m", "-cp", System.getProperty("java.class.path"),
                SteeredWindow.class.getName(), link, folder.toString())))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        process = builder.start();
        in = new PrintWriter(process.outputWriter(), true);
        var out = process.inputReader();
        Thread.ofPlatform().daemon().start(() -> out.lines().forEach(heard::add));
    }

    /// Waits until each has been told, in this order, after what was waited for before; other lines may stand between.
    void tells(String... lines) {
        for (String line : lines) Await.until("“" + line + "” in " + heard, SOON, () -> {
            int at = heard.subList(seen, heard.size()).indexOf(line);
            if (at >= 0) seen += at + 1;
            else if (!process.isAlive()) throw new IOException("it has ended; it told " + heard);
            return at >= 0;
        });
    }

    void wish(String line) { in.println(line); }

    @Override
    public void close() {
        in.close();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
