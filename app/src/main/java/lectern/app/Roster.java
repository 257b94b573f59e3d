package lectern.app;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lectern.protocol.BoardEvent;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import org.jspecify.annotations.Nullable;

/// Who is in the class, from a welcome and the events after it. One owner.
final class Roster {
    private final Map<ParticipantId, Participant> people = new LinkedHashMap<>();
    private @Nullable ParticipantId self;

    void welcome(ServerMessage.Welcome welcome) {
        people.clear();
        self = welcome.self();
        for (var participant : welcome.participants()) people.put(participant.id(), participant);
    }

    void happened(RoomEvent event) {
        switch (event) {
            case RoomEvent.Joined(var participant) -> people.put(participant.id(), participant);
            case RoomEvent.Away(var id) -> people.computeIfPresent(id, (_, p) -> p.withAway(true));
            case RoomEvent.Returned(var id) -> people.computeIfPresent(id, (_, p) -> p.withAway(false));
            case RoomEvent.Left(var id, var _) -> people.remove(id);
            case RoomEvent.TrackChanged(var id, var track, boolean on) ->
                people.computeIfPresent(id, (_, p) -> p.withTrack(track, on));
            case RoomEvent.ClassStarted _,RoomEvent.LinkReplaced _,RoomEvent.Invited _,RoomEvent.InvitationRevoked _,RoomEvent.ClassEnded _,BoardEvent _ ->
                {
                }
        }
    }

    @Nullable
    Participant self() { return self == null ? null : people.get(self); }

    boolean isSelf(ParticipantId id) { return id.equals(self); }

    /// In the order they came in.
    Collection<Participant> people() { return Collections.unmodifiableCollection(people.values()); }

    @Nullable
    Participant person(ParticipantId id) { return people.get(id); }

    /// Whether this track is expected to arrive here.
    boolean sends(ParticipantId id, TrackKind track) {
        var participant = people.get(id);
        return participant != null && !isSelf(id) && !participant.away() && participant.tracks().contains(track);
    }
}
