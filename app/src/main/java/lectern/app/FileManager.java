package lectern.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The system's own program for folders.
final class FileManager {
    private static final System.Logger LOG = System.getLogger(FileManager.class.getName());

    /// Shows a folder. Where there is no such program, nothing happens but a line in the log.
    static void open(Path folder) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String program = system.contains("win") ? "explorer.exe" : system.contains("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(List.of(program, folder.toAbsolutePath().toString()))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "{0} can''t be shown: {1}", folder, e.getMessage());
        }
    }

    private FileManager() {}
}
