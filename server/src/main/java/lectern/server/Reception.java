package lectern.server;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import lectern.classroom.Room;

/// What those who meet the connections need of the server.
record Reception(String room, RoomLoop loop, Mailbox mailbox, Seal seal, Assets assets, WhipDesk whip,
        ServerLimits limits, Counters counters,
        Supplier<ServerStats> stats, StatsGate statsGate) {
    /// Asks the room on its own thread.
    CompletableFuture<Boolean> ask(Predicate<Room> question) {
        var answer = new CompletableFuture<Boolean>();
        mailbox.post(new Mailbox.Look(room -> answer.complete(question.test(room))));
        return answer;
    }

    /// Whether this token opens the statistics now.
    interface StatsGate {
        boolean opens(String token);
    }
}
