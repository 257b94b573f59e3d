package lectern.classroom;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.PageId;

/// Somebody who is shown the board now: which pages they have open, and how much presence they may still send.
final class BoardViewer {
    /// A client says at most one in 33 ms; the network may bring some at once.
    static final int PRESENCES_PER_SECOND = 30;
    private static final int PRESENCE_BURST = 10;

    final ParticipantId id;
    final long connection;
    final Set<PageId> open = new LinkedHashSet<>();
    private double presences = PRESENCE_BURST;
    private Instant countedAt = Instant.EPOCH;

    BoardViewer(ParticipantId id, long connection) {
        this.id = id;
        this.connection = connection;
    }

    boolean mayShowPresence(Instant now) {
        double seconds = Math.max(0, Duration.between(countedAt, now).toMillis()) / 1e3;
        presences = Math.min(PRESENCE_BURST, presences + seconds * PRESENCES_PER_SECOND);
        countedAt = now;
        if (presences < 1) return false;
        presences--;
        return true;
    }
}
