package lectern.classroom;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.Invitation;
import lectern.protocol.Json;
import lectern.protocol.Level;
import lectern.protocol.Limits;
import lectern.protocol.Line;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Page;
import org.jspecify.annotations.Nullable;

/// One class: who is here, who may what, what happened. Inputs and the time come in; outcomes come out, in the order in
/// which they have to be done. Owned by one thread.
///
/// A participant is *connected* (a connection speaks for them), or *away* (it broke; their place is kept for a minute), or
/// gone. What lasts is in [RoomState] and changes by events alone; lines, slots and levels are in [Stage] and [Speakers]
/// and begin anew with every connection.
///
/// A room holds one lesson after another. Board and numbers go on; people, links and rights begin anew with each.
public final class Room {
    public static final int CAPACITY = 300;
    /// Long enough for a change of network or a restarted laptop, short enough that the list of people stays true.
    public static final Duration AWAY_FOR = Duration.ofSeconds(60);
    /// ICE and DTLS take a second; who hasn't managed in half a minute won't.
    static final Duration MEDIA_WITHIN = Duration.ofSeconds(30);
    static final Duration LEVELS_EVERY = Duration.ofMillis(200);

    private final String id;
    private final RoomState state = new RoomState();
    private final Speakers speakers = new Speakers();
    private final Stage stage = new Stage(state, speakers);
    private List<Outcome> out = new ArrayList<>();
    private final BoardTalk board = new BoardTalk(state, this::isTool, this::record, outcome -> out.add(outcome));
    private final Map<Long, Presence> connected = new HashMap<>();
    private final Map<ParticipantId, Integer> bars = new HashMap<>();
    private boolean levelsPending;
    private Instant levelsSentAt = Instant.EPOCH;
    private Instant now = Instant.EPOCH;

    public Room(String id) {
        this.id = id;
    }

    /// The room that these events made. Nobody is connected: go on with [RoomInput.Reopened].
    public static Room replay(String id, List<Recorded> events) {
        var room = new Room(id);
        events.forEach(room::recall);
        return room;
    }

    /// The next event of the story so far: each of them, in order, before the first input.
    public void recall(Recorded event) {
        state.apply(event);
    }

    public List<Outcome> handle(RoomInput input, Instant at) {
        var outcomes = new ArrayList<Outcome>();
        handle(input, at, outcomes);
        return outcomes;
    }

    /// The same, into the caller's list: if this fails by a bug, what was accepted before it is in there and has to be done,
    /// since it is part of the state.
    public void handle(RoomInput input, Instant at, List<Outcome> outcomes) {
        Instant moment = at.truncatedTo(ChronoUnit.MILLIS);
        if (moment.isAfter(now)) now = moment; // a clock that is set back doesn't turn the story around
        out = outcomes;
        boolean staged = switch (input) {
            case RoomInput.Open(String title) -> open(title);
            case RoomInput.Reopened _ -> reopen();
            case RoomInput.Join join -> join(join);
            case RoomInput.Message(long connection, ClientMessage message) -> {
                Presence presence = connected.get(connection);
                yield presence != null && message(presence, message);
            }
            case RoomInput.ReaderOffer offer -> readerOffer(offer);
            case RoomInput.ConnectionLost(long connection) -> connectionLost(connection);
            case RoomInput.MediaUp(ParticipantId who) -> mediaUp(who);
            case RoomInput.MediaLost(ParticipantId who) -> mediaLost(who);
            case RoomInput.Levels(Map<ParticipantId, Integer> levels) -> levels(levels);
            case RoomInput.Lines(Map<ParticipantId, Integer> measured) -> lines(measured);
            case RoomInput.TimePassed _ -> speakers.settle(now);
        };
        staged |= leaveThoseOverdue();
        if (staged) stage.direct(out);
        sendLevels();
    }

    /// When [RoomInput.TimePassed] is due, if nothing else comes before.
    public Optional<Instant> nextDeadline() {
        var away = state.awaySince().values().stream().map(since -> since.plus(AWAY_FOR));
        var media = stage.present().stream().map(p -> p.mediaDueBy).filter(Objects::nonNull);
        var levels = levelsPending ? Stream.of(levelsSentAt.plus(LEVELS_EVERY)) : Stream.<Instant>empty();
        return Stream.of(away, media, levels, speakers.nextDeadline().stream()).flatMap(s -> s).map(Instant.class::cast)
                .min(Instant::compareTo);
    }

