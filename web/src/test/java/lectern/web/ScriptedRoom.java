package lectern.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import lectern.protocol.BoardNews;
import lectern.protocol.ClientMessage;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.protocol.board.Board;
import lectern.protocol.board.HandOut;
import org.jspecify.annotations.Nullable;

/// The other end of the page's socket, played by a test: the protocol's own records in and out, no media.
final class ScriptedRoom {
    static final Instant NOW = Instant.now().minusSeconds(90);
    static final ParticipantId SELF = new ParticipantId("p2");

    final List<ClientMessage> said = new ArrayList<>();
    List<Participant> people = List.of(person("p1", "Ms. Okafor", Role.TEACHER), person("p2", "Ben", Role.STUDENT));
    Role role = Role.STUDENT;
    ParticipantId self = SELF;
    Map<Role, String> links = Map.of();
    /// What `join` is answered with in place of a welcome.
    @Nullable
    ServerMessage turnAway;
    /// The whiteboard; null is a server without one.
    @Nullable
    Board board;
    /// What is handed out when the page comes in.
    @Nullable
    HandOut handOut;
    long lastEdit;
    private long seq = 3;
    private @Nullable WebSocketRoute socket;
    private final Page page;

    ScriptedRoom(Page page) {
        this.page = page;
        page.routeWebSocket("**/ws", route -> {
            socket = route;
            route.onMessage(frame -> heard(Json.readClient(frame.text())));
        });
    }

    static Participant person(String id, String name, Role role) {
        return new Participant(new ParticipantId(id), name, role, false,
                role == Role.WATCHER ? Set.of() : Set.of(TrackKind.MICROPHONE, TrackKind.CAMERA), NOW);
    }

    void tell(ServerMessage message) { socket.send(Json.write(message)); }

    void happens(RoomEvent event) { tell(new ServerMessage.Happened(++seq, Instant.now(), event)); }

    void breakLine() { socket.close(new WebSocketRoute.CloseOptions().setCode(4000)); }

    <T extends ClientMessage> List<T> said(Class<T> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /// Lets the page run until it holds.
    void until(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("never " + what + "; said: " + said);
            page.waitForTimeout(20);
        }
    }

    private void heard(ClientMessage message) {
        said.add(message);
        switch (message) {
            case ClientMessage.Join join -> {
                tell(turnAway != null ? turnAway : welcome(join.resume() != null));
                if (turnAway == null && board != null) tell(new BoardNews.ShowBoard(board, lastEdit));
            }
            case ClientMessage.Ping ping -> tell(new ServerMessage.Pong(ping.sent(), java.time.Instant.now()));
            default -> {
            }
        }
    }

    private ServerMessage welcome(boolean resumed) {
        return new ServerMessage.Welcome(Limits.VERSION, self, role, "r7k2m9", "Algebra II", NOW, "p2.key", resumed,
                seq,
                people, links);
    }
}
