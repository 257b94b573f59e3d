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
import org.jspecify.annotations.Nullable;

/// A file on its way into the lesson. Any thread, one after another; ends by [#finish] or [#abort].
final class AssetDraft {
    /// Of a file that can't be the lesson's, as soon as that is known.
    enum Refusal {
        OTHER_KIND, TOO_LARGE, MORE_THAN_ANNOUNCED, NOT_A_PICTURE
    }

    /// @param isNew whether it wasn't there before
    record Kept(AssetId asset, AssetKind kind, boolean isNew) {}

    private final Assets assets;
    private final Path file;
    private final long length;
    private final boolean picturesAlone;
    private final FileChannel channel;
    private final MessageDigest digest;
    private final ByteBuffer head;
    private @Nullable AssetKind kind;
    private long offset;
    private boolean open = true;

    /// @param length        of the whole file
    /// @param picturesAlone whether its sender may bring nothing else
    AssetDraft(Assets assets, Path file, long length, boolean picturesAlone) throws IOException {
        this.assets = assets;
        this.file = file;
        this.length = length;
        this.picturesAlone = picturesAlone;
        this.head = ByteBuffer.allocate((int) Math.min(length, AssetKind.HEAD_BYTES));
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// What is there.
    synchronized long offset() {
        return offset;
    }

    synchronized boolean isWhole() { return offset == length; }

    synchronized byte[] head() {
        return Arrays.copyOf(head.array(), head.position());
    }

    /// Null when that is fine. After a refusal it can only be aborted.
    synchronized @Nullable Refusal write(ByteBuffer bytes) throws IOException {
        if (bytes.remaining() > length - offset) return Refusal.MORE_THAN_ANNOUNCED;
        head.put(bytes.slice(bytes.position(), Math.min(head.remaining(), bytes.remaining())));
        digest.update(bytes.duplicate());
        offset += bytes.remaining();
        while (bytes.hasRemaining()) channel.write(bytes);
        return kind == null && !head.hasRemaining() ? judge() : null;
    }

    private @Nullable Refusal judge() {
        AssetKind found = AssetKind.of(head()).orElse(null);
        kind = found;
        if (found == null) return Refusal.OTHER_KIND;
        if (picturesAlone && found.use != AssetKind.Use.PICTURE) return Refusal.NOT_A_PICTURE;
        return length > found.use.maxBytes ? Refusal.TOO_LARGE : null;
    }

    synchronized AssetKind kind() {
        if (kind == null) throw new IllegalStateException("too little has come");
        return kind;
    }

    /// Of a whole file. Waits for the disk; null when it has other bytes than `expected`.
    synchronized @Nullable Kept finish(@Nullable AssetId expected) throws IOException {
        try {
            var asset = new AssetId(HexFormat.of().formatHex(digest.digest()));
            if (expected != null && !expected.equals(asset)) return null;
            channel.force(true);
            boolean isNew;
            synchronized (assets) {
                isNew = !Files.exists(assets.place(asset));
                if (isNew) {
                    Files.move(file, assets.place(asset), StandardCopyOption.ATOMIC_MOVE);
                    open = false; // what it takes is the lesson's now
                    assets.release(this, 0);
                }
            }
            channel.close();
            return new Kept(asset, kind(), isNew);
        } finally {
            abort();
        }
    }

    /// As if it had never been begun.
    synchronized void abort() throws IOException {
        if (!open) return;
        open = false;
        assets.release(this, length);
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
