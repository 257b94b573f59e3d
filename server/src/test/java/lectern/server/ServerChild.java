package lectern.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, which can be killed. It waits for the word before it starts, so that the next one's
/// virtual machine comes up while the one before still serves.
final class ServerChild implements AutoCloseable {
    private static final int PATIENCE_S = 30;

    private final Process process;
    private final BufferedReader out;

    ServerChild() throws IOException {
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx192m", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                ServerChild.class.getName());
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream()));
    }

    /// Starts the server.
    ///
    /// @return the links for teacher and student
    List<String> serve(Path lessons) throws IOException {
        process.getOutputStream().write((lessons + "\n").getBytes());
        process.getOutputStream().flush();
        for (String line = out.readLine(); line != null; line = out.readLine())
            if (line.startsWith("links ")) return List.of(line.substring(6).split(" "));
        throw new IOException("the server ended before it began");
    }

    /// As a pulled plug.
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /// Lets it end by itself.
    @Override
    public void close() throws IOException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) process.toHandle().destroyForcibly();
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] args) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in));
        String lessons = in.readLine();
        if (lessons == null) return;
        try (var server = LecternServer.start(ServerSettings.in(Path.of(lessons)).withHost("127.0.0.1"))) {
            System.out.println("links " + server.links().teacher() + " " + server.links().student());
            while (in.readLine() != null) {
                // until nobody is there to say more
            }
        }
    }
}