    public String id() {
        return id;
    }

    public String title() {
        return state.title();
    }

    /// When the lesson began that is held now, or was held last; empty for a room without events.
    public Optional<Instant> since() {
        return state.since();
    }

    public boolean ended() {
        return state.ended();
    }

    /// The last event's number.
    public long seq() {
        return state.seq();
    }

    public List<Participant> participants() {
        return state.people();
    }

    /// Counts up from 1; tokens of the role with a smaller one are refused.
    public int generation(Role role) {
        return state.generation(role);
    }

    /// Whether this participant is here and may put a file into the lesson.
    public boolean mayUpload(ParticipantId who) {
        Participant participant = state.find(who);
        return participant != null && board.mayUpload(participant);
    }

    /// Whether they may see a file of the lesson.
    public boolean mayRead(ParticipantId who, AssetId asset) {
        Participant participant = state.find(who);
        return participant != null && board.mayRead(participant, asset);
    }

    public boolean mayModerate(ParticipantId who) {
        Participant participant = state.find(who);
        return participant != null && participant.role().mayModerate();
    }

    /// The pages of documents that they see, in the board's order.
    public List<Page> documentPages(ParticipantId who) {
        Participant participant = state.find(who);
        return participant == null ? List.of() : board.documentPages(participant);
    }

    public boolean isHere(ParticipantId who) {
        return state.find(who) != null;
    }

    RoomState state() {
        return state;
    }

    private boolean record(RoomEvent event) {
        return record(event, new Audience.Everybody());
    }

    private boolean record(RoomEvent event, Audience audience) {
        var recorded = new Recorded(state.seq() + 1, now, event);
        state.apply(recorded);
        out.add(new Outcome.Accepted(recorded, audience));
        return true;
    }

    private boolean open(String title) {
        record(new RoomEvent.ClassStarted(title));
        board.begin();
        board.resetRights(now);
        return false;
    }

    private boolean reopen() {
        if (state.ended()) return false;
        board.begin();
        for (Participant participant : state.people()) record(new RoomEvent.Away(participant.id()));
        return true;
    }

    private boolean join(RoomInput.Join join) {
        if (connected.containsKey(join.connection())) return false;
        Grant grant = join.grant();
        if (join.version() != Limits.VERSION)
            return turnAway(join, Reason.VERSION, "This server speaks version " + Limits.VERSION
                    + " of the protocol, the client version " + join.version() + ".");
        if (!grant.room().equals(id)) return turnAway(join, Reason.ROOM_UNKNOWN, "This class isn't on this server.");
        if (state.ended()) return turnAway(join, Reason.ENDED, "The class has ended.");
        if (join.resumes() != null) {
            if (state.wasRemoved(join.resumes()))
                return turnAway(join, Reason.REMOVED, "You were taken out of this class.");
            Participant known = state.find(join.resumes());
            // Who is in the room stays in it: a link that was replaced or ran out since keeps others from coming.
            if (known != null && known.role() == grant.role()) return comeBack(join, known);
        }
        if (grant.id() != null) {
            if (!state.isInvited(grant.id()))
                return turnAway(join, Reason.TOKEN_REVOKED, "This personal link was revoked.");
        } else
            if (grant.generation() < state.generation(grant.role()))
                return turnAway(join, Reason.TOKEN_REVOKED, "This link was replaced by a newer one.");
        if (!now.isBefore(grant.expiresAt())) return turnAway(join, Reason.TOKEN_EXPIRED, "This link has expired.");
        if (state.size() >= CAPACITY)
            return turnAway(join, Reason.ROOM_FULL, "The class is full (" + CAPACITY + " people).");
        String typed = grant.name() != null ? grant.name() : join.wanted();
        String name = typed == null ? "" : Names.clean(typed);
        if (name.isEmpty()) return turnAway(join, Reason.MALFORMED, "name: say what to call you");
        var taken = state.people().stream().map(Participant::name).toList();
        var participant = new Participant(state.nextId(), Names.distinct(name, taken), grant.role(), false, Set.of(),
                now);
        record(new RoomEvent.Joined(participant));
        return admit(join, participant.id(), false);
    }

