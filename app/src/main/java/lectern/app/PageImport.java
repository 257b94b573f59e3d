package lectern.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lectern.materials.Converter;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.PageId;
import lectern.protocol.material.Outline;
import lectern.resources.Phrase;
import lectern.resources.Words;
import lectern.ui.model.ClassModel;
import lectern.ui.model.Notices;
import lectern.ui.model.Prepared;
import lectern.ui.model.Task;
import lectern.ui.model.Toast;
import org.jspecify.annotations.Nullable;

/// Makes board pages of documents, pictures and clips, beside the class: the first page is shown as soon as it is there, the rest
/// follows. Called on the JavaFX thread; works on a worker.
final class PageImport {
    private static final System.Logger LOG = System.getLogger(PageImport.class.getName());

    private final ClassModel model;
    private final ClassFiles files;
    private final Supplier<Converter> converter;
    private final Executor fx;
    private final Executor workers;
    private final Supplier<Words> words;

    PageImport(ClassModel model, ClassFiles files, Supplier<Converter> converter, Executor fx, Executor workers,
            Supplier<Words> words) {
        this.model = model;
        this.files = files;
        this.converter = converter;
        this.fx = fx;
        this.workers = workers;
        this.words = words;
    }

    /// @param behind null for the viewed page
    void start(List<Path> chosen, @Nullable PageId behind) {
        var viewed = model.board.viewed.get();
        start(chosen.stream().map(Prepared::whole).toList(), behind != null || viewed == null ? behind : viewed.id(),
                _ -> {});
    }

    /// @param onAdded told on the JavaFX thread which pages came, as many as did
    void start(List<Prepared> chosen, @Nullable PageId after, Consumer<List<PageId>> onAdded) {
        if (chosen.isEmpty()) return;
        String name = chosen.size() == 1 ? chosen.getFirst().file().getFileName().toString() : chosen.size() + "";
        var telling = new Telling();
        var work = new ImportWork(files, converter, new BoardPages(model.board, fx), words, telling, after,
                BoardLimits.PAGES - model.board.pages.size());
        var task = new Task(Notices.importing(name), work::cancel);
        telling.task = task;
        model.tasks.running.add(task);
        CompletableFuture.supplyAsync(() -> work.run(chosen), workers).whenCompleteAsync((added, bug) -> {
            model.tasks.running.remove(task);
            if (bug != null) LOG.log(System.Logger.Level.ERROR, "An import failed.", bug);
            onAdded.accept(added == null ? List.of() : added);
        }, fx);
    }

    private final class Telling implements ImportWork.Listener {
        private @Nullable Task task;

        @Override
        public void tell(Toast toast) { fx.execute(() -> model.toasts.add(toast)); }

        @Override
        public void step(Phrase step, double fraction) {
            fx.execute(() -> {
                if (task == null) return;
                task.step.set(step);
                task.fraction.set(fraction);
            });
        }

        @Override
        public void opened(AssetId document, Outline outline) {
            fx.execute(() -> model.materials.outlines.put(document, outline));
        }
    }
}
