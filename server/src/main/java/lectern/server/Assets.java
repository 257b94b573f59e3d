package lectern.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.AssetId;

/// The pictures, documents and clips of a lesson: files named by the SHA-256 of their bytes, which therefore never change. Any thread.
final class Assets implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Assets.class.getName());
    private static final String DRAFT = ".new";
    private static final int MOST_BROUGHT = 10_000;

    private record Brought(ParticipantId by, AssetId asset) {}

    private final Path folder;
    private final long maxBytes;
    /// Of all files, those on their way with them.
    private long bytes;
    private final Set<AssetDraft> drafts = new HashSet<>();
    private final Set<Brought> brought = new LinkedHashSet<>();

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

    /// A place for a file of so many bytes, at least one; empty when the lesson is full.
    Optional<AssetDraft> begin(long length, boolean picturesAlone) throws IOException {
        if (!reserve(length)) return Optional.empty();
        try {
            Path file = Files.createTempFile(folder, "", DRAFT, PrivateFiles.mode("rw-------"));
            var draft = new AssetDraft(this, file, length, picturesAlone);
            synchronized (this) {
                drafts.add(draft);
            }
            return Optional.of(draft);
        } catch (IOException | RuntimeException e) {
            reserve(-length);
            throw e;
        }
    }

    Path place(AssetId asset) {
        return folder.resolve(asset.value());
    }

    /// Who has sent all of a file may have it back, wherever it stands.
    synchronized void brought(ParticipantId by, AssetId asset) {
        if (brought.size() == MOST_BROUGHT) brought.remove(brought.iterator().next());
        brought.add(new Brought(by, asset));
    }

    synchronized boolean isBroughtBy(ParticipantId who, AssetId asset) {
        return brought.contains(new Brought(who, asset));
    }

    synchronized void release(AssetDraft draft, long length) {
        drafts.remove(draft);
        bytes -= length;
    }

    synchronized long bytes() {
        return bytes;
    }

    private synchronized boolean reserve(long length) {
        if (length > 0 && bytes + length > maxBytes) return false;
        bytes += length;
        return true;
    }

    /// What is on its way is thrown away.
    @Override
    public void close() {
        List<AssetDraft> left;
        synchronized (this) {
            left = List.copyOf(drafts);
        }
        for (AssetDraft draft : left)
            try {
                draft.abort();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "An unfinished file can't be removed.", e);
            }
    }
}
