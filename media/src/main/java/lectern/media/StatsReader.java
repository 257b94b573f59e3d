package lectern.media;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads libwebrtc's reports into [MediaStats]. Rates are taken from the time before: it keeps the last byte counts.
final class StatsReader {
    private record Sent(long bytes, double timestampUs) {}

    private final Map<Long, Sent> lastSent = new HashMap<>();

    /// `kinds`: what each mid of the up connection carries.
    MediaStats read(@Nullable RTCStatsReport up, Map<String, TrackKind> kinds, @Nullable RTCStatsReport down) {
        var pictures = new HashMap<String, MediaStats.RemotePicture>();
        var sounds = new HashMap<String, MediaStats.RemoteSound>();
        for (var stats : of(down, RTCStatsType.INBOUND_RTP)) {
            if (!(stats.getAttributes().get("mid") instanceof String mid))
                continue;
            if ("video".equals(stats.getAttributes().get("kind")))
                pictures.put(mid, picture(stats));
            else
                sounds.put(mid, sound(stats));
        }
        return new MediaStats(pictures, sounds, locals(up, kinds), roundTripMs(up), roundTripMs(down),
                pair(up, "availableOutgoingBitrate"));
    }

    private static MediaStats.RemotePicture picture(RTCStats s) {
        double decoded = number(s, "framesDecoded");
        return new MediaStats.RemotePicture((long) decoded, (int) number(s, "frameWidth"),
                (int) number(s, "frameHeight"), number(s, "framesPerSecond"), (long) number(s, "freezeCount"),
                (long) number(s, "packetsReceived"), (long) number(s, "packetsLost"), number(s, "jitter") * 1000,
                decoded > 0 ? number(s, "totalDecodeTime") * 1000 / decoded : 0);
    }

    private static MediaStats.RemoteSound sound(RTCStats s) {
        double samples = number(s, "totalSamplesReceived");
        double made = number(s, "concealedSamples") - number(s, "silentConcealedSamples");
        return new MediaStats.RemoteSound(number(s, "audioLevel"), samples > 0 ? made / samples : 0,
                (long) number(s, "packetsReceived"), (long) number(s, "packetsLost"), number(s, "jitter") * 1000);
    }

    private Map<TrackKind, MediaStats.LocalTrack> locals(@Nullable RTCStatsReport up, Map<String, TrackKind> kinds) {
        var streams = new HashMap<TrackKind, List<RTCStats>>();
        for (var stats : of(up, RTCStatsType.OUTBOUND_RTP)) {
            if (stats.getAttributes().get("mid") instanceof String mid && kinds.containsKey(mid))
                streams.computeIfAbsent(kinds.get(mid), _ -> new ArrayList<>()).add(stats);
        }
        var locals = new HashMap<TrackKind, MediaStats.LocalTrack>();
        streams.forEach((kind, sent) -> locals.put(kind, local(up, sent)));
        return locals;
    }

    private MediaStats.LocalTrack local(@Nullable RTCStatsReport up, List<RTCStats> sent) {
        var layers = sent.stream().map(this::layer).sorted((a, b) -> Integer.compare(a.width(), b.width())).toList();
        var limitation = sent.stream().map(s -> s.getAttributes().get("qualityLimitationReason"))
                .filter(String.class::isInstance).map(String.class::cast).filter(reason -> !reason.equals("none"))
                .findFirst().orElse("none");
        var sources = sent.stream().map(s -> s.getAttributes().get("mediaSourceId")).toList();
        double level = of(up, RTCStatsType.MEDIA_SOURCE).stream().filter(s -> sources.contains(s.getId()))
                .mapToDouble(s -> number(s, "audioLevel")).max().orElse(0);
        var ids = sent.stream().map(RTCStats::getId).toList();
        double lost = of(up, RTCStatsType.REMOTE_INBOUND_RTP).stream()
                .filter(s -> ids.contains(String.valueOf(s.getAttributes().get("localId"))))
                .mapToDouble(s -> number(s, "fractionLost")).max().orElse(0);
        return new MediaStats.LocalTrack(level, layers.stream().mapToLong(MediaStats.Layer::bitrateBps).sum(),
                limitation, lost, layers);
    }

    private MediaStats.Layer layer(RTCStats s) {
        long ssrc = (long) number(s, "ssrc");
        long bytes = (long) number(s, "bytesSent");
        var now = new Sent(bytes, s.getTimestamp());
        var before = lastSent.put(ssrc, now);
        long bitrateBps = before == null || now.timestampUs <= before.timestampUs
                ? 0
                : Math.round((bytes - before.bytes) * 8e6 / (now.timestampUs - before.timestampUs));
        return new MediaStats.Layer(ssrc, (int) number(s, "frameWidth"), (int) number(s, "frameHeight"),
                number(s, "framesPerSecond"), bitrateBps);
    }

    private static double roundTripMs(@Nullable RTCStatsReport report) {
        return pair(report, "currentRoundTripTime") * 1000;
    }

    private static double pair(@Nullable RTCStatsReport report, String name) {
        return of(report, RTCStatsType.CANDIDATE_PAIR).stream()
                .filter(s -> Boolean.TRUE.equals(s.getAttributes().get("nominated")))
                .mapToDouble(s -> number(s, name)).max().orElse(0);
    }

    private static List<RTCStats> of(@Nullable RTCStatsReport report, RTCStatsType type) {
        return report == null
                ? List.of()
                : report.getStats().values().stream().filter(s -> s.getType() == type).toList();
    }

    private static double number(RTCStats stats, String name) {
        return stats.getAttributes().get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
