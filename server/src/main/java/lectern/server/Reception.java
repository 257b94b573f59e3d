package lectern.server;

import java.util.function.Supplier;

/// What those who meet the connections need of the server.
record Reception(RoomLoop loop, Mailbox mailbox, Seal seal, WhipDesk whip, ServerLimits limits, Counters counters,
        Supplier<ServerStats> stats, StatsGate statsGate) {
    /// Whether this token opens the statistics now.
    interface StatsGate {
        boolean opens(String token);
    }
}
