package lectern.classroom;

import java.util.Set;
import lectern.protocol.ParticipantId;

/// Who is told of an event. Its number goes up for all; who isn't told passes over it.
public sealed interface Audience {
    /// All who are admitted.
    record Everybody() implements Audience {}

    /// Those of these who are admitted.
    record Only(Set<ParticipantId> participants) implements Audience {
        public Only {
            participants = Set.copyOf(participants);
        }
    }
}
