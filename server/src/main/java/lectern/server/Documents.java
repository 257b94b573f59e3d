package lectern.server;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import lectern.materials.ConverterSettings;
import lectern.materials.Found;
import lectern.materials.Image;
import lectern.materials.Outcome;
import lectern.materials.Outline;
import lectern.materials.PageContents;
import lectern.materials.PageStore;
import lectern.materials.PageStoreSettings;
import lectern.materials.Progress;
import lectern.materials.Refusal;
import lectern.materials.Source;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.AssetId;
import lectern.protocol.material.Tiling;
import org.jspecify.annotations.Nullable;

/// The pages of the lesson's documents: pictures, texts, what is found in them. A reading process makes them, and they are kept on disk
/// with the lesson. Any thread; cancelling what is returned withdraws the question.
final class Documents implements AutoCloseable {
    /// Requests of one participant that may wait at a time.
    static final int EACH = 64;
    private static final long REST_NS = 300_000_000_000L;
    private static final int MOST_KNOWN = 64;
    private static final int MOST_SHARED = 500;
    /// Painting ahead takes the processor from those who wait for a page: it begins when nobody has asked for another one for so long.
    private static final long NEAR_AFTER_MS = 250;
    private static final long FAR_AFTER_MS = 3_000;
    private static final int NEAR = 3;

    private final Assets assets;
    private final ReadingProcess reader;
    private final PageStore store;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<ParticipantId, Integer> waitingOf = new HashMap<>();
    private final Map<AssetId, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    /// For as long as somebody is on the way to have them: a page is asked for by all at once, and goes at the pace of each.
    private final Map<Place, WeakReference<Image>> shared = new HashMap<>();
    /// That was asked for last; a new document will be looked at by the same screens.
    private volatile int lastLevel;

    /// @param column of a tile; -1: the whole page
    record Place(AssetId document, int number, int level, int column, int row) {
        boolean isWhole() { return column < 0; }
    }

    /// A document that was opened.
    private static final class Known {
        final double[] widths;
        final double[] heights;
        final Foresight foresight;
        final List<PageStore.Wish> wishes = new ArrayList<>();
        /// How often the class has turned.
        int turns;

        Known(Outline outline) {
            widths = outline.pages().stream().mapToDouble(Outline.Page::width).toArray();
            heights = outline.pages().stream().mapToDouble(Outline.Page::height).toArray();
            foresight = new Foresight(widths.length);
        }

        /// Null where there is no such page.
        @Nullable
        Tiling tiling(int number, int level) {
            return number < 0 || number >= widths.length || !(widths[number] > 0) || !(heights[number] > 0)
                    ? null
                    : Tiling.of(widths[number], heights[number], level);
        }
    }

    /// @param folder  of what is kept
    /// @param reading of the reading process
    Documents(Assets assets, Path folder, Path reading) {
        this.assets = assets;
        reader = new ReadingProcess(ConverterSettings.in(reading), REST_NS, System::nanoTime);
        store = PageStore.open(PageStoreSettings.in(folder), reader);
    }

    /// Whether one more of theirs may wait. Then it does, until [#answered].
    boolean mayWait(ParticipantId who) {
        synchronized (waitingOf) {
            if (waitingOf.getOrDefault(who, 0) >= EACH) return false;
            waits(who);
            return true;
        }
    }

    /// The same for what was let in before.
    void waits(ParticipantId who) {
        synchronized (waitingOf) {
            waitingOf.merge(who, 1, Integer::sum);
        }
        waiting.incrementAndGet();
    }

    void answered(ParticipantId who) {
        waiting.decrementAndGet();
        synchronized (waitingOf) {
            waitingOf.computeIfPresent(who, (_, n) -> n > 1 ? n - 1 : null);
        }
    }

    Errand<Outcome<Outline>> open(AssetId document, Consumer<Progress> onProgress) {
        return ask(document, source -> store.open(source, onProgress), opened -> {
            if (opened instanceof Outcome.Done<Outline>(var outline)) learn(document, outline);
        });
    }

    private Known learn(AssetId document, Outline outline) {
        synchronized (known) {
            Known there = known.get(document);
            if (there != null) return there;
            var now = new Known(outline);
            known.put(document, now);
            if (known.size() > MOST_KNOWN) known.remove(known.keySet().iterator().next());
            wish(document, now, 0, lastLevel, List.of(0));
            return now;
        }
    }

    private @Nullable Known known(AssetId document) {
        synchronized (known) {
            return known.get(document);
        }
    }

    /// Refused with NOT_THERE where the document isn't cut like that.
    Errand<Outcome<Image>> picture(Place place) {
        var errand = new Errand<Outcome<Image>>();
        Known there = known(place.document());
        if (there != null) picture(errand, place, there);
        else errand.await(open(place.document(), _ -> {}), opened -> {
            switch (opened) {
                case Outcome.Done<Outline>(var outline) -> picture(errand, place, learn(place.document(), outline));
                case Outcome.Refused<Outline>(var why) -> errand.complete(new Outcome.Refused<>(why));
            }
        });
        return errand;
    }

