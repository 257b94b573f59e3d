package lectern.materials;

import java.io.DataInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The files of a page store: a folder for each document, a file for each picture and text. A file is 20 bytes (which store
/// wrote it, width, height, length, checksum) and the bytes; it is written under another name and moved, so that it is whole or
/// not there. Every method may be called from any thread.
final class CacheFolder {
    /// Counts up when pictures are made otherwise, so that old ones aren't shown.
    private static final int VERSION = 0x4c504701;
    private static final int HEAD_BYTES = 20;
    private static final long TOUCH_MS = 60_000;

    private final Path folder;
    private final Path unfinished;

    record Kept(Work work, long bytes, long usedMs) {}

    CacheFolder(Path folder) {
        this.folder = folder;
        unfinished = folder.resolve("unfinished");
    }

    /// What is there, the longest unused first. What a store left unfinished is thrown away.
    List<Kept> scan() throws IOException {
        Child.delete(unfinished);
        Files.createDirectories(unfinished);
        var kept = new ArrayList<Kept>();
        try (var files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Work work = Work.of(file.getParent().getFileName().toString(), file.getFileName().toString());
                if (work != null)
                    kept.add(new Kept(work, bytes(work), Files.getLastModifiedTime(file).toMillis()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        kept.sort(Comparator.comparingLong(Kept::usedMs));
        return kept;
    }

    /// Null when it isn't there or isn't what was written.
    @Nullable
    Image read(Work work) {
        File file = file(work).toFile();
        try (var in = new DataInputStream(new FileInputStream(file))) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            if (head.length < HEAD_BYTES) return null;
            ByteBuffer fields = ByteBuffer.wrap(head);
            if (fields.getInt() != VERSION) return null;
            int width = fields.getInt();
            int height = fields.getInt();
            int length = fields.getInt();
            if (length != file.length() - HEAD_BYTES) return null;
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length || checksum(head, bytes) != fields.getInt()) return null;
            long nowMs = System.currentTimeMillis();
            if (nowMs - file.lastModified() > TOUCH_MS)
                Files.setLastModifiedTime(file.toPath(), FileTime.from(Instant.ofEpochMilli(nowMs)));
            return new Image(width, height, bytes);
        } catch (IOException unreadable) {
            return null;
        }
    }

    void write(Work work, Image image) throws IOException {
        byte[] head = new byte[HEAD_BYTES];
        ByteBuffer fields = ByteBuffer.wrap(head).putInt(VERSION).putInt(image.width()).putInt(image.height())
                .putInt(image.bytes().length);
        fields.putInt(checksum(head, image.bytes()));
        Path temporary = unfinished();
        Files.createDirectories(unfinished);
        try (var out = Files.newOutputStream(temporary)) {
            out.write(head);
            out.write(image.bytes());
        }
        move(temporary, file(work));
    }

    /// A name for a file that comes to be there and is then moved to its place.
    Path unfinished() { return unfinished.resolve(UUID.randomUUID().toString()); }

    void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // It goes when the folder is used the next time.
        }
    }

    void move(Path temporary, Path file) throws IOException {
        try {
            Files.createDirectories(file.getParent());
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            discard(temporary);
        }
    }

    /// The PDF that was made of a deck.
    Path pdf(String hash) { return folder.resolve(hash).resolve("deck.pdf"); }

    long bytes(Work work) throws IOException {
        long bytes = Files.size(file(work));
        if (work instanceof Work.Convert && Files.exists(pdf(work.hash()))) bytes += Files.size(pdf(work.hash()));
        return bytes;
    }

    void delete(Work work) {
        try {
            Files.deleteIfExists(file(work));
            if (work instanceof Work.Convert) Files.deleteIfExists(pdf(work.hash()));
            Files.deleteIfExists(file(work).getParent());
        } catch (IOException otherFilesAreThere) {
            // An empty folder goes with its last file.
        }
    }

    static int checksum(Path file) throws IOException {
        var sum = new CRC32C();
        byte[] piece = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (int n; (n = in.read(piece)) >= 0;) sum.update(piece, 0, n);
        } catch (NoSuchFileException gone) {
            return 0;
        }
        return (int) sum.getValue();
    }

    private Path file(Work work) { return folder.resolve(work.hash()).resolve(work.name()); }

    private static int checksum(byte[] head, byte[] bytes) {
        var sum = new CRC32C();
        sum.update(head, 0, HEAD_BYTES - 4);
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
