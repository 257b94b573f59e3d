package lectern.protocol;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// Somebody in the room, as everybody sees them.
///
/// @param away   the line is broken and they are expected back; their place is kept
/// @param tracks what they are sending now (a muted microphone isn't in it)
public record Participant(ParticipantId id, String name, Role role, boolean away, Set<TrackKind> tracks,
        Instant joinedAt) {
    public Participant {
        Check.present("id", id);
        Check.text("name", name, 1, Limits.NAME_CHARS);
        Check.present("role", role);
        Check.present("tracks", tracks);
        Check.present("joinedAt", joinedAt);
        tracks = Set.copyOf(tracks);
    }

    public Participant withTrack(TrackKind track, boolean on) {
        var next = EnumSet.noneOf(TrackKind.class);
        next.addAll(tracks);
        if (on) next.add(track);
        else next.remove(track);
        return new Participant(id, name, role, away, next, joinedAt);
    }

    public Participant withAway(boolean nowAway) {
        return new Participant(id, name, role, nowAway, tracks, joinedAt);
    }
}
