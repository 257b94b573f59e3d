package lectern.app;

import lectern.ui.model.ExportFormat;
import lectern.protocol.board.PageId;
import java.io.IOException;
import java.nio.file.Path;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lectern.app.library.LibraryDesk;
import lectern.materials.Converter;
import lectern.materials.ConverterSettings;
import lectern.media.MediaEngine;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.board.HandOut;
import lectern.protocol.InvitationId;
import lectern.protocol.Limits;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.TrackKind;
import lectern.resources.Words;
import lectern.signaling.Ending;
import lectern.signaling.FileCache;
import lectern.signaling.Link;
import lectern.signaling.LinkException;
import lectern.signaling.SessionState;
import lectern.ui.model.Choice;
import lectern.ui.model.Classroom;
import lectern.ui.model.Connection;
import lectern.ui.model.EarlierLesson;
import lectern.ui.model.Lessons;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.Notices;
import lectern.ui.model.Prepared;
import lectern.ui.model.ScreenChoice;
import lectern.ui.model.ScreenModel;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.Source;
import lectern.ui.model.View;
import lectern.ui.picture.Pictures;
import org.jspecify.annotations.Nullable;

/// What the buttons do: from home to lobby to class and back, by a server of our own or somebody else's. JavaFX thread;
/// what takes time runs on a worker and comes back through `fx`.
final class DesktopClassroom implements Classroom, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DesktopClassroom.class.getName());

    private final ScreenModel model;
    private final Pictures surfaces;
    private final MediaEngine engine;
    private final DeviceDesk devices;
    private final Hosting hosting;
    private final Executor fx;
    private final ExecutorService workers = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("lectern-worker-", 0).factory());
    private Settings settings;
    private @Nullable Link link; // of the class whose lobby we are in, or that we are in
    private @Nullable LiveClass live;
    private final FileCache cache;
    private final ClassFiles files;
    private final EarlierDesk earlier;
    private final LibraryDesk library;
    private int wish; // counts up with each, so that the late answer to an old one is known
    private CompletableFuture<Void> ready = CompletableFuture.completedFuture(null); // what we can send is known
    private boolean talking; // the key is held
    private @Nullable Converter converter; // from the first class on in which files may be put on the board

    DesktopClassroom(ScreenModel model, Pictures surfaces, MediaEngine engine, Sources sources, Hosting hosting,
            Settings settings, FileCache cache, Path clips, Path libraryFolder, Executor fx) {
        this.model = model;
        this.surfaces = surfaces;
        this.engine = engine;
        this.hosting = hosting;
        this.settings = settings;
        this.cache = cache;
        this.fx = fx;
        files = new ClassFiles(() -> Words.in(model.settings.language.get()), new ClipStore(clips));
        earlier = new EarlierDesk(model.home, hosting, workers, fx, this::goOn);
        library = new LibraryDesk(model, libraryFolder, this::converter, workers, fx, DesktopClassroom::showInFolder);
        new OutlineDesk(model.lesson, files, fx);
        devices = new DeviceDesk(model.devices, engine, sources, fx, toast -> {
            if (model.screen.get() == Screen.CLASS) model.lesson.toasts.add(toast); // the lobby shows it where it happens
        });
        engine.preview(new SurfacePictures(surfaces.preview()));
        // Off by the button or because the device broke: the class is told either way.
        model.devices.cameraOn.subscribe(on -> track(TrackKind.CAMERA, on));
        model.devices.microphoneOn.subscribe(on -> track(TrackKind.MICROPHONE, on));
    }

    /// The class we are in, for reports.
    @Nullable
    LiveClass live() { return live; }

    @Override
    public void startClass(String title, String name) { host(() -> hosting.start(title), name); }

    private void goOn(EarlierLesson lesson, String name) { host(() -> hosting.goOn(lesson.room()), name); }

    private void host(Supplier<Hosting.Hosted> start, String name) {
        model.home.busy.set(true);
        model.home.startProblem.set(null);
        int mine = ++wish;
        CompletableFuture.supplyAsync(start, workers).whenCompleteAsync((server, trouble) -> {
            if (mine != wish) return;
            model.home.busy.set(false);
            if (trouble == null) {
                library.classIs(server.room());
                lobby(Link.parse(server.link()), server.title(), name, Role.TEACHER);
            } else model.home.startProblem.set(Notices.startFailed(Trouble.words(trouble)));
        }, fx);
    }

    @Override
    public Lessons lessons() { return earlier; }

    @Override
    public LibraryDesk library() { return library; }

    /// Shows at home what was held here.
    void listLessons() { earlier.list(); }

    @Override
    public void openLink(String text, String name) {
        wish++;
        model.home.busy.set(false);
        library.classIs(LibraryModel.COMING);
        try {
            model.home.joinProblem.set(null);
            Link to = Link.parse(text);
            lobby(to, "", name, to.role().orElse(Role.STUDENT));
        } catch (LinkException e) {
            LOG.log(Level.INFO, "no link: {0}", e.getMessage());
            model.home.joinProblem.set(Notices.LINK_UNREADABLE);
        }
    }

    private void lobby(Link to, String title, String name, Role role) {
        link = to;
        model.lobby.title.set(title);
        model.lobby.name.set(name.isBlank() ? settings.name() : name);
        model.lobby.role.set(role);
        model.lobby.entering.set(false);
        model.lobby.problem.set(null);
        ready = devices.open(settings, role.maySend());
        model.screen.set(Screen.LOBBY);
    }

    @Override
    public void enter() {
        Link to = link;
        if (to == null || model.lobby.entering.get()) return;
        model.lobby.entering.set(true);
        model.lobby.problem.set(null);
        int mine = ++wish;
        if (ready.isDone()) goIn(to, mine);
        else ready.whenCompleteAsync((_, _) -> { // a quick click: what we can send isn't known yet
            if (mine == wish) goIn(to, mine);
        }, fx);
    }

    private void goIn(Link to, int mine) {
        String name = model.lobby.name.get().strip();
        model.lesson.reset();
        model.settings.name.set(name);
        var desk = new LessonDesk(model.lesson, surfaces, fx, state -> {
            if (mine == wish) now(state);
        }, this::ownScreenIsOff, this::send);
        var entered = new LiveClass(to, name.isEmpty() ? null : name, engine,
                new LiveClass.Sending(model.devices.microphoneOn.get(), model.devices.cameraOn.get()), cache,
                desk);
        desk.onPaint(entered::painted);
        live = entered;
        files.of(entered);
        entered.start();
    }

    private void now(SessionState state) {
        switch (state) {
            case SessionState.Joining _ -> model.lesson.connection.set(new Connection.Joining());
            case SessionState.Live _ -> {
                model.lesson.self().ifPresent(self -> engine.screenPreview(
                        new SurfacePictures(surfaces.of(self.id, Source.SCREEN)))); // to write on one's own
                model.lobby.entering.set(false);
                model.lesson.connection.set(new Connection.Live());
                model.screen.set(Screen.CLASS);
            }
            case SessionState.Reconnecting _ -> {
                if (!(model.lesson.connection.get() instanceof Connection.Reconnecting))
                    model.lesson.connection.set(new Connection.Reconnecting(Instant.now()));
            }
            case SessionState.Ended(var why) -> ended(why);
        }
    }

    private void ended(Ending why) {
        if (model.screen.get() == Screen.LOBBY) {
            model.lobby.entering.set(false);
            model.lobby.problem.set(Problems.entering(why, link));
        } else {
            model.lesson.connection.set(new Connection.Ended(Problems.ended(why)));
            devices.rest();
        }
    }

    @Override
    public void goHome() {
        wish++;
        part();
        devices.rest();
        model.lobby.entering.set(false);
        model.home.busy.set(false);
        library.classIs(LibraryModel.COMING);
        model.screen.set(Screen.HOME);
        model.lesson.reset();
        listLessons();
    }

    @Override
    public void leave() {
        if (live != null) workers.execute(live::close);
    }

    @Override
    public void endForAll() { send(new ClientMessage.EndClass()); }

    /// Leaves without waiting for the line.
    private void part() {
        var left = live;
        live = null;
        if (left != null) workers.execute(left::close);
    }

    @Override
    public void chooseCamera(Choice camera) { devices.camera(camera); }

    @Override
    public void chooseMicrophone(Choice microphone) { devices.microphone(microphone); }

    @Override
    public void chooseSpeaker(Choice speaker) { devices.speaker(speaker); }

    @Override
    public void music(boolean on) { devices.music(on); }

    @Override
    public void microphone(boolean on) {
        talking = false;
        devices.microphoneOn(on);
    }

    @Override
    public void camera(boolean on) { devices.cameraOn(on); }

    @Override
    public void talkWhileHeld(boolean held) {
        if (held == talking || (held && model.devices.microphoneOn.get())) return;
        devices.microphoneOn(held);
        talking = held && model.devices.microphoneOn.get();
    }

    @Override
    public void listScreens() { devices.listScreens(); }

    @Override
    public void stopListingScreens() { devices.stopListingScreens(); }

    @Override
    public void share(ScreenChoice screen) {
        devices.share(screen, shared -> track(TrackKind.SCREEN, shared));
    }

    @Override
    public void stopSharing() {
        devices.stopSharing();
        track(TrackKind.SCREEN, false);
    }

    /// The window that was shared is gone, or the server has taken the screen off.
    private void ownScreenIsOff() {
        if (model.devices.sharing.get() == null) return; // it was us
        devices.stopSharing();
        model.lesson.toasts.add(Notices.shareEnded());
    }

    @Override
    public void watch(List<View> views) {
        if (live == null) return;
        live.watch(views.stream().filter(view -> view.width() > 0 && view.height() > 0)
                .limit(Limits.VIEWS).map(DesktopClassroom::view).toList());
    }

    @Override
    public void removeParticipant(String id) { send(new ClientMessage.Remove(new ParticipantId(id))); }

    @Override
    public void replaceLink(Role role) { send(new ClientMessage.ReplaceLink(role)); }

    @Override
    public void invite(Role role, String name) { send(new ClientMessage.Invite(role, name)); }

    @Override
    public void revokeInvitation(InvitationId id) { send(new ClientMessage.RevokeInvitation(id)); }

    @Override
    public void retryNow() {
        if (live != null) live.retryNow();
    }

    @Override
    public ClassFiles files() { return files; }

    @Override
    public void importFiles(List<Path> chosen, @Nullable PageId after) {
        library.used(chosen);
        new PageImport(model.lesson, files, this::converter, fx, workers, () -> Words.in(model.settings.language.get()))
                .start(chosen, after);
    }

    @Override
    public void openAddress(String address) {
        workers.execute(() -> {
            try {
                Browser.open(address);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(System.Logger.Level.WARNING, "{0} can''t be opened: {1}", address, e.getMessage());
            }
        });
    }

    @Override
    public void importMaterials(List<Prepared> materials, @Nullable PageId after) { bring(materials, after, _ -> {}); }

    @Override
    public void handOut(Prepared page, @Nullable Set<ParticipantId> to) {
        var pages = model.lesson.board.pages.stream().filter(it -> it.owner() == null).toList();
        bring(List.of(page), pages.isEmpty() ? null : pages.getLast().id(), added -> {
            if (!added.isEmpty())
                model.lesson.board.say(new BoardMessage.HandOutPages(new HandOut(added.getFirst(), to)));
        });
    }

    private void bring(List<Prepared> materials, @Nullable PageId after, Consumer<List<PageId>> onAdded) {
        library.used(materials.stream().map(Prepared::file).toList());
        new PageImport(model.lesson, files, this::converter, fx, workers, () -> Words.in(model.settings.language.get()))
                .start(materials, after, onAdded);
    }

    private static void showInFolder(Path file) {
        try {
            FolderWindow.open(file.getParent());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the folder can''t be shown: {0}", e.getMessage());
        }
    }

    /// Any thread.
    private synchronized Converter converter() {
        var running = converter;
        if (running == null) running = anotherConverter();
        converter = running;
        return running;
    }

    private static Converter anotherConverter() {
        return Converter.start(ConverterSettings.in(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    @Override
    public void export(ExportFormat format, List<PageId> pages, Path target) {
        new PageExport(model.lesson, files, DesktopClassroom::anotherConverter, fx, workers,
                () -> Words.in(model.settings.language.get())).start(format, pages, target);
    }

    /// Several times a second while the window is up.
    void tick() {
        if (model.screen.get() != Screen.HOME) devices.level();
    }

    /// What to keep for the next time.
    Settings settings() {
        var chosen = model.devices;
        settings = new Settings(model.settings.name.get(), model.home.title.get(), model.settings.language.get(),
                model.settings.theme.get(), id(chosen.camera.get(), settings.camera()),
                id(chosen.microphone.get(), settings.microphone()), id(chosen.speaker.get(), settings.speaker()),
                chosen.music.get());
        return settings;
    }

    /// Ends everything; takes a moment. Any thread.
    @Override
    public void close() {
        var last = live;
        if (last != null) last.close();
        library.close();
        Converter reading;
        synchronized (this) {
            reading = converter;
        }
        if (reading != null) reading.close();
        hosting.close();
        engine.close();
        cache.close();
        workers.shutdownNow();
    }

    private void track(TrackKind kind, boolean on) {
        if (live != null) live.track(kind, on);
    }

    private void send(ClientMessage message) {
        if (live != null) live.send(message);
    }

    private static @Nullable String id(@Nullable Choice choice, @Nullable String before) {
        return choice == null || choice.id().startsWith("lectern:") ? before : choice.id();
    }

    private static lectern.protocol.View view(View view) {
        return new lectern.protocol.View(new ParticipantId(view.participant()),
                view.source() == Source.SCREEN ? TrackKind.SCREEN : TrackKind.CAMERA,
                Math.min(view.width(), 8192), Math.min(view.height(), 8192));
    }
}
