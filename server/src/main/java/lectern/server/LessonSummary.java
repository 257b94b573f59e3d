package lectern.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.Limits;
import lectern.protocol.RoomEvent;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a list of lessons says of one, kept as `lesson.json` beside the journal so that a list needs no journal read. The
/// journal is the truth: where it has grown since, or the file is missing or damaged, the summary is made anew.
///
/// @param title        as its owner calls it, who may have renamed it
/// @param since        when the room's newest lesson began
/// @param until        the last that happened in it
/// @param pages        of all, without the private ones
/// @param journalBytes the journal that this was made from
record LessonSummary(String title, Instant since, Instant until, boolean ended, int pages, long journalBytes) {
    private static final String FILE = "lesson.json";

    LessonSummary {
        if (title == null || title.isBlank() || title.length() > Limits.TITLE_CHARS || since == null || until == null)
            throw new IllegalArgumentException("a lesson has a title and times");
    }

    LessonSummary withTitle(String renamed) {
        return new LessonSummary(renamed, since, until, ended, pages, journalBytes);
    }

    /// Of the room in this folder; empty where no lesson has begun. What had to be made anew is written.
    static Optional<LessonSummary> of(Path folder) throws IOException {
        Path journal = folder.resolve(LessonsFolder.JOURNAL);
        LessonSummary kept = read(folder.resolve(FILE));
        if (kept != null && kept.journalBytes == Files.size(journal)) return Optional.of(kept);
        var made = scan(journal);
        if (made.isEmpty()) return made;
        // Another lesson since has the title that it was begun with.
        LessonSummary summary = kept != null && kept.since.equals(made.get().since)
                ? made.get().withTitle(kept.title)
                : made.get();
        summary.write(folder);
        return Optional.of(summary);
    }

    void write(Path folder) throws IOException {
        PrivateFiles.write(folder.resolve(FILE), JsonMapper.shared().writeValueAsBytes(this));
    }

    private static @Nullable LessonSummary read(Path file) throws IOException {
        try {
            return Files.exists(file)
                    ? JsonMapper.shared().readValue(Files.readAllBytes(file), LessonSummary.class)
                    : null;
        } catch (JacksonException damaged) {
            return null;
        }
    }

    /// Looks at every record and reads but a few: nearly all that happens in a lesson is drawing.
    private static Optional<LessonSummary> scan(Path journal) throws IOException {
        long size = Files.size(journal);
        if (size < JournalReader.MAGIC.length) return Optional.empty();
        Set<PageId> pages = new HashSet<>();
        String title = "";
        Instant since = null, until = Instant.EPOCH;
        boolean ended = false;
        try (var in = Files.newInputStream(journal)) {
            var reader = new JournalReader(journal.toString(), in, size);
            for (var entry = reader.next(); entry != null; entry = reader.next()) {
                until = entry.at;
                switch (entry.type()) {
                    case "class-started", "class-ended", "page-added", "page-deleted", "page-restored", "" -> {
                    }
                    default -> {
                        continue;
                    }
                }
                switch (entry.recorded().event()) {
                    case RoomEvent.ClassStarted started -> {
                        title = started.title();
                        since = entry.at;
                        ended = false;
                    }
                    case RoomEvent.ClassEnded _ -> ended = true;
                    case BoardEvent.PageAdded(Page page, _) when page.owner() == null -> pages.add(page.id());
                    case BoardEvent.PageRestored(Page page) when page.owner() == null -> pages.add(page.id());
                    case BoardEvent.PageDeleted(PageId page) -> pages.remove(page);
                    default -> {
                    }
                }
            }
        }
        return since == null
                ? Optional.empty()
                : Optional.of(new LessonSummary(title, since, until, ended, pages.size(), size));
    }
}
