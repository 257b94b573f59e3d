package lectern.materials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One file on its way to a PDF, with a reading process of its own, so that nobody waits for a page meanwhile. Runs on one thread
/// and is cancelled by interrupting that; what it leaves is the whole PDF, or nothing.
final class Preparation {
    private final ConverterSettings settings;
    private final Supplier<Optional<Path>> office;
    private final Path file;
    private final Path pdf;
    private final Consumer<Progress> onProgress;

    Preparation(ConverterSettings settings, Supplier<Optional<Path>> office, Path file, Path pdf,
            Consumer<Progress> onProgress) {
        this.settings = settings;
        this.office = office;
        this.file = file;
        this.pdf = pdf;
        this.onProgress = onProgress;
    }

    Outcome<Deck> run() throws IOException, InterruptedException {
        Files.createDirectories(settings.folder());
        Path work = Files.createTempDirectory(settings.folder(), "lectern-deck-");
        Path whole = pdf.resolveSibling(pdf.getFileName() + ".part");
        var reader = Converter.start(settings.forDecks());
        try {
            Path made = work.resolve("made.pdf");
            Deck deck = make(reader, made, work);
            Files.copy(made, whole, StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, pdf, StandardCopyOption.ATOMIC_MOVE);
            return new Outcome.Done<>(deck);
        } catch (RefusedException e) {
            return new Outcome.Refused<>(e.why);
        } finally {
            boolean interrupted = Thread.interrupted(); // closing waits
            reader.close();
            Child.delete(work);
            Files.deleteIfExists(whole);
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private Deck make(Converter reader, Path made, Path work)
            throws IOException, InterruptedException, RefusedException {
        FileKind kind = value(reader.kind(file));
        if (kind == FileKind.PPTX) return deck(reader, made, work);
        if (!kind.needsOffice()) throw kind.refused();
        if (office.get().isEmpty()) throw kind.refused();
        if (kind == FileKind.PPT || kind == FileKind.ODP) return foreignDeck(reader, kind, made, work);
        return plain(reader, office(file, kind, "pdf", work), made);
    }

    private Deck deck(Converter reader, Path made, Path work)
            throws IOException, InterruptedException, RefusedException {
        Path own = work.resolve("own.pdf");
        Deck deck = value(reader.makeDeck(file, own, onProgress));
        if (deck.incomplete().stream().anyMatch(Deck.Incomplete::wantsOffice) && office.get().isPresent()) {
            try {
                Path its = office(file, FileKind.PPTX, "pdf", work);
                return value(reader.mergeDeck(own, its, deck, false, made));
            } catch (RefusedException withoutIt) {
                // What could be drawn is better than nothing, and it is said what is missing.
            }
        }
        Files.move(own, made, StandardCopyOption.REPLACE_EXISTING);
        return deck;
    }

    /// The office program's own pages where nothing moves; steps and notes from what it writes as PPTX.
    private Deck foreignDeck(Converter reader, FileKind kind, Path made, Path work)
            throws IOException, InterruptedException, RefusedException {
        Path its = office(file, kind, "pdf", work);
        try {
            Path slides = office(file, kind, "pptx", work);
            Path own = work.resolve("own.pdf");
            if (value(reader.kind(slides)) != FileKind.PPTX) return plain(reader, its, made);
            Deck deck = value(reader.makeDeck(slides, own, onProgress));
            return value(reader.mergeDeck(own, its, deck, true, made));
        } catch (RefusedException withoutSteps) {
            return plain(reader, its, made);
        }
    }

    private Deck plain(Converter reader, Path its, Path made)
            throws IOException, InterruptedException, RefusedException {
        Document document = value(reader.open(its));
        List<Deck.Page> pages = new ArrayList<>();
        for (int i = 0; i < document.pages().size(); i++) pages.add(new Deck.Page(i, 0, false, ""));
        Files.move(its, made, StandardCopyOption.REPLACE_EXISTING);
        onProgress.accept(new Progress(pages.size(), pages.size()));
        return new Deck(document.title(), pages, List.of(), List.of());
    }

    private Path office(Path source, FileKind kind, String to, Path work)
            throws IOException, InterruptedException, RefusedException {
        Path program = office.get().orElseThrow(() -> new RefusedException(Refusal.NEEDS_OFFICE, kind.name()));
        Outcome<Path> outcome = new Office(program).convert(source, kind, to,
                Files.createTempDirectory(work, "office-"));
        return switch (outcome) {
            case Outcome.Done<Path>(var made) -> made;
            case Outcome.Refused<Path>(var why) -> throw new RefusedException(why, "LibreOffice");
        };
    }

    private static <T> T value(CompletableFuture<Outcome<T>> asked) throws InterruptedException, RefusedException {
        try {
            return switch (asked.get()) {
                case Outcome.Done<T>(var value) -> value;
                case Outcome.Refused<T>(var why) -> throw new RefusedException(why, "");
            };
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
