package lectern.sfu.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A session description. `version` goes up with each new one of a session; `bundle` is the mids of the (first) BUNDLE group;
/// `others` are session attributes that have no place of their own here, as written.
public record Sdp(long sessionId, long version, boolean iceLite, List<String> bundle, List<String> others,
        List<MediaSection> media) {
    public static final int MAX_CHARACTERS = 64 * 1_024;
    public static final int MAX_SECTIONS = 128;
    public static final int MAX_LINES_A_SECTION = 512;

    public Sdp {
        bundle = List.copyOf(bundle);
        others = List.copyOf(others);
        media = List.copyOf(media);
    }

    /// Our side's: ICE-lite, everything bundled that isn't refused.
    public static Sdp lite(long sessionId, long version, List<MediaSection> media) {
        List<String> bundle = media.stream().filter(m -> !m.rejected()).map(MediaSection::mid).toList();
        return new Sdp(sessionId, version, true, bundle, List.of("extmap-allow-mixed", "msid-semantic: WMS *"), media);
    }

    /// Throws [SdpException] with words for what can't be understood or is beyond the limits.
    public static Sdp parse(String text) {
        return new SdpReader(text).read();
    }

    public String write() {
        return SdpWriter.write(this);
    }

    /// The section with this mid, null without one.
    public @Nullable MediaSection section(String mid) {
        for (MediaSection section : media)
            if (section.mid().equals(mid))
                return section;
        return null;
    }
}
