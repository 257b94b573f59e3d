package lectern.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.util.Subscription;
import lectern.print.Pdf;
import lectern.print.Png;
import lectern.print.PrintedPage;
import lectern.print.Svg;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.PageId;
import lectern.ui.model.BoardListener;
import lectern.ui.model.BoardModel;
import lectern.ui.model.ClassModel;
import lectern.ui.model.ExportFormat;
import lectern.ui.model.Notices;
import lectern.ui.model.Task;
import lectern.whiteboard.Edit;
import org.jspecify.annotations.Nullable;

/// Writes pages of the board to files, beside the class. Called on the JavaFX thread; writes on a worker. A file appears
/// when it is whole, and not at all when the work was cancelled or failed.
final class PageExport {
    private static final System.Logger LOG = System.getLogger(PageExport.class.getName());
    private static final int LOAD_SECONDS = 60;
    private static final int FILE_SECONDS = 60;

    private final ClassModel model;
    private final ClassFiles files;
    private final Executor fx;
    private final Executor workers;

    PageExport(ClassModel model, ClassFiles files, Executor fx, Executor workers) {
        this.model = model;
        this.files = files;
        this.fx = fx;
        this.workers = workers;
    }

    /// @param target a file; a folder where there are more pages than the format holds in one
    void start(ExportFormat format, List<PageId> pages, Path target) {
        var cancelled = new AtomicBoolean();
        var loading = loaded(pages);
        var task = new Task(Notices.exporting(target.getFileName().toString()), () -> {
            cancelled.set(true);
            loading.cancel(false);
        });
        model.tasks.running.add(task);
        loading.thenApplyAsync(printed -> write(format, printed, target, task, cancelled), workers)
                .whenCompleteAsync((written, failure) -> {
                    model.tasks.running.remove(task);
                    if (cancelled.get()) return;
                    if (failure != null) {
                        LOG.log(System.Logger.Level.WARNING, "The export to " + target + " failed.", failure);
                        model.toasts.add(Notices.exportFailed(Trouble.words(failure)));
                    } else
                        if (written)
                            model.toasts.add(Notices.exported(target.getFileName().toString(),
                                    () -> show(Files.isDirectory(target) ? target : folder(target))));
                }, fx);
    }

    /// Opens the pages that aren't open, and waits until all that is on them is here.
    private CompletableFuture<List<PrintedPage>> loaded(List<PageId> pages) {
        BoardModel board = model.board;
        var result = new CompletableFuture<List<PrintedPage>>();
        Subscription held = board.hold(new HashSet<>(pages));
        Runnable look = () -> {
            if (result.isDone() || !pages.stream().allMatch(board::isLoaded)) return;
            result.complete(board.pages.stream().filter(page -> pages.contains(page.id()))
                    .map(page -> new PrintedPage(page, board.sheet(page.id()).shapes())).toList());
        };
        Subscription listening = board.listen(new BoardListener() {
            @Override
            public void edited(PageId page, List<Edit> edits) { look.run(); }

            @Override
            public void replaced(PageId page) { look.run(); }
        });
        look.run();
        return result.orTimeout(LOAD_SECONDS, TimeUnit.SECONDS)
                .whenComplete((_, _) -> fx.execute(() -> {
                    listening.unsubscribe();
                    held.unsubscribe();
                }));
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

    private boolean write(ExportFormat format, List<PrintedPage> pages, Path target, Task task,
            AtomicBoolean cancelled) {
        try {
            var assets = new Fetched();
            if (format.holdsManyPages() || pages.size() == 1)
                return whole(target, out -> write(format, pages, assets, out, task, cancelled));
            Files.createDirectories(target);
            for (int i = 0; i < pages.size(); i++) {
                if (cancelled.get()) return false;
                progress(task, i, pages.size());
                var page = List.of(pages.get(i));
                whole(target.resolve(name(i, pages.get(i), format)),
                        out -> write(format, page, assets, out, task, cancelled));
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean write(ExportFormat format, List<PrintedPage> pages, Fetched assets, OutputStream out, Task task,
            AtomicBoolean cancelled) throws IOException {
        switch (format) {
            case PDF -> {
                return Pdf.write(pages, assets::find, out, page -> {
                    progress(task, page, pages.size());
                    return !cancelled.get();
                });
            }
            case PNG -> Png.write(pages.getFirst(), assets::find, out);
            case SVG -> out.write(Svg.of(pages.getFirst(), assets::find).getBytes(StandardCharsets.UTF_8));
        }
        return !cancelled.get();
    }

    private interface Writing {
        boolean to(OutputStream out) throws IOException;
    }

    private static boolean whole(Path target, Writing writing) throws IOException {
        Path draft = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            boolean written;
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                written = writing.to(out);
            }
            if (written) Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void progress(Task task, int done, int all) { fx.execute(() -> task.fraction.set((double) done / all)); }

    private static String name(int number, PrintedPage page, ExportFormat format) {
        String title = page.page().title().replaceAll("[^\\p{L}\\p{N} _-]", "").strip();
        return String.format("%03d%s.%s", number + 1, title.isEmpty() ? "" : " " + title, format.ending());
    }

    /// The files that the pages show, each fetched once.
    private final class Fetched {
        private final Map<AssetId, byte @Nullable []> known = new HashMap<>();

        byte @Nullable [] find(AssetId asset) {
            if (!known.containsKey(asset)) known.put(asset, fetch(asset));
            return known.get(asset);
        }

        private byte @Nullable [] fetch(AssetId asset) {
            try {
                return files.asset(asset).toCompletableFuture().get(FILE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            } catch (ExecutionException | TimeoutException e) {
                LOG.log(System.Logger.Level.WARNING, "{0} can't be had for the export: {1}", asset, e.getMessage());
                return null;
            }
        }
    }
}
