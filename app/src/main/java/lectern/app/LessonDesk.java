package lectern.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import lectern.media.Pictures;
import lectern.protocol.BoardNews;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.Level;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.protocol.board.Page;
import lectern.signaling.SessionState;
import lectern.ui.model.ClassModel;
import lectern.ui.model.Notices;
import lectern.ui.model.Person;
import lectern.ui.model.Source;
import lectern.ui.picture.FxLatest;
import org.jspecify.annotations.Nullable;

/// Keeps the [ClassModel] true to the class. Hears on the class's thread, writes on the JavaFX thread.
final class LessonDesk implements ClassListener {
    private static final int SPEAKING_DBOV = 50; // louder than that is a voice, not the room
    private static final int WEAK_BARS = 1;
    private static final double QUIETEST_DBOV = 60;
    private static final Duration HOLD = Duration.ofMillis(700); // a pause for breath keeps the ring

    private final ClassModel model;
    private final lectern.ui.picture.Pictures surfaces;
    private final Executor fx;
    private final Consumer<SessionState> onState;
    private final Runnable onOwnScreenOff;
    private final Consumer<BoardMessage> say;
    private final FxLatest<Map<String, Integer>> levels;
    private final FxLatest<Integer> roundTripMs;
    private final Map<String, Instant> spoke = new HashMap<>(); // JavaFX thread
    private volatile Runnable onPaint = () -> {};

    /// Both are told on the JavaFX thread.
    ///
    /// @param onOwnScreenOff what we share is no longer seen
    /// @param say            takes what the board has to say
    LessonDesk(ClassModel model, lectern.ui.picture.Pictures surfaces, Executor fx, Consumer<SessionState> onState,
            Runnable onOwnScreenOff, Consumer<BoardMessage> say) {
        this.model = model;
        this.surfaces = surfaces;
        this.fx = fx;
        this.onState = onState;
        this.onOwnScreenOff = onOwnScreenOff;
        this.say = say;
        levels = new FxLatest<>(fx, this::show);
        roundTripMs = new FxLatest<>(fx, model.roundTripMs::set);
    }

    /// What to do when the first remote picture is on the screen.
    void onPaint(Runnable task) { onPaint = task; }

    @Override
    public void state(SessionState state) {
        fx.execute(() -> {
            if (!(state instanceof SessionState.Live)) model.board.lost();
            onState.accept(state);
        });
    }

    @Override
    public void received(ServerMessage message, Roster roster) {
        switch (message) {
            case ServerMessage.Welcome welcome -> fx.execute(() -> welcomed(welcome));
            case ServerMessage.Happened(var _, var _, var event) -> fx.execute(() -> happened(event));
            case ServerMessage.Levels(var now) -> {
                var loud = new HashMap<String, Integer>();
                for (Level level : now) loud.put(level.participant().value(), level.level());
                levels.offer(loud);
            }
            case ServerMessage.Lines(var lines) -> fx.execute(() -> {
                for (var line : lines) model.person(line.participant().value()).ifPresent(person -> {
                    person.bars.set(line.bars());
                    if (person.self) ownLine(line.bars());
                });
            });
            case ServerMessage.Links(var links) -> fx.execute(() -> links(links));
            case ServerMessage.Invitations(var invitations) ->
                fx.execute(() -> model.personalLinks.addAll(invitations));
            case ServerMessage.Refused(var _, var text, var _, var number) -> fx.execute(() -> {
                if (number != null) model.board.refused(number, text);
                model.toasts.add(Notices.warning(Notices.refused(text)));
            });
            case BoardNews news -> fx.execute(() -> model.board.received(news));
            case ServerMessage.Bye _,ServerMessage.Offer _,ServerMessage.Answer _,ServerMessage.Slots _,ServerMessage.Pong _ ->
                {
                }
        }
    }

    @Override
    public void roundTrip(long ns, Instant server) {
        long nowNs = System.nanoTime();
        roundTripMs.offer((int) Duration.ofNanos(ns).toMillis());
        fx.execute(() -> model.clock.heard(ns, server, nowNs));
    }

    @Override
    public void trouble(String words) {}

    @Override
    public @Nullable Pictures pictures(ParticipantId participant, TrackKind track) {
        if (track.isAudio()) return null;
        var surface = surfaces.of(participant.value(), track == TrackKind.SCREEN ? Source.SCREEN : Source.CAMERA);
        fx.execute(() -> {
            if (surface.imageProperty().get() != null) onPaint.run();
            else surface.imageProperty().subscribe(image -> {
                if (image != null) onPaint.run();
            });
        });
        return new SurfacePictures(surface);
    }

    @Override
    public CompletableFuture<Report.Board> board() {
        return CompletableFuture.supplyAsync(
                () -> Report.Board.of(model.board.pages.stream().map(Page::id).toList(), model.board::sheet), fx);
    }

