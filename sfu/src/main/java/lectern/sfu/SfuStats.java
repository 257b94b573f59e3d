package lectern.sfu;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the media plane has counted, at one moment.
public record SfuStats(Loop loop, List<Connection> connections) {

    /// `drops` has packets thrown away by reason; reasons that never happened are absent.
    public record Loop(String io, String srtp, int port, long packetsIn, long packetsOut, long bytesIn, long bytesOut,
            Map<String, Long> drops) {}

    public enum Direction {
        UP, DOWN
    }

    /// @param state new, checking, connected
    /// @param path  the address media flows by, or null before ICE has chosen
    public record Connection(String peer, Direction direction, String state, @Nullable String path, List<Line> lines) {}

    /// One line. An up line has a row for each layer (a layer's number counts from 0, the smallest picture); a down line has one row, with
    /// the layer it carries now, or -1.
    ///
    /// @param source       down: `peer/mid` of what it carries; up: null
    /// @param lost         RTP packets never received (up: by us; down: as its receiver reports)
    /// @param nacks        packets asked again (up: by us; down: of us)
    /// @param keyRequests  key frames asked for (up: by us; down: of us)
    public record Line(String mid, String kind, String codec, int layer, @Nullable String source, long packets,
            long bytes,
            long lost, long nacks, long resent, long keyRequests, double jitterMs, double rttMs) {}
}
