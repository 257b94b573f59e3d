package lectern.signaling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.Limits;
import lectern.protocol.Reason;
import lectern.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/// Staying in a room over a line that breaks. Pure: time and happenings come in, wishes come out; one owner.
///
/// ```
///            Start            Opened            welcome
///   NEW ───────────► OPENING ────────► ENTERING ────────► LIVE
///                      ▲ │ too long        │ too long      │ silent, closed, gap, bye slow/stopping
///                      │ ▼                 ▼               │
///                     PAUSE ◄──────────────────────────────┘        bye, refused join, Leave ──► ENDED
/// ```
/// A `welcome` is a complete picture of the room, so nothing is repeated to catch up: whoever owns the session sends its
/// own state (offer, tracks, views) again after each one. Only deeds that a person did while the line was down are kept.
public final class Session {
    public static final long JOIN_PATIENCE_NS = 6_000_000_000L;
    static final long HEARTBEAT_NS = 5_000_000_000L;
    /// Between the first pings, right after a welcome: who comes late knows the server's clock within a second.
    static final long[] FIRST_PAUSES_NS = { 200_000_000L, 300_000_000L};
    static final long DEAD_AFTER_NS = 12_000_000_000L; // two heartbeats lost and a slow third
    static final long OPEN_TIMEOUT_NS = 15_000_000_000L; // a machine that is starting up may need seconds for TLS
    static final long WELCOME_TIMEOUT_NS = 8_000_000_000L;
    static final long FIRST_PAUSE_NS = 200_000_000L;
    static final long LONGEST_PAUSE_NS = 5_000_000_000L;
    private static final double PAUSE_GROWTH = 1.5; // a restarted server is found within about a second
    private static final long STEADY_NS = 5_000_000_000L; // a line that breaks sooner keeps its place in the back-off
    private static final int DEEDS = 16;

    private enum Phase {
        NEW, OPENING, ENTERING, LIVE, PAUSE, ENDED
    }

    private final String token;
    private final @Nullable String name;
    private final String client;
    private final RandomGenerator random;
    private final ArrayDeque<ClientMessage> deeds = new ArrayDeque<>();
    private final List<SessionOutput> out = new ArrayList<>();

    private Phase phase = Phase.NEW;
    private int socket;
    private int failures;
    private boolean wasLive;
    private @Nullable String resume;
    private long seq;
    private long startedNs;
    private long deadlineNs; // of OPENING, ENTERING, PAUSE
    private long liveSinceNs;
    private long heardNs;
    private long nextPingNs;
    private int pings; // since the welcome

    /// @param name   null when the token has one
    /// @param random for the jitter of the pauses: a class that lost its server must not come back in one instant
    public Session(String token, @Nullable String name, String client, RandomGenerator random) {
        this.token = token;
        this.name = name;
        this.client = client;
        this.random = random;
    }

    public List<SessionOutput> handle(SessionInput input, long nowNs) {
        switch (input) {
            case SessionInput.Start _ -> start(nowNs);
            case SessionInput.Opened(int of) -> {
                if (of == socket && phase == Phase.OPENING) enter(nowNs);
            }
            case SessionInput.Received(int of, var message) -> {
                if (of == socket && (phase == Phase.ENTERING || phase == Phase.LIVE)) receive(message, nowNs);
            }
            case SessionInput.Closed(int of, var why, boolean notThisHost) -> {
                if (of == socket && connected()) {
                    if (notThisHost) end(new Ending.NotThisHost());
                    else pause(why, nowNs);
                }
            }
            case SessionInput.Send(var message) -> send(message);
            case SessionInput.RetryNow _ -> {
                if (phase == Phase.PAUSE) connect(nowNs);
            }
            case SessionInput.StartOver(var why) -> {
                if (phase == Phase.LIVE) pause(why, nowNs);
            }
            case SessionInput.Leave _ -> leave();
            case SessionInput.TimePassed _ -> {
            }
        }
        passTime(nowNs);
        var result = List.copyOf(out);
        out.clear();
        return result;
    }

    /// When to call with [SessionInput.TimePassed], if nothing else happens first; `Long.MAX_VALUE` from now for never.
    public long nextDeadlineNs(long nowNs) {
        return switch (phase) {
            case NEW, ENDED -> nowNs + Long.MAX_VALUE / 2;
            case OPENING, ENTERING, PAUSE -> deadlineNs;
            case LIVE -> {
                long deadNs = heardNs + DEAD_AFTER_NS;
                yield nextPingNs - deadNs < 0 ? nextPingNs : deadNs;
            }
        };
    }

    private void passTime(long nowNs) {
        switch (phase) {
            case OPENING -> {
                if (due(deadlineNs, nowNs)) pause("nobody answers", nowNs);
            }
            case ENTERING -> {
                if (due(deadlineNs, nowNs)) pause("no welcome came", nowNs);
            }
            case PAUSE -> {
                if (due(deadlineNs, nowNs)) connect(nowNs);
            }
            case LIVE -> {
                if (due(heardNs + DEAD_AFTER_NS, nowNs)) pause("silent for too long", nowNs);
                else if (due(nextPingNs, nowNs)) {
                    out.add(new SessionOutput.Transmit(socket, new ClientMessage.Ping(nowNs)));
                    nextPingNs = nowNs + (pings < FIRST_PAUSES_NS.length ? FIRST_PAUSES_NS[pings++] : HEARTBEAT_NS);
                }
            }
            case NEW, ENDED -> {
            }
        }
    }

    private void start(long nowNs) {
        if (phase != Phase.NEW) return;
        startedNs = nowNs;
        out.add(new SessionOutput.StateChanged(new SessionState.Joining()));
        connect(nowNs);
    }

