package lectern.server;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import lectern.classroom.Audience;
import lectern.classroom.Outcome;
import lectern.classroom.PageSnapshot;
import lectern.classroom.Recorded;
import lectern.classroom.Room;
import lectern.classroom.RoomInput;
import lectern.protocol.BoardEvent;
import lectern.protocol.Invitation;
import lectern.protocol.InvitationId;
import lectern.protocol.Limits;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.PageId;
import org.jspecify.annotations.Nullable;

/// Owns the room. Takes what waits in the mailbox as one batch, asks the room, writes the batch's events into the journal with
/// one force, and only then does what follows: so nobody hears of an event that a pulled plug could undo.
final class RoomLoop implements Runnable {
    private static final System.Logger LOG = System.getLogger(RoomLoop.class.getName());

    private final Room room;
    private final Journal journal;
    private final Mailbox mailbox;
    private final MediaPlane media;
    private final Seal seal;
    private final Invitations invitations;
    private final Counters counters;
    private final InstantSource clock;
    private final AtomicLong connections = new AtomicLong();
    private final Map<Long, Caller> callers = new ConcurrentHashMap<>();
    private final Map<Long, ParticipantId> admitted = new HashMap<>();
    /// For as long as somebody is on the way to have them.
    private final Map<PageSnapshot, WeakReference<PageParts>> shown = new WeakHashMap<>();
    private boolean running = true;

    RoomLoop(Room room, Journal journal, Mailbox mailbox, MediaPlane media, Seal seal, Invitations invitations,
            Counters counters, InstantSource clock) {
        this.room = room;
        this.journal = journal;
        this.mailbox = mailbox;
        this.media = media;
        this.seal = seal;
        this.invitations = invitations;
        this.counters = counters;
        this.clock = clock;
    }

    /// A number for a new connection; any thread. What it says goes into the mailbox under this number.
    long connect(Caller caller) {
        long connection = connections.incrementAndGet();
        callers.put(connection, caller);
        return connection;
    }

    /// The connection is gone; any thread.
    void disconnected(long connection) {
        callers.remove(connection);
        mailbox.post(new Mailbox.Tell(new RoomInput.ConnectionLost(connection)));
    }

    /// The first input, on the thread that starts the server and before [#run].
    void begin(RoomInput first) {
        turn(List.of(new Mailbox.Tell(first)));
    }

