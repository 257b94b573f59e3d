package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import lectern.media.MediaSettings;
import lectern.protocol.ClientMessage;
import lectern.protocol.InvitationId;
import lectern.protocol.PersonalLink;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.resources.Language;
import lectern.server.LecternServer;
import lectern.server.ServerException;
import lectern.server.ServerSettings;
import lectern.signaling.Ending;
import lectern.signaling.JoinSteps;
import lectern.signaling.Link;
import lectern.signaling.LinkListener;
import lectern.signaling.SessionState;
import lectern.signaling.SocketLink;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.SettingsModel.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links and machines that aren't right: each is refused in words, and the class goes on.
class RefusalsTest {
    @TempDir
    Path folder;
    private LecternServer server;

    @BeforeEach
    void start() { server = LecternServer.start(settings(folder.resolve("one"))); }

    @AfterEach
    void stop() { server.close(); }

    @Test
    void aTokenThatNobodySignedIsRefused() throws Exception {
        var good = Link.parse(server.links().student());
        var forged = new Link(good.host(), good.port(), good.token().substring(0, good.token().length() - 2) + "AA",
                good.fingerprint());
        assertEquals(Reason.TOKEN_WRONG, refused(forged));
        assertEquals(Reason.TOKEN_WRONG, refused(new Link(good.host(), good.port(), "nonsense", good.fingerprint())));
    }

    @Test
    void aTokenOfAnotherServersRoomIsRefused() throws Exception {
        try (var other = LecternServer.start(settings(folder.resolve("two")))) {
            var here = Link.parse(server.links().student());
            var there = Link.parse(other.links().student());
            var mixed = new Link(here.host(), here.port(), there.token(), here.fingerprint());
            assertEquals(Reason.TOKEN_WRONG, refused(mixed));
        }
    }

    @Test
    void aReplacedLinkLetsNobodyInAndTheNewOneDoes() throws Exception {
        var old = Link.parse(server.links().student());
        var heard = new CompletableFuture<String>();
        var teacher = new SocketLink(Link.parse(server.links().teacher()), "Ms. Okafor", "test", new Ears() {
            @Override
            public void received(ServerMessage message) {
                if (message instanceof ServerMessage.Links(var links)) heard.complete(links.get(Role.STUDENT));
            }
        });
        teacher.start();
        teacher.send(new ClientMessage.ReplaceLink(Role.STUDENT)); // a deed: it waits until she is in
        var fresh = Link.parse(heard.get(10, TimeUnit.SECONDS));
        assertEquals(Reason.TOKEN_REVOKED, refused(old));
        var ada = new Ears();
        try (var line = new SocketLink(fresh, "Ada", "test", ada)) {
            line.start();
            ada.live.get(10, TimeUnit.SECONDS);
        }
        teacher.close();
    }

    /// One personal link and everybody's, in the real window, by a server's clock that the test moves.
    @Test
    void theWindowSaysThatALinkWasRevokedOrHasExpired() throws Exception {
        var now = new AtomicReference<>(Instant.now());
        server.close();
        server = LecternServer.start(settings(folder.resolve("one")), now::get);
        var made = new CompletableFuture<PersonalLink>();
        var revoked = new CompletableFuture<InvitationId>();
        var hosting = new Hosting(settings(folder.resolve("own")));
        try (var teacher = new SocketLink(Link.parse(server.links().teacher()), "Ms. Okafor", "test", new Ears() {
            @Override
            public void received(ServerMessage message) {
                if (message instanceof ServerMessage.Invitations(var invitations))
                    made.complete(invitations.getFirst());
                if (message instanceof ServerMessage.Happened(var _, var _, RoomEvent.InvitationRevoked(var id)))
                    revoked.complete(id);
            }
        });
                var window = Desktop.open(new Command.Look(Language.ENGLISH, Theme.LIGHT), Guests.sources("Me", 300),
                        hosting, new Folders(folder, folder), new Lifetime())) {
            teacher.start();
            teacher.send(new ClientMessage.Invite(Role.STUDENT, "Amara"));
            var link = made.get(10, TimeUnit.SECONDS);
            enter(window, link.link());
            assertTrue(Desktop.soon(20, () -> window.model.screen.get() == Screen.CLASS), "the class");
            assertEquals("Amara", Desktop.onFx(() -> window.model.lesson.self().orElseThrow().name));
            Desktop.onFx(() -> {
                window.classroom.goHome();
                return true;
            });
            teacher.send(new ClientMessage.RevokeInvitation(link.id()));
            assertEquals(link.id(), revoked.get(10, TimeUnit.SECONDS));
            enter(window, link.link());
            assertTrue(Desktop.soon(20, () -> shows("This link no longer works. Ask for a new one.")), "revoked");
            enter(window, server.links().student());
            assertTrue(Desktop.soon(20, () -> window.model.screen.get() == Screen.CLASS), "everybody's link is good");
            Desktop.onFx(() -> {
                window.classroom.goHome();
                return true;
            });
            now.updateAndGet(time -> time.plus(Duration.ofHours(13)));
            enter(window, server.links().student());
            assertTrue(Desktop.soon(20, () -> shows("This link has expired. Ask for a fresh one.")), "expired");
            assertEquals(Reason.TOKEN_EXPIRED, refused(Link.parse(server.links().student())));
        }
    }

