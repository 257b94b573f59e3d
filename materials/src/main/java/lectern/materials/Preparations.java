package lectern.materials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Files that are made into PDFs, one after the other: two decks at once would want twice the memory.
final class Preparations implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Preparations.class.getName());
    private static final long CLOSE_S = 30;

    private final ConverterSettings settings;
    private final Supplier<Optional<Path>> office;
    private final Set<CompletableFuture<Outcome<Deck>>> open = ConcurrentHashMap.newKeySet();
    /// Has no thread before there is a file.
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("preparation").factory());

    Preparations(ConverterSettings settings, Supplier<Optional<Path>> office) {
        this.settings = settings;
        this.office = office;
    }

    CompletableFuture<Outcome<Deck>> prepare(Path file, Path pdf, Consumer<Progress> onProgress) {
        var outcome = new CompletableFuture<Outcome<Deck>>();
        try {
            var preparation = new Preparation(settings, office, file, pdf, onProgress);
            Future<?> work = thread.submit(() -> run(preparation, pdf, outcome));
            open.add(outcome);
            outcome.whenComplete((_, _) -> {
                open.remove(outcome);
                if (outcome.isCancelled()) work.cancel(true);
            });
        } catch (RejectedExecutionException closed) {
            outcome.complete(new Outcome.Refused<>(Refusal.STOPPED));
        }
        return outcome;
    }

    private static void run(Preparation preparation, Path pdf, CompletableFuture<Outcome<Deck>> outcome) {
        try {
            if (!outcome.complete(preparation.run())) Files.deleteIfExists(pdf); // it was cancelled at the last moment
        } catch (InterruptedException e) {
            outcome.complete(new Outcome.Refused<>(Refusal.STOPPED));
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A file could not be prepared.", e);
            outcome.complete(new Outcome.Refused<>(Refusal.STOPPED));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        open.forEach(outcome -> outcome.complete(new Outcome.Refused<>(Refusal.STOPPED)));
        try {
            thread.awaitTermination(CLOSE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
