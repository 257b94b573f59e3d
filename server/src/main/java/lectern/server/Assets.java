package lectern.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lectern.protocol.board.AssetId;

/// The pictures and documents of a lesson: files named by the SHA-256 of their bytes, which therefore never change. Any thread.
final class Assets {
    /// What one lesson may hold.
    static final long LESSON_BYTES = 1L << 30;
    private static final String DRAFT = ".new";

    private final Path folder;
    private final long maxBytes;
    /// Of all files, those on their way with them.
    private long bytes;

    private Assets(Path folder, long maxBytes, long bytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.bytes = bytes;
    }

    /// What wasn't finished when the server stopped is thrown away.
    static Assets in(Path folder, long maxBytes) throws IOException {
        PrivateFiles.folder(folder);
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files)
                if (file.getFileName().toString().endsWith(DRAFT)) Files.delete(file);
                else bytes += Files.size(file);
        }
        return new Assets(folder, maxBytes, bytes);
    }

    Optional<Path> find(AssetId asset) {
        Path file = place(asset);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    static Optional<AssetKind> kindOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return AssetKind.of(in.readNBytes(AssetKind.HEAD_BYTES));
        }
    }

    /// A place for a file of so many bytes; empty when the lesson is full.
    Optional<AssetDraft> begin(AssetId asset, long length) throws IOException {
        if (!reserve(length)) return Optional.empty();
        try {
            Path draft = Files.createTempFile(folder, "", DRAFT, PrivateFiles.mode("rw-------"));
            return Optional.of(new AssetDraft(this, asset, draft, length));
        } catch (IOException | RuntimeException e) {
            release(length);
            throw e;
        }
    }

    Path place(AssetId asset) {
        return folder.resolve(asset.value());
    }

    synchronized void release(long length) {
        bytes -= length;
    }

    synchronized long bytes() {
        return bytes;
    }

    private synchronized boolean reserve(long length) {
        if (bytes + length > maxBytes) return false;
        bytes += length;
        return true;
    }
}
