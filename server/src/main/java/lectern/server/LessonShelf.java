package lectern.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lectern.protocol.Limits;
import org.jspecify.annotations.Nullable;

/// The lessons that are kept in a folder: looked through, renamed, thrown away. What is thrown away lies in `trash/` for a month.
/// Any thread; looking through takes as long as the disk does.
///
/// Problems are a [ServerException] in words.
public final class LessonShelf {
    static final Duration TRASH_FOR = Duration.ofDays(30);
    private static final System.Logger LOG = System.getLogger(LessonShelf.class.getName());

    private final Path root;
    private final Duration tokenLifetime;
    private final InstantSource clock;
    private final @Nullable String running;

    /// @param running the room of the server that has the folder now and asks itself; null: the folder is taken for each change
    LessonShelf(ServerSettings settings, InstantSource clock, @Nullable String running) {
        this.root = settings.lessons();
        this.tokenLifetime = settings.tokenLifetime();
        this.clock = clock;
        this.running = running;
    }

    /// Of a folder that no server of this process has.
    public static LessonShelf in(ServerSettings settings) {
        return in(settings, InstantSource.system());
    }

    public static LessonShelf in(ServerSettings settings, InstantSource clock) {
        return new LessonShelf(settings, clock, null);
    }

    /// Newest first, those that were never ended before all others. One that can't be read is left out and is in the log.
    public List<KeptLesson> list() {
        var lessons = new ArrayList<KeptLesson>();
        Instant now = clock.instant();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, LessonShelf::isLesson)) {
            for (Path folder : folders)
                try {
                    LessonSummary.of(folder).ifPresent(summary -> lessons.add(kept(folder, summary, now)));
                } catch (IOException | UncheckedIOException | ServerException e) {
                    LOG.log(System.Logger.Level.WARNING, "The lesson in {0} can''t be listed: {1}", folder,
                            e.getMessage());
                }
        } catch (IOException none) {
            return List.of(); // nothing was ever held here
        }
        lessons.sort(Comparator.comparing((KeptLesson lesson) -> !lesson.unfinished())
                .thenComparing(KeptLesson::since, Comparator.reverseOrder()));
        return lessons;
    }

    private KeptLesson kept(Path folder, LessonSummary summary, Instant now) {
        boolean unfinished = !summary.ended() && now.isBefore(summary.since().plus(tokenLifetime));
        return new KeptLesson(folder.getFileName().toString(), summary.title(), summary.since(), summary.until(),
                summary.pages(), bytes(folder), unfinished);
    }

    /// Where this lesson's files are.
    public Path folder(String room) {
        Path folder = root.resolve(LessonsFolder.checked(room));
        if (!isLesson(folder)) throw new ServerException("There is no lesson " + room + " in " + root + ".");
        return folder;
    }

    /// What it is called in lists, and in the next lesson that is held with it.
    public void rename(String room, String title) {
        String wanted = title.strip();
        if (wanted.isEmpty() || wanted.length() > Limits.TITLE_CHARS)
            throw new ServerException("A title has 1 to " + Limits.TITLE_CHARS + " characters.");
        change(room, () -> {
            Path folder = folder(room);
            var summary = LessonSummary.of(folder);
            if (summary.isPresent()) summary.get().withTitle(wanted).write(folder);
        });
    }

    public void delete(String room) {
        change(room, () -> {
            Path trash = PrivateFiles.folder(root.resolve(LessonsFolder.TRASH));
            Path thrown = Files.move(folder(room), trash.resolve(room), StandardCopyOption.ATOMIC_MOVE);
            Files.setLastModifiedTime(thrown, FileTime.from(clock.instant())); // from when its month counts
        });
    }

    /// Takes it back from the trash.
    public void restore(String room) {
        change(room, () -> {
            Path thrown = root.resolve(LessonsFolder.TRASH).resolve(LessonsFolder.checked(room));
            if (!isLesson(thrown)) throw new ServerException("The lesson " + room + " isn't in the trash any more.");
            Files.move(thrown, root.resolve(room), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    /// Deletes for good what was thrown away more than 30 days ago.
    public void emptyTrash() {
        Instant before = clock.instant().minus(TRASH_FOR);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root.resolve(LessonsFolder.TRASH),
                LessonShelf::isLesson)) {
            for (Path folder : folders)
                if (!Files.getLastModifiedTime(folder).toInstant().isAfter(before)) deleteAll(folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Nothing was taken out of the trash.", e);
        }
    }

    private void change(String room, Change change) {
        if (room.equals(running)) throw new ServerException("This class is going on. End it first.");
        try {
            if (running != null) change.run();
            else
                try (var _ = LessonsFolder.open(root)) {
                    change.run();
                }
        } catch (IOException e) {
            throw new ServerException("The lesson " + room + " can't be changed: " + e.getMessage() + ".", e);
        }
    }

    private interface Change {
        void run() throws IOException;
    }

    private static boolean isLesson(Path folder) {
        return Files.isRegularFile(folder.resolve(LessonsFolder.JOURNAL));
    }

    private static long bytes(Path folder) {
        try (var files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
