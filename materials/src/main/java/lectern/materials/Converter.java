package lectern.materials;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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

    private sealed interface Mail {}

    private record In(Input input) implements Mail {}

    private record New(long id, Question question) implements Mail {}

    private record Close() implements Mail {}

    private record Question(Request request, CompletableFuture<Reply> reply, Consumer<Progress> onProgress) {}

    private record Reply(Answer answer, byte[] body) {}

    private Converter(ConverterSettings settings) {
        this.settings = settings;
        core = new ConverterCore(settings.perRequest().toNanos(), settings.start().toNanos());
        owner = Thread.ofPlatform().daemon().name("converter").unstarted(this::run);
    }

    public static Converter start(ConverterSettings settings) {
        var converter = new Converter(settings);
        converter.owner.start();
        return converter;
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

    /// The process that reads now, for those who measure it.
    public OptionalLong childPid() {
        Child child = newest;
        return child == null ? OptionalLong.empty() : OptionalLong.of(child.pid());
    }

    /// Ends the child and returns when it is gone. What was asked and not answered is refused.
    @Override
    public void close() {
        closed = true;
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

    private <T> CompletableFuture<Outcome<T>> ask(Request request, BiFunction<Answer, byte[], @Nullable T> as) {
        return ask(request, as, _ -> {});
    }

    /// @param onProgress called on the converter's thread: it only passes on
    private <T> CompletableFuture<Outcome<T>> ask(Request request, BiFunction<Answer, byte[], @Nullable T> as,
            Consumer<Progress> onProgress) {
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
        inbox.add(new New(id, new Question(request, reply, onProgress)));
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
        if (input instanceof Cancelled(var id)) questions.remove(id);
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
                if (question != null) question.onProgress().accept(progress);
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
        questions.values().forEach(question -> question.reply().complete(refused()));
    }

    private static Reply refused() {
        return new Reply(new Answer.Refused(Refusal.STOPPED, "the converter is closed"), new byte[0]);
    }
}
