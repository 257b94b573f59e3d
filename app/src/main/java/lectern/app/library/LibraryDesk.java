package lectern.app.library;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lectern.materials.Converter;
import lectern.resources.Phrase;
import lectern.ui.model.Library;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.Material;
import lectern.ui.model.MaterialKind;
import lectern.ui.model.Place;
import lectern.ui.model.Prepared;
import lectern.ui.model.Preview;
import lectern.ui.model.ScreenModel;
import lectern.ui.model.ScreenModel.Screen;
import org.jspecify.annotations.Nullable;

/// The materials on this machine, for the screen. JavaFX thread; folders and files are read on others.
public final class LibraryDesk implements Library, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LibraryDesk.class.getName());
    private static final long PREVIEW_BYTES = 128L << 20;
    private static final long TEXT_BYTES = 128L << 20;
    private static final int MOST_FOUND = 200;
    private static final int CLOSE_SECONDS = 5;

    private final ScreenModel screens;
    private final LibraryModel model;
    private final Executor workers;
    private final Executor fx;
    private final Consumer<Path> showInFolder;
    private final LibraryFile file;
    private final MaterialReader reader;
    private final Previews previews;
    private final TextReading texts;
    private final ExecutorService writing = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("library-file").factory());
    private final AtomicReference<@Nullable LibraryState> unwritten = new AtomicReference<>();
    private volatile boolean mayRead;
    private volatile boolean closed;
    private LibraryState state;
    private List<Material> all = List.of();
    private Set<Path> gone = Set.of();
    private @Nullable Removed removed;
    private volatile int reading; // counts up, so that a late answer to an old wish is known
    private int searching;
    private boolean read; // the folders were, since the program began

    /// @param folder       of all that the library keeps for itself
    /// @param converter    reads files; asked for when there is one. Any thread
    /// @param showInFolder on a worker
    public LibraryDesk(ScreenModel screens, Path folder, Supplier<Converter> converter, Executor workers, Executor fx,
            Consumer<Path> showInFolder) {
        this.screens = screens;
        this.model = screens.library;
        this.workers = workers;
        this.fx = fx;
        this.showInFolder = showInFolder;
        file = new LibraryFile(folder.resolve("library.json"));
        reader = new MaterialReader(folder.resolve("pages"), converter);
        previews = new Previews(reader, new PreviewCache(folder.resolve("previews"), PREVIEW_BYTES));
        texts = new TextReading(reader, new PreviewCache(folder.resolve("texts"), TEXT_BYTES), () -> mayRead,
                () -> fx.execute(this::textsCame));
        var found = file.read();
        state = found.state();
        if (found.aside() != null)
            model.problem.set(Phrase.of("library.problem.unreadable", found.aside().getFileName().toString()));
        show();
        screens.screen.subscribe(this::settle);
        model.textsPaused.subscribe(this::settle);
    }

    /// The class one goes into, as its teacher; what was prepared for the coming one is prepared for it.
    public void classIs(String room) {
        change(state.began(room));
        model.room.set(room);
    }

    /// They were brought into a class.
    public void used(List<Path> files) {
        change(state.used(files));
        if (model.place.get() instanceof Place.Recent) showPlace();
    }

    @Override
    public void open() {
        if (model.place.get() instanceof Place.Recent && state.recent().isEmpty() && !state.folders().isEmpty())
            model.place.set(new Place.Folder(state.folders().getFirst(), state.folders().getFirst()));
        screens.screen.set(Screen.LIBRARY);
        refresh();
    }

    @Override
    public void refresh() {
        int mine = reading + 1;
        reading = mine;
        var folders = state.folders();
        model.reading.set(!folders.isEmpty());
        showPlace();
        CompletableFuture.supplyAsync(() -> {
            var missing = new HashSet<Path>();
            for (Path folder : folders) if (!Files.isDirectory(folder)) missing.add(folder);
            return Map.entry(FolderReader.read(folders, () -> closed || mine != reading), missing);
        }, workers).whenCompleteAsync((found, bug) -> {
            if (mine != reading) return;
            model.reading.set(false);
            if (bug != null) {
                LOG.log(Level.ERROR, "The folders can't be read.", bug);
                return;
            }
            read = true;
            all = found.getKey().files();
            gone = found.getValue();
            model.full.set(found.getKey().full());
            showPlace();
            texts.want(all);
            textsCame();
            model.readings.set(model.readings.get() + 1);
        }, fx);
    }

    @Override
    public void go(Place place) {
        model.problem.set(null);
        model.place.set(place);
        search("");
        if (read) showPlace();
        else refresh();
    }

    @Override
    public void addFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            model.problem.set(Phrase.of("library.problem.folder", folder.toString()));
            return;
        }
        model.problem.set(state.folders().size() >= LibraryState.FOLDERS && !state.folders().contains(folder)
                ? Phrase.of("library.problem.folders", LibraryState.FOLDERS)
                : null);
        change(state.withFolder(folder.toAbsolutePath().normalize()));
        model.place.set(new Place.Folder(folder.toAbsolutePath().normalize(), folder.toAbsolutePath().normalize()));
        refresh();
    }

    @Override
    public void removeFolder(Path folder) {
        int index = state.folders().indexOf(folder);
        if (index < 0) return;
        change(state.withoutFolder(folder));
        tell(new Removed.Folder(folder, index), Phrase.of("library.removed.folder", folder.getFileName() == null
                ? folder.toString()
                : folder.getFileName().toString()));
        if (model.place.get() instanceof Place.Folder(var root, var _) && root.equals(folder))
            model.place.set(new Place.Recent());
        refresh();
    }

    @Override
    public void search(String words) {
        model.sought.set(words.strip());
        find();
    }

    @Override
    public void pauseTexts(boolean paused) { model.textsPaused.set(paused); }

    @Override
    public CompletableFuture<Preview> preview(Path file) { return previews.of(file); }

    @Override
    public CompletableFuture<byte[]> picture(Path file, int page) { return previews.page(file, page); }

    @Override
    public void prepare(List<Path> files, int index) {
        files.stream().filter(Files::isDirectory).forEach(this::addFolder);
        var showable = files.stream().filter(it -> MaterialKind.of(it).isPresent() && !Files.isDirectory(it))
                .map(it -> it.toAbsolutePath().normalize()).toList();
        int free = LibraryState.MATERIALS - state.list(model.room.get()).size();
        model.problem.set(showable.size() > free
                ? Phrase.of("library.problem.many", LibraryState.MATERIALS)
                : Reasons.ofLeftOut(files.stream().filter(it -> !Files.isDirectory(it)).toList()));
        change(state.insert(model.room.get(), index, showable));
    }

    @Override
    public void move(int from, int to) { change(state.move(model.room.get(), from, to)); }

    @Override
    public void change(int index, Prepared next) { change(state.change(model.room.get(), index, next)); }

    @Override
    public void remove(Set<Integer> indices) {
        var these = state.removal(model.room.get(), indices);
        if (these.materials().isEmpty()) return;
        change(state.without(these));
        tell(these, these.materials().size() == 1
                ? Phrase.of("library.removed.one",
                        these.materials().values().iterator().next().file().getFileName().toString())
                : Phrase.of("library.removed.some", these.materials().size()));
    }

    @Override
    public void found(Path before, Path now) { change(state.found(before, now.toAbsolutePath().normalize())); }

    @Override
    public void undo() {
        var last = removed;
        if (last == null) return;
        removed = null;
        model.removed.set(null);
        change(state.undone(last));
        if (last instanceof Removed.Folder) refresh();
    }

    @Override
    public void showInFolder(Path shown) { workers.execute(() -> showInFolder.accept(shown)); }

    /// Writes what isn't written yet.
    @Override
    public void close() {
        closed = true;
        texts.close();
        previews.close();
        writing.shutdown();
        try {
            if (!writing.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS))
                LOG.log(Level.WARNING, "The library wasn't written in time.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }

    private void tell(Removed what, Phrase words) {
        removed = what;
        model.removed.set(words);
    }

    private void change(LibraryState next) {
        if (next.equals(state)) return;
        state = next;
        show();
        if (unwritten.getAndSet(next) == null) writing.execute(this::write);
    }

    private void write() {
        var newest = Objects.requireNonNull(unwritten.getAndSet(null));
        try {
            file.write(newest);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the library isn''t kept: {0}", e.getMessage());
            fx.execute(() -> model.problem.set(Phrase.of("library.problem.unwritten", e.toString())));
        }
    }

    private void show() {
        if (!model.folders.equals(state.folders())) model.folders.setAll(state.folders());
        model.lists.keySet().removeIf(room -> !state.lists().containsKey(room));
        state.lists().forEach((room, list) -> {
            if (!list.equals(model.lists.get(room))) model.lists.put(room, list);
        });
    }

    private void showPlace() {
        switch (model.place.get()) {
            case Place.Recent _ -> {
                model.subfolders.clear();
                model.folderGone.set(false);
                show(state.recent().stream().flatMap(it -> MaterialKind.of(it).stream()
                        .map(kind -> new Material(it, kind, 0, Instant.EPOCH))).toList());
            }
            case Place.Folder(var root, var at) -> {
                var below = Places.below(all, at);
                if (!below.equals(model.subfolders)) model.subfolders.setAll(below);
                model.folderGone.set(gone.contains(root));
                show(Places.in(all, at));
            }
        }
        find();
    }

    private void show(List<Material> files) {
        if (!files.equals(model.files)) model.files.setAll(files);
    }

    private void find() {
        String words = model.sought.get();
        model.foundByName.setAll(words.isEmpty() ? List.of() : Places.named(all, words, MOST_FOUND));
        int mine = ++searching;
        if (words.isEmpty()) {
            model.foundInText.clear();
            return;
        }
        CompletableFuture.supplyAsync(() -> texts.find(words, MOST_FOUND), workers).thenAcceptAsync(hits -> {
            if (mine == searching && !hits.equals(model.foundInText)) model.foundInText.setAll(hits);
        }, fx);
    }

    private void textsCame() {
        model.textsKnown.set(texts.known());
        model.textsWanted.set(texts.all());
        if (!model.sought.get().isEmpty()) find();
    }

    /// While a class runs, the machine is the class's.
    private void settle() {
        var screen = screens.screen.get();
        mayRead = !model.textsPaused.get() && (screen == Screen.HOME || screen == Screen.LIBRARY);
    }
}
