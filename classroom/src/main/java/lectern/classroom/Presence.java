package lectern.classroom;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lectern.protocol.ParticipantId;
import lectern.protocol.TrackKind;
import lectern.protocol.View;
import org.jspecify.annotations.Nullable;

/// Somebody who is connected now, or whose media may still flow while they are away. Made anew at every join: nothing of
/// an earlier connection is carried over, since the client begins with new peer connections too.
final class Presence {
    static final long NO_CONNECTION = -1;

    final ParticipantId id;
    final Manner manner;
    long connection;
    /// When they leave unless their media has come up; null once it has, and for clients.
    @Nullable
    Instant mediaDueBy;
    /// What they publish: the line of each track. Null before the first offer.
    @Nullable
    Map<TrackKind, String> lines;
    List<View> views = List.of();
    /// Lines that both sides have agreed on.
    Pool pool = Pool.EMPTY;
    /// What was offered and not answered yet.
    @Nullable
    Pool offered;
    boolean restartWanted;
    SlotPlan plan = SlotPlan.EMPTY;
    List<Outcome.Feed> feeds = List.of();

    Presence(ParticipantId id, Manner manner, long connection) {
        this.id = id;
        this.manner = manner;
        this.connection = connection;
    }

    @Nullable
    String line(TrackKind track) {
        return lines == null ? null : lines.get(track);
    }
}