    private void connect(long nowNs) {
        socket++;
        phase = Phase.OPENING;
        deadlineNs = nowNs + OPEN_TIMEOUT_NS;
        out.add(new SessionOutput.Connect(socket));
        if (wasLive) out.add(new SessionOutput.StateChanged(new SessionState.Reconnecting(failures, 0)));
    }

    private void enter(long nowNs) {
        phase = Phase.ENTERING;
        deadlineNs = nowNs + WELCOME_TIMEOUT_NS;
        out.add(new SessionOutput.Transmit(socket,
                new ClientMessage.Join(Limits.VERSION, token, name, resume, client)));
    }

    private void receive(ServerMessage message, long nowNs) {
        heardNs = nowNs;
        switch (message) {
            case ServerMessage.Welcome welcome -> welcome(welcome, nowNs);
            case ServerMessage.Bye(Reason reason, String text) -> {
                if (reason == Reason.SLOW || reason == Reason.STOPPING || reason == Reason.INTERNAL)
                    pause(text, nowNs);
                else
                    end(new Ending.Said(reason, text));
            }
            case ServerMessage.Refused(Reason reason, String text, String to, _) when phase == Phase.ENTERING ->
                end(new Ending.Said(reason, text));
            case ServerMessage.Pong(long sentNs, var at) -> {
                if (nowNs - sentNs >= 0) out.add(new SessionOutput.RoundTrip(nowNs - sentNs, at));
            }
            case ServerMessage.Happened happened -> happened(happened);
            default -> {
                if (phase == Phase.LIVE) out.add(new SessionOutput.Deliver(message));
            }
        }
    }

    private void welcome(ServerMessage.Welcome welcome, long nowNs) {
        if (phase == Phase.LIVE) return; // a second one says nothing new
        phase = Phase.LIVE;
        wasLive = true;
        resume = welcome.resume();
        seq = welcome.seq();
        liveSinceNs = nowNs;
        nextPingNs = nowNs; // the first round trip is known at once
        pings = 0;
        // Who is told that the line is live knows by then who they are: a screen is built by that.
        out.add(new SessionOutput.Deliver(welcome));
        out.add(new SessionOutput.StateChanged(new SessionState.Live()));
        while (!deeds.isEmpty()) out.add(new SessionOutput.Transmit(socket, deeds.remove()));
    }

    /// Events come in order. One that is already in the welcome is passed over; a number that doesn't come is an event
    /// that isn't for us. A page's edits are told again, with the numbers they had, to who opens the page: their order is
    /// that of the page's revisions.
    private void happened(ServerMessage.Happened happened) {
        boolean mayBeOld = happened.event() instanceof BoardEvent.Edited;
        if (phase != Phase.LIVE || happened.seq() <= seq && !mayBeOld) return;
        seq = Math.max(seq, happened.seq());
        out.add(new SessionOutput.Deliver(happened));
    }

    private void send(ClientMessage message) {
        if (phase == Phase.LIVE) out.add(new SessionOutput.Transmit(socket, message));
        else if (phase != Phase.ENDED && isDeed(message) && deeds.size() < DEEDS) deeds.add(message);
    }

    /// Something a person did once, as against a state that its owner tells anew after each welcome.
    private static boolean isDeed(ClientMessage message) {
        return switch (message) {
            case ClientMessage.Remove _,ClientMessage.ReplaceLink _,ClientMessage.Invite _,ClientMessage.RevokeInvitation _,ClientMessage.EndClass _ ->
                true;
            case ClientMessage.Join _,ClientMessage.Offer _,ClientMessage.Answer _,ClientMessage.Candidate _,ClientMessage.RestartIce _,ClientMessage.SetTrack _,ClientMessage.Watch _,ClientMessage.Ping _,ClientMessage.Leave _,BoardMessage.OpenPages _,BoardMessage.Edit _,BoardMessage.ShowPresence _ ->
                false;
            case BoardMessage _ -> true;
        };
    }

    private void leave() {
        if (phase == Phase.ENDED) return;
        if (phase == Phase.LIVE) out.add(new SessionOutput.Transmit(socket, new ClientMessage.Leave()));
        end(new Ending.Said(Reason.LEFT, ""));
    }

    private void pause(String why, long nowNs) {
        if (!wasLive && nowNs - startedNs >= JOIN_PATIENCE_NS) {
            end(new Ending.NoAnswer(why));
            return;
        }
        out.add(new SessionOutput.Close(socket));
        if (phase == Phase.LIVE && nowNs - liveSinceNs >= STEADY_NS) failures = 0;
        double longestNs = Math.min(LONGEST_PAUSE_NS, FIRST_PAUSE_NS * Math.pow(PAUSE_GROWTH, Math.min(failures, 30)));
        long pauseNs = (long) (longestNs * (0.5 + random.nextDouble() / 2));
        failures++;
        phase = Phase.PAUSE;
        deadlineNs = nowNs + pauseNs;
        if (wasLive) out.add(new SessionOutput.StateChanged(new SessionState.Reconnecting(failures, pauseNs)));
    }

    private void end(Ending why) {
        if (connected()) out.add(new SessionOutput.Close(socket));
        phase = Phase.ENDED;
        deeds.clear();
        out.add(new SessionOutput.StateChanged(new SessionState.Ended(why)));
    }

    private boolean connected() {
        return phase == Phase.OPENING || phase == Phase.ENTERING || phase == Phase.LIVE;
    }

    private static boolean due(long deadlineNs, long nowNs) { return deadlineNs - nowNs <= 0; }

    @Override
    public String toString() { return phase + " socket " + socket + " seq " + seq + " failures " + failures; }
}
