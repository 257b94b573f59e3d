package lectern.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lectern.classroom.Grant;
import lectern.classroom.Room;
import lectern.protocol.Invitation;
import lectern.protocol.Limits;
import lectern.protocol.PersonalLink;
import lectern.protocol.Role;
import lectern.protocol.ServerMessage;

/// Writes a room's links. They follow from the room alone (when it began, which generation its links have, whom it
/// invited), so a restarted server gives out the same ones.
record Invitations(Seal seal, Duration lifetime, String authority, String fingerprint) {
    /// A personal token has its invitation to be revoked by; replacing the role's link leaves it alone.
    private static final int NO_GENERATION = 0;

    Links links(Room room) {
        return new Links(link(room, Role.TEACHER), link(room, Role.STUDENT), link(room, Role.WATCHER));
    }

    PersonalLink personal(Room room, Invitation to) {
        var grant = new Grant(room.id(), to.role(), to.name(), to.id().value(), NO_GENERATION, expiresAt(room));
        return new PersonalLink(to.id(), to.role(), to.name(), link(grant), expiresAt(room));
    }

    /// What a teacher is told of these, in messages that aren't too long.
    List<ServerMessage.Invitations> tell(Room room, List<Invitation> invitations) {
        var messages = new ArrayList<ServerMessage.Invitations>();
        for (int from = 0; from < invitations.size(); from += Limits.INVITATIONS_TOLD) {
            int to = Math.min(from + Limits.INVITATIONS_TOLD, invitations.size());
            messages.add(new ServerMessage.Invitations(
                    invitations.subList(from, to).stream().map(one -> personal(room, one)).toList()));
        }
        return messages;
    }

    boolean isTeachers(Room room, Grant grant, Instant now) {
        return grant.role() == Role.TEACHER && grant.room().equals(room.id()) && now.isBefore(grant.expiresAt())
                && grant.generation() >= room.generation(Role.TEACHER);
    }

    private String link(Room room, Role role) {
        return link(new Grant(room.id(), role, null, null, room.generation(role), expiresAt(room)));
    }

    private String link(Grant grant) {
        return "https://" + authority + "/j/" + seal.token(grant) + "#fp=" + fingerprint;
    }

    private Instant expiresAt(Room room) {
        return room.since().orElseThrow().plus(lifetime);
    }
}
