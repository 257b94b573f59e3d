package lectern.server;

import java.util.Map;
import lectern.protocol.Role;

/// The links of a room, ready to hand out. Each is worth its role: the teacher's is a secret of the teacher.
public record Links(String teacher, String student, String watcher) {
    /// What a teacher may invite with.
    Map<Role, String> invitations() {
        return Map.of(Role.STUDENT, student, Role.WATCHER, watcher);
    }
}