    @Override
    public void run() {
        try {
            while (running) turn(mailbox.take(waitMs()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Long waitMs() {
        return room.nextDeadline().map(due -> Math.max(0, Duration.between(clock.instant(), due).toMillis() + 1))
                .orElse(null);
    }

    private void turn(List<Mailbox.Item> items) {
        var turn = new ArrayList<Runnable>();
        var events = new ArrayList<Recorded>();
        Instant now = clock.instant();
        for (Mailbox.Item item : items)
            switch (item) {
            case Mailbox.Tell(RoomInput input) -> ask(input, now, events, turn);
            case Mailbox.Say(long connection, ServerMessage message) -> turn.add(() -> say(connection, message));
            case Mailbox.Look look -> turn.add(() -> look.look().accept(room));
            case Mailbox.Stop _ -> turn.add(this::stop);
            }
        if (room.nextDeadline().filter(due -> !due.isAfter(now)).isPresent())
            ask(new RoomInput.TimePassed(), now, events, turn);
        journal.append(events);
        for (Runnable step : turn)
            try {
                step.run();
            } catch (RuntimeException bug) {
                counters.count("bug");
                LOG.log(System.Logger.Level.ERROR, "A step of the room's turn failed.", bug);
            }
    }

    /// A bug stops the one who met it, loudly; what had been accepted before it is done, as it is part of the room now.
    private void ask(RoomInput input, Instant now, List<Recorded> events, List<Runnable> turn) {
        var outcomes = new ArrayList<Outcome>();
        try {
            room.handle(input, now, outcomes);
        } catch (RuntimeException bug) {
            counters.count("bug");
            LOG.log(System.Logger.Level.ERROR, "The room failed on " + input.getClass().getSimpleName() + ".", bug);
            if (input instanceof RoomInput.Message(long connection, _))
                turn.add(() -> bye(connection,
                        new ServerMessage.Bye(Reason.INTERNAL, "Something broke in the server.")));
        }
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Accepted(Recorded recorded, _)) events.add(recorded);
            turn.add(() -> follow(outcome));
        }
    }

    private void follow(Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted(Recorded recorded, Audience audience) -> {
                tell(recorded.event());
                var happened = new ServerMessage.Happened(recorded.seq(), recorded.at(), recorded.event());
                switch (audience) {
                    case Audience.Everybody _ -> sayTo(_ -> true, happened);
                    case Audience.Only(Set<ParticipantId> participants) -> sayTo(participants::contains, happened);
                }
            }
            case Outcome.Admitted welcomed -> {
                admitted.put(welcomed.connection(), welcomed.self());
                say(welcomed.connection(), welcome(welcomed));
            }
            case Outcome.Reply(long connection, ServerMessage message) -> say(connection, message);
            case Outcome.ShowPage(long connection, PageSnapshot snapshot) -> show(connection, snapshot);
            case Outcome.HidePage(long connection, PageId page) -> {
                if (callers.get(connection) instanceof Caller caller) caller.hide(page);
            }
            case Outcome.Relay(Set<ParticipantId> to, var presence) -> sayTo(to::contains, presence);
            case Outcome.Broadcast(ServerMessage message) -> sayTo(_ -> true, message);
            case Outcome.ShowLinks(long connection) ->
                say(connection, new ServerMessage.Links(invitations.links(room).invitations()));
            case Outcome.ShowInvitations(long connection, List<Invitation> shown) ->
                invitations.tell(room, shown).forEach(message -> say(connection, message));
            case Outcome.Disconnect(long connection, ServerMessage.Bye bye) -> bye(connection, bye);
            case Outcome.OfferDown order -> media.offerDown(order);
            case Outcome.TakeAnswer order -> media.takeAnswer(order);
            case Outcome.AnswerUp order -> media.answerUp(order);
            case Outcome.AnswerReader order -> media.answerReader(order);
            case Outcome.Pause order -> media.pause(order);
            case Outcome.Direct order -> media.direct(order);
            case Outcome.CloseMedia order -> media.close(order);
        }
    }

    private ServerMessage welcome(Outcome.Admitted to) {
        Role role = to.participants().stream().filter(p -> p.id().equals(to.self())).map(Participant::role).findFirst()
                .orElseThrow();
        return new ServerMessage.Welcome(Limits.VERSION, to.self(), role, room.id(), room.title(),
                room.since().orElseThrow(), seal.resumeKey(room.id(), to.self()), to.resumed(), to.seq(),
                to.participants(),
                role == Role.TEACHER ? invitations.links(room).invitations() : Map.of());
    }

    private void say(long connection, ServerMessage message) {
        Caller caller = callers.get(connection);
        if (caller == null) return;
        if (message instanceof ServerMessage.Refused refused) counters.count("refused " + refused.reason());
        caller.say(new Utterance(message));
    }

    private void show(long connection, PageSnapshot snapshot) {
        Caller caller = callers.get(connection);
        if (caller == null) return;
        var known = shown.get(snapshot);
        PageParts parts = known == null ? null : known.get();
        if (parts == null) {
            parts = new PageParts(snapshot);
            shown.put(snapshot, new WeakReference<>(parts));
        }
        caller.say(new Utterance(parts.message(0)));
        caller.show(parts);
    }

    private void sayTo(Predicate<ParticipantId> whom, ServerMessage message) {
        var utterance = new Utterance(message);
        admitted.forEach((connection, who) -> {
            Caller caller = whom.test(who) ? callers.get(connection) : null;
            if (caller != null) caller.say(utterance);
        });
        admitted.keySet().removeIf(connection -> !callers.containsKey(connection));
    }

    private void bye(long connection, ServerMessage.Bye bye) {
        admitted.remove(connection);
        Caller caller = callers.remove(connection);
        if (caller == null) return;
        counters.count("bye " + bye.reason());
        caller.bye(bye);
    }

    private void stop() {
        for (long connection : List.copyOf(callers.keySet()))
            bye(connection, new ServerMessage.Bye(Reason.STOPPING, "The server is going down."));
        running = false;
    }

    /// A line in the log for what a person would ask about.
    private static void tell(RoomEvent event) {
        String line = switch (event) {
            case RoomEvent.ClassStarted _ -> "The class has begun.";
            case RoomEvent.Joined(Participant who) -> who.id() + " joined as " + who.role() + ".";
            case RoomEvent.Away(ParticipantId who) -> who + " is away.";
            case RoomEvent.Returned(ParticipantId who) -> who + " is back.";
            case RoomEvent.Left(ParticipantId who, Reason reason) -> who + " has left (" + reason + ").";
            case RoomEvent.TrackChanged _,BoardEvent _ -> "";
            case RoomEvent.LinkReplaced(Role role, int generation) ->
                "The link for " + role + " was replaced (" + generation + ").";
            case RoomEvent.Invited(Invitation invitation) ->
                "A personal link was made: " + invitation.id() + ", " + invitation.role() + ".";
            case RoomEvent.InvitationRevoked(InvitationId id) -> "The personal link " + id + " was revoked.";
            case RoomEvent.ClassEnded _ -> "The class has ended.";
        };
        if (!line.isEmpty()) LOG.log(System.Logger.Level.INFO, line);
    }
}
