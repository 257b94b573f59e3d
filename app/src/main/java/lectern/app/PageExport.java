package lectern.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import lectern.materials.Converter;
import lectern.protocol.board.PageId;
import lectern.resources.Phrase;
import lectern.resources.Words;
import lectern.ui.model.ClassModel;
import lectern.ui.model.ExportFormat;
import lectern.ui.model.Notices;
import lectern.ui.model.Task;
import org.jspecify.annotations.Nullable;

/// Writes pages of the board to files, beside the class. Called on the JavaFX thread; writes on a worker. A file appears
/// when it is whole, and not at all when the work was cancelled or failed.
final class PageExport {
    private static final System.Logger LOG = System.getLogger(PageExport.class.getName());

    private final ClassModel model;
    private final ClassFiles files;
    private final Supplier<Converter> converter;
    private final Executor fx;
    private final Executor workers;
    private final Supplier<Words> words;

    PageExport(ClassModel model, ClassFiles files, Supplier<Converter> converter, Executor fx, Executor workers,
            Supplier<Words> words) {
        this.model = model;
        this.files = files;
        this.converter = converter;
        this.fx = fx;
        this.workers = workers;
        this.words = words;
    }

    /// @param target a file; a folder where there are more pages than the format holds in one
    void start(ExportFormat format, List<PageId> pages, Path target) {
        var telling = new Telling();
        var work = new ExportWork(files, converter, model.board.moderates(), telling);
        var loading = new PageLoading(model.board, pages);
        var task = new Task(Notices.exporting(target.getFileName().toString()), () -> {
            work.cancel();
            loading.cancel();
        });
        telling.task = task;
        model.tasks.running.add(task);
        loading.start().thenApplyAsync(printed -> {
            try {
                work.write(format, printed, target);
                return target;
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        }, workers).whenCompleteAsync((_, failure) -> {
            model.tasks.running.remove(task);
            ended(target, failure);
        }, fx);
    }

    private void ended(Path target, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        if (cause instanceof CancellationException) return;
        if (cause == null) {
            model.toasts.add(Notices.exported(target.getFileName().toString(),
                    () -> show(Files.isDirectory(target) ? target : folder(target))));
            return;
        }
        LOG.log(System.Logger.Level.WARNING, "The export to " + target + " failed.", cause);
        model.toasts.add(Notices.exportFailed(cause instanceof ExportWork.RefusedException refused
                ? words.get().text(MaterialWords.of(refused.why))
                : Trouble.words(cause)));
    }

    private static void show(Path folder) {
        try {
            FolderWindow.open(folder);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "{0} can''t be shown: {1}", folder, e.getMessage());
        }
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private final class Telling implements ExportWork.Listener {
        private @Nullable Task task;

        @Override
        public void step(Phrase step, double fraction) {
            fx.execute(() -> {
                if (task == null) return;
                task.step.set(step);
                task.fraction.set(fraction);
            });
        }
    }
}