    private boolean comeBack(RoomInput.Join join, Participant known) {
        Presence before = stage.find(known.id());
        if (before != null && before.connection != Presence.NO_CONNECTION)
            disconnect(before, Reason.REPLACED, "You came in from another place.");
        if (known.away()) record(new RoomEvent.Returned(known.id()));
        return admit(join, known.id(), true);
    }

    private boolean admit(RoomInput.Join join, ParticipantId self, boolean resumed) {
        var presence = new Presence(self, join.manner(), join.connection());
        if (join.manner().livesByMedia()) presence.mediaDueBy = now.plus(MEDIA_WITHIN);
        connected.put(join.connection(), presence);
        Participant participant = Objects.requireNonNull(state.find(self));
        boolean hasBoard = join.manner() == Manner.CLIENT;
        if (hasBoard) board.expect(participant);
        out.add(new Outcome.Admitted(join.connection(), self, resumed, state.seq(), state.people()));
        if (hasBoard) board.enter(participant, join.connection());
        stage.enter(presence, out);
        if (!bars.isEmpty())
            out.add(new Outcome.Reply(join.connection(), new ServerMessage.Lines(
                    bars.entrySet().stream().map(e -> new Line(e.getKey(), e.getValue())).sorted(BY_PARTICIPANT)
                            .toList())));
        if (isTeacher(self) && !state.invitations().isEmpty())
            out.add(new Outcome.ShowInvitations(join.connection(), state.invitations()));
        return true;
    }

    private static final java.util.Comparator<Line> BY_PARTICIPANT = java.util.Comparator.comparing(Line::participant);

    private boolean turnAway(RoomInput.Join join, Reason reason, String message) {
        out.add(new Outcome.Disconnect(join.connection(), new ServerMessage.Bye(reason, message)));
        return false;
    }

    /// Returns whether what is on stage has changed.
    private boolean message(Presence from, ClientMessage message) {
        Participant who = Objects.requireNonNull(state.find(from.id));
        Role role = who.role();
        String refusal = Rights.refusal(role, message);
        if (refusal != null) return refuse(from, message, Reason.NOT_ALLOWED, refusal);
        return switch (message) {
            case ClientMessage.Join _ -> refuse(from, message, Reason.OUT_OF_ORDER, "You are in the class already.");
            case ClientMessage.Offer offer -> offer(from, offer);
            case ClientMessage.Answer(String sdp) -> stage.answered(from, sdp, out)
                    || refuse(from, message, Reason.OUT_OF_ORDER, "There is no offer to answer.");
            case ClientMessage.Candidate _ -> false; // ICE-lite: addresses are learnt from the client's checks
            case ClientMessage.RestartIce _ -> {
                if (from.manner == Manner.CLIENT) stage.restartIce(from, out);
                yield false;
            }
            case ClientMessage.SetTrack(TrackKind track, boolean on) -> setTrack(from, track, on);
            case ClientMessage.Watch watch -> {
                boolean changed = !from.views.equals(watch.views());
                from.views = watch.views();
                yield changed;
            }
            case ClientMessage.Remove remove -> remove(from, role, remove);
            case ClientMessage.ReplaceLink(Role of) -> replaceLink(of);
            case ClientMessage.Invite invite -> invite(from, invite);
            case ClientMessage.RevokeInvitation revoke -> revoke(from, revoke);
            case ClientMessage.Ping(long sent) -> {
                reply(from, new ServerMessage.Pong(sent, now));
                yield false;
            }
            case ClientMessage.Leave _ -> {
                leave(from.id, Reason.LEFT, "Goodbye.");
                yield true;
            }
            case ClientMessage.EndClass _ -> endClass(from.id);
            case BoardMessage said -> {
                board.handle(who, said, now);
                yield false;
            }
        };
    }

