package lectern.media;

/// What a line of a connection carries.
public enum TrackKind {
    MICROPHONE, CAMERA, SCREEN, SCREEN_AUDIO
}
