package lectern.materials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import lectern.materials.StoreCore.Delete;
import lectern.materials.StoreCore.Load;
import lectern.materials.StoreCore.Make;
import lectern.materials.StoreCore.Output;
import lectern.materials.StoreCore.Retry;
import lectern.materials.StoreCore.Stop;
import lectern.materials.StoreCore.Tell;
import lectern.materials.StoreCore.Urgency;
import org.jspecify.annotations.Nullable;

/// Does what a page store's core says. Owned by the store's thread: only that calls it, and only there people are told.
final class Workshop {
    private static final System.Logger LOG = System.getLogger(Workshop.class.getName());
    private static final int MOST_SPOILED = 1_000;
    /// What went wrong would do so again, and hold up others each time.
    private static final Set<Refusal> LASTING = EnumSet.of(Refusal.BROKEN, Refusal.PAGE_TOO_LARGE, Refusal.TOO_SLOW,
            Refusal.TOO_MUCH_MEMORY);

    private final PageStoreSettings settings;
    private final PageMaker maker;
    private final CacheFolder folder;
    private final StoreDisk disk;
    private final Executor owner;
    private final Executor others;
    private final StoreCore core;
    private final Map<Long, Ask> asks = new HashMap<>();
    private final Map<String, Known> documents = new HashMap<>();
    private final Map<Work, Outcome<?>> results = new HashMap<>();
    private final Map<Work, CompletableFuture<?>> making = new HashMap<>();
    private final Map<Work, Refusal> spoiled = new LinkedHashMap<>();
    private long ids;
    private boolean closed;

    private static final class Ask {
        final Source source;
        final Work work;
        final Urgency urgency;
        final Consumer<Progress> onProgress;
        final Consumer<Outcome<?>> told;
        /// Another ask that has to be done first; 0: none.
        long first;

        Ask(Source source, Work work, Urgency urgency, Consumer<Progress> onProgress, Consumer<Outcome<?>> told) {
            this.source = source;
            this.work = work;
            this.urgency = urgency;
            this.onProgress = onProgress;
            this.told = told;
        }
    }

    private static final class Known {
        Path file;
        @Nullable
        FileKind kind;
        /// What a deck's pages are taken from; null until it is made, or found whole on disk.
        @Nullable
        Path pdf;
        boolean readAhead;

        Known(Path file) {
            this.file = file;
        }

        boolean isDeck() { return kind != null && PageMaker.isDeck(kind); }
    }

    Workshop(PageStoreSettings settings, CacheFolder folder, PageMaker maker, Executor owner, Executor others) {
        this.settings = settings;
        this.maker = maker;
        this.owner = owner;
        this.others = others;
        this.folder = folder;
        disk = new StoreDisk(folder);
        core = new StoreCore(new CacheIndex(settings.maxBytes()));
    }

