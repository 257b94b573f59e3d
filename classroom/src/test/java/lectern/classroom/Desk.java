package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.protocol.ClientMessage;
import lectern.protocol.Limits;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.protocol.View;
import org.jspecify.annotations.Nullable;

/// A room with a clock that the test turns, and a book of everything that came out.
final class Desk {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final Map<String, TrackKind> FACE = Map.of("0", TrackKind.MICROPHONE, "1", TrackKind.CAMERA);

    Room room = new Room("r1");
    Instant now = START;
    List<Outcome> last = List.of();
    final List<Recorded> journal = new ArrayList<>();
    private long connections;

    Desk() {
        give(new RoomInput.Open("Algebra II"));
    }

    List<Outcome> give(RoomInput input) {
        last = room.handle(input, now);
        for (Outcome outcome : last)
            if (outcome instanceof Outcome.Accepted(Recorded recorded, _)) journal.add(recorded);
        return last;
    }

    Desk after(Duration time) {
        now = now.plus(time);
        give(new RoomInput.TimePassed());
        return this;
    }

    static Grant grant(Role role) {
        return new Grant("r1", role, null, null, 1, START.plus(Duration.ofHours(12)));
    }

    long knock(Grant grant, @Nullable String name, @Nullable ParticipantId resumes) {
        give(new RoomInput.Join(++connections, Limits.VERSION, grant, name, resumes, Manner.CLIENT));
        return connections;
    }

    Guest join(Role role, String name) {
        return admitted(knock(grant(role), name, null));
    }

    Guest joinAs(Manner manner, Role role, String name) {
        give(new RoomInput.Join(++connections, Limits.VERSION, grant(role), name, null, manner));
        return admitted(connections);
    }

    Guest resume(Guest whom, Role role) {
        return admitted(knock(grant(role), "whatever", whom.id()));
    }

    private Guest admitted(long connection) {
        var admitted = only(Outcome.Admitted.class);
        assertEquals(connection, admitted.connection());
        return new Guest(connection, admitted.self());
    }

    /// A participant with both media connections up.
    Guest onStage(Role role, String name) {
        Guest guest = join(role, name);
        say(guest, new ClientMessage.Answer("answer"));
        if (role.maySend()) say(guest, new ClientMessage.Offer("offer", FACE));
        return guest;
    }

    List<Outcome> say(Guest guest, ClientMessage message) {
        return give(new RoomInput.Message(guest.connection(), message));
    }

    <T extends Outcome> List<T> all(Class<T> type) {
        return last.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends Outcome> T only(Class<T> type) {
        assertEquals(1, all(type).size(), () -> type.getSimpleName() + " in " + last);
        return all(type).getFirst();
    }

    Reason turnedAway() {
        return only(Outcome.Disconnect.class).bye().reason();
    }

    @Nullable
    Reason refused() {
        return last.stream()
                .map(o -> o instanceof Outcome.Reply(_, ServerMessage.Refused refused) ? refused.reason() : null)
                .filter(r -> r != null).findFirst().orElse(null);
    }

    Participant person(Guest guest) {
        Optional<Participant> found = room.participants().stream().filter(p -> p.id().equals(guest.id())).findFirst();
        return found.orElseThrow(() -> new AssertionError(guest + " isn't here"));
    }

    boolean isHere(Guest guest) {
        return room.participants().stream().anyMatch(p -> p.id().equals(guest.id()));
    }

    /// The newest list of slots that this guest was sent in the last step.
    Map<String, String> slots(Guest guest) {
        ServerMessage.Slots found = null;
        for (Outcome outcome : last)
            if (outcome instanceof Outcome.Reply(long to, ServerMessage.Slots slots) && to == guest.connection())
                found = slots;
        assertNotNull(found, () -> "no slots for " + guest + " in " + last);
        return found.slots().stream().collect(java.util.stream.Collectors.toMap(s -> s.mid(),
                s -> s.participant() + "/" + s.track()));
    }

    static View camera(Guest whom, int height) {
        return new View(whom.id(), TrackKind.CAMERA, height * 16 / 9, height);
    }

    record Guest(long connection, ParticipantId id) {}
}
