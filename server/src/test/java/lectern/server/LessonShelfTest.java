package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lectern.classroom.Recorded;
import lectern.protocol.BoardEvent;
import lectern.protocol.ParticipantId;
import lectern.protocol.RoomEvent;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of lessons, from journals made by hand.
class LessonShelfTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final ParticipantId TEACHER = new ParticipantId("p1");
    private static final PageId G1 = new PageId("g1"), G2 = new PageId("g2"), G3 = new PageId("g3");

    @TempDir
    Path root;
    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY.plus(Duration.ofDays(2)));

    private LessonShelf shelf() {
        return LessonShelf.in(ServerSettings.in(root), now::get);
    }

    private static RoomEvent page(PageId id, @Nullable ParticipantId owner) {
        return new BoardEvent.PageAdded(new Page(id, 1, "", new Ground.Paper(Ground.Paper.Ruling.PLAIN, false), 1600,
                900, owner, false, false, false, null, null), null);
    }

    /// A minute between any two events.
    private void lesson(String room, Instant from, RoomEvent... events) throws IOException {
        Path folder = Files.createDirectories(root.resolve(room));
        var before = new ArrayList<Recorded>();
        try (Journal journal = Journal.open(folder.resolve("journal"), before::add)) {
            var batch = new ArrayList<Recorded>();
            for (RoomEvent event : events)
                batch.add(new Recorded(before.size() + batch.size() + 1, from.plusSeconds(60L * batch.size()), event));
            journal.append(batch);
        }
    }

    private void ended(String room, String title, Instant from) throws IOException {
        lesson(room, from, new RoomEvent.ClassStarted(title), page(G1, null), new RoomEvent.ClassEnded(TEACHER));
    }

    private List<String> rooms() {
        return shelf().list().stream().map(KeptLesson::room).toList();
    }

    @Test
    void aLessonIsSummedUp() throws IOException {
        lesson("aa", MONDAY, new RoomEvent.ClassStarted("Maths 5b"), page(G1, null), page(G2, null),
                page(G3, new ParticipantId("p2")), new BoardEvent.PageDeleted(G1), new RoomEvent.ClassEnded(TEACHER));
        Files.createDirectories(root.resolve("aa/assets"));
        Files.write(root.resolve("aa/assets/x"), new byte[5_000]);
        KeptLesson lesson = shelf().list().getFirst();
        assertEquals("Maths 5b", lesson.title());
        assertEquals(MONDAY, lesson.since());
        assertEquals(MONDAY.plusSeconds(300), lesson.until());
        assertEquals(1, lesson.pages(), "deleted and private ones don't count");
        assertTrue(lesson.bytes() > 5_000 && lesson.bytes() < 8_000, lesson.toString());
        assertFalse(lesson.unfinished());
        lesson("aa", MONDAY.plus(Duration.ofDays(1)), new RoomEvent.ClassStarted("Maths 5b, 2"), page(G3, null));
        lesson = shelf().list().getFirst();
        assertEquals("Maths 5b, 2", lesson.title());
        assertEquals(MONDAY.plus(Duration.ofDays(1)), lesson.since());
        assertEquals(2, lesson.pages());
    }

    @Test
    void theNewestIsFirstAndTheUnfinishedBeforeIt() throws IOException {
        ended("old", "A", MONDAY);
        ended("new", "B", MONDAY.plus(Duration.ofDays(1)));
        lesson("crashed", now.get().minus(Duration.ofHours(5)), new RoomEvent.ClassStarted("C"));
        ended("newest", "D", now.get().minus(Duration.ofHours(1)));
        lesson("left", MONDAY.minusSeconds(9), new RoomEvent.ClassStarted("E"));
        assertEquals(List.of("crashed", "newest", "new", "old", "left"), rooms());
        assertEquals(List.of(true, false, false, false, false),
                shelf().list().stream().map(KeptLesson::unfinished).toList());
    }

    /// The journal is changed behind the summary's back, keeping its length: a list that read it would fail.
    @Test
    void aListReadsNoJournalTwice() throws IOException {
        ended("aa", "Maths", MONDAY);
        var before = shelf().list();
        Path journal = root.resolve("aa/journal");
        Files.write(journal, new byte[(int) Files.size(journal)]);
        assertEquals(before, shelf().list());
        Files.writeString(root.resolve("aa/lesson.json"), "{\"title\":7");
        assertEquals(List.of(), shelf().list(), "what can't be read is left out");
    }

    @Test
    void aNewNameStaysUntilTheNextLesson() throws IOException {
        ended("aa", "Maths 5b", MONDAY);
        shelf().rename("aa", " 数学 ");
        assertEquals("数学", shelf().list().getFirst().title());
        lesson("aa", MONDAY.plusSeconds(600), page(G2, null)); // the summary is made anew
        assertEquals("数学", shelf().list().getFirst().title());
        assertEquals(2, shelf().list().getFirst().pages());
        assertThrows(ServerException.class, () -> shelf().rename("aa", "  "));
        assertThrows(ServerException.class, () -> shelf().rename("bb", "x"));
    }

    @Test
    void whatIsThrownAwayCanBeTakenBackForAMonth() throws IOException {
        ended("aa", "A", MONDAY);
        ended("bb", "B", MONDAY.plusSeconds(1));
        shelf().delete("aa");
        assertEquals(List.of("bb"), rooms());
        assertTrue(Files.exists(root.resolve("trash/aa/journal")));
        shelf().restore("aa");
        assertEquals(List.of("bb", "aa"), rooms());
        shelf().delete("aa");
        now.updateAndGet(at -> at.plus(Duration.ofDays(29)));
        shelf().delete("bb");
        shelf().emptyTrash();
        now.updateAndGet(at -> at.plus(Duration.ofDays(2)));
        shelf().emptyTrash();
        assertFalse(Files.exists(root.resolve("trash/aa")));
        shelf().restore("bb");
        assertEquals(List.of("bb"), rooms());
        assertThrows(ServerException.class, () -> shelf().restore("aa"));
        assertThrows(ServerException.class, () -> shelf().delete("../trash"));
        assertThrows(ServerException.class, () -> shelf().delete("trash"));
    }

    @Test
    void aRunningClassIsLeftAlone() throws IOException {
        ended("aa", "A", MONDAY);
        try (var server = LecternServer.start(ServerSettings.in(root).withHost("127.0.0.1").withTitle("B"),
                now::get)) {
            assertEquals(List.of(server.room(), "aa"),
                    server.shelf().list().stream().map(KeptLesson::room).toList());
            assertThrows(ServerException.class, () -> server.shelf().delete(server.room()));
            assertThrows(ServerException.class, () -> shelf().delete("aa"), "another server has the folder");
            server.shelf().delete("aa");
            server.shelf().restore("aa");
        }
        shelf().delete("aa");
        assertEquals(List.of(), LessonShelf.in(ServerSettings.in(root.resolve("nothing"))).list());
    }
}
