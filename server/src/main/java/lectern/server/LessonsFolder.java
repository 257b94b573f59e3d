package lectern.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import lectern.protocol.BoardLimits;

/// The folder that a server keeps: `server/` with key, certificate and secret, one folder for each room, and `trash/` with those
/// that were thrown away. One server uses it at a time.
final class LessonsFolder implements AutoCloseable {
    static final String JOURNAL = "journal";
    static final String TRASH = "trash";
    private static final String ROOM = "[a-z0-9]{1,64}";
    private static final String ROOM_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that looks like another
    private static final int SECRET_BYTES = 32;

    private final Path root;
    private final Path own;
    private final FileChannel lock;

    private LessonsFolder(Path root, Path own, FileChannel lock) {
        this.root = root;
        this.own = own;
        this.lock = lock;
    }

    static LessonsFolder open(Path root) throws IOException {
        Path own = PrivateFiles.folder(root.resolve("server"));
        FileChannel lock = FileChannel.open(own.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFiles.mode("rw-------"));
        if (!isLocked(lock)) {
            lock.close();
            throw new ServerException("Another Lectern server uses the folder " + root
                    + ". Stop it, or give this one its own with --lessons.");
        }
        return new LessonsFolder(root, own, lock);
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null; // the system lets go of it when the process ends, however it ends
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    Path own() {
        return own;
    }

    byte[] secret() throws IOException {
        Path file = own.resolve("secret");
        if (!Files.exists(file)) {
            byte[] made = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(made);
            PrivateFiles.write(file, made);
        }
        byte[] secret = Files.readAllBytes(file);
        if (secret.length != SECRET_BYTES)
            throw new ServerException(
                    file + " isn't whole. Put it back from a copy, or delete it: links given out before "
                            + "stop working.");
        return secret;
    }

    /// The room that was used last, where it is still there.
    Optional<String> lastRoom() throws IOException {
        Path file = own.resolve("room");
        if (!Files.exists(file)) return Optional.empty();
        String room = Files.readString(file).strip();
        return room.matches(ROOM) && has(room) ? Optional.of(room) : Optional.empty();
    }

    /// The id itself, which is a folder's name and nothing else.
    static String checked(String room) {
        if (!room.matches(ROOM)) throw new ServerException("\"" + room + "\" can't be a lesson's name.");
        return room;
    }

    boolean has(String room) {
        return Files.exists(journal(checked(room)));
    }

    /// What the lesson is called in lists; empty where that isn't known.
    Optional<String> title(String room) throws IOException {
        return LessonSummary.of(root.resolve(room)).map(LessonSummary::title);
    }

    /// A room with a folder and nothing in it.
    String newRoom() throws IOException {
        var random = new SecureRandom();
        String room;
        do {
            room = random.ints(8, 0, ROOM_LETTERS.length()).mapToObj(ROOM_LETTERS::charAt).collect(StringBuilder::new,
                    StringBuilder::append, StringBuilder::append).toString();
        } while (Files.exists(root.resolve(room)) || Files.exists(root.resolve(TRASH).resolve(room)));
        PrivateFiles.folder(root.resolve(room));
        return room;
    }

    void remember(String room, int port) throws IOException {
        PrivateFiles.write(root.resolve(room).resolve("port"), (port + "\n").getBytes());
        PrivateFiles.write(own.resolve("room"), (room + "\n").getBytes());
    }

    /// The port that the room's links have in them, or 0.
    int lastPort(String room) throws IOException {
        Path file = root.resolve(room).resolve("port");
        if (!Files.exists(file)) return 0;
        String port = Files.readString(file).strip();
        return port.matches("[0-9]{1,5}") ? Math.min(65_535, Integer.parseInt(port)) : 0;
    }

    Path journal(String room) {
        return root.resolve(room).resolve(JOURNAL);
    }

    Assets assets(String room) throws IOException {
        return Assets.in(root.resolve(room).resolve("assets"), BoardLimits.LESSON_BYTES);
    }

    /// What is made of the lesson's documents, and can be made again.
    Path pages(String room) throws IOException {
        return PrivateFiles.folder(root.resolve(room).resolve("pages"));
    }

    /// For the reading process. What one left that couldn't tidy up is thrown away.
    Path reading() throws IOException {
        Path folder = PrivateFiles.folder(own.resolve("reading"));
        try (var left = Files.walk(folder)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList())
                if (!file.equals(folder)) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException busy) {
            // Its last owner is ending and tidies up itself.
        }
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
