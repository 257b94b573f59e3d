package lectern.protocol;

/// What one line of a down connection carries from now on.
///
/// @param mid the line's media id in the server's offer
public record Slot(String mid, ParticipantId participant, TrackKind track) {
    public Slot {
        Check.text("mid", mid, 1, 16);
        Check.present("participant", participant);
        Check.present("track", track);
    }
}
