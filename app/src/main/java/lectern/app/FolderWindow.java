package lectern.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// The system's own window for files.
final class FolderWindow {
    static void open(Path folder) throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String program = system.contains("win") ? "explorer.exe" : system.contains("mac") ? "open" : "xdg-open";
        new ProcessBuilder(program, folder.toAbsolutePath().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private FolderWindow() {}
}
