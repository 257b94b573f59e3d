package lectern.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Cameras that can be plugged in and pulled out, for a process of its own: a library loaded before libc answers for them
/// (see camera.c). Needs gcc.
final class Cameras {
    private static final Path SOURCE = Path.of("src", "test", "c", "camera.c");

    private final Path folder;
    private final Path library;

    Cameras(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        library = Path.of("target", "camera.so").toAbsolutePath();
        var compiler = new ProcessBuilder("gcc", "-O2", "-shared", "-fPIC", "-o", library.toString(), SOURCE.toString())
                .inheritIO().start();
        if (!compiler.waitFor(60, TimeUnit.SECONDS) || compiler.exitValue() != 0)
            throw new IOException("camera.c doesn't compile");
    }

    /// For the process that has them.
    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "TEST_CAMERAS", folder.toString());
    }

    /// @param behaviour works, busy or silent
    void plug(int number, String name, String behaviour) throws IOException {
        Path whole = Files.writeString(folder.resolve("new"), name + "\n" + behaviour + "\n");
        Files.move(whole, folder.resolve("video" + number), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    void pull(int number) throws IOException { Files.delete(folder.resolve("video" + number)); }
}
