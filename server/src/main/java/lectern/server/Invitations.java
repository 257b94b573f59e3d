package lectern.server;

import java.time.Duration;
import java.time.Instant;
import lectern.classroom.Grant;
import lectern.classroom.Room;
import lectern.protocol.Role;
import org.jspecify.annotations.Nullable;

/// Writes a room's links. They follow from the room alone (when it began, which generation its links have), so a restarted
/// server gives out the same ones.
record Invitations(Seal seal, Duration lifetime, String authority, String fingerprint) {
    Links links(Room room) {
        return new Links(link(room, Role.TEACHER, null, null), link(room, Role.STUDENT, null, null),
                link(room, Role.WATCHER, null, null));
    }

    String personal(Room room, Role role, String name, String id) {
        return link(room, role, name, id);
    }

    boolean isTeachers(Room room, Grant grant, Instant now) {
        return grant.role() == Role.TEACHER && grant.room().equals(room.id()) && now.isBefore(grant.expiresAt())
                && grant.generation() >= room.generation(Role.TEACHER);
    }

    private String link(Room room, Role role, @Nullable String name, @Nullable String id) {
        Instant expiresAt = room.since().orElseThrow().plus(lifetime);
        String token = seal.token(new Grant(room.id(), role, name, id, room.generation(role), expiresAt));
        return "https://" + authority + "/j/" + token + "#fp=" + fingerprint;
    }
}
