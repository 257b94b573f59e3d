package lectern.protocol;

/// How good somebody's line is, 0 (gone) to 4 (good), as the server measures it on the way up.
public record Line(ParticipantId participant, int bars) {
    public Line {
        Check.present("participant", participant);
        Check.range("bars", bars, 0, 4);
    }
}
