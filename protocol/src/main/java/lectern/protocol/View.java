package lectern.protocol;

/// One picture that a client shows, and how large: the server picks the layer from it.
///
/// @param width  in physical pixels
/// @param height in physical pixels
public record View(ParticipantId participant, TrackKind track, int width, int height) {
    public View {
        Check.present("participant", participant);
        Check.present("track", track);
        if (track.isAudio()) throw new ProtocolException("track: a view shows camera or screen");
        Check.range("width", width, 1, 8192);
        Check.range("height", height, 1, 8192);
    }
}
