package lectern.materials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Lets the reading process make what a page store is asked for.
final class PageMaker {
    private final Supplier<Converter> pages;
    private final Supplier<Converter> decks;
    private final PageStoreSettings settings;
    private final CacheFolder folder;

    PageMaker(PageStoreSettings settings, Supplier<Converter> pages, Supplier<Converter> decks, CacheFolder folder) {
        this.settings = settings;
        this.pages = pages;
        this.decks = decks;
        this.folder = folder;
    }

    /// What came of it can be kept.
    ///
    /// @param file       of a deck, the PDF that was made of it; for the making of that, the deck
    /// @param onProgress called on another thread
    CompletableFuture<? extends Outcome<?>> make(Work work, Path file, Consumer<Progress> onProgress) {
        return switch (work) {
            case Work.Open _ -> pages.get().open(file).thenApply(this::outline);
            case Work.Convert(var hash) -> deck(hash, file, onProgress);
            case Work.Picture(_, var page, var level) -> pages.get().picture(file, page, Math.scalb(1.0, level));
            case Work.Tile(_, var page, var level, var column, var row) -> pages.get().tile(file, page,
                    Math.scalb(1.0, level), column * PageStore.TILE, row * PageStore.TILE, PageStore.TILE,
                    PageStore.TILE);
            case Work.Text(_, var page) -> contents(file, page);
        };
    }

    /// Whether a PDF is made of it before it can be shown. What can't be shown at all is no deck: who opens it is told why.
    static boolean isDeck(FileKind kind) {
        return switch (kind) {
            case PPTX, PPT, ODP, DOCX, DOC, ODT, XLSX, XLS, ODS, RTF, LOCKED, OTHER -> true;
            case PDF, SVG, PNG, JPEG, GIF, BMP, WEBP, HEIC, CLIP, UNKNOWN -> false;
        };
    }

    private Outcome<Outline> outline(Outcome<Document> opened) {
        return switch (opened) {
            case Outcome.Done<Document>(var document) -> bounded(Outline.of(document));
            case Outcome.Refused<Document>(var why) -> new Outcome.Refused<>(why);
        };
    }

    private Outcome<Outline> bounded(Outline outline) {
        return outline.pages().size() > settings.mostPages()
                ? new Outcome.Refused<>(Refusal.TOO_MANY_PAGES)
                : new Outcome.Done<>(outline);
    }

    private CompletableFuture<Outcome<DeckOutline>> deck(String hash, Path file, Consumer<Progress> onProgress) {
        Path pdf = folder.unfinished();
        var prepared = decks.get().prepare(file, pdf, onProgress);
        var outcome = prepared.thenCompose(made -> switch (made) {
            case Outcome.Done<Deck>(var deck) -> decks.get().open(pdf).thenApply(opened -> switch (opened) {
                case Outcome.Done<Document>(var document) -> keep(hash, pdf, bounded(Outline.of(deck, document)));
                case Outcome.Refused<Document>(var why) -> new Outcome.Refused<DeckOutline>(why);
            });
            case Outcome.Refused<Deck>(var why) ->
                CompletableFuture.completedFuture(new Outcome.Refused<DeckOutline>(why));
        });
        outcome.whenComplete((_, _) -> {
            if (outcome.isCancelled()) prepared.cancel(false);
            folder.discard(pdf);
        });
        return outcome;
    }

    private Outcome<DeckOutline> keep(String hash, Path pdf, Outcome<Outline> outline) {
        if (outline instanceof Outcome.Refused<Outline>(var why)) return new Outcome.Refused<>(why);
        try {
            var deck = new DeckOutline(((Outcome.Done<Outline>) outline).value(), Files.size(pdf),
                    CacheFolder.checksum(pdf));
            folder.move(pdf, folder.pdf(hash));
            return new Outcome.Done<>(deck);
        } catch (IOException full) {
            return new Outcome.Refused<>(Refusal.STOPPED);
        }
    }

    private CompletableFuture<Outcome<PageContents>> contents(Path file, int page) {
        Converter converter = pages.get();
        return converter.text(file, page).thenCompose(text -> switch (text) {
            case Outcome.Done<PageText>(var words) -> converter.links(file, page)
                    .thenApply(links -> new Outcome.Done<>(new PageContents(words.words(),
                            links instanceof Outcome.Done<PageLinks>(var there)
                                    ? there.links()
                                    : java.util.List.of())));
            case Outcome.Refused<PageText>(var why) ->
                CompletableFuture.completedFuture(new Outcome.Refused<>(why));
        });
    }
}