    /// A line offered for the first time is on, unless its owner has said otherwise before: who muted stays muted after a
    /// reconnect. A screen is never sent without having just been chosen, so a new screen line is on whatever was said.
    private boolean offer(Presence from, ClientMessage.Offer offer) {
        var lines = new HashMap<TrackKind, String>();
        for (var line : offer.tracks().entrySet())
            if (lines.put(line.getValue(), line.getKey()) != null)
                return refuse(from, offer, Reason.MEDIA, "tracks: two lines for the same track");
        var known = from.lines;
        for (TrackKind track : TrackKind.values()) {
            boolean before = known == null ? state.isOn(from.id, track) : known.containsKey(track);
            if (before && !lines.containsKey(track)) change(from, track, false);
            boolean isNew = lines.containsKey(track) && (known == null || !known.containsKey(track));
            boolean isScreen = track == TrackKind.SCREEN || track == TrackKind.SCREEN_AUDIO;
            if (isNew && (isScreen || state.lastWord(from.id, track) == null)) change(from, track, true);
        }
        stage.publish(from, lines, offer.sdp(), out);
        return true;
    }

    private boolean setTrack(Presence from, TrackKind track, boolean on) {
        if (!change(from, track, on)) return false;
        stage.pause(from, track, !on, out);
        return true;
    }

    private boolean change(Presence from, TrackKind track, boolean on) {
        if (Objects.equals(state.lastWord(from.id, track), on)) return false;
        if (track == TrackKind.MICROPHONE && !on) silence(from.id);
        record(new RoomEvent.TrackChanged(from.id, track, on));
        if (track == TrackKind.SCREEN && !on) board.screenEnded(from.id);
        return true;
    }

    private boolean remove(Presence from, Role role, ClientMessage.Remove message) {
        Participant whom = state.find(message.participant());
        if (whom == null) return refuse(from, message, Reason.MALFORMED, "participant: nobody of that id is here");
        if (whom.id().equals(from.id)) return refuse(from, message, Reason.NOT_ALLOWED, "To go yourself, leave.");
        String refusal = Rights.removal(role, whom.role());
        if (refusal != null) return refuse(from, message, Reason.NOT_ALLOWED, refusal);
        leave(whom.id(), Reason.REMOVED, "You were taken out of this class.");
        return true;
    }

    private boolean replaceLink(Role of) {
        record(new RoomEvent.LinkReplaced(of, state.generation(of) + 1));
        for (Presence presence : connected.values())
            if (isTeacher(presence.id)) out.add(new Outcome.ShowLinks(presence.connection));
        return false;
    }

    private boolean invite(Presence from, ClientMessage.Invite message) {
        String name = Names.clean(message.name());
        if (name.isEmpty()) return refuse(from, message, Reason.MALFORMED, "name: say whom the link is for");
        if (state.invitations().size() >= Limits.INVITATIONS)
            return refuse(from, message, Reason.TOO_MANY,
                    "There are " + Limits.INVITATIONS + " personal links. Revoke some first.");
        var invitation = new Invitation(state.nextInvitationId(), message.role(), name);
        record(new RoomEvent.Invited(invitation), teachers());
        for (Presence presence : connected.values())
            if (isTeacher(presence.id))
                out.add(new Outcome.ShowInvitations(presence.connection, List.of(invitation)));
        return false;
    }

    /// Who came in by it stays: to take somebody out is another deed.
    private boolean revoke(Presence from, ClientMessage.RevokeInvitation message) {
        if (!state.isInvited(message.id().value()))
            return refuse(from, message, Reason.MALFORMED, "id: there is no such personal link");
        record(new RoomEvent.InvitationRevoked(message.id()), teachers());
        return false;
    }

    private boolean isTool(ParticipantId who) {
        Presence presence = stage.find(who);
        return presence != null && presence.manner != Manner.CLIENT;
    }

    private Audience teachers() {
        return new Audience.Only(state.people().stream().filter(p -> p.role() == Role.TEACHER).map(Participant::id)
                .collect(Collectors.toSet()));
    }

    private boolean isTeacher(ParticipantId who) {
        Participant participant = state.find(who);
        return participant != null && participant.role() == Role.TEACHER;
    }

    private boolean endClass(ParticipantId by) {
        record(new RoomEvent.ClassEnded(by));
        for (Presence presence : List.copyOf(connected.values()))
            disconnect(presence, Reason.ENDED, "The teacher ended the class.");
        for (Presence presence : stage.present()) {
            silence(presence.id);
            stage.leave(presence.id, out);
        }
        bars.clear();
        return false;
    }

