package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.protocol.ClientMessage;
import lectern.protocol.Participant;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server and its callers, over real sockets on loopback.
class ServerTest {
    @TempDir
    Path lessons;
    private LecternServer server;
    private final List<Attendee> attendees = new ArrayList<>();

    @BeforeEach
    void start() {
        server = LecternServer.start(settings());
    }

    @AfterEach
    void stop() {
        attendees.forEach(Attendee::close);
        server.close();
    }

    private ServerSettings settings() {
        return ServerSettings.in(lessons).withHost("127.0.0.1").withTitle("Algebra II");
    }

    private Attendee join(String link, String name) {
        return keep(Attendee.join(server, link, name));
    }

    private Attendee keep(Attendee attendee) {
        attendees.add(attendee);
        return attendee;
    }

    @Test
    void anotherTitleIsAnotherClass() {
        String room = server.room(), fingerprint = server.fingerprint();
        server.close();
        server = LecternServer.start(settings());
        assertEquals(room, server.room(), "the same class goes on");
        server.close();
        server = LecternServer.start(settings().withTitle("Biology"));
        assertNotEquals(room, server.room());
        assertEquals("Biology", server.stats().title());
        assertEquals(fingerprint, server.fingerprint());
    }

    @Test
    void whoJoinsIsWelcomedAndOfferedMedia() {
        Attendee teacher = join(server.links().teacher(), "Ms. Okafor");
        var welcome = teacher.hears(ServerMessage.Welcome.class);
        assertEquals(Role.TEACHER, welcome.role());
        assertEquals("Algebra II", welcome.title());
        assertEquals(server.room(), welcome.room());
        assertEquals(Map.of(Role.STUDENT, server.links().student(), Role.WATCHER, server.links().watcher()),
                welcome.links());
        String sdp = teacher.hears(ServerMessage.Offer.class).sdp();
        for (String mid : List.of("a0", "v0", "a3", "v3", "x0", "x2"))
            assertTrue(sdp.contains("a=mid:" + mid + "\r\n"), sdp);
        assertTrue(sdp.contains("127.0.0.1 " + server.port()), "one port for all: " + sdp);
    }

    @Test
    void everybodySeesTheSameEventsInOrder() {
        Attendee teacher = join(server.links().teacher(), "T");
        long seq = teacher.hears(ServerMessage.Welcome.class).seq();
        Attendee student = join(server.links().student(), "S");
        var welcome = student.hears(ServerMessage.Welcome.class);
        assertEquals(Map.of(), welcome.links(), "a student can't invite");
        assertEquals(List.of("T", "S"), welcome.participants().stream().map(Participant::name).toList());
        var joined = teacher.hears(ServerMessage.Happened.class);
        assertEquals(seq + 1, joined.seq());
        assertEquals(welcome.seq(), joined.seq());
        student.say(new ClientMessage.SetTrack(TrackKind.MICROPHONE, true));
        var one = teacher.hears(ServerMessage.Happened.class);
        var other = student.hears(ServerMessage.Happened.class);
        assertEquals(one, other);
        assertEquals(new RoomEvent.TrackChanged(welcome.self(), TrackKind.MICROPHONE, true), one.event());
    }

    @Test
    void aLostConnectionIsResumedByItsKey() {
        Attendee teacher = join(server.links().teacher(), "T");
        Attendee student = join(server.links().student(), "S");
        var first = student.hears(ServerMessage.Welcome.class);
        student.vanish();
        assertEquals(first.self(), teacher.sees(RoomEvent.Away.class).participant());
        Attendee again = keep(Attendee.join(server, server.links().student(), "S", first.resume()));
        var second = again.hears(ServerMessage.Welcome.class);
        assertTrue(second.resumed());
        assertEquals(first.self(), second.self());
        assertEquals(first.resume(), second.resume());
        assertEquals(first.self(), teacher.sees(RoomEvent.Returned.class).participant());
        Attendee third = keep(Attendee.join(server, server.links().student(), "S", first.resume()));
        assertEquals(Reason.REPLACED, again.hearsBye());
        assertEquals(first.self(), third.hears(ServerMessage.Welcome.class).self());
    }

    @Test
    void aForgedKeyMakesSomebodyNew() {
        join(server.links().teacher(), "T").hears(ServerMessage.Welcome.class);
        Attendee forger = keep(Attendee.join(server, server.links().teacher(), "F", "p1." + "0".repeat(32)));
        assertFalse(forger.hears(ServerMessage.Welcome.class).resumed());
    }

