package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.Connection;
import lectern.protocol.InvitationId;
import lectern.protocol.Json;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.TrackKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every role says every message; those about the board in [BoardRightsTest].
class RightsTest {
    private static final List<ClientMessage> ALL = List.of(
            new ClientMessage.Join(1, "t", "n", null, "test"),
            new ClientMessage.Offer("sdp", Map.of("0", TrackKind.CAMERA)),
            new ClientMessage.Answer("sdp"), new ClientMessage.Candidate(Connection.UP, "c", "0"),
            new ClientMessage.RestartIce(), new ClientMessage.SetTrack(TrackKind.CAMERA, true),
            new ClientMessage.Watch(List.of()), new ClientMessage.Remove(new ParticipantId("p1")),
            new ClientMessage.ReplaceLink(Role.WATCHER), new ClientMessage.Invite(Role.STUDENT, "Amara"),
            new ClientMessage.RevokeInvitation(new InvitationId("i1")), new ClientMessage.Ping(1),
            new ClientMessage.Leave(),
            new ClientMessage.EndClass());

    private static final Map<Role, Set<String>> FORBIDDEN = Map.of(Role.TEACHER, Set.of(), Role.ASSISTANT,
            Set.of("replace-link", "invite", "revoke-invitation", "end-class"), Role.STUDENT,
            Set.of("remove", "replace-link", "invite", "revoke-invitation", "end-class"),
            Role.WATCHER,
            Set.of("offer", "set-track", "remove", "replace-link", "invite", "revoke-invitation", "end-class"));

    @Test
    void everyMessageIsTried() {
        assertEquals(Arrays.stream(ClientMessage.class.getPermittedSubclasses()).filter(c -> c != BoardMessage.class)
                .collect(Collectors.toSet()),
                ALL.stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> aRoleMaySayWhatItMay() {
        return FORBIDDEN.keySet().stream().map(role -> DynamicTest.dynamicTest(role.toString(), () -> {
            var refused = new TreeSet<String>();
            for (ClientMessage message : ALL) {
                var desk = new Desk();
                desk.join(Role.STUDENT, "Victim");
                Desk.Guest guest = desk.join(role, "Guest");
                var before = new ArrayList<>(desk.journal);
                desk.say(guest, message);
                if (desk.refused() != Reason.NOT_ALLOWED) continue;
                refused.add(Json.typeOf(message));
                assertEquals(before, desk.journal, "a refused message changes nothing");
                assertTrue(desk.isHere(guest), "and the connection goes on");
            }
            assertEquals(new TreeSet<>(FORBIDDEN.get(role)), refused);
        }));
    }
}
