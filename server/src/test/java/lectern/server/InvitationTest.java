package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import lectern.protocol.ClientMessage;
import lectern.protocol.Invitation;
import lectern.protocol.InvitationId;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.Participant;
import lectern.protocol.PersonalLink;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Personal links and the time of links, over real sockets. The server's clock stands until a test moves it.
class InvitationTest {
    @TempDir
    Path lessons;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final List<Attendee> attendees = new ArrayList<>();
    private LecternServer server;

    @BeforeEach
    void start() {
        server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1"), now::get);
    }

    @AfterEach
    void stop() {
        attendees.forEach(Attendee::close);
        server.close();
    }

    private void restart() {
        server.close();
        start();
    }

    private Attendee join(String link, String name) {
        Attendee attendee = Attendee.join(server, link, name);
        attendees.add(attendee);
        return attendee;
    }

    private Attendee teacher() {
        Attendee teacher = join(server.links().teacher(), "T");
        teacher.hears(ServerMessage.Welcome.class);
        return teacher;
    }

    private static PersonalLink invite(Attendee teacher, Role role, String name) {
        teacher.say(new ClientMessage.Invite(role, name));
        return teacher.hears(ServerMessage.Invitations.class).invitations().getFirst();
    }

    private static void revoke(Attendee teacher, PersonalLink link) {
        teacher.say(new ClientMessage.RevokeInvitation(link.id()));
        assertEquals(link.id(), teacher.sees(RoomEvent.InvitationRevoked.class).id());
    }

    private static String nameOf(Attendee attendee) {
        return attendee.hears(ServerMessage.Welcome.class).participants().getLast().name();
    }

    @Test
    void aPersonalLinkSaysWhoComesUntilItIsRevoked() {
        Attendee teacher = teacher();
        PersonalLink link = invite(teacher, Role.STUDENT, "Amara");
        assertEquals(new Invitation(new InvitationId("i1"), Role.STUDENT, "Amara"),
                new Invitation(link.id(), link.role(), link.name()));
        assertEquals(now.get().plus(Duration.ofHours(12)), link.expiresAt());
        Attendee amara = join(link.link(), "Somebody else");
        assertEquals("Amara", nameOf(amara));
        revoke(teacher, link);
        assertEquals(Reason.TOKEN_REVOKED, join(link.link(), "Amara").hearsBye());
        amara.say(new ClientMessage.Ping(1));
        amara.hears(ServerMessage.Pong.class);
    }

    @Test
    void anAssistantsLinkMakesAnAssistant() {
        PersonalLink link = invite(teacher(), Role.ASSISTANT, "Bo");
        assertEquals(Role.ASSISTANT, join(link.link(), "x").hears(ServerMessage.Welcome.class).role());
    }

    /// Both events have numbers; a student is told neither, and nothing in between either.
    @Test
    void studentsHearOfNoneOfIt() {
        Attendee student = join(server.links().student(), "S");
        long seq = student.hears(ServerMessage.Welcome.class).seq();
        Attendee teacher = teacher();
        assertEquals(seq + 1, student.hears(ServerMessage.Happened.class).seq());
        revoke(teacher, invite(teacher, Role.STUDENT, "Amara"));
        student.say(new ClientMessage.SetTrack(TrackKind.MICROPHONE, true));
        var next = student.hears(ServerMessage.Happened.class, _ -> true);
        assertEquals(seq + 4, next.seq());
        assertTrue(next.event() instanceof RoomEvent.TrackChanged, next.toString());
        student.say(new ClientMessage.Invite(Role.ASSISTANT, "Me"));
        assertEquals(Reason.NOT_ALLOWED, student.hears(ServerMessage.Refused.class).reason());
    }

    @Test
    void aRestartKeepsGoodLinksGoodAndRevokedOnesRevoked() {
        Attendee teacher = teacher();
        PersonalLink good = invite(teacher, Role.STUDENT, "王芳");
        PersonalLink revoked = invite(teacher, Role.WATCHER, "A parent");
        revoke(teacher, revoked);
        teacher.say(new ClientMessage.ReplaceLink(Role.STUDENT));
        teacher.hears(ServerMessage.Links.class);
        restart();
        assertEquals("王芳", nameOf(join(good.link(), "x")));
        assertEquals(Reason.TOKEN_REVOKED, join(revoked.link(), "x").hearsBye());
        assertEquals(List.of(good), teacher().hears(ServerMessage.Invitations.class).invitations(), "the same links");
    }

    @Test
    void thereIsNoTokenInTheJournal() throws IOException {
        PersonalLink link = invite(teacher(), Role.STUDENT, "Amara");
        server.close();
        var journal = new StringBuilder();
        try (Stream<Path> files = Files.walk(lessons)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator)
                journal.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        assertTrue(journal.indexOf("\"invited\"") > 0, "the invitation is kept");
        assertFalse(journal.indexOf(Attendee.token(link.link())) >= 0, "its token isn't");
    }

    @Test
    void whatATeacherIsToldFitsIntoMessages() throws IOException {
        var room = new lectern.classroom.Room("r1");
        room.handle(new lectern.classroom.RoomInput.Open("Class"), now.get());
        var invitations = new Invitations(new Seal(new byte[32]), Duration.ofHours(12), "h".repeat(253) + ":65535",
                "f".repeat(64));
        var all = Stream.iterate(1, n -> n + 1).limit(Limits.INVITATIONS)
                .map(n -> new Invitation(new InvitationId("i" + n), Role.ASSISTANT, "王".repeat(Limits.NAME_CHARS)))
                .toList();
        var told = invitations.tell(room, all);
        for (var message : told)
            assertTrue(Json.write(message).getBytes(StandardCharsets.UTF_8).length <= Limits.MESSAGE_BYTES);
        assertEquals(all.stream().map(Invitation::id).toList(),
                told.stream().flatMap(m -> m.invitations().stream()).map(PersonalLink::id).toList());
    }

    @Test
    void linksThatHaveRunOutLetNobodyInButThoseWhoAreInComeBack() {
        Attendee teacher = teacher();
        PersonalLink personal = invite(teacher, Role.STUDENT, "Amara");
        Attendee amara = join(personal.link(), "x");
        String key = amara.hears(ServerMessage.Welcome.class).resume();
        now.updateAndGet(time -> time.plus(Duration.ofHours(12)).minusMillis(1));
        join(server.links().student(), "In time").hears(ServerMessage.Welcome.class);
        now.updateAndGet(time -> time.plusMillis(1));
        assertEquals(Reason.TOKEN_EXPIRED, join(server.links().student(), "Late").hearsBye());
        assertEquals(Reason.TOKEN_EXPIRED, join(server.links().teacher(), "Late").hearsBye());
        assertEquals(Reason.TOKEN_EXPIRED, join(personal.link(), "Late").hearsBye());
        Attendee again = Attendee.join(server, personal.link(), "x", key);
        attendees.add(again);
        var welcome = again.hears(ServerMessage.Welcome.class);
        assertTrue(welcome.resumed());
        assertEquals(List.of("T", "Amara", "In time"),
                welcome.participants().stream().map(Participant::name).toList());
    }
}
