package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The four things that somebody may send.
public enum TrackKind {
    @JsonProperty("microphone")
    MICROPHONE, @JsonProperty("camera")
    CAMERA, @JsonProperty("screen")
    SCREEN, @JsonProperty("screen-audio")
    SCREEN_AUDIO;

    public boolean isAudio() { return this == MICROPHONE || this == SCREEN_AUDIO; }
}
