package lectern.materials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lectern.materials.ConverterCore.Asked;
import lectern.materials.ConverterCore.Cancelled;
import lectern.materials.ConverterCore.Finish;
import lectern.materials.ConverterCore.Gone;
import lectern.materials.ConverterCore.Input;
import lectern.materials.ConverterCore.Kill;
import lectern.materials.ConverterCore.Output;
import lectern.materials.ConverterCore.Report;
import lectern.materials.ConverterCore.Send;
import lectern.materials.ConverterCore.Start;
import org.jspecify.annotations.Nullable;

/// Reads documents and pictures in another process, which is warm before it is needed and is replaced when a file ends it. Every
/// method may be called from any thread and returns at once; cancelling what it returned cancels the request.
public final class Converter implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Converter.class.getName());

    private final ConverterSettings settings;
    private final ConverterCore core;
    private final LinkedBlockingQueue<Mail> inbox = new LinkedBlockingQueue<>();
    private final AtomicLong ids = new AtomicLong();
    private final Thread owner;
    /// The owner's.
    private final Map<Long, Question> questions = new HashMap<>();
    private final Map<Integer, Child> children = new HashMap<>();
    private volatile @Nullable Child newest;
    private volatile boolean closed;
    private final Preparations preparations;

    private sealed interface Mail {}

    private record In(Input input) implements Mail {}

    private record New(long id, Question question) implements Mail {}

    private record Close() implements Mail {}

    /// @param outcome what the asker has in hand
    /// @param settle  called once, at the end, on the converter's thread, with whether it was done and is still wanted
    private record Question(Request request, CompletableFuture<Reply> reply, Future<?> outcome,
            Consumer<Progress> onProgress, Consumer<Boolean> settle) {
        void settle(Answer answer) { settle.accept(!(answer instanceof Answer.Refused) && !outcome.isCancelled()); }
    }

    private record Reply(Answer answer, byte[] body) {}

    private Converter(ConverterSettings settings, Supplier<Optional<Path>> office) {
        this.settings = settings;
        preparations = new Preparations(settings, office);
        core = new ConverterCore(settings.perRequest().toNanos(), settings.start().toNanos());
        owner = Thread.ofPlatform().daemon().name("converter").unstarted(this::run);
    }

    public static Converter start(ConverterSettings settings) {
        return start(settings, Office::installed);
    }

    /// @param office finds LibreOffice, asked each time when it is needed
    static Converter start(ConverterSettings settings, Supplier<Optional<Path>> office) {
        var converter = new Converter(settings, office);
        converter.owner.start();
        return converter;
    }

    /// Makes a PDF of a deck or of another office program's file: in a process of its own, so that pages don't wait for it, one
    /// after the other. Where it ends as anything but done, nothing is left.
    ///
    /// @param pdf        where the PDF goes
    /// @param onProgress in slides; called on threads that only pass on. Files that LibreOffice reads say nothing meanwhile
    public CompletableFuture<Outcome<Deck>> prepare(Path file, Path pdf, Consumer<Progress> onProgress) {
        return preparations.prepare(file.toAbsolutePath(), pdf.toAbsolutePath(), onProgress);
    }

    public CompletableFuture<Outcome<Document>> open(Path file) {
        return ask(new Request.Open(name(file)), (answer, _) -> answer instanceof Document it ? it : null);
    }

    /// @param page  from 0
    /// @param scale pixels per page unit, up to 16; less is used where the picture would have too many pixels
    public CompletableFuture<Outcome<Image>> picture(Path file, int page, double scale) {
        return ask(new Request.PagePicture(name(file), page, scale), Converter::image);
    }

    /// A part of a page's picture, for which no more is painted than is seen in it.
    ///
    /// @param page  from 0
    /// @param scale pixels per page unit, up to 16
    /// @param x     of the part's upper left corner in the whole picture, in pixels
    /// @param y     the same, downwards
    public CompletableFuture<Outcome<Image>> tile(Path file, int page, double scale, int x, int y, int width,
            int height) {
        return ask(new Request.PageTile(name(file), page, scale, x, y, width, height), Converter::image);
    }

    /// A picture that is a file: upright, at most 4,096 pixels a side.
    public CompletableFuture<Outcome<Image>> picture(Path file) {
        return ask(new Request.Picture(name(file)), Converter::image);
    }

    /// @param page from 0
    public CompletableFuture<Outcome<PageText>> text(Path file, int page) {
        return ask(new Request.TextOf(name(file), page), (answer, _) -> answer instanceof PageText it ? it : null);
    }

    /// @param page from 0
    public CompletableFuture<Outcome<PageLinks>> links(Path file, int page) {
        return ask(new Request.LinksOf(name(file), page), (answer, _) -> answer instanceof PageLinks it ? it : null);
    }

    /// Writes a PDF: pages of documents, with their vectors, text and links, and other PDFs' pages over them. It is there when it is
    /// whole, and what was there before stays until then.
    ///
    /// @param onProgress called on the converter's thread: it only passes on
    public CompletableFuture<Outcome<Path>> stamp(List<StampPage> pages, Path out, Consumer<Progress> onProgress) {
        Path target = out.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createFile(temporary);
        } catch (IOException e) {
            return CompletableFuture.completedFuture(new Outcome.Refused<>(Refusal.NOT_THERE));
        }
        var sheets = pages.stream()
                .map(page -> new Request.Sheet(page.document() == null ? null : name(page.document()), page.page(),
                        page.x(), page.y(), page.width(), page.height(),
                        page.overlay() == null ? null : name(page.overlay()), page.overlayPage()))
                .toList();
        var inPlace = new AtomicBoolean();
        return ask(new Request.Stamp(temporary.toString(), sheets), (_, _) -> inPlace.get() ? target : null, onProgress,
                good -> inPlace.set(settle(temporary, target, good)));
    }

    private static boolean settle(Path temporary, Path target, boolean good) {
        try {
            if (good) Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            return good;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, target.getFileName() + " could not be put in its place.", e);
            return false;
        } finally {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, temporary + " is left over.", e);
            }
        }
    }

    CompletableFuture<Outcome<FileKind>> kind(Path file) {
        return ask(new Request.KindOf(name(file)), (answer, _) -> answer instanceof Answer.Kind it ? it.kind() : null);
    }

    CompletableFuture<Outcome<Deck>> makeDeck(Path file, Path pdf, Consumer<Progress> onProgress) {
        return ask(new Request.MakeDeck(name(file), name(pdf)), Converter::deck, onProgress, _ -> {});
    }

    CompletableFuture<Outcome<Deck>> mergeDeck(Path own, Path office, Deck deck, boolean all, Path pdf) {
        return ask(new Request.MergeDeck(name(own), name(office), deck, all, name(pdf)), Converter::deck);
    }

    /// The process that reads now, for those who measure it.
    public OptionalLong childPid() {
        Child child = newest;
        return child == null ? OptionalLong.empty() : OptionalLong.of(child.pid());
    }

    /// Ends the child and returns when it is gone. What was asked and not answered is refused.
    @Override
    public void close() {
        closed = true;
        preparations.close();
        inbox.add(new Close());
        try {
            owner.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String name(Path file) { return file.toAbsolutePath().toString(); }

    private static @Nullable Image image(Answer answer, byte[] body) {
        return answer instanceof Answer.Pixels it ? new Image(it.width(), it.height(), body) : null;
    }

    private static @Nullable Deck deck(Answer answer, byte[] body) { return answer instanceof Deck it ? it : null; }

    private <T> CompletableFuture<Outcome<T>> ask(Request request, BiFunction<Answer, byte[], @Nullable T> as) {
        return ask(request, as, _ -> {}, _ -> {});
    }

    /// @param onProgress called on the converter's thread: it only passes on
    private <T> CompletableFuture<Outcome<T>> ask(Request request, BiFunction<Answer, byte[], @Nullable T> as,
            Consumer<Progress> onProgress, Consumer<Boolean> settle) {
        long id = ids.incrementAndGet();
        var reply = new CompletableFuture<Reply>();
        var outcome = reply.<Outcome<T>>thenApply(it -> {
            if (it.answer() instanceof Answer.Refused refused) return new Outcome.Refused<>(refused.why());
            T value = as.apply(it.answer(), it.body());
            return value == null ? new Outcome.Refused<>(Refusal.STOPPED) : new Outcome.Done<>(value);
        });
        outcome.whenComplete((_, _) -> {
            if (outcome.isCancelled()) inbox.add(new In(new Cancelled(id)));
        });
        inbox.add(new New(id, new Question(request, reply, outcome, onProgress, settle)));
        if (closed) reply.complete(refused());
        return outcome;
    }

    private void run() {
        try {
            act(core.begin(System.nanoTime()));
            while (true) {
                Long deadline = core.nextDeadlineNs();
                Mail mail = deadline == null
                        ? inbox.take()
                        : inbox.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                long nowNs = System.nanoTime();
                switch (mail) {
                    case null -> act(core.onTimeout(nowNs));
                    case In(var input) -> take(input, nowNs);
                    case New(var id, var question) -> {
                        questions.put(id, question);
                        take(new Asked(id, question.request()), nowNs);
                    }
                    case Close() -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void take(Input input, long nowNs) {
        if (input instanceof Gone gone) {
            children.remove(gone.child());
            LOG.log(System.Logger.Level.INFO, "Reading process " + gone.child() + " ended: " + gone.exit() + ".");
        }
        act(core.handle(input, nowNs));
        act(core.onTimeout(nowNs));
    }

    private void act(List<Output> outputs) {
        for (Output output : outputs) switch (output) {
            case Start(var number) -> start(number);
            case Send(var number, var request) -> send(number, request);
            case Kill(var number) -> {
                Child child = children.get(number);
                if (child != null) child.kill();
            }
            case Report(var id, var progress) -> {
                Question question = questions.get(id);
                if (question != null && !question.outcome().isCancelled()) question.onProgress().accept(progress);
            }
            case Finish finish -> finish(finish);
        }
    }

    private void start(int number) {
        try {
            Child child = Child.start(number, settings, input -> inbox.add(new In(input)));
            children.put(number, child);
            newest = child;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "No reading process could be started.", e);
            inbox.add(new In(new Gone(number, -1)));
        }
    }

    private void send(int number, Request request) {
        Child child = children.get(number);
        if (child == null) return;
        try {
            child.send(request);
        } catch (IOException dying) {
            child.kill(); // its listener says so when it is gone
        }
    }

    private void finish(Finish finish) {
        Question question = questions.remove(finish.id());
        if (question == null) return;
        if (finish.answer() instanceof Answer.Refused refused)
            LOG.log(System.Logger.Level.DEBUG, () -> Path.of(question.request().file()).getFileName() + " was refused: "
                    + refused.why() + " (" + refused.detail() + ")");
        question.settle(finish.answer());
        // Elsewhere, so that what hangs on it can't hold up the converter.
        question.reply().completeAsync(() -> new Reply(finish.answer(), finish.body()));
    }

    private void end() {
        children.values().forEach(Child::kill);
        try {
            for (Child child : children.values()) child.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        newest = null;
        for (Mail mail : inbox) if (mail instanceof New it) questions.put(it.id(), it.question());
        for (Question question : questions.values()) {
            question.settle(refused().answer());
            question.reply().complete(refused());
        }
    }

    private static Reply refused() {
        return new Reply(new Answer.Refused(Refusal.STOPPED, "the converter is closed"), new byte[0]);
    }
}