    private boolean readerOffer(RoomInput.ReaderOffer offer) {
        Presence reader = connected.get(offer.connection());
        if (reader == null || reader.manner != Manner.WHEP) return false;
        stage.read(reader, Pool.ofReader(offer.videoMids(), offer.audioMids()), offer.sdp(), out);
        return true;
    }

    private boolean connectionLost(long connection) {
        Presence presence = connected.remove(connection);
        if (presence == null) return false;
        presence.connection = Presence.NO_CONNECTION;
        board.exit(presence.id);
        return record(new RoomEvent.Away(presence.id));
    }

    private boolean mediaUp(ParticipantId who) {
        Presence presence = stage.find(who);
        if (presence != null) presence.mediaDueBy = null;
        return false;
    }

    private boolean mediaLost(ParticipantId who) {
        Presence presence = stage.find(who);
        if (presence == null) return false;
        silence(who);
        if (presence.manner.livesByMedia()) leave(who, Reason.SLOW, "The media connection is gone.");
        return true;
    }

    private boolean levels(Map<ParticipantId, Integer> levels) {
        var audible = new HashMap<ParticipantId, Integer>();
        levels.forEach((who, level) -> {
            if (state.isOn(who, TrackKind.MICROPHONE)) audible.put(who, level);
        });
        if (audible.isEmpty()) return false;
        levelsPending = true;
        return speakers.onLevels(audible, now);
    }

    private boolean lines(Map<ParticipantId, Integer> measured) {
        var changed = new ArrayList<Line>();
        measured.forEach((who, value) -> {
            if (state.find(who) != null && !Objects.equals(bars.put(who, value), value))
                changed.add(new Line(who, value));
        });
        changed.sort(BY_PARTICIPANT);
        if (!changed.isEmpty()) out.add(new Outcome.Broadcast(new ServerMessage.Lines(changed)));
        return false;
    }

    private void sendLevels() {
        if (!levelsPending || now.isBefore(levelsSentAt.plus(LEVELS_EVERY))) return;
        levelsPending = false;
        levelsSentAt = now;
        out.add(new Outcome.Broadcast(new ServerMessage.Levels(speakers.heard().entrySet().stream()
                .map(e -> new Level(e.getKey(), e.getValue()))
                .sorted(java.util.Comparator.comparingInt(Level::level).thenComparing(Level::participant)).toList())));
    }

    private void silence(ParticipantId who) {
        if (speakers.remove(who)) levelsPending = true;
    }

    private boolean leaveThoseOverdue() {
        var overdue = new HashSet<ParticipantId>();
        state.awaySince().forEach((who, since) -> {
            if (!now.isBefore(since.plus(AWAY_FOR))) overdue.add(who);
        });
        for (Presence presence : stage.present())
            if (presence.mediaDueBy != null && !now.isBefore(presence.mediaDueBy)) overdue.add(presence.id);
        overdue.stream().sorted().forEach(who -> leave(who, Reason.SLOW, "The media connection didn't come up."));
        return !overdue.isEmpty();
    }

    private void leave(ParticipantId who, Reason reason, String message) {
        record(new RoomEvent.Left(who, reason));
        board.screenEnded(who);
        silence(who);
        bars.remove(who);
        Presence presence = stage.find(who);
        if (presence != null && presence.connection != Presence.NO_CONNECTION) disconnect(presence, reason, message);
        stage.leave(who, out);
    }

    private void disconnect(Presence presence, Reason reason, String message) {
        connected.remove(presence.connection);
        board.exit(presence.id);
        out.add(new Outcome.Disconnect(presence.connection, new ServerMessage.Bye(reason, message)));
        presence.connection = Presence.NO_CONNECTION;
    }

    private void reply(Presence to, ServerMessage message) {
        out.add(new Outcome.Reply(to.connection, message));
    }

    private boolean refuse(Presence from, ClientMessage message, Reason reason, String why) {
        Long number = message instanceof BoardMessage.Edit edit ? edit.number() : null;
        reply(from, new ServerMessage.Refused(reason, why, Json.typeOf(message), number));
        return false;
    }
}
