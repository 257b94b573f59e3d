package lectern.protocol.board;

import java.util.Set;
import lectern.protocol.Check;
import lectern.protocol.ParticipantId;

/// Who may draw on the pages of all, besides teacher and assistants, who always may, and watchers, who never do.
///
/// @param all  every student; then `some` isn't looked at
/// @param some these
public record Drawing(boolean all, Set<ParticipantId> some) {
    public static final Drawing NOBODY = new Drawing(false, Set.of());
    public static final Drawing ALL = new Drawing(true, Set.of());

    public Drawing {
        Check.atMost("some", some, 1_000);
        some = Set.copyOf(some);
    }

    public boolean allows(ParticipantId student) { return all || some.contains(student); }
}
