package lectern.materials;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lectern.materials.ConverterCore.Gone;
import lectern.materials.ConverterCore.Input;
import lectern.materials.ConverterCore.Said;
import lectern.materials.Frames.Frame;

/// One reading process, with a thread that listens to it. Owned by the converter's thread.
final class Child {
    private final Process process;
    private final DataOutputStream toChild;
    private final Path folder;
    private final Thread listener;

    private Child(Process process, Path folder, Thread listener) {
        this.process = process;
        this.folder = folder;
        this.listener = listener;
        toChild = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    static Child start(int number, ConverterSettings settings, Consumer<Input> inbox) throws IOException {
        Files.createDirectories(settings.folder());
        Path folder = Files.createTempDirectory(settings.folder(), "lectern-reader-");
        try {
            var builder = new ProcessBuilder(command(settings, folder));
            // What is set there for other programs would loosen the limits.
            builder.environment().keySet()
                    .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"));
            builder.environment().put("CLASSPATH", classPath());
            Process process = builder.directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread listener = Thread.ofPlatform().daemon().name("converter-child-" + number)
                    .unstarted(() -> listen(number, process, folder, inbox));
            var child = new Child(process, folder, listener);
            listener.start();
            return child;
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    long pid() { return process.pid(); }

    void send(Request request) throws IOException { Frames.write(toChild, request, new byte[0]); }

    void kill() { process.destroyForcibly(); }

    /// Returns when the process is gone and its folder with it.
    void await() throws InterruptedException { listener.join(); }

    private static List<String> command(ConverterSettings settings, Path folder) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMegabytes() + "m", "-XX:MaxMetaspaceSize=96m", "-XX:MaxDirectMemorySize=16m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + folder.resolve("crash.log"), "-XX:-UsePerfData",
                "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + folder, "-Dfile.encoding=UTF-8",
                ReaderMain.class.getName(), folder.toString(), Long.toString(settings.diskBytes()),
                Frames.text(Limits.USUAL));
    }

    /// Absolute, since the child lives in another folder.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void listen(int number, Process process, Path folder, Consumer<Input> inbox) {
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                Frame<Answer> frame = Frames.read(in, Answer.class, Limits.USUAL.pictureBytes());
                inbox.accept(new Said(number, frame.message(), frame.body()));
            }
        } catch (IOException ended) {
            process.destroyForcibly();
        }
        int exit;
        try {
            exit = process.waitFor();
        } catch (InterruptedException e) {
            exit = -1;
        }
        delete(folder);
        inbox.accept(new Gone(number, exit));
    }

    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException left) {
            // The next start of the machine empties the temporary folder.
        }
    }
}
