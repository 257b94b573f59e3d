package lectern.sfu.core;

import java.util.ArrayList;
import java.util.List;
import lectern.sfu.SfuStats;
import lectern.sfu.SfuStats.Direction;
import lectern.sfu.SfuStats.Line;
import lectern.sfu.rtp.Codec;
import org.jspecify.annotations.Nullable;

/// Puts counters into rows for who asks. Not on the packet path: allocates as it likes.
final class Census {
    private Census() {}

    static SfuStats.Connection of(UpConnection up) {
        List<Line> lines = new ArrayList<>();
        for (UpTrack track : up.tracks())
            for (Layer layer : track.layers())
                lines.add(new Line(track.mid, kind(track.video), codec(track), layer.index, null, layer.packets,
                        layer.bytes, layer.reception().lost(), layer.asked, layer.gaps.repaired(),
                        layer.keyRequests.sent(), millis(layer.reception().jitter(), track.clockHz()), -1));
        return new SfuStats.Connection(up.peer, Direction.UP, up.state(), pathOf(up), lines);
    }

    static SfuStats.Connection of(DownConnection down) {
        List<Line> lines = new ArrayList<>();
        for (DownTrack line : down.lines())
            lines.add(of(line));
        return new SfuStats.Connection(down.peer, Direction.DOWN, down.state(), pathOf(down), lines);
    }

    private static Line of(DownTrack line) {
        UpTrack source = line.source();
        Layer layer = line.current();
        int clockHz = line.video ? 90_000 : 48_000;
        long roundTripNs = line.receiver.roundTripNs();
        return new Line(line.mid, kind(line.video), source == null ? "" : codec(source),
                layer == null ? -1 : layer.index, source == null ? null : source.owner.peer + "/" + source.mid,
                line.packets, line.bytes, line.receiver.lost(), line.nacked, line.resent, line.keyRequests,
                millis(line.receiver.jitter(), clockHz), roundTripNs < 0 ? -1 : roundTripNs / 1e6);
    }

    private static String codec(UpTrack track) {
        Codec codec = track.lastCodec();
        return codec == null ? "" : codec.sdpName();
    }

    private static String kind(boolean video) {
        return video ? "video" : "audio";
    }

    private static double millis(long units, int clockHz) {
        return units * 1_000.0 / clockHz;
    }

    private static @Nullable String pathOf(Connection connection) {
        return connection.path() < 0 ? null : connection.context.paths().address(connection.path()).toString();
    }
}