    private void welcomed(ServerMessage.Welcome welcome) {
        if (!welcome.resumed()) model.clock.forget();
        model.title.set(welcome.title());
        model.role.set(welcome.role());
        if (!welcome.resumed() || !welcome.self().equals(model.board.self()))
            model.board.enter(welcome.self(), welcome.role(), RunStamp.next(), say);
        if (model.liveSince.get() == null || !welcome.resumed()) model.liveSince.set(here(welcome));
        if (model.enteredAt.get() == null) model.enteredAt.set(Instant.now());
        links(welcome.links());
        model.personalLinks.clear(); // those there are follow
        var before = new HashMap<String, Person>();
        for (Person person : model.people) before.put(person.id, person);
        model.people.setAll(welcome.participants().stream().map(participant -> {
            var known = before.get(participant.id().value());
            var person = known != null ? known : person(participant, participant.id().equals(welcome.self()));
            show(participant, person);
            return person;
        }).toList());
        if (welcome.resumed()) model.toasts.add(Notices.backInClass());
    }

    /// When the class began, by this machine's clock: ours may be off, but both know when we came in.
    private static Instant here(ServerMessage.Welcome welcome) {
        Instant now = Instant.now();
        if (welcome.resumed()) return welcome.since().isBefore(now) ? welcome.since() : now;
        for (var participant : welcome.participants())
            if (participant.id().equals(welcome.self()))
                return now.minus(Duration.between(welcome.since(), participant.joinedAt()));
        return now;
    }

    private void happened(RoomEvent event) {
        switch (event) {
            case RoomEvent.Joined(var participant) -> {
                if (model.person(participant.id().value()).isPresent()) return;
                var person = person(participant, false);
                show(participant, person);
                model.people.add(person);
                if (participant.role() != Role.WATCHER) model.toasts.add(Notices.joined(person.name));
            }
            case RoomEvent.Away(var id) -> {
                model.person(id.value()).ifPresent(person -> person.away.set(true));
                model.board.gone(id);
            }
            case RoomEvent.Returned(var id) -> model.person(id.value()).ifPresent(person -> person.away.set(false));
            case RoomEvent.Left(var id, var _) -> model.person(id.value()).ifPresent(person -> {
                model.board.gone(id);
                model.people.remove(person);
                spoke.remove(person.id);
                surfaces.forget(person.id);
                if (person.role != Role.WATCHER) model.toasts.add(Notices.left(person.name));
            });
            case RoomEvent.TrackChanged(var id, var track, boolean on) ->
                model.person(id.value()).ifPresent(person -> changed(person, track, on));
            case RoomEvent.ClassStarted(var title) -> model.title.set(title);
            case RoomEvent.LinkReplaced _ -> {
                if (model.role.get() == Role.TEACHER) model.toasts.add(Notices.linkReplaced());
            }
            case RoomEvent.InvitationRevoked(var id) -> model.personalLinks.removeIf(link -> link.id().equals(id));
            case BoardEvent drawn -> model.board.happened(drawn);
            case RoomEvent.Invited _,RoomEvent.ClassEnded _ -> {
            }
        }
    }

    private void changed(Person person, TrackKind track, boolean on) {
        switch (track) {
            case MICROPHONE -> person.microphoneOn.set(on);
            case CAMERA -> person.cameraOn.set(on);
            case SCREEN -> {
                person.screenOn.set(on);
                if (!on && person.self) onOwnScreenOff.run();
                if (on && !person.self) model.toasts.add(Notices.sharing(person.name));
            }
            case SCREEN_AUDIO -> {
            }
        }
        if (!on && track == TrackKind.CAMERA) surfaces.of(person.id, Source.CAMERA).clear();
        if (!on && track == TrackKind.SCREEN) surfaces.of(person.id, Source.SCREEN).clear();
    }

    private void ownLine(int bars) {
        if (bars <= WEAK_BARS && model.bars.get() > WEAK_BARS) model.toasts.add(Notices.lineWeak());
        model.bars.set(bars);
    }

    private void show(Map<String, Integer> loud) {
        Instant now = Instant.now();
        for (Person person : model.people) {
            int dbov = loud.getOrDefault(person.id, 127);
            if (dbov < SPEAKING_DBOV) spoke.put(person.id, now);
            var last = spoke.get(person.id);
            person.level.set(Math.clamp(1 - dbov / QUIETEST_DBOV, 0, 1));
            person.speaking.set(last != null && Duration.between(last, now).compareTo(HOLD) < 0);
        }
    }

    private void links(Map<Role, String> links) {
        model.studentLink.set(links.getOrDefault(Role.STUDENT, ""));
        model.watcherLink.set(links.getOrDefault(Role.WATCHER, ""));
    }

    private static Person person(Participant participant, boolean self) {
        return new Person(participant.id().value(), participant.name(), participant.role(), self);
    }

    private static void show(Participant participant, Person person) {
        person.away.set(participant.away());
        person.microphoneOn.set(participant.tracks().contains(TrackKind.MICROPHONE));
        person.cameraOn.set(participant.tracks().contains(TrackKind.CAMERA));
        person.screenOn.set(participant.tracks().contains(TrackKind.SCREEN));
    }
}
