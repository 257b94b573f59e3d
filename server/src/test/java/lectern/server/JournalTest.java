package lectern.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lectern.classroom.Outcome;
import lectern.classroom.Recorded;
import lectern.classroom.Room;
import lectern.classroom.RoomInput;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.board.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00.123Z");
    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("journal");
    }

    private static Recorded event(long seq) {
        var participant = new Participant(new ParticipantId("p" + seq), "王芳 " + seq, Role.STUDENT, false, Set.of(), AT);
        return new Recorded(seq, AT.plusMillis(seq), new RoomEvent.Joined(participant));
    }

    private static List<Recorded> events(int n) {
        var events = new ArrayList<Recorded>();
        for (int seq = 1; seq <= n; seq++) events.add(event(seq));
        return events;
    }

    private void write(int n) throws IOException {
        try (Journal journal = Journal.open(file, _ -> {})) {
            for (int at = 0; at < n; at += 3) assertTrue(journal.append(events(n).subList(at, Math.min(n, at + 3))));
        }
    }

    private List<Recorded> read() throws IOException {
        var events = new ArrayList<Recorded>();
        Journal.open(file, events::add).close();
        return events;
    }

    @Test
    void whatWasWrittenIsReadAndGoesOn() throws IOException {
        write(7);
        assertEquals(events(7), read());
        try (Journal journal = Journal.open(file, _ -> {})) {
            journal.append(List.of(event(8)));
            assertEquals(Files.size(file), journal.bytes());
        }
        assertEquals(events(8), read());
    }

    @Test
    void itIsItsOwnersAlone() throws IOException {
        write(1);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /// Cut anywhere, the whole records before the cut are there, the rest is kept beside, and the journal goes on.
    @Test
    void aTornTailIsCutOffWhereverItIsTorn() throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file);
        int complete = 0;
        for (int length = 0; length < whole.length; length++) {
            Files.deleteIfExists(folder.resolve("journal.cut"));
            Files.write(file, Arrays.copyOf(whole, length));
            List<Recorded> left = read();
            assertEquals(events(3).subList(0, left.size()), left, "cut at " + length);
            assertTrue(left.size() >= complete, "cut at " + length);
            complete = left.size();
            long good = Files.size(file);
            if (good < length) assertEquals(length - good, Files.size(folder.resolve("journal.cut")));
            try (Journal journal = Journal.open(file, _ -> {})) {
                journal.append(List.of(event(left.size() + 1)));
            }
            assertEquals(events(left.size() + 1), read(), "cut at " + length);
        }
        assertEquals(2, complete);
    }

    /// A flipped bit in a record ends the story before that record; nothing false is ever read.
    @Test
    void aFlippedBitIsNoticed() throws IOException {
        write(5);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 8; at < whole.length; at += 3) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(file, flipped);
            List<Recorded> left = read();
            assertTrue(left.size() < 5, "byte " + at);
            assertEquals(events(5).subList(0, left.size()), left, "byte " + at);
        }
        assertArrayEquals(Arrays.copyOf(whole, 8), Arrays.copyOf(Files.readAllBytes(file), 8));
    }

    @Test
    void anotherFileIsLeftAlone() throws IOException {
        Files.writeString(file, "Dear diary, today we had algebra.");
        assertThrows(ServerException.class, () -> Journal.open(file, _ -> {}));
        assertEquals("Dear diary, today we had algebra.", Files.readString(file));
    }

    @Test
    void whateverIsInTheFileItOpensOrSaysWhyNot() throws IOException {
        write(5);
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(77);
        for (int round = 0; round < 300; round++) {
            byte[] mutated = Arrays.copyOf(whole, random.nextInt(whole.length + 40));
            for (int n = random.nextInt(4); n > 0 && mutated.length > 8; n--)
                mutated[8 + random.nextInt(mutated.length - 8)] = (byte) random.nextInt();
            Files.write(file, mutated);
            List<Recorded> left = read();
            assertEquals(events(5).subList(0, left.size()), left, "round " + round);
        }
    }

    /// The largest edit that a client can say, with everything in it written out: names that may be left out, numbers that can be
    /// shorter, letters that have to be escaped.
    @Test
    void anyEditThatCanBeSaidCanBeKept() throws IOException {
        var edits = List.of(
                longest("{\"type\":\"add\",\"shape\":{\"id\":\"p1-1\",\"order\":1,\"frame\":{\"x\":1,\"y\":1,\"scaleX\":1,"
                        + "\"scaleY\":1},\"look\":{\"colour\":\"ink\",\"width\":1,\"opacity\":1,\"dash\":\"solid\"},\"form\":{"
                        + "\"type\":\"path\",\"start\":\"none\",\"end\":\"none\",\"points\":[{}" + ",{}".repeat(499)
                        + "]}}}"),
                longest("{\"type\":\"set\",\"id\":\"p1-1\",\"order\":1}"),
                longest("{\"type\":\"set\",\"id\":\"p1-1\",\"form\":{\"type\":\"text\",\"text\":\"a"
                        + "\\t".repeat(9_999) + "\",\"size\":1}}"),
                longest("{\"type\":\"set\",\"id\":\"p1-1\",\"form\":{\"type\":\"rectangle\"}}"));
        var events = new ArrayList<Recorded>();
        for (var edit : edits)
            events.add(new Recorded(events.size() + 1, AT,
                    new BoardEvent.Edited(edit.page(), 1, new ParticipantId("p1"), 1, edit.changes())));
        try (Journal journal = Journal.open(file, _ -> {})) {
            assertTrue(journal.append(events));
        }
        assertEquals(events, read());
    }

    /// A long lesson: told event by event, and nothing of it stays with the journal.
    @Test
    void aHundredThousandEditsMakeThePageAgain() throws IOException {
        int edits = 100_000;
        var teacher = new ParticipantId("p1");
        var room = new Room("r1");
        try (Journal journal = Journal.open(file, _ -> {})) {
            var batch = new ArrayList<Recorded>();
            room.handle(new RoomInput.Open("Algebra"), AT).forEach(o -> {
                if (o instanceof Outcome.Accepted(var recorded, _)) batch.add(recorded);
            });
            int before = batch.size();
            for (int n = 1; n <= edits; n++) {
                batch.add(new Recorded(before + n, AT, new BoardEvent.Edited(Drawer.G1, n, teacher, n,
                        List.of(new Change.Add(Drawer.shape(teacher, n))))));
                if (n % 10_000 != 0) continue;
                assertTrue(journal.append(batch));
                batch.clear();
            }
        }
        var again = new Room("r1");
        Journal.open(file, again::recall).close();
        assertEquals(edits + 2, again.seq());
    }

    private static BoardMessage.Edit longest(String change) {
        String begin = "{\"type\":\"edit\",\"page\":\"g1\",\"number\":1,\"changes\":[" + change;
        int more = Math.min(BoardLimits.CHANGES - 1,
                (Limits.MESSAGE_BYTES - begin.length() - 2) / (change.length() + 1));
        return (BoardMessage.Edit) Json.readClient(begin + ("," + change).repeat(more) + "]}");
    }

    /// A process killed between two words: everything it said was written is there.
    @Test
    void whatWasAcknowledgedOutlivesAKill() throws Exception {
        Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Endless.class.getName(), file.toString())
                .redirectErrorStream(true).start();
        long acknowledged = 0;
        try (var out = new BufferedReader(new InputStreamReader(writer.getInputStream()))) {
            while (acknowledged < 50) {
                String line = out.readLine();
                assertTrue(line != null, "the writer ended");
                if (line.matches("\\d+")) acknowledged = Long.parseLong(line);
            }
            writer.toHandle().destroyForcibly(); // not the process's own: that closes what it has said
            writer.waitFor();
            for (String line = out.readLine(); line != null; line = out.readLine())
                if (line.matches("\\d+")) acknowledged = Long.parseLong(line);
        }
        List<Recorded> left = read();
        assertTrue(left.size() >= acknowledged, left.size() + " of " + acknowledged);
        assertEquals(events(left.size()), left);
    }

    /// Writes events and says so, until it is killed.
    static final class Endless {
        public static void main(String[] args) throws IOException {
            try (Journal journal = Journal.open(Path.of(args[0]), _ -> {})) {
                for (long seq = 1;; seq++) {
                    journal.append(List.of(event(seq)));
                    System.out.println(seq);
                }
            }
        }
    }
}
