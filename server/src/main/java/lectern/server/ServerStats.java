package lectern.server;

import java.time.Instant;
import java.util.Map;
import lectern.sfu.SfuStats;
import org.jspecify.annotations.Nullable;

/// What the server has counted, at one moment.
///
/// @param people   in the room, those away with them
/// @param away     of them, those whose line is broken
/// @param sockets  TCP connections now
/// @param events   the sequence number of the room's last event
/// @param counters things that happened, by name; those that never did are absent
/// @param media    what the media plane has counted; null when it didn't answer in time
public record ServerStats(String room, String title, Instant since, boolean ended, int people, int away, int sockets,
        long events, Map<String, Long> counters, @Nullable SfuStats media) {}
