package lectern.media;

import java.util.List;
import java.util.Map;

/// One look at the connections. Remote tracks by the mid of the down connection; counters run from its start.
public record MediaStats(Map<String, RemotePicture> pictures, Map<String, RemoteSound> sounds,
        Map<TrackKind, LocalTrack> locals, double upRoundTripMs, double downRoundTripMs, double availableUpBps) {
    public MediaStats {
        pictures = Map.copyOf(pictures);
        sounds = Map.copyOf(sounds);
        locals = Map.copyOf(locals);
    }

    /// `decodeMs`: what decoding a picture takes, on average.
    public record RemotePicture(long framesDecoded, int width, int height, double framesPerSecond, long freezes,
            long packetsReceived, long packetsLost, double jitterMs, double decodeMs) {}

    /// `level` 0 to 1. `concealed`: the share of samples, 0 to 1, that were made up for lost ones and could be heard.
    public record RemoteSound(double level, double concealed, long packetsReceived, long packetsLost,
            double jitterMs) {}

    /// `level` is 0 for pictures. `limitation`: what holds the quality down: none, cpu, bandwidth, other.
    /// `lost`: the share of packets, 0 to 1, that the server missed.
    public record LocalTrack(double level, long bitrateBps, String limitation, double lost, List<Layer> layers) {
        public LocalTrack {
            layers = List.copyOf(layers);
        }
    }

    public record Layer(long ssrc, int width, int height, double framesPerSecond, long bitrateBps) {}
}
