package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `floor.c`, compiled and run.
final class Floor {
    private static final Path SOURCE = Path.of("bench", "floor.c");
    private static final Path PROGRAM = Path.of("build", "floor");
    private static final Pattern NS = Pattern.compile("\"cpuNsPerPacket\":([0-9.]+)");

    private Floor() {
    }

    /// Compiles what isn't compiled yet. The working directory is the project's root.
    static void build() throws IOException, InterruptedException {
        if (!Files.exists(SOURCE))
            throw new IllegalArgumentException("run me where " + SOURCE + " is: in the project's root");
        if (Files.exists(PROGRAM)
                && Files.getLastModifiedTime(PROGRAM).compareTo(Files.getLastModifiedTime(SOURCE)) > 0)
            return;
        Files.createDirectories(PROGRAM.getParent());
        output("gcc", "-O3", "-march=native", "-o", PROGRAM.toString(), SOURCE.toString(), "-lcrypto");
    }

    /// CPU nanoseconds a packet.
    static double measure(int packets, int burst, int subscribers, int payloadBytes)
            throws IOException, InterruptedException {
        String json = output(PROGRAM.toAbsolutePath().toString(), "" + packets, "" + burst, "" + subscribers,
                "" + payloadBytes);
        Matcher ns = NS.matcher(json);
        if (!ns.find())
            throw new IOException("the floor printed: " + json);
        return Double.parseDouble(ns.group(1));
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new IOException(command[0] + " can't be run (needed: gcc, libssl-dev): " + e.getMessage(), e);
        }
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0)
            throw new IOException(String.join(" ", command) + " failed (needed: gcc, libssl-dev)");
        return output;
    }
}
