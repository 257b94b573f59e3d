package lectern.protocol;

/// How loud somebody is: 0 (loudest) to 127 (silent), in -dBov (RFC 6464).
public record Level(ParticipantId participant, int level) {
    public Level {
        Check.present("participant", participant);
        Check.range("level", level, 0, 127);
    }
}
