package lectern.materials;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Lets the reading process make what a page store is asked for.
final class PageMaker {
    private final Supplier<Converter> pages;
    private final Supplier<Converter> decks;
    private final PageStoreSettings settings;

    PageMaker(PageStoreSettings settings, Supplier<Converter> pages, Supplier<Converter> decks) {
        this.settings = settings;
        this.pages = pages;
        this.decks = decks;
    }

    /// @param file       of a deck, the PDF that was made of it; for the making of that, the deck
    /// @param onProgress called on another thread
    CompletableFuture<? extends Outcome<?>> make(Work work, Path file, Consumer<Progress> onProgress) {
        return switch (work) {
            case Work.Open _ -> pages.get().open(file);
            case Work.Convert _ -> decks.get().open(file);
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

    /// What the store keeps of it.
    Outcome<?> finished(Outcome<?> made) {
        return made instanceof Outcome.Done<?>(Document document) ? bounded(Outline.of(document)) : made;
    }

    private Outcome<Outline> bounded(Outline outline) {
        return outline.pages().size() > settings.mostPages()
                ? new Outcome.Refused<>(Refusal.TOO_MANY_PAGES)
                : new Outcome.Done<>(outline);
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