    @Test
    void tokensThatAreNotGoodAreRefusedInWords() {
        assertEquals(Reason.TOKEN_WRONG, join("nonsense", "X").hearsBye());
        String good = Attendee.token(server.links().teacher());
        String tampered = good.substring(0, 5) + (good.charAt(5) == 'A' ? 'B' : 'A') + good.substring(6);
        assertEquals(Reason.TOKEN_WRONG, join(tampered, "X").hearsBye());
        String old = server.links().student();
        Attendee teacher = join(server.links().teacher(), "T");
        teacher.hears(ServerMessage.Welcome.class);
        teacher.say(new ClientMessage.ReplaceLink(Role.STUDENT));
        String fresh = teacher.hears(ServerMessage.Links.class).links().get(Role.STUDENT);
        assertNotEquals(old, fresh);
        assertEquals(fresh, server.links().student());
        assertEquals(Reason.TOKEN_REVOKED, join(old, "X").hearsBye());
        join(fresh, "S").hears(ServerMessage.Welcome.class);
    }

    @Test
    void anotherServersTokenIsNoneOfOurs(@TempDir Path elsewhere) {
        try (var other = LecternServer.start(ServerSettings.in(elsewhere).withHost("127.0.0.1"))) {
            assertEquals(Reason.TOKEN_WRONG, join(other.links().teacher(), "X").hearsBye());
        }
    }

    @Test
    void whatIsNoMessageIsRefusedAndTheClassGoesOn() {
        Attendee student = join(server.links().student(), "S");
        student.hears(ServerMessage.Welcome.class);
        for (String garbage : List.of("", "{", "null", "{\"type\":\"sudo\"}", "{\"type\":\"watch\"}",
                "[".repeat(5_000)))
            assertEquals(Reason.MALFORMED, student.sayText(garbage).hears(ServerMessage.Refused.class).reason(),
                    garbage);
        student.say(new ClientMessage.Ping(5));
        assertEquals(5, student.hears(ServerMessage.Pong.class).sent());
    }

    @Test
    void theFirstMessageHasToBeJoin() {
        assertEquals(Reason.OUT_OF_ORDER, keep(Attendee.connect(server)).say(new ClientMessage.Ping(1)).hearsBye());
        assertEquals(Reason.MALFORMED, keep(Attendee.connect(server)).sayText("hello").hearsBye());
    }

    @Test
    void aMessageOfTenMegabytesEndsThatConnectionAlone() {
        Attendee teacher = join(server.links().teacher(), "T");
        Attendee student = join(server.links().student(), "S");
        student.hears(ServerMessage.Welcome.class);
        student.socket().sendText("x".repeat(10_000_000), true);
        assertEquals(Reason.MALFORMED, student.hears(ServerMessage.Bye.class).reason());
        teacher.sees(RoomEvent.Away.class);
        teacher.say(new ClientMessage.Ping(1));
        teacher.hears(ServerMessage.Pong.class);
    }

    @Test
    void aWatcherSendsNothing() {
        Attendee watcher = join(server.links().watcher(), "A parent");
        watcher.hears(ServerMessage.Welcome.class);
        watcher.say(new ClientMessage.Offer("v=0\r\n", Map.of("0", TrackKind.CAMERA)));
        var refused = watcher.hears(ServerMessage.Refused.class);
        assertEquals(Reason.NOT_ALLOWED, refused.reason());
        assertEquals("offer", refused.to());
        watcher.say(new ClientMessage.EndClass());
        assertEquals(Reason.NOT_ALLOWED, watcher.hears(ServerMessage.Refused.class).reason());
    }

    @Test
    void anSdpThatCantBeAnsweredIsRefusedInWords() {
        Attendee student = join(server.links().student(), "S");
        student.say(new ClientMessage.Offer("v=1 this is no sdp", Map.of("0", TrackKind.CAMERA)));
        var refused = student.hears(ServerMessage.Refused.class);
        assertEquals(Reason.MEDIA, refused.reason());
        student.say(new ClientMessage.Answer("nor is this"));
        assertEquals(Reason.MEDIA, student.hears(ServerMessage.Refused.class).reason());
    }

