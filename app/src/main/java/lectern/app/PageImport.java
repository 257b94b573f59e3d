package lectern.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javax.imageio.ImageIO;
import lectern.print.PdfPages;
import lectern.print.PrintException;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.resources.Phrase;
import lectern.resources.Words;
import lectern.ui.model.BoardModel;
import lectern.ui.model.ClassModel;
import lectern.ui.model.Notices;
import lectern.ui.model.Task;
import org.jspecify.annotations.Nullable;

/// Makes board pages of pictures and PDFs, beside the class: the first page is shown as soon as it is there, the rest
/// follows. Called on the JavaFX thread; reads on a worker.
final class PageImport {
    private static final System.Logger LOG = System.getLogger(PageImport.class.getName());
    private static final int ANSWER_SECONDS = 60;
    private static final int LONGEST = 1600;

    private final ClassModel model;
    private final ClassFiles files;
    private final Executor fx;
    private final Executor workers;
    private final Supplier<Words> words;

    PageImport(ClassModel model, ClassFiles files, Executor fx, Executor workers, Supplier<Words> words) {
        this.model = model;
        this.files = files;
        this.fx = fx;
        this.workers = workers;
        this.words = words;
    }

    void start(List<Path> chosen) {
        var cancelled = new AtomicBoolean();
        String name = chosen.size() == 1 ? chosen.getFirst().getFileName().toString() : chosen.size() + "";
        var task = new Task(Notices.importing(name), () -> cancelled.set(true));
        model.tasks.running.add(task);
        var after = model.board.viewed.get();
        CompletableFuture.runAsync(
                () -> new Work(task, cancelled, after == null ? null : after.id()).read(chosen), workers)
                .whenCompleteAsync((_, bug) -> {
                    model.tasks.running.remove(task);
                    if (bug != null) LOG.log(System.Logger.Level.ERROR, "An import failed.", bug);
                }, fx);
    }

    /// One import. On its worker.
    private final class Work {
        private final Task task;
        private final AtomicBoolean cancelled;
        private @Nullable PageId after;
        private boolean turned;

        Work(Task task, AtomicBoolean cancelled, @Nullable PageId after) {
            this.task = task;
            this.cancelled = cancelled;
            this.after = after;
        }

        void read(List<Path> chosen) {
            for (Path file : chosen) {
                String name = file.getFileName().toString();
                try {
                    if (name.toLowerCase(Locale.ROOT).endsWith(".pdf")) document(file, name);
                    else picture(file, name);
                } catch (CancellationException e) {
                    return;
                } catch (PrintException e) {
                    tell(name, words.get().text(reason(e)));
                } catch (IOException | RuntimeException e) {
                    LOG.log(System.Logger.Level.WARNING, "The import of " + name + " failed.", e);
                    tell(name, why(e));
                }
            }
        }

        private void document(Path file, String name) throws IOException, PrintException {
            try (var pages = PdfPages.open(file)) {
                AssetId document = null;
                if (Files.size(file) <= BoardLimits.ASSET_BYTES) document = upload(Files.readAllBytes(file));
                for (int i = 0; i < pages.count(); i++) {
                    progress(i, pages.count());
                    var picture = pages.picture(i);
                    AssetId shown = upload(picture.bytes());
                    add(name, new Ground.Picture(shown, document, i), picture.width(), picture.height());
                }
            }
        }

        private void picture(Path file, String name) throws IOException, PrintException {
            if (Files.size(file) > BoardLimits.ASSET_BYTES)
                throw new PrintException(PrintException.Why.TOO_LARGE, "The picture is too large.");
            byte[] bytes = Files.readAllBytes(file);
            progress(0, 1);
            double width;
            double height;
            try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
                var readers = ImageIO.getImageReaders(in);
                if (!readers.hasNext()) throw new PrintException(PrintException.Why.BROKEN, "That is no picture.");
                var reader = readers.next();
                try {
                    reader.setInput(in);
                    width = reader.getWidth(0);
                    height = reader.getHeight(0);
                } finally {
                    reader.dispose();
                }
            }
            double scale = LONGEST / Math.max(width, height);
            AssetId shown = upload(bytes);
            add(name, new Ground.Picture(shown, null, 0), Math.max(10, width * scale), Math.max(10, height * scale));
        }

        private AssetId upload(byte[] bytes) {
            if (cancelled.get()) throw new CancellationException();
            return files.upload(bytes).toCompletableFuture().orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
        }

        /// Waits until the page is on the board, since the next one comes behind it.
        private void add(String name, Ground ground, double width, double height) {
            if (cancelled.get()) throw new CancellationException();
            var added = new CompletableFuture<PageId>();
            fx.execute(() -> {
                expect(ground, added);
                model.board.say(new BoardMessage.AddPage(after, title(name), ground, width, height, null));
            });
            PageId page = added.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
            after = page;
            if (!turned) fx.execute(() -> model.board.turnTo(page));
            turned = true;
        }

        private void progress(int done, int all) {
            if (cancelled.get()) throw new CancellationException();
            fx.execute(() -> task.fraction.set((double) done / all));
        }
    }

    /// Completes with the page of that ground that comes to the board from now on.
    private void expect(Ground ground, CompletableFuture<PageId> added) {
        BoardModel board = model.board;
        var before = board.pages.stream().map(Page::id).toList();
        ListChangeListener<Page> listener = _ -> board.pages.stream()
                .filter(page -> page.ground().equals(ground) && !before.contains(page.id())).findFirst()
                .ifPresent(page -> added.complete(page.id()));
        board.pages.addListener(listener);
        added.whenComplete((_, _) -> fx.execute(() -> board.pages.removeListener(listener)));
    }

    private void tell(String name, String why) {
        fx.execute(() -> model.toasts.add(Notices.importFailed(name, why)));
    }

    /// What [ClassFiles] says of a refused file is in words already.
    private static String why(Exception e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof IllegalStateException && cause.getMessage() != null
                ? cause.getMessage()
                : Trouble.words(e);
    }

    private static String title(String name) {
        int dot = name.lastIndexOf('.');
        String title = dot > 0 ? name.substring(0, dot) : name;
        return title.length() > BoardLimits.PAGE_TITLE_CHARS ? title.substring(0, BoardLimits.PAGE_TITLE_CHARS) : title;
    }

    private static Phrase reason(PrintException e) {
        return switch (e.why()) {
            case BROKEN -> Notices.FILE_BROKEN;
            case ENCRYPTED -> Notices.FILE_ENCRYPTED;
            case TOO_LARGE -> Notices.FILE_TOO_LONG;
            case NO_PAGES -> Notices.FILE_EMPTY;
        };
    }
}
