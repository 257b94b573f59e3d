package lectern.protocol.board;

import java.time.Instant;
import lectern.protocol.BoardLimits;
import lectern.protocol.Check;

/// How a clip plays for all. By the server's clock it is now at `positionS + rate · (now − at)` while it plays, at `positionS` otherwise,
/// and never beyond its end, which only its players know.
///
/// @param positionS where it was at `at`, in seconds from its beginning
/// @param rate      1 is its own speed
/// @param at        by the server's clock, which `pong` tells
public record Playback(boolean playing, double positionS, double rate, Instant at) {
    public Playback {
        BoardLimits.position(positionS);
        BoardLimits.rate(rate);
        Check.present("at", at);
    }

    /// Seconds from the beginning; may be beyond the end.
    ///
    /// @param now by the server's clock
    public double positionS(Instant now) {
        if (!playing) return positionS;
        long sinceMs = Math.max(0, now.toEpochMilli() - at.toEpochMilli());
        return positionS + rate * sinceMs / 1000;
    }
}
