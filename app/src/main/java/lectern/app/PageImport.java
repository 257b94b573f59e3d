package lectern.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import lectern.materials.Converter;
import lectern.materials.Document;
import lectern.materials.Image;
import lectern.materials.Outcome;
import lectern.materials.Refusal;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.resources.Phrase;
import lectern.resources.Words;
import lectern.ui.model.BoardModel;
import lectern.ui.model.ClassModel;
import lectern.ui.model.Notices;
import lectern.ui.model.Prepared;
import lectern.ui.model.Task;
import org.jspecify.annotations.Nullable;

/// Makes board pages of pictures and PDFs, beside the class: the first page is shown as soon as it is there, the rest
/// follows. Called on the JavaFX thread; waits for the reading process on a worker.
final class PageImport {
    private static final System.Logger LOG = System.getLogger(PageImport.class.getName());
    private static final int ANSWER_SECONDS = 60;
    private static final int LONGEST = 1600;
    /// A page is sharp at 200 %, and its picture has at most so many pixels a side however large the page is.
    private static final double PIXELS_PER_UNIT = 2;
    private static final int PAGE_PIXELS = 2_400;
    /// More than that is a book, not a lesson: a board has few thousand pages in all.
    private static final int MOST_PAGES = 500;

    private final ClassModel model;
    private final ClassFiles files;
    private final Converter converter;
    private final Executor fx;
    private final Executor workers;
    private final Supplier<Words> words;

    PageImport(ClassModel model, ClassFiles files, Converter converter, Executor fx, Executor workers,
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
        String name = chosen.size() == 1
                ? chosen.getFirst().file().getFileName().toString()
                : chosen.size() + "";
        var work = new Work(after);
        var task = new Task(Notices.importing(name), work::cancel);
        model.tasks.running.add(task);
        CompletableFuture.runAsync(() -> work.read(chosen, task), workers).whenCompleteAsync((_, bug) -> {
            model.tasks.running.remove(task);
            if (bug != null) LOG.log(System.Logger.Level.ERROR, "An import failed.", bug);
            onAdded.accept(List.copyOf(work.pages));
        }, fx);
    }

    /// One import. On its worker, but for [#cancel].
    private final class Work {
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private @Nullable PageId after;
        private boolean turned;
        private final List<PageId> pages = Collections.synchronizedList(new ArrayList<>());
        private volatile @Nullable CompletableFuture<?> reading;

        Work(@Nullable PageId after) { this.after = after; }

        void read(List<Prepared> chosen, Task task) {
            for (Prepared one : chosen) {
                Path file = one.file();
                String name = file.getFileName().toString();
                try {
                    if (name.toLowerCase(Locale.ROOT).endsWith(".pdf")) document(one, name, task);
                    else picture(one, name);
                } catch (CancellationException e) {
                    return;
                } catch (RefusedException e) {
                    tell(name, words.get().text(reason(e.why)));
                } catch (IOException | RuntimeException e) {
                    LOG.log(System.Logger.Level.WARNING, "The import of " + name + " failed.", e);
                    tell(name, why(e));
                }
            }
        }

        private void document(Prepared one, String name, Task task) throws IOException, RefusedException {
            Path file = one.file();
            Document opened = read(converter.open(file));
            int pages = opened.pages().size();
            if (pages > MOST_PAGES) throw new RefusedException(Refusal.TOO_MANY_PAGES);
            for (int i = 0; i < pages; i++) {
                progress(task, (double) i / pages);
                if (one.use(i) == Prepared.Use.LEFT_OUT) continue;
                Document.Page page = opened.pages().get(i);
                double scale = Math.min(PIXELS_PER_UNIT, PAGE_PIXELS / Math.max(page.width(), page.height()));
                Image picture = read(converter.picture(file, i, scale));
                add(name, new Ground.Picture(upload(picture.bytes())), page.width(), page.height(),
                        one.use(i) == Prepared.Use.HIDDEN);
            }
        }

        private void picture(Prepared one, String name) throws RefusedException {
            Image picture = read(converter.picture(one.file()));
            double scale = (double) LONGEST / Math.max(picture.width(), picture.height());
            add(name, new Ground.Picture(upload(picture.bytes())), Math.max(10, picture.width() * scale),
                    Math.max(10, picture.height() * scale), one.use(0) == Prepared.Use.HIDDEN);
        }

        /// The reading process has its own limit of time; a cancelled import doesn't wait for it.
        private <T> T read(CompletableFuture<Outcome<T>> asked) throws RefusedException {
            reading = asked;
            if (cancelled.get()) asked.cancel(false);
            return switch (asked.join()) {
                case Outcome.Done<T>(var value) -> value;
                case Outcome.Refused<T>(var why) -> throw new RefusedException(why);
            };
        }

        void cancel() {
            cancelled.set(true);
            var waiting = reading;
            if (waiting != null) waiting.cancel(false);
        }

        private AssetId upload(byte[] bytes) {
            if (cancelled.get()) throw new CancellationException();
            return files.upload(bytes).toCompletableFuture().orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
        }

        /// Waits until the page is on the board, since the next one comes behind it.
        private void add(String name, Ground ground, double width, double height, boolean hidden) {
            if (cancelled.get()) throw new CancellationException();
            var added = new CompletableFuture<PageId>();
            fx.execute(() -> {
                expect(ground, added);
                model.board.say(new BoardMessage.AddPages(after,
                        List.of(new NewPage(title(name), ground, width, height, hidden))));
            });
            PageId page = added.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
            after = page;
            pages.add(page);
            if (hidden) return;
            if (!turned) fx.execute(() -> model.board.turnTo(page));
            turned = true;
        }

        private void progress(Task task, double fraction) {
            if (cancelled.get()) throw new CancellationException();
            fx.execute(() -> task.fraction.set(fraction));
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

    private static Phrase reason(Refusal why) {
        return switch (why) {
            case BROKEN -> Notices.FILE_BROKEN;
            case ENCRYPTED -> Notices.FILE_ENCRYPTED;
            case TOO_MANY_PAGES -> Notices.FILE_TOO_LONG;
            case PAGE_TOO_LARGE -> Notices.FILE_PAGE_TOO_LARGE;
            case TOO_SLOW -> Notices.FILE_TOO_SLOW;
            case TOO_MUCH_MEMORY, TOO_LARGE, UNPACKS_TOO_LARGE -> Notices.FILE_TOO_HEAVY;
            case OTHER_KIND, NEEDS_OFFICE, HEIC -> Notices.FILE_UNREADABLE_KIND;
            case EMPTY -> Notices.FILE_EMPTY;
            case NOT_THERE -> Notices.FILE_GONE;
            case STOPPED -> Notices.FILE_NOT_READ;
        };
    }

    /// Ends the import of one file.
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        final Refusal why;

        RefusedException(Refusal why) {
            super(why.words());
            this.why = why;
        }
    }
}
