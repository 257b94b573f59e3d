package lectern.classroom;

import java.time.Instant;
import lectern.protocol.Role;
import org.jspecify.annotations.Nullable;

/// What a genuine token says. Whether it still opens the room is the room's to decide.
///
/// @param name       the bearer's name where the token was made for one person; it wins over what they call themselves
/// @param id         of the invitation that the token was made from; null for a link that is handed to many
/// @param generation of the role's links; smaller than the room's: replaced since. A personal token has its invitation instead
public record Grant(String room, Role role, @Nullable String name, @Nullable String id, int generation,
        Instant expiresAt) {}
