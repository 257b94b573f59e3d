package lectern.app;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lectern.media.ConnectionState;
import lectern.media.MediaEngine;
import lectern.media.Pictures;
import lectern.protocol.BoardNews;
import lectern.protocol.ClientMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.Slot;
import lectern.protocol.TrackKind;
import lectern.protocol.View;
import lectern.signaling.FileCache;
import lectern.signaling.JoinSteps;
import lectern.signaling.LessonFiles;
import lectern.signaling.Link;
import lectern.signaling.LinkListener;
import lectern.signaling.SessionState;
import lectern.signaling.SocketLink;
import org.jspecify.annotations.Nullable;

/// One client in a class, with no screen: the line to the room and the media engine, wired. The window uses it, so do
/// headless joins and the demo's students. Any thread may call; everything happens on the line's thread, and after each
/// welcome all that the room has to know is told anew: offer, tracks, views.
final class LiveClass implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LiveClass.class.getName());
    private static final long TICK_MS = 250;
    private static final long MEASURE_EVERY_NS = 2_000_000_000L;

    /// A track of ours, and whether it is on when we come in.
    record Sending(boolean microphone, boolean camera) {}

    private final MediaEngine engine;
    private final @Nullable String name;
    private final ClassListener listener;
    private final Roster roster = new Roster();
    private final Measurements measured;
    private final Map<TrackKind, Boolean> tracks = new EnumMap<>(TrackKind.class);
    private final MediaLine upLine = new MediaLine(), downLine = new MediaLine();
    private final ScheduledExecutorService ticks = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lectern-tick").factory());
    private final SocketLink line;
    private final LessonFiles files;
    private final CompletableFuture<Void> firstPaint = new CompletableFuture<>();
    private List<View> views = List.of();
    private List<Slot> slots = List.of();
    private @Nullable UpTalk up;
    private @Nullable DownTalk down;
    private boolean downIsNew;
    private boolean live;
    private long measuredNs = System.nanoTime();

    /// @param cache for the class's files; null to fetch each anew
    LiveClass(Link link, @Nullable String name, MediaEngine engine, Sending sending, @Nullable FileCache cache,
            ClassListener listener) {
        this.engine = engine;
        this.name = name;
        this.listener = listener;
        measured = new Measurements(System.nanoTime());
        tracks.put(TrackKind.MICROPHONE, sending.microphone());
        tracks.put(TrackKind.CAMERA, sending.camera());
        files = new LessonFiles(link, cache);
        line = new SocketLink(link, name, "app/" + Main.version(), new Heard());
    }

    /// Joins. Once; from here on the listener hears.
    void start() {
        line.start();
        ticks.scheduleAtFixedRate(() -> line.execute(this::tick), TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    /// Says what is shown here, and how large.
    void watch(List<View> shown) {
        line.execute(() -> {
            if (shown.equals(views)) return;
            views = List.copyOf(shown);
            line.send(new ClientMessage.Watch(views));
        });
    }

    /// Says that a track of ours is on or off; the engine has to be told apart.
    void track(TrackKind kind, boolean on) {
        line.execute(() -> {
            if (Boolean.valueOf(on).equals(tracks.put(kind, on))) return;
            line.send(new ClientMessage.SetTrack(kind, on));
        });
    }

    void send(ClientMessage message) { line.send(message); }

    /// Runs something on the class's thread, where its listener is called.
    void execute(Runnable task) { line.execute(task); }

    /// Good from the first welcome on.
    LessonFiles files() { return files; }

    void retryNow() { line.retryNow(); }

    /// Notes that the first remote picture is on the screen.
    void painted() {
        long nowNs = System.nanoTime();
        line.execute(() -> {
            measured.painted(nowNs);
            firstPaint.complete(null);
        });
    }

    /// Done when the first remote picture is on the screen.
    CompletableFuture<Void> firstPaint() { return firstPaint; }

    void trouble(String words) {
        line.execute(() -> {
            LOG.log(Level.WARNING, "{0}: {1}", name == null ? "we" : name, words);
            measured.trouble(words);
            listener.trouble(words);
        });
    }

    CompletableFuture<Report> report() {
        var report = new CompletableFuture<Report>();
        engine.stats().orTimeout(2, TimeUnit.SECONDS).whenComplete((stats, trouble) -> line.execute(() -> {
            if (stats != null) measured.stats(stats, slots);
            listener.board().completeOnTimeout(Report.Board.NONE, 2, TimeUnit.SECONDS).thenAcceptAsync(
                    board -> report.complete(measured.report(name, roster, board, System.nanoTime())), line::execute);
        }));
        return report.orTimeout(5, TimeUnit.SECONDS);
    }

    /// Leaves the class. The engine goes on: it belongs to whoever gave it.
    @Override
    public void close() {
        ticks.shutdownNow();
        line.execute(() -> {
            if (up != null) up.close();
            if (down != null) down.close();
        });
        line.close();
        files.close();
    }

    private void tick() {
        if (!live) return;
        long nowNs = System.nanoTime();
        if (nowNs - measuredNs > MEASURE_EVERY_NS) {
            measuredNs = nowNs;
            engine.stats().thenAccept(stats -> line.execute(() -> measured.stats(stats, slots)));
        }
        boolean restartUp = up != null && upLine.wantsRestart(nowNs);
        boolean restartDown = down != null && downLine.wantsRestart(nowNs);
        if (upLine.isHopeless() || downLine.isHopeless()) {
            upLine.forget();
            downLine.forget();
            line.startOver("the media line can't be mended");
            return;
        }
        if (restartUp && up != null) up.offer(true);
        if (restartDown) line.send(new ClientMessage.RestartIce());
    }

    private void welcomed(ServerMessage.Welcome welcome) {
        roster.welcome(welcome);
        files.key(welcome.resume());
        measured.welcomed(welcome.self().value(), welcome.role(), welcome.room());
        measured.present(roster, System.nanoTime());
        slots = List.of();
        downIsNew = true;
        if (up != null) up.close();
        up = null;
        upLine.forget();
        downLine.forget();
        if (welcome.role().maySend()) {
            up = new UpTalk(engine, line::execute, new Talk());
            up.offer(false);
            // Before the offer is there: a line that comes in muted is never heard. A screen is on by being offered.
            for (var kind : List.of(TrackKind.MICROPHONE, TrackKind.CAMERA))
                line.send(new ClientMessage.SetTrack(kind, tracks.getOrDefault(kind, false)));
        }
        if (!views.isEmpty()) line.send(new ClientMessage.Watch(views));
    }

    private void offered(String sdp) {
        if (downIsNew && down != null) {
            down.close();
            down = null;
        }
        downIsNew = false;
        if (down == null) {
            down = new DownTalk(engine, line::execute, new Talk(), this::pictures);
            down.carries(slots);
        }
        down.offered(sdp);
    }

    private void carried(List<Slot> now) {
        slots = now;
        if (down != null && !downIsNew) down.carries(now);
    }

    private @Nullable Pictures pictures(ParticipantId participant, TrackKind kind) {
        var sink = listener.pictures(participant, kind);
        if (sink == null) return null;
        return measured.count(participant, kind, sink);
    }

    /// What the room says.
    private final class Heard implements LinkListener {
        @Override
        public void received(ServerMessage message) {
            switch (message) {
                case ServerMessage.Welcome welcome -> welcomed(welcome);
                case ServerMessage.Happened happened -> {
                    roster.happened(happened.event());
                    // A shared window that was closed takes its line out of the offer, and so is off without our word.
                    if (happened.event() instanceof RoomEvent.TrackChanged(var who, var track, boolean on)
                            && track == TrackKind.SCREEN && roster.isSelf(who))
                        tracks.put(track, on);
                    measured.present(roster, System.nanoTime());
                }
                case ServerMessage.Offer(String sdp) -> offered(sdp);
                case ServerMessage.Answer(String sdp) -> {
                    if (up != null) up.answered(sdp);
                }
                case ServerMessage.Slots(var now) -> carried(now);
                case ServerMessage.Refused(var reason, var text, var to, var _) -> {
                    if ("offer".equals(to) && up != null) up.refused();
                    trouble(text.isBlank() ? reason.toString() : text);
                }
                case ServerMessage.Bye _,ServerMessage.Levels _,ServerMessage.Lines _,ServerMessage.Links _,ServerMessage.Invitations _,ServerMessage.Pong _,BoardNews _ ->
                    {
                    }
            }
            listener.received(message, roster);
        }

        @Override
        public void state(SessionState state) {
            live = state instanceof SessionState.Live;
            if (state instanceof SessionState.Ended(var why)) {
                measured.ended(Endings.words(why));
                if (up != null) up.close();
                if (down != null) down.close();
            }
            listener.state(state);
        }

        @Override
        public void roundTrip(long ns, Instant server) {
            measured.roundTrip(ns);
            listener.roundTrip(ns, server);
        }

        @Override
        public void joined(JoinSteps steps) { measured.joined(steps); }
    }

    private final class Talk implements UpTalk.Listener, DownTalk.Listener {
        @Override
        public void say(ClientMessage message) { line.send(message); }

        @Override
        public void upState(ConnectionState state) {
            measured.upState(state, System.nanoTime());
            upLine.now(state, System.nanoTime());
        }

        @Override
        public void downPath() { measured.downPath(System.nanoTime()); }

        @Override
        public void downState(ConnectionState state) {
            measured.downState(state, System.nanoTime());
            downLine.now(state, System.nanoTime());
        }

        @Override
        public void trouble(String words) { LiveClass.this.trouble(words); }
    }
}
