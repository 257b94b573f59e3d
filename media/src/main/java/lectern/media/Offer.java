package lectern.media;

import java.util.Map;

/// What an up connection proposes: the SDP, and what each of its sending lines is. A line that stands in the SDP but
/// not here sends nothing now (a screen that is no longer shared).
public record Offer(String sdp, Map<String, TrackKind> tracks) {
    public Offer {
        tracks = Map.copyOf(tracks);
    }
}
