package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.Reason;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.Drawing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A room that is gone on with, over real sockets. The server's clock stands until a test moves it.
class NextLessonTest {
    @TempDir
    Path lessons;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-16T09:00:00Z"));
    private final List<Drawer> drawers = new ArrayList<>();
    private LecternServer server;

    @BeforeEach
    void start() {
        server = LecternServer.start(settings().withTitle("Maths 5b"), now::get);
    }

    @AfterEach
    void stop() {
        drawers.forEach(Drawer::close);
        server.close();
    }

    private ServerSettings settings() {
        return ServerSettings.in(lessons).withHost("127.0.0.1");
    }

    private Drawer join(String link, String name) {
        var drawer = new Drawer(Attendee.join(server, link, name));
        drawers.add(drawer);
        return drawer;
    }

    private Reason turnedAway(String link, String key) {
        try (var attendee = Attendee.join(server, link, "X", key)) {
            return attendee.hearsBye();
        }
    }

    private void end(Drawer teacher) {
        teacher.attendee.say(new ClientMessage.EndClass());
        assertEquals(Reason.ENDED, teacher.attendee.hearsBye());
        server.close();
    }

    private void goOn(String room, Duration later) {
        server.close();
        now.updateAndGet(at -> at.plus(later));
        server = LecternServer.start(settings().withRoom(room), now::get);
    }

    @Test
    void theBoardIsThereNextWeek() {
        Links old = server.links();
        String room = server.room();
        Drawer teacher = join(old.teacher(), "T").open(0, Drawer.G1);
        teacher.attendee.say(new BoardMessage.AllowDrawing(Drawing.ALL));
        for (int i = 0; i < 30; i++) teacher.draw(Drawer.G1);
        teacher.untilRevision(Drawer.G1, 30);
        Drawer student = join(old.student(), "S").open(0, Drawer.G1);
        student.draw(Drawer.G1);
        student.untilRevision(Drawer.G1, 31);
        long hash = student.sheet(Drawer.G1).hash();
        end(teacher);
        goOn(room, Duration.ofDays(7));

        assertEquals(room, server.room());
        assertEquals("Maths 5b", server.stats().title());
        assertEquals(now.get(), server.stats().since());
        Links fresh = server.links();
        for (var pair : List.of(List.of(old.teacher(), fresh.teacher()), List.of(old.student(), fresh.student()),
                List.of(old.watcher(), fresh.watcher()))) {
            assertNotEquals(pair.get(0), pair.get(1));
            assertEquals(Reason.TOKEN_REVOKED, turnedAway(pair.get(0), student.key));
        }
        Drawer again = join(fresh.student(), "S").open(0, Drawer.G1).untilRevision(Drawer.G1, 31);
        assertEquals(hash, again.sheet(Drawer.G1).hash());
        assertNotEquals(student.self, again.self, "nobody is who they were: shapes of last week stay theirs");
        assertEquals(Drawing.NOBODY, again.board.drawing());
        again.draw(Drawer.G1);
        assertEquals(Reason.NOT_ALLOWED, again.refused().reason());

        Drawer back = join(fresh.teacher(), "T").open(0, Drawer.G1).untilRevision(Drawer.G1, 31);
        back.draw(Drawer.G1);
        back.untilRevision(Drawer.G1, 32);
        end(back);
        goOn(room, Duration.ofDays(7));
        join(server.links().watcher(), "W").open(0, Drawer.G1).untilRevision(Drawer.G1, 32);
    }

    @Test
    void aClassThatWasNotEndedComesBackByItself() {
        Links links = server.links();
        String room = server.room();
        Drawer student = join(links.student(), "S");
        LecternServer other = server;
        other.close();
        server = LecternServer.start(settings().withTitle("Biology"), now::get);
        assertNotEquals(room, server.room(), "meanwhile there was another");
        goOn(room, Duration.ofHours(1));
        assertEquals(links, server.links());
        var back = Attendee.join(server, links.student(), "S", student.key);
        assertTrue(back.hears(ServerMessage.Welcome.class).resumed());
        back.close();
        goOn(room, Duration.ofHours(12));
        assertEquals(0, server.stats().people(), "its links have run out: this is another lesson");
        assertNotEquals(links, server.links());
        assertEquals(Reason.TOKEN_REVOKED, turnedAway(links.student(), student.key));
    }

    @Test
    void theNextLessonHasTheNameThatItWasGivenSince() {
        String room = server.room();
        end(join(server.links().teacher(), "T"));
        LessonShelf.in(settings(), now::get).rename(room, " Maths 6b ");
        goOn(room, Duration.ofDays(300));
        assertEquals("Maths 6b", server.stats().title());
        assertFalse(server.stats().ended());
    }

    @Test
    void aRoomThatIsNotThereIsSaidInWords() {
        server.close();
        for (String room : List.of("nowhere", "../etc", "server", ""))
            assertTrue(assertThrows(ServerException.class,
                    () -> LecternServer.start(settings().withRoom(room), now::get)).getMessage().endsWith("."));
    }
}
