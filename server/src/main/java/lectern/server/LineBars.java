package lectern.server;

import java.util.HashMap;
import java.util.Map;
import lectern.classroom.LineQuality;
import lectern.protocol.ParticipantId;
import lectern.sfu.SfuStats;

/// Turns the media plane's counters into bars: what was lost since the last look, and the round trip. Loss is measured on
/// what somebody sends; for who sends nothing, on what reaches them.
final class LineBars {
    private record Counted(long packets, long lost) {
        Counted plus(SfuStats.Line line) {
            return new Counted(packets + line.packets(), lost + Math.max(0, line.lost()));
        }
    }

    private static final class Measure {
        Counted up = new Counted(0, 0);
        Counted down = new Counted(0, 0);
        double rttMs;
    }

    private Map<String, Measure> before = new HashMap<>();

    /// The bars of those whose packets have moved since the last call.
    Map<ParticipantId, Integer> update(SfuStats stats) {
        var now = new HashMap<String, Measure>();
        for (SfuStats.Connection connection : stats.connections()) {
            Measure measure = now.computeIfAbsent(MediaPlane.participant(connection.peer()).value(),
                    _ -> new Measure());
            for (SfuStats.Line line : connection.lines()) {
                if (connection.direction() == SfuStats.Direction.UP) measure.up = measure.up.plus(line);
                else measure.down = measure.down.plus(line);
                measure.rttMs = Math.max(measure.rttMs, line.rttMs());
            }
        }
        var bars = new HashMap<ParticipantId, Integer>();
        now.forEach((who, measure) -> {
            Measure last = before.getOrDefault(who, new Measure());
            boolean sends = measure.up.packets > 0;
            double loss = sends ? loss(last.up, measure.up) : loss(last.down, measure.down);
            if (loss >= 0) bars.put(new ParticipantId(who), LineQuality.bars(loss, measure.rttMs));
        });
        before = now;
        return bars;
    }

    /// The part that was lost, or -1 where nothing moved (or the counters began anew).
    private static double loss(Counted before, Counted now) {
        long packets = now.packets - before.packets;
        long lost = Math.max(0, now.lost - before.lost);
        return packets <= 0 && lost == 0 || packets < 0 ? -1 : (double) lost / (packets + lost);
    }
}