    private void picture(Errand<Outcome<Image>> errand, Place place, Known document) {
        Tiling tiling = document.tiling(place.number(), place.level());
        if (tiling == null || place.isWhole() != tiling.isWhole()
                || place.column() >= tiling.columns() || place.row() >= tiling.rows()) {
            errand.complete(new Outcome.Refused<>(Refusal.NOT_THERE));
            return;
        }
        lastLevel = place.level();
        synchronized (known) {
            foresee(place, document);
        }
        Image there = shared(place);
        if (there != null) errand.complete(new Outcome.Done<>(there));
        else
            errand.await(ask(place.document(), source -> place.isWhole()
                    ? store.picture(source, place.number(), place.level())
                    : store.tile(source, place.number(), place.level(), place.column(), place.row()), _ -> {}),
                    painted -> errand.complete(painted instanceof Outcome.Done<Image>(var image)
                            ? new Outcome.Done<>(share(place, image))
                            : painted));
    }

    private void foresee(Place place, Known document) {
        Foresight.Ahead ahead = document.foresight.onDemand(place.number(), place.level());
        if (ahead == null) return;
        if (ahead.anew()) {
            document.turns++;
            document.wishes.forEach(PageStore.Wish::withdraw);
            document.wishes.clear();
        }
        var numbers = ahead.numbers();
        int near = Math.min(NEAR, numbers.size());
        wishLater(place, document, numbers.subList(0, near), NEAR_AFTER_MS);
        wishLater(place, document, numbers.subList(near, numbers.size()), FAR_AFTER_MS);
    }

    private void wishLater(Place place, Known document, List<Integer> numbers, long afterMs) {
        if (numbers.isEmpty()) return;
        int turn = document.turns;
        CompletableFuture.delayedExecutor(afterMs, TimeUnit.MILLISECONDS).execute(() -> {
            synchronized (known) {
                if (document.turns == turn) wish(place.document(), document, place.number(), place.level(), numbers);
            }
        });
    }

    /// Pages are wished for as a whole, at the sharpest level up to this one at which they aren't cut.
    private void wish(AssetId id, Known document, int like, int level, List<Integer> numbers) {
        Path file = assets.find(id).orElse(null);
        int whole = level;
        while (whole > Tiling.MIN_LEVEL && document.tiling(like, whole) instanceof Tiling it && !it.isWhole()) whole--;
        if (file != null && !numbers.isEmpty())
            document.wishes.add(store.wish(new Source(id.value(), file), numbers, whole));
    }

    private @Nullable Image shared(Place place) {
        synchronized (shared) {
            var there = shared.get(place);
            return there == null ? null : there.get();
        }
    }

    private Image share(Place place, Image image) {
        synchronized (shared) {
            Image there = shared(place);
            if (there != null) return there;
            if (shared.size() >= MOST_SHARED) shared.values().removeIf(old -> old.get() == null);
            if (shared.size() < MOST_SHARED) shared.put(place, new WeakReference<>(image));
            return image;
        }
    }

    /// Of what has one: the file itself, or what was made of a deck. To be opened at once.
    Errand<Outcome<Path>> pdf(AssetId document) {
        return ask(document, store::pdf, _ -> {});
    }

    Errand<Outcome<PageContents>> text(AssetId document, int number) {
        return ask(document, source -> store.text(source, number), _ -> {});
    }

    Errand<Outcome<List<Found>>> search(AssetId document, String query, List<Integer> numbers) {
        return ask(document, source -> store.search(source, query, numbers), _ -> {});
    }

    /// A process that ends while it reads may have ended over something else: it is asked twice.
    private <T> Errand<Outcome<T>> ask(AssetId document, Function<Source, CompletableFuture<Outcome<T>>> question,
            Consumer<Outcome<T>> then) {
        Path file = assets.find(document).orElse(null);
        if (file == null) return Errand.done(new Outcome.Refused<>(Refusal.NOT_THERE));
        var source = new Source(document.value(), file);
        var errand = new Errand<Outcome<T>>();
        errand.await(question.apply(source), outcome -> {
            if (outcome instanceof Outcome.Refused<T>(var why) && why == Refusal.STOPPED) {
                errand.await(question.apply(source), again -> {
                    then.accept(again);
                    errand.complete(again);
                });
            } else {
                then.accept(outcome);
                errand.complete(outcome);
            }
        });
        return errand;
    }

    /// Now and then. The reading process is warm while somebody is there who may bring a document.
    void tidy(boolean isModerated) {
        if (isModerated) store.warm();
        if (waiting.get() > 0) reader.keep();
        reader.tidy();
    }

    /// Requests that are under way.
    int waiting() {
        return waiting.get();
    }

    ReadingProcess reader() {
        return reader;
    }

    @Override
    public void close() {
        store.close();
        reader.close();
    }
}
