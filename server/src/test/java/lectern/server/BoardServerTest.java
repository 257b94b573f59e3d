package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ClientMessage;
import lectern.protocol.Json;
import lectern.protocol.Reason;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Presence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whiteboard over real sockets on loopback.
class BoardServerTest {
    @TempDir
    Path lessons;
    private LecternServer server;
    private Drawer teacher;
    private final List<Drawer> drawers = new ArrayList<>();

    @BeforeEach
    void start() {
        server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1").withTitle("Algebra II"));
        teacher = join(server.links().teacher(), "T", null);
    }

    @AfterEach
    void stop() {
        drawers.forEach(Drawer::close);
        server.close();
    }

    private Drawer join(String link, String name, @Nullable String key) {
        var drawer = new Drawer(Attendee.join(server, link, name, key));
        drawers.add(drawer);
        return drawer;
    }

    private Drawer student(String name) {
        return join(server.links().student(), name, null);
    }

    private static boolean has(Drawer drawer, Class<? extends BoardEvent> event) {
        return drawer.heard.stream()
                .anyMatch(m -> m instanceof ServerMessage.Happened h && event.isInstance(h.event()));
    }

    private static PageId ownPage(Drawer drawer) {
        return drawer.heard.stream()
                .map(m -> m instanceof ServerMessage.Happened(_, _, BoardEvent.PageAdded(var page, _))
                        && drawer.self.equals(page.owner()) ? page.id() : null)
                .filter(id -> id != null).findFirst().orElseThrow();
    }

    @Test
    void twoDrawAndAThirdWhoComesLateHasTheSamePage() {
        Drawer student = student("S");
        teacher.attendee.say(new BoardMessage.AllowDrawing(Drawing.ALL));
        teacher.open(0, Drawer.G1).untilRevision(Drawer.G1, 0);
        student.open(0, Drawer.G1).until(() -> has(student, BoardEvent.DrawingAllowed.class), "may draw")
                .untilRevision(Drawer.G1, 0);
        for (int i = 0; i < 40; i++) {
            teacher.draw(Drawer.G1);
            student.draw(Drawer.G1);
        }
        teacher.edit(Drawer.G1, List.of(new Change.Delete(List.of(Drawer.shape(student.self, 1).id(),
                Drawer.shape(teacher.self, 7).id()))));
        teacher.untilRevision(Drawer.G1, 81);
        student.untilRevision(Drawer.G1, 81);
        Drawer late = join(server.links().watcher(), "W", null).open(0, Drawer.G1).untilRevision(Drawer.G1, 81);
        assertEquals(78, late.sheet(Drawer.G1).size());
        assertEquals(teacher.sheet(Drawer.G1).hash(), late.sheet(Drawer.G1).hash());
        assertEquals(teacher.sheet(Drawer.G1).hash(), student.sheet(Drawer.G1).hash());
    }

    @Test
    void whoComesBackHearsTheTailAndSaysAgainWhatWasNotAcknowledged() {
        Drawer student = student("S").open(0, Drawer.G1).untilRevision(Drawer.G1, 0);
        teacher.open(0, Drawer.G1).untilRevision(Drawer.G1, 0);
        for (int i = 0; i < 5; i++) teacher.draw(Drawer.G1);
        student.untilRevision(Drawer.G1, 5);
        student.attendee.vanish();
        for (int i = 0; i < 7; i++) teacher.draw(Drawer.G1);
        teacher.untilRevision(Drawer.G1, 12);
        Drawer again = join(server.links().student(), "S", student.key);
        again.sheets.putAll(student.sheets);
        again.open(5, Drawer.G1).untilRevision(Drawer.G1, 12);
        assertTrue(again.heard.stream().noneMatch(m -> m instanceof BoardNews.PagePart), "the tail alone");
        assertEquals(teacher.sheet(Drawer.G1).hash(), again.sheet(Drawer.G1).hash());

        teacher.attendee.vanish();
        Drawer back = join(server.links().teacher(), "T", teacher.key);
        assertEquals(12, back.lastEdit);
        back.sheets.putAll(teacher.sheets);
        back.open(12, Drawer.G1);
        back.attendee.say(new BoardMessage.Edit(Drawer.G1, 12,
                List.of(new Change.Add(Drawer.shape(teacher.self, 999))))); // had already
        back.draw(Drawer.G1);
        back.untilRevision(Drawer.G1, 13);
        assertEquals(13, back.sheet(Drawer.G1).size());
    }

