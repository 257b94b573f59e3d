package lectern.app.library;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import lectern.ui.model.Material;

/// What was found in files, on disk under their path, size and time, so that a changed file is another one. What wasn't used
/// for the longest goes first. One thread at a time.
final class PreviewCache {
    private static final System.Logger LOG = System.getLogger(PreviewCache.class.getName());
    private static final long LARGEST = 16 << 20;

    private final Path folder;
    private final long maxBytes;
    private long writtenBytes = Long.MAX_VALUE / 2; // nobody knows before the first sweep

    PreviewCache(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /// The start of the names of all that is kept of this file as it is now.
    static String key(Material material) {
        String text = material.file().toAbsolutePath() + "\n" + material.bytes() + "\n"
                + material.changed().toEpochMilli();
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 20);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    Optional<byte[]> get(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) return Optional.empty();
            byte[] bytes = Files.readAllBytes(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void put(String name, byte[] bytes) {
        if (bytes.length > LARGEST) return;
        try {
            Files.createDirectories(folder);
            Path written = Files.write(folder.resolve(name + ".new"), bytes);
            Files.move(written, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
            writtenBytes += bytes.length;
            if (writtenBytes > maxBytes / 4) sweep();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A preview isn''t kept: {0}", e.getMessage());
        }
    }

    private record Kept(Path file, long bytes, FileTime used) {}

    private void sweep() throws IOException {
        writtenBytes = 0;
        try (var all = Files.list(folder)) {
            var kept = all.flatMap(file -> kept(file).stream()).sorted(Comparator.comparing(Kept::used)).toList();
            long over = kept.stream().mapToLong(Kept::bytes).sum() - maxBytes;
            for (Kept oldest : kept) {
                if (over <= 0) return;
                Files.deleteIfExists(oldest.file());
                over -= oldest.bytes();
            }
        }
    }

    private static Optional<Kept> kept(Path file) {
        try {
            return Optional.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
