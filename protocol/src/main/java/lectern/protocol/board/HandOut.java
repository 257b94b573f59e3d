package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import lectern.protocol.Check;
import lectern.protocol.ParticipantId;
import org.jspecify.annotations.Nullable;

/// Private boards: a copy of one page for each.
///
/// @param worksheet the page that was copied
/// @param to        for whom; null is for every student, those who come later too
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandOut(PageId worksheet, @Nullable Set<ParticipantId> to) {
    public HandOut {
        Check.present("worksheet", worksheet);
        if (to != null) {
            Check.atMost("to", to, 1_000);
            to = Set.copyOf(to);
        }
    }

    public boolean isFor(ParticipantId student) { return to == null || to.contains(student); }
}
