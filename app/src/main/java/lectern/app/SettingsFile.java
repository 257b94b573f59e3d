package lectern.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The one file of the [Settings]. A file that can't be read is set aside, not overwritten: it may be a newer version's.
final class SettingsFile {
    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final long MAX_BYTES = 64 * 1024;

    private final Path file;

    SettingsFile(Path file) { this.file = file; }

    Settings read() {
        try {
            if (Files.size(file) > MAX_BYTES) throw new IOException("larger than settings can be");
            return MAPPER.readValue(Files.readString(file), Settings.class);
        } catch (NoSuchFileException first) {
            return Settings.defaults();
        } catch (IOException | JacksonException e) {
            LOG.log(Level.WARNING, "the settings can''t be read and start anew: {0}", e.getMessage());
            setAside();
            return Settings.defaults();
        }
    }

    /// Whole or not at all: written beside it, then moved over it.
    void write(Settings settings) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"),
                    MAPPER.writeValueAsString(settings));
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the settings aren''t kept: {0}", e.getMessage());
        }
    }

    private void setAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "nor can they be set aside: {0}", e.getMessage());
        }
    }
}
