package lectern.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import lectern.protocol.board.AssetId;

/// A file on its way into the lesson. One thread at a time; ends by [#finish] or [#abort].
final class AssetDraft {
    enum Result {
        KEPT, KNOWN, OTHER_BYTES, OTHER_KIND
    }

    private final Assets assets;
    private final AssetId asset;
    private final Path file;
    private final long length;
    private final FileChannel channel;
    private final MessageDigest digest;
    private final ByteBuffer head = ByteBuffer.allocate(AssetKind.HEAD_BYTES);
    private boolean open = true;

    AssetDraft(Assets assets, AssetId asset, Path file, long length) throws IOException {
        this.assets = assets;
        this.asset = asset;
        this.file = file;
        this.length = length;
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void write(ByteBuffer bytes) throws IOException {
        head.put(bytes.slice(bytes.position(), Math.min(head.remaining(), bytes.remaining())));
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    /// Waits for the disk.
    Result finish() throws IOException {
        try {
            if (AssetKind.of(Arrays.copyOf(head.array(), head.position())).isEmpty()) return Result.OTHER_KIND;
            if (!HexFormat.of().formatHex(digest.digest()).equals(asset.value())) return Result.OTHER_BYTES;
            channel.force(true);
            synchronized (assets) {
                if (Files.exists(assets.place(asset))) return Result.KNOWN;
                Files.move(file, assets.place(asset), StandardCopyOption.ATOMIC_MOVE);
                open = false; // what it takes is the lesson's now
            }
            channel.close();
            return Result.KEPT;
        } finally {
            abort();
        }
    }

    /// As if it had never been begun.
    void abort() throws IOException {
        if (!open) return;
        open = false;
        assets.release(length);
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
