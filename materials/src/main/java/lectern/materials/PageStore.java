package lectern.materials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lectern.materials.StoreCore.Urgency;
import org.jspecify.annotations.Nullable;

/// The pages of documents: pictures at any resolution, texts, and what is found in them, made once and kept on disk. Decks become
/// PDFs, which are kept, too. What is asked comes before what is wished, and that before what is read ahead for the search.
///
/// Any thread may call, and is answered on another one. Cancelling what was returned withdraws the question; the reading of a
/// document ends when nobody wants it any more. Pages are counted from 0; level k has 2^k pixels per page unit.
public final class PageStore implements AutoCloseable {
    /// The side of a tile, in pixels; those at the right and lower edge are what is left of the page.
    public static final int TILE = 1024;
    public static final int MIN_LEVEL = -4;
    public static final int MAX_LEVEL = 3;
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_FOUND = 500;
    private static final int MOST_FOLDED_CHARS = 8 << 20;

    private final Supplier<Converter> pages;
    private final ExecutorService owner = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("page-store").factory());
    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
    /// The owner's.
    private final Workshop workshop;
    private final FoldedPages folded = new FoldedPages(MOST_FOLDED_CHARS);

    /// Pages that will be asked for soon.
    public interface Wish {
        void withdraw();
    }

    private PageStore(PageStoreSettings settings, Supplier<Converter> pages, Supplier<Converter> decks) {
        this.pages = pages;
        var folder = new CacheFolder(settings.folder());
        workshop = new Workshop(settings, folder, new PageMaker(settings, pages, decks, folder), this::post, others);
    }

    /// @param converter what reads documents and paints their pages; asked for when there is work, so it may be started then. It
    ///                  stays its owner's, who closes it after the store
    public static PageStore open(PageStoreSettings settings, Supplier<Converter> converter) {
        return open(settings, converter, converter);
    }

    /// @param decks what prepares decks, where that has other limits
    public static PageStore open(PageStoreSettings settings, Supplier<Converter> pages, Supplier<Converter> decks) {
        var store = new PageStore(settings, pages, decks);
        store.post(store.workshop::begin);
        return store;
    }

    /// Starts the reading process, which then is warm when it is needed.
    public void warm() { post(pages::get); }

    /// @param onProgress called on the store's thread, so it only passes on
    public CompletableFuture<Outcome<Outline>> open(Source source, Consumer<Progress> onProgress) {
        return answer(Outline.class::cast,
                claim -> claim.ask(source, new Work.Open(source.hash()), Urgency.DEMANDED, onProgress, claim::tell));
    }

    /// The whole page; with fewer pixels than the level says where they would be more than 16 million.
    public CompletableFuture<Outcome<Image>> picture(Source source, int page, int level) {
        if (page < 0 || level < MIN_LEVEL || level > MAX_LEVEL) return notThere();
        return demand(Image.class, source, new Work.Picture(source.hash(), page, level));
    }

    public CompletableFuture<Outcome<Image>> tile(Source source, int page, int level, int column, int row) {
        int most = (1 << 18) / TILE;
        if (page < 0 || level < MIN_LEVEL || level > MAX_LEVEL || column < 0 || row < 0 || column >= most
                || row >= most)
            return notThere();
        return demand(Image.class, source, new Work.Tile(source.hash(), page, level, column, row));
    }

    /// A PDF with the document's pages: its own file, or what was made of the deck. That goes when its room is needed, so it is opened at
    /// once and copied where it is wanted for longer. Refused as OTHER_KIND where the pages come from no PDF, as a drawing's don't.
    public CompletableFuture<Outcome<Path>> pdf(Source source) {
        return answer(Path.class::cast,
                claim -> claim.ask(source, new Work.Open(source.hash()), Urgency.DEMANDED, _ -> {},
                        opened -> claim
                                .tell(opened instanceof Outcome.Done<?> ? workshop.pdf(source.hash()) : opened)));
    }

    public CompletableFuture<Outcome<PageContents>> text(Source source, int page) {
        return page < 0
                ? notThere()
                : demand(PageContents.class, source, new Work.Text(source.hash(), page));
    }

    /// The pages, in the order given, on which it stands: without regard to case, accents and line ends.
    public CompletableFuture<Outcome<List<Found>>> search(Source source, String query, List<Integer> pages) {
        String folded = FoldedText.query(query.substring(0, Math.min(LONGEST_QUERY, query.length())));
        var numbers = pages.stream().filter(page -> page >= 0).distinct().toList();
        return answer(value -> ((FoundPages) value).pages(),
                claim -> search(source, folded, numbers, claim));
    }

    /// Has pages painted, in the order given, while nobody waits for anything.
    public Wish wish(Source source, List<Integer> pages, int level) {
        var claim = new Claim(_ -> {});
        var numbers = List.copyOf(pages);
        if (level >= MIN_LEVEL && level <= MAX_LEVEL)
            post(() -> {
                for (int page : numbers)
                    if (page >= 0)
                        claim.ask(source, new Work.Picture(source.hash(), page, level), Urgency.WISHED, _ -> {},
                                _ -> {});
            });
        return claim;
    }

    /// Ends what is asked and finishes what is being written; who asks later is refused. Not for those who are just being told
    /// something, since it waits for them.
    @Override
    public void close() {
        post(workshop::close);
        owner.close();
        others.close();
    }

    private record FoundPages(List<Found> pages) {}

    private void search(Source source, String query, List<Integer> numbers, Claim claim) {
        var found = new Found[numbers.size()];
        var open = new Object() {
            int pages = numbers.size();
        };
        if (query.isEmpty()) open.pages = 0;
        for (int i = 0; i < numbers.size() && !query.isEmpty(); i++) {
            int at = i;
            var work = new Work.Text(source.hash(), numbers.get(i));
            String text = folded.get(work);
            if (text != null && !text.contains(query)) {
                open.pages--;
                continue;
            }
            claim.ask(source, work, Urgency.SEARCHED, _ -> {}, outcome -> {
                if (outcome instanceof Outcome.Done<?>(PageContents contents)) {
                    var page = new FoldedText(contents.words());
                    folded.put(work, page.text());
                    var boxes = page.find(query);
                    if (!boxes.isEmpty()) found[at] = new Found(work.page(), boxes, page.around(query));
                }
                if (--open.pages == 0) claim.tell(new Outcome.Done<>(result(found)));
            });
        }
        if (open.pages == 0) claim.tell(new Outcome.Done<>(result(found)));
    }

    private static FoundPages result(@Nullable Found[] found) {
        return new FoundPages(java.util.Arrays.stream(found).filter(Objects::nonNull).limit(MOST_FOUND).toList());
    }

    private <T> CompletableFuture<Outcome<T>> demand(Class<T> type, Source source, Work work) {
        return answer(type::cast, claim -> claim.ask(source, work, Urgency.DEMANDED, _ -> {}, claim::tell));
    }

    private static <T> CompletableFuture<Outcome<T>> notThere() {
        return CompletableFuture.completedFuture(new Outcome.Refused<>(Refusal.NOT_THERE));
    }

    private <T> CompletableFuture<Outcome<T>> answer(Function<Object, T> as, Consumer<Claim> begin) {
        var reply = new CompletableFuture<Outcome<T>>();
        var claim = new Claim(outcome -> reply.complete(switch (outcome) {
            case Outcome.Done<?>(var value) -> new Outcome.Done<>(as.apply(value));
            case Outcome.Refused<?>(var why) -> new Outcome.Refused<>(why);
        }));
        reply.whenComplete((_, _) -> {
            if (reply.isCancelled()) claim.withdraw();
        });
        if (!post(() -> begin.accept(claim))) reply.complete(new Outcome.Refused<>(Refusal.STOPPED));
        return reply;
    }

    /// False when the store is closed.
    private boolean post(Runnable step) {
        try {
            owner.execute(step);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /// One question from outside, which may need several works. The owner's, but for [#withdraw].
    private final class Claim implements Wish {
        private final List<Long> asks = new ArrayList<>();
        private final Consumer<Outcome<?>> reply;
        private boolean over;

        Claim(Consumer<Outcome<?>> reply) {
            this.reply = reply;
        }

        void ask(Source source, Work work, Urgency urgency, Consumer<Progress> onProgress, Consumer<Outcome<?>> told) {
            if (!over) asks.add(workshop.ask(source, work, urgency, onProgress, told));
        }

        /// Elsewhere, so that what hangs on it can't hold up the store.
        void tell(Outcome<?> outcome) {
            over = true;
            others.execute(() -> reply.accept(outcome));
        }

        @Override
        public void withdraw() {
            post(() -> {
                over = true;
                asks.forEach(workshop::withdraw);
                asks.clear();
            });
        }
    }
}
