package lectern.classroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.Invitation;
import lectern.protocol.InvitationId;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.TrackKind;
import org.jspecify.annotations.Nullable;

/// What a room's events add up to, and nothing else: [#apply] is the only way to change it, so replaying the journal gives
/// the same state. What isn't here (connections, lines, levels) is gone when the server stops.
final class RoomState {
    private String title = "";
    private @Nullable Instant since;
    private boolean ended;
    private long seq;
    private int numbersGiven;
    private final Map<ParticipantId, Participant> people = new LinkedHashMap<>();
    private final Map<ParticipantId, Instant> awaySince = new HashMap<>();
    private final Map<ParticipantId, Map<TrackKind, Boolean>> lastWords = new HashMap<>();
    private final Set<ParticipantId> removed = new HashSet<>();
    private final Map<Role, Integer> generations = new EnumMap<>(Role.class);
    /// Those that are good, in the order in which they were made.
    private final Map<String, Invitation> invitations = new LinkedHashMap<>();
    private int invitationsGiven;
    private final BoardState board = new BoardState();

    void apply(Recorded recorded) {
        seq = recorded.seq();
        switch (recorded.event()) {
            case RoomEvent.ClassStarted started -> {
                if (since != null) clear();
                title = started.title();
                since = recorded.at();
                ended = false;
            }
            case RoomEvent.Joined(Participant participant) -> {
                people.put(participant.id(), participant);
                numbersGiven++;
            }
            case RoomEvent.Away(ParticipantId id) -> {
                people.computeIfPresent(id, (_, p) -> p.withAway(true));
                awaySince.put(id, recorded.at());
            }
            case RoomEvent.Returned(ParticipantId id) -> {
                people.computeIfPresent(id, (_, p) -> p.withAway(false));
                awaySince.remove(id);
            }
            case RoomEvent.Left(ParticipantId id, Reason reason) -> {
                people.remove(id);
                awaySince.remove(id);
                lastWords.remove(id);
                if (reason == Reason.REMOVED) removed.add(id);
            }
            case RoomEvent.TrackChanged(ParticipantId id, TrackKind track, boolean on) -> {
                people.computeIfPresent(id, (_, p) -> p.withTrack(track, on));
                lastWords.computeIfAbsent(id, _ -> new EnumMap<>(TrackKind.class)).put(track, on);
            }
            case RoomEvent.LinkReplaced(Role role, int generation) -> generations.put(role, generation);
            case RoomEvent.Invited(Invitation invitation) -> {
                invitations.put(invitation.id().value(), invitation);
                invitationsGiven++;
            }
            case RoomEvent.InvitationRevoked(InvitationId id) -> invitations.remove(id.value());
            case BoardEvent event -> board.apply(recorded, event);
            case RoomEvent.ClassEnded _ -> {
                ended = true;
                empty();
            }
        }
    }

    /// Another lesson in the same room: its board stays, its people come anew, and the links of the last one are worth
    /// nothing. Numbers are never given twice, or an old key, invitation or shape would be somebody else's.
    private void clear() {
        empty();
        removed.clear();
        for (Role role : Role.values()) generations.put(role, generation(role) + 1);
    }

    private void empty() {
        invitations.clear();
        people.clear();
        awaySince.clear();
        lastWords.clear();
    }

    String title() {
        return title;
    }

    Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    boolean ended() {
        return ended;
    }

    long seq() {
        return seq;
    }

    List<Participant> people() {
        return new ArrayList<>(people.values());
    }

    int size() {
        return people.size();
    }

    @Nullable
    Participant find(ParticipantId id) {
        return people.get(id);
    }

    boolean wasRemoved(ParticipantId id) {
        return removed.contains(id);
    }

    Map<ParticipantId, Instant> awaySince() {
        return awaySince;
    }

    boolean isOn(ParticipantId id, TrackKind track) {
        Participant participant = people.get(id);
        return participant != null && participant.tracks().contains(track);
    }

    /// What was last said about this track, or null when nothing was.
    @Nullable
    Boolean lastWord(ParticipantId id, TrackKind track) {
        return lastWords.getOrDefault(id, Map.of()).get(track);
    }

    int generation(Role role) {
        return generations.getOrDefault(role, 1);
    }

    ParticipantId nextId() {
        return new ParticipantId("p" + (numbersGiven + 1));
    }

    List<Invitation> invitations() {
        return List.copyOf(invitations.values());
    }

    /// Whether there is such an invitation, and it wasn't revoked.
    boolean isInvited(String id) {
        return invitations.containsKey(id);
    }

    InvitationId nextInvitationId() {
        return new InvitationId("i" + (invitationsGiven + 1));
    }

    BoardState board() {
        return board;
    }

    /// Everything, as one value that can be compared.
    Snapshot snapshot() {
        return new Snapshot(title, since, ended, seq, numbersGiven, people(), Map.copyOf(awaySince),
                Map.copyOf(lastWords), Set.copyOf(removed), Map.copyOf(generations), invitations(),
                invitationsGiven, board.snapshot());
    }

    record Snapshot(String title, @Nullable Instant since, boolean ended, long seq, int numbersGiven,
            List<Participant> people, Map<ParticipantId, Instant> awaySince,
            Map<ParticipantId, Map<TrackKind, Boolean>> lastWords, Set<ParticipantId> removed,
            Map<Role, Integer> generations, List<Invitation> invitations, int invitationsGiven,
            BoardState.Snapshot board) {}
}