    void begin() {
        try {
            for (var kept : folder.scan()) act(core.found(kept.work(), kept.bytes()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "What was kept of documents can't be read.", e);
        }
    }

    /// @param told not called for quiet urgencies when the work is done already
    long ask(Source source, Work work, Urgency urgency, Consumer<Progress> onProgress, Consumer<Outcome<?>> told) {
        long id = ++ids;
        documents.computeIfAbsent(source.hash(), _ -> new Known(source.file())).file = source.file();
        asks.put(id, new Ask(source, work, urgency, onProgress, told));
        begin(id);
        return id;
    }

    void withdraw(long id) {
        Ask ask = asks.remove(id);
        if (ask == null) return;
        if (ask.first != 0) withdraw(ask.first);
        act(core.withdraw(id));
    }

    /// The PDF with the pages of a document that was opened.
    Outcome<Path> pdf(String hash) {
        Known known = documents.get(hash);
        if (known.kind == FileKind.PDF) return new Outcome.Done<>(known.file);
        if (known.pdf == null) return new Outcome.Refused<>(Refusal.OTHER_KIND);
        core.use(new Work.Convert(hash));
        return new Outcome.Done<>(known.pdf);
    }

    /// Everybody is told that it is over.
    void close() {
        closed = true;
        making.values().forEach(it -> it.cancel(false));
        for (long id : List.copyOf(asks.keySet())) finish(id, new Outcome.Refused<>(Refusal.STOPPED));
    }

    private void begin(long id) {
        Ask ask = asks.get(id);
        if (ask == null) return;
        Known known = documents.get(ask.work.hash());
        if (closed) {
            finish(id, new Outcome.Refused<>(Refusal.STOPPED));
        } else if (spoiled.containsKey(ask.work)) {
            finish(id, new Outcome.Refused<>(spoiled.get(ask.work)));
        } else if (!(ask.work instanceof Work.Open) && core.isKept(ask.work)) {
            act(core.ask(id, ask.work, ask.urgency));
        } else if (known.kind == null) {
            look(known, id);
        } else if (known.isDeck() && ask.work instanceof Work.Open) {
            act(core.ask(id, new Work.Convert(ask.work.hash()), ask.urgency));
        } else if (known.isDeck() && known.pdf == null) {
            ask.first = ask(ask.source, new Work.Open(ask.work.hash()), ask.urgency, ask.onProgress, opened -> {
                ask.first = 0;
                if (opened instanceof Outcome.Refused<?>) finish(id, opened);
                else begin(id);
            });
        } else {
            act(core.ask(id, ask.work, ask.urgency));
        }
    }

    /// Learns what kind of file it is.
    private void look(Known known, long id) {
        Path file = known.file;
        others.execute(() -> {
            Outcome<FileKind> kind;
            try {
                FileKind start = start(file);
                kind = Files.size(file) > settings.fileBytes()
                        ? new Outcome.Refused<>(Refusal.TOO_LARGE)
                        : new Outcome.Done<>(start);
            } catch (RefusedException e) {
                kind = new Outcome.Refused<>(e.why);
            } catch (IOException e) {
                kind = new Outcome.Refused<>(Refusal.NOT_THERE);
            }
            Outcome<FileKind> looked = kind;
            owner.execute(() -> {
                if (looked instanceof Outcome.Done<FileKind>(var value)) {
                    known.kind = value;
                    begin(id);
                } else {
                    finish(id, looked);
                }
            });
        });
    }

    /// What the first bytes are enough to refuse is refused here: it needn't wait for the reading process, nor for one of its own.
    private static FileKind start(Path file) throws IOException, RefusedException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(FileKind.LOOK);
        }
        FileKind kind = FileKind.of(start);
        switch (kind) {
            case SVG -> SvgDoctype.check(start);
            case HEIC, CLIP -> throw kind.refused();
            case OTHER -> {
                if (!FileKind.isPacked(start)) throw kind.refused();
            }
            default -> {
            }
        }
        return kind;
    }

    private void act(List<Output> outputs) {
        for (Output output : outputs) switch (output) {
            case Load(var work) -> others.execute(() -> {
                Object value = disk.load(work);
                owner.execute(() -> loaded(work, value));
            });
            case Make(var work) -> make(work);
            case Stop(var work) -> {
                var it = making.get(work);
                if (it != null) it.cancel(false);
            }
            case Tell(var askers, var work) -> {
                Outcome<?> result = results.get(work);
                for (long id : askers) finish(id, result);
            }
            case Retry(var askers) -> askers.forEach(this::begin);
            case Delete(var work) -> {
                if (work instanceof Work.Convert && documents.get(work.hash()) instanceof Known known) known.pdf = null;
                others.execute(() -> folder.delete(work));
            }
        }
    }

    private void loaded(Work work, @Nullable Object value) {
        if (value != null) use(work, new Outcome.Done<>(value));
        act(core.loaded(work, value != null));
        results.remove(work);
    }

    private void make(Work work) {
        Known known = documents.get(work.hash());
        Path file = known.pdf != null ? known.pdf : known.file;
        if (known.pdf != null) core.use(new Work.Convert(work.hash()));
        CompletableFuture<? extends Outcome<?>> asked;
        try {
            asked = closed
                    ? CompletableFuture.completedFuture(new Outcome.Refused<>(Refusal.STOPPED))
                    : maker.make(work, file, progress -> owner.execute(() -> tell(work.hash(), progress)));
        } catch (RuntimeException noConverter) {
            LOG.log(System.Logger.Level.ERROR, "There is no reading process.", noConverter);
            asked = CompletableFuture.completedFuture(new Outcome.Refused<>(Refusal.STOPPED));
        }
        making.put(work, asked);
        asked.handle((made, failed) -> failed == null ? made : new Outcome.Refused<>(Refusal.STOPPED))
                .thenAccept(made -> owner.execute(() -> made(work, made)));
    }

    private void made(Work work, Outcome<?> made) {
        making.remove(work);
        use(work, made);
        if (made instanceof Outcome.Done<?>(var value)) {
            act(core.made(work, true));
            others.execute(() -> {
                long bytes = disk.keep(work, value);
                owner.execute(() -> {
                    results.remove(work);
                    act(core.kept(work, bytes));
                });
            });
        } else {
            act(core.made(work, false));
            results.remove(work);
        }
    }

    private void use(Work work, Outcome<?> result) {
        results.put(work, result);
        Known known = documents.get(work.hash());
        if (result instanceof Outcome.Refused<?>(var why) && LASTING.contains(why) && !StoreCore.isLong(work)) {
            if (spoiled.size() == MOST_SPOILED) spoiled.remove(spoiled.keySet().iterator().next());
            spoiled.put(work, why);
        }
        if (result instanceof Outcome.Done<?>(Outline outline)) readAhead(work.hash(), known, outline);
        if (result instanceof Outcome.Done<?>(DeckOutline deck)) {
            known.pdf = folder.pdf(work.hash());
            readAhead(work.hash(), known, deck.outline());
        }
    }

    /// The texts of all pages, so that the search has them.
    private void readAhead(String hash, Known known, Outline outline) {
        if (known.readAhead) return;
        known.readAhead = true;
        var source = new Source(hash, known.file);
        for (int page = 0; page < outline.pages().size(); page++)
            if (outline.pages().get(page).text())
                ask(source, new Work.Text(hash, page), Urgency.AHEAD, _ -> {}, _ -> {});
    }

    private void finish(long id, @Nullable Outcome<?> result) {
        Ask ask = asks.remove(id);
        if (ask == null || result == null) return;
        ask.told.accept(
                result instanceof Outcome.Done<?>(DeckOutline deck) ? new Outcome.Done<>(deck.outline()) : result);
    }

    private void tell(String hash, Progress progress) {
        for (Ask ask : asks.values())
            if (ask.work instanceof Work.Open && ask.work.hash().equals(hash)) ask.onProgress.accept(progress);
    }
}
