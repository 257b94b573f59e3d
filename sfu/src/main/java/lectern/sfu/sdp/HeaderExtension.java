package lectern.sfu.sdp;

import org.jspecify.annotations.Nullable;

/// An `a=extmap` line. `direction` is null where the line has none; `attributes` is what follows the URI, mostly empty.
public record HeaderExtension(int id, @Nullable Direction direction, String uri, String attributes) {
    public static final String AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";
    public static final String MID = "urn:ietf:params:rtp-hdrext:sdes:mid";
    public static final String RID = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id";
    public static final String REPAIRED_RID = "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id";
    public static final String ABS_SEND_TIME = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time";
    public static final String TRANSPORT_CC = "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";
    public static final String VIDEO_ORIENTATION = "urn:3gpp:video-orientation";
    public static final String PLAYOUT_DELAY = "http://www.webrtc.org/experiments/rtp-hdrext/playout-delay";
    public static final String DEPENDENCY_DESCRIPTOR = "https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension";

    public HeaderExtension {
        if (id < 1 || id > 255)
            throw new SdpException("header extension " + id + " is not between 1 and 255");
    }

    public HeaderExtension(int id, String uri) {
        this(id, null, uri, "");
    }
}
