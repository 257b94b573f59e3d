package lectern.ui.model;

import java.nio.file.Path;
import java.time.Instant;

/// A file on this machine that a class can be shown.
public record Material(Path file, MaterialKind kind, long bytes, Instant changed) {
    public String name() { return file.getFileName().toString(); }
}
