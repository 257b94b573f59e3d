package lectern.sfu.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.sfu.rtp.Codec;
import lectern.sfu.sdp.HeaderExtension;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.PayloadType;

/// Which payload types we offer, and which we take of those offered: of each codec the form that every receiver decodes, since what
/// one publisher sends goes to all as it is.
final class Formats {
    private static final List<String> VIDEO_FEEDBACK = List.of("nack", "nack pli", "ccm fir");
    private static final Set<String> TAKEN_FEEDBACK = Set.of("nack", "nack pli", "ccm fir", "transport-cc");

    /// libwebrtc begins at 300 kb/s, and a camera of 1280x720 with a stamp of it; seen with Chromium, this makes the first picture 640x360
    /// and the whole comes at once. An uplink that is slower shows itself within a second. Others don't know the word.
    private static final String START = "x-google-start-bitrate=1000";

    static final List<PayloadType> VIDEO = List.of(video(96, "VP8", ""), rtx(97, 96),
            video(98, "VP9", "profile-id=0"), rtx(99, 98),
            video(102, "H264", "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f"), rtx(103, 102),
            video(45, "AV1", ""), rtx(46, 45));
    static final List<PayloadType> AUDIO = List.of(
            new PayloadType(111, "opus", 48_000, 2, "minptime=10;useinbandfec=1", List.of()),
            new PayloadType(63, "red", 48_000, 2, "111/111", List.of()));

    private Formats() {}

    private static PayloadType video(int number, String name, String format) {
        return new PayloadType(number, name, 90_000, 1, format, VIDEO_FEEDBACK);
    }

    private static PayloadType rtx(int number, int original) {
        return new PayloadType(number, "rtx", 90_000, 1, "apt=" + original, List.of());
    }

    /// What we take of an offered section, in the offer's order, with the feedback we give or heed.
    static List<PayloadType> taken(MediaSection offered) {
        List<PayloadType> taken = new ArrayList<>();
        for (PayloadType payload : offered.payloads())
            if (carriesMedia(offered, payload))
                taken.add(heeding(payload));
        for (PayloadType payload : offered.payloads())
            if (payload.codec() == Codec.RTX && taken.stream().anyMatch(p -> p.number() == payload.repairs()))
                taken.add(heeding(payload));
        return taken;
    }

    private static boolean carriesMedia(MediaSection section, PayloadType payload) {
        Codec codec = payload.codec();
        if (codec == null)
            return false;
        Map<String, String> parameters = payload.parameters();
        return switch (codec) {
            case VP8 -> section.video();
            case VP9 -> section.video() && parameters.getOrDefault("profile-id", "0").equals("0");
            case AV1 -> section.video() && parameters.getOrDefault("profile", "0").equals("0");
            case H264 -> section.video() && parameters.getOrDefault("packetization-mode", "0").equals("1")
                    && parameters.getOrDefault("profile-level-id", "42").startsWith("42");
            case OPUS -> section.audio() && payload.clockHz() == 48_000 && payload.channels() == 2;
            case RED -> section.audio() && payload.channels() == 2 && section.payload(Codec.OPUS) != null;
            case RTX, ULPFEC, FLEXFEC -> false;
        };
    }

    /// An answer's section for what a publisher shall send.
    static List<PayloadType> asked(MediaSection offered) {
        return taken(offered).stream().map(p -> offered.video() && p.codec() != Codec.RTX ? startingFast(p) : p)
                .toList();
    }

    private static PayloadType startingFast(PayloadType payload) {
        String format = payload.format().isEmpty() ? START : payload.format() + ";" + START;
        return new PayloadType(payload.number(), payload.encoding(), payload.clockHz(), payload.channels(), format,
                payload.feedback());
    }

    private static PayloadType heeding(PayloadType payload) {
        return new PayloadType(payload.number(), payload.encoding(), payload.clockHz(), payload.channels(),
                payload.format(),
                payload.feedback().stream().filter(TAKEN_FEEDBACK::contains).toList());
    }

    static List<HeaderExtension> taken(MediaSection offered, Set<String> uris) {
        return offered.extensions().stream().filter(e -> uris.contains(e.uri()))
                .map(e -> new HeaderExtension(e.id(), e.uri())).toList();
    }

    /// Payload types that carry media, by number.
    static Map<Integer, Codec> codecs(List<PayloadType> payloads) {
        Map<Integer, Codec> codecs = new LinkedHashMap<>();
        for (PayloadType payload : payloads) {
            Codec codec = payload.codec();
            if (codec != null && codec != Codec.RTX)
                codecs.put(payload.number(), codec);
        }
        return codecs;
    }

    /// RTX payload types, each with the one it repairs.
    static Map<Integer, Integer> repairs(List<PayloadType> payloads) {
        Map<Integer, Integer> repairs = new LinkedHashMap<>();
        for (PayloadType payload : payloads)
            if (payload.codec() == Codec.RTX)
                repairs.put(payload.number(), payload.repairs());
        return repairs;
    }
}