    private static void enter(Desktop window, String link) {
        Desktop.onFx(() -> {
            window.classroom.openLink(link, "Me");
            window.classroom.enter();
            return true;
        });
    }

    private static boolean shows(String words) {
        return Window.getWindows().stream().flatMap(one -> one.getScene().getRoot().lookupAll(".label").stream())
                .anyMatch(node -> node instanceof Labeled label && words.equals(label.getText()) && label.isVisible());
    }

    @Test
    void aHostWithAnotherKeyIsNotTheLinks() throws Exception {
        var good = Link.parse(server.links().student());
        var otherKey = new Link(good.host(), good.port(), good.token(), "00".repeat(32));
        assertInstanceOf(Ending.NotThisHost.class, ending(otherKey));
    }

    @Test
    void nobodyThereIsSaidSoonAndInWords() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        var nobody = assertInstanceOf(Ending.NoAnswer.class, ending(new Link("127.0.0.1", port, "t", "00".repeat(32))));
        assertTrue(!nobody.why().isBlank());
    }

    @Test
    void aPortThatIsTakenIsSaidByItsNumber() {
        int port = server.port();
        var refused = assertThrows(ServerException.class,
                () -> LecternServer.start(settings(folder.resolve("two")).withPort(port)));
        assertTrue(refused.getMessage().contains("" + port), refused.getMessage());
    }

    @Test
    void aClassWithoutCameraAndSoundIsStillAClass() throws Exception {
        try (var guests = new Guests()) {
            var bare = guests.join(server.links().teacher(), "Ms. Okafor",
                    new Sources(Command.Camera.DEVICE, Command.Microphone.DEVICE, Guests.card("unused"), 440),
                    new MediaSettings(MediaSettings.Sound.DEVICE));
            var ada = guests.join(server.links().student(), "Ada", 500);
            Await.until("she sees Ada", Duration.ofSeconds(15), () -> Guests.receivesAll(bare, 1));
            var errors = JoinCommand.report(bare).errors();
            assertTrue(errors.stream().anyMatch(words -> words.toLowerCase().contains("camera")), errors.toString());
            assertEquals(0, Guests.from(ada, "Ms. Okafor").framesReceived());
        }
    }

    private static Reason refused(Link link) throws Exception {
        return assertInstanceOf(Ending.Said.class, ending(link)).reason();
    }

    private static Ending ending(Link link) throws Exception {
        var ears = new Ears();
        try (var line = new SocketLink(link, "Ada", "test", ears)) {
            line.start();
            return ears.ended.get(15, TimeUnit.SECONDS);
        }
    }

    private static ServerSettings settings(Path lessons) {
        return ServerSettings.in(lessons).withHost("127.0.0.1").withLoopbackCandidates(true);
    }

    private static class Ears implements LinkListener {
        final CompletableFuture<Ending> ended = new CompletableFuture<>();
        final CompletableFuture<Boolean> live = new CompletableFuture<>();

        @Override
        public void received(ServerMessage message) {}

        @Override
        public void state(SessionState state) {
            if (state instanceof SessionState.Ended(var why)) ended.complete(why);
            if (state instanceof SessionState.Live) live.complete(true);
        }

        @Override
        public void roundTrip(long ns, Instant server) {}

        @Override
        public void joined(JoinSteps steps) {}
    }
}
