package lectern.server;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What those who meet the connections need of the server.
record Reception(String room, RoomLoop loop, Mailbox mailbox, Seal seal, List<Desk> desks, WhipDesk whip,
        ServerLimits limits, Counters counters,
        Supplier<ServerStats> stats, StatsGate statsGate) {
    /// Who answers requests like this one; null: nobody of these.
    @Nullable
    Desk desk(String uri) {
        for (Desk desk : desks) if (desk.serves(uri)) return desk;
        return null;
    }

    /// Whether this token opens the statistics now.
    interface StatsGate {
        boolean opens(String token);
    }
}