    @Test
    void aFloodIsCutAndThenClosed() {
        Attendee student = join(server.links().student(), "S");
        student.hears(ServerMessage.Welcome.class);
        String ping = "{\"type\":\"ping\",\"sent\":1}";
        try {
            for (int i = 0; i < 20_000; i++) student.sayText(ping);
        } catch (java.util.concurrent.CompletionException closedMeanwhile) {
            // that is the point
        }
        assertEquals(Reason.TOO_MANY, student.hears(ServerMessage.Refused.class).reason());
        assertEquals(Reason.TOO_MANY, student.hears(ServerMessage.Bye.class).reason());
    }

    @Test
    void theTeacherEndsTheClassForAllAndForGood() {
        Attendee teacher = join(server.links().teacher(), "T");
        Attendee student = join(server.links().student(), "S");
        student.hears(ServerMessage.Welcome.class);
        teacher.say(new ClientMessage.EndClass());
        student.sees(RoomEvent.ClassEnded.class);
        assertEquals(Reason.ENDED, student.hearsBye());
        assertEquals(Reason.ENDED, teacher.hearsBye());
        assertEquals(Reason.ENDED, join(server.links().teacher(), "T").hearsBye());
        assertTrue(server.stats().ended());
        String room = server.room();
        server.close();
        server = LecternServer.start(settings());
        assertNotEquals(room, server.room(), "a class that was ended isn't gone on with");
    }

    @Test
    void aRestartKeepsRoomCertificateLinksPortAndPeople() {
        Attendee teacher = join(server.links().teacher(), "T");
        Attendee student = join(server.links().student(), "S");
        var before = student.hears(ServerMessage.Welcome.class);
        student.say(new ClientMessage.SetTrack(TrackKind.CAMERA, false));
        student.sees(RoomEvent.TrackChanged.class);
        teacher.hears(ServerMessage.Welcome.class);
        teacher.say(new ClientMessage.ReplaceLink(Role.WATCHER));
        teacher.hears(ServerMessage.Links.class);
        var identity = List.of(server.room(), server.fingerprint(), server.links(), server.port());
        server.close();
        assertEquals(Reason.STOPPING, student.hearsBye());
        server = LecternServer.start(settings());
        assertEquals(identity, List.of(server.room(), server.fingerprint(), server.links(), server.port()));
        Attendee again = keep(Attendee.join(server, server.links().student(), "S", before.resume()));
        var after = again.hears(ServerMessage.Welcome.class);
        assertTrue(after.resumed());
        assertEquals(before.self(), after.self());
        assertTrue(after.seq() > before.seq());
        assertEquals(Map.of("T", true, "S", false),
                after.participants().stream().collect(Collectors.toMap(Participant::name, Participant::away)));
        assertEquals(Set.of(), after.participants().getLast().tracks());
    }

    @Test
    void aPortThatIsTakenIsNamedWithWhatToDo(@TempDir Path elsewhere) throws Exception {
        try (var tcp = new ServerSocket()) {
            tcp.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            checkTaken(elsewhere, tcp.getLocalPort());
        }
        try (var udp = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            checkTaken(elsewhere, udp.getLocalPort());
        }
    }

    private static void checkTaken(Path lessons, int port) {
        var settings = ServerSettings.in(lessons).withHost("127.0.0.1").withPort(port);
        var taken = assertThrows(ServerException.class, () -> LecternServer.start(settings));
        assertTrue(taken.getMessage().contains("Port " + port + " is taken") && taken.getMessage().contains("--port"),
                taken.getMessage());
    }

    @Test
    void twoServersDoNotShareAFolder() {
        var second = assertThrows(ServerException.class, () -> LecternServer.start(settings()));
        assertTrue(second.getMessage().contains("Another Lectern server"), second.getMessage());
    }

    @Test
    void closingTwiceIsClosingOnceAndAnAnswerIsAnErrorInWords() {
        server.close();
        server.close();
        assertThrows(ServerException.class, server::links);
    }

    @Test
    void silenceIsALostConnection() throws Exception {
        server.close();
        var hurried = new ServerLimits(60, 200, 1 << 20, Duration.ofMillis(700), Duration.ofMillis(1_200), 50, 100);
        server = LecternServer.start(settings().withLimits(hurried));
        Attendee hesitant = keep(Attendee.connect(server));
        assertEquals(Reason.SLOW, hesitant.hearsBye(), "a join is expected sooner");
        Attendee student = join(server.links().student(), "S");
        student.hears(ServerMessage.Welcome.class);
        assertEquals(Reason.SLOW, student.hearsBye());
        Await.until(() -> server.stats().away() == 1, "the student is away");
    }
}