    @Test
    void aServerThatComesBackHasTheBoard() {
        teacher.open(0, Drawer.G1);
        for (int i = 0; i < 30; i++) teacher.draw(Drawer.G1);
        teacher.attendee.say(new BoardMessage.HandOutPages(new HandOut(Drawer.G1, null)));
        teacher.untilRevision(Drawer.G1, 30).until(() -> has(teacher, BoardEvent.HandedOut.class), "handed out");
        long hash = teacher.sheet(Drawer.G1).hash();
        server.close();
        server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1").withTitle("Algebra II"));
        Drawer student = student("S");
        assertEquals(2, student.board.pages().size());
        PageId own = student.board.pages().stream().filter(p -> p.owner() != null).map(Page::id).findFirst()
                .orElseThrow();
        student.open(0, Drawer.G1, own).untilRevision(Drawer.G1, 30).untilRevision(own, 0);
        assertEquals(hash, student.sheet(Drawer.G1).hash());
        assertEquals(hash, student.sheet(own).hash());
        Drawer back = join(server.links().teacher(), "T", teacher.key);
        back.sheets.putAll(teacher.sheets);
        back.open(20, Drawer.G1);
        back.until(() -> back.heard.stream().filter(m -> m instanceof ServerMessage.Happened(_, _, BoardEvent.Edited _))
                .count() == 10, "the tail outlives a restart");
    }

    /// What a private page is called and what is on it stands in no frame to anybody else.
    @Test
    void aPrivatePageIsItsOwnersAndTheModeratorsAlone() {
        Drawer one = student("Amara"), other = student("Björn");
        Drawer watcher = join(server.links().watcher(), "W", null);
        teacher.open(0, Drawer.G1).draw(Drawer.G1);
        teacher.untilRevision(Drawer.G1, 1);
        teacher.attendee.say(new BoardMessage.HandOutPages(new HandOut(Drawer.G1, null)));
        one.until(() -> has(one, BoardEvent.PageAdded.class), "a page of one's own");
        other.until(() -> has(other, BoardEvent.PageAdded.class), "a page of one's own");
        PageId own = ownPage(one);
        for (Drawer drawer : List.of(one, other, watcher, teacher)) drawer.open(0, own, Drawer.G1);
        one.untilRevision(own, 0);
        one.edit(own, List.of(new Change.Add(Drawer.shape(one.self, 77))));
        one.attendee.say(new BoardMessage.ShowPresence(new Presence(own, new Point(3, 4), false, null, null, null)));
        one.untilRevision(own, 1);
        teacher.untilRevision(own, 1).until(() -> teacher.heard.stream().anyMatch(m -> m instanceof BoardNews.Present),
                "what is done there");
        other.attendee.say(new BoardMessage.Edit(own, 1, List.of(new Change.Add(Drawer.shape(other.self, 1)))));
        var refused = other.refused();
        assertEquals(List.of(Reason.NOT_ALLOWED, "edit", 1L),
                List.of(refused.reason(), refused.to(), refused.number()));
        settle(other);
        settle(watcher);
        for (Drawer stranger : List.of(other, watcher)) {
            for (ServerMessage message : stranger.heard)
                assertFalse(Json.write(message).contains("\"" + own + "\""), () -> "told of it: " + message);
            assertFalse(stranger.sheets.containsKey(own));
        }

        Drawer late = student("Late");
        assertTrue(late.board.pages().stream().anyMatch(p -> late.self.equals(p.owner())), "handed out to them, too");
        teacher.attendee.say(new BoardMessage.TurnTo(own));
        other.until(() -> has(other, BoardEvent.TurnedTo.class), "shown");
        other.open(0, own).untilRevision(own, 1);
        assertEquals(teacher.sheet(own).hash(), other.sheet(own).hash());
        teacher.attendee.say(new BoardMessage.Collect());
        one.until(() -> has(one, BoardEvent.Collected.class), "collected");
        one.edit(own, List.of(new Change.Add(Drawer.shape(one.self, 78))));
        assertEquals(Reason.NOT_ALLOWED, one.refused().reason());
    }

    private static void settle(Drawer drawer) {
        drawer.attendee.say(new ClientMessage.Ping(4711));
        drawer.until(() -> drawer.heard.stream().anyMatch(m -> m instanceof ServerMessage.Pong(long n, _) && n == 4711),
                "everything said before has come");
    }

    @Test
    void whatIsNotAllowedIsRefusedWithItsNumber() {
        Drawer student = student("S").open(0, Drawer.G1).untilRevision(Drawer.G1, 0);
        long number = student.draw(Drawer.G1);
        var refused = student.refused();
        assertEquals(Reason.NOT_ALLOWED, refused.reason());
        assertEquals(number, refused.number());
        teacher.attendee.say(new BoardMessage.AllowDrawing(Drawing.ALL));
        student.until(() -> has(student, BoardEvent.DrawingAllowed.class), "may draw");
        student.draw(Drawer.G1);
        student.untilRevision(Drawer.G1, 1);
        teacher.attendee.say(new ClientMessage.EndClass());
        student.attendee.sees(RoomEvent.ClassEnded.class);
    }
}
