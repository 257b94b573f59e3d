package lectern.signaling;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Files that never change, kept on the disk for the next time: the least lately used go first when it is full. What was
/// damaged is thrown away when it is met. Any thread; the disk is read and written on one of its own.
public final class FileCache implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FileCache.class.getName());
    private static final int HASH_BYTES = 32;
    private static final String DRAFT = ".new";

    private final Path folder;
    private final long maxBytes;
    private final ExecutorService disk = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("file-cache").factory());
    /// The disk thread's: sizes by name, the least lately used first.
    private final Map<String, Long> known = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /// @param folder is made when it isn't there, and belongs to this alone
    public FileCache(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        disk.execute(this::look);
    }

    /// Null where there is none.
    CompletableFuture<byte @Nullable []> get(String name) {
        var found = new CompletableFuture<byte @Nullable []>();
        try {
            disk.execute(() -> found.complete(read(file(name))));
        } catch (java.util.concurrent.RejectedExecutionException closed) {
            found.complete(null);
        }
        // What hangs on it must not hold up the disk.
        return found.thenApplyAsync(it -> it, Thread::startVirtualThread);
    }

    void put(String name, byte[] content) {
        try {
            disk.execute(() -> write(file(name), content));
        } catch (java.util.concurrent.RejectedExecutionException closed) {
            // the program ends; the next time it is fetched again
        }
    }

    private static String file(String name) {
        return Hashes.of(name.getBytes(StandardCharsets.UTF_8)).value();
    }

    private void look() {
        try {
            Files.createDirectories(folder);
            var ages = new HashMap<Path, BasicFileAttributes>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files)
                    if (file.getFileName().toString().endsWith(DRAFT)) Files.deleteIfExists(file);
                    else ages.put(file, Files.readAttributes(file, BasicFileAttributes.class));
            }
            ages.entrySet().stream().filter(it -> it.getValue().isRegularFile())
                    .sorted((a, b) -> a.getValue().lastModifiedTime().compareTo(b.getValue().lastModifiedTime()))
                    .forEach(it -> note(it.getKey().getFileName().toString(), it.getValue().size()));
            makeRoom();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The cache in " + folder + " can't be used.", e);
        }
    }

    private byte @Nullable [] read(String file) {
        Path path = folder.resolve(file);
        try {
            byte[] all = Files.readAllBytes(path);
            byte[] content = all.length < HASH_BYTES ? all : Arrays.copyOfRange(all, HASH_BYTES, all.length);
            if (all.length < HASH_BYTES
                    || !MessageDigest.isEqual(Arrays.copyOf(all, HASH_BYTES), Hashes.sha256().digest(content))) {
                drop(file);
                return null;
            }
            note(file, all.length);
            Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
            return content;
        } catch (NoSuchFileException e) {
            forget(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A kept file can't be read.", e);
            drop(file);
        }
        return null;
    }

    private void write(String file, byte[] content) {
        if (content.length + HASH_BYTES > maxBytes / 4) return; // it would push out all others
        Path draft = folder.resolve(file + DRAFT);
        try {
            try (var out = Files.newOutputStream(draft)) {
                out.write(Hashes.sha256().digest(content));
                out.write(content);
            }
            Files.move(draft, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            note(file, content.length + HASH_BYTES);
            makeRoom();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A file can't be kept.", e);
            try {
                Files.deleteIfExists(draft);
            } catch (IOException again) {
                LOG.log(System.Logger.Level.DEBUG, "Nor can what was begun be removed.", again);
            }
        }
    }

    private void note(String file, long size) {
        Long before = known.put(file, size);
        bytes += size - (before == null ? 0 : before);
    }

    private void forget(String file) {
        Long before = known.remove(file);
        if (before != null) bytes -= before;
    }

    private void makeRoom() {
        while (bytes > maxBytes) drop(known.keySet().iterator().next());
    }

    private void drop(String file) {
        forget(file);
        try {
            Files.deleteIfExists(folder.resolve(file));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A kept file can't be removed.", e);
        }
    }

    /// Waits for what is being written.
    @Override
    public void close() { disk.close(); }
}
