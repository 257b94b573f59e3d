package lectern.ui.board;

import java.io.ByteArrayInputStream;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.image.Image;
import javafx.util.Duration;
import javafx.util.Subscription;
import lectern.protocol.board.Ground;
import lectern.protocol.material.Tiling;
import lectern.ui.model.BoardFiles;
import org.jspecify.annotations.Nullable;

/// The pictures of documents' pages, each in the resolutions that are looked at: fetched as [PictureQueue] says, decoded on
/// threads of their own, kept in the room that all pictures of the board share. JavaFX thread; lives as long as the program.
final class PagePictures {
    private static final System.Logger LOG = System.getLogger(PagePictures.class.getName());
    private static final int DECODERS = 2;
    /// One broken line in a while isn't worth a word.
    private static final int TOLD_FAILURES = 2;

    private final BoardFiles files;
    private final Executor fx;
    private final PictureRoom<Image> room;
    private final PictureQueue queue = new PictureQueue();
    private final Map<Cut, CompletableFuture<?>> coming = new HashMap<>();
    private final Map<Cut, String> reasons = new HashMap<>();
    private final List<Consumer<Cut>> listeners = new ArrayList<>();
    private final Executor decoders = Executors.newFixedThreadPool(DECODERS,
            Thread.ofPlatform().daemon().name("page-pictures-", 0).factory());
    private @Nullable PauseTransition again;
    private double density = 1;

    PagePictures(BoardFiles files, Executor fx, PictureRoom<Image> room) {
        this.files = files;
        this.fx = fx;
        this.room = room;
    }

    /// The screen's own pixels for one of JavaFX's.
    double density() { return density; }

    void density(double next) { density = next; }

    /// Null while it isn't there. Looking doesn't ask for it.
    @Nullable
    Image image(Cut cut) { return room.get(cut); }

    boolean has(Cut cut) { return room.has(cut); }

    /// All that a viewer (who is that?) shows or may show next; what it wanted before and isn't among them is given up.
    void want(Object viewer, List<Wish> wishes) {
        queue.want(viewer, wishes);
        room.hold(viewer, wishes.stream().filter(wish -> wish.rank() != Wish.Rank.NEAR).map(Wish::cut)
                .collect(Collectors.toUnmodifiableSet()));
        proceed();
    }

    /// Whether something of the page can be shown, in whatever resolution.
    boolean hasAny(Ground.Document ground) { return room.hasAny(key -> key instanceof Cut cut && cut.isOf(ground)); }

    /// Why none of these come, in words; null while they may.
    @Nullable
    String reason(List<Cut> cuts) {
        for (var cut : cuts) if (queue.failures(cut) >= TOLD_FAILURES) return reasons.getOrDefault(cut, "");
        return null;
    }

    /// The person doesn't want to wait.
    void tryAgain() {
        queue.again();
        proceed();
    }

    /// Called when a picture came that was asked for, or failed to.
    /// @return how to take it off again
    Subscription onChange(Consumer<Cut> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void proceed() {
        for (var order : queue.orders(room::has, nowMs())) switch (order) {
            case PictureQueue.Order.Ask(var cut) -> ask(cut);
            case PictureQueue.Order.GiveUp(var cut) -> {
                var given = coming.remove(cut);
                if (given != null) given.cancel(false);
            }
        }
        reasons.keySet().removeIf(cut -> queue.failures(cut) == 0);
        long deadlineMs = queue.nextDeadlineMs();
        if (deadlineMs == Long.MAX_VALUE) return;
        if (again == null) again = new PauseTransition();
        again.setDuration(Duration.millis(Math.max(1, deadlineMs - nowMs())));
        again.setOnFinished(_ -> proceed());
        again.playFromStart();
    }

    private void ask(Cut cut) {
        CompletionStage<byte[]> bytes = cut.whole()
                ? files.picture(cut.document(), cut.number(), cut.level())
                : files.picture(cut.document(), cut.number(), cut.level(), cut.column(), cut.row());
        var asked = bytes.toCompletableFuture();
        coming.put(cut, asked);
        asked.thenApplyAsync(PagePictures::decode, decoders)
                .whenComplete((image, failure) -> fx.execute(() -> ended(cut, asked, image, failure)));
    }

    private static Image decode(byte[] bytes) {
        var size = PictureSize.of(bytes);
        if (size == null || Math.max(size.width(), size.height()) > Tiling.WHOLE)
            throw new IllegalArgumentException("no picture of a page");
        var image = new Image(new ByteArrayInputStream(bytes));
        if (image.isError()) throw new IllegalArgumentException("a broken picture");
        return image;
    }

    private void ended(Cut cut, CompletableFuture<?> asked, @Nullable Image image, @Nullable Throwable failure) {
        if (!coming.remove(cut, asked)) return; // given up meanwhile
        if (image != null) {
            room.put(cut, image);
            queue.came(cut);
        } else {
            var first = failure instanceof CompletionException && failure.getCause() != null
                    ? failure.getCause()
                    : failure;
            if (reasons.isEmpty()) LOG.log(Level.INFO, "The picture {0} didn''t come: {1}", cut, first); // of many maybe
            queue.failed(cut, nowMs());
            reasons.put(cut, first == null || first.getMessage() == null || first instanceof CancellationException
                    ? ""
                    : first.getMessage());
        }
        for (var listener : List.copyOf(listeners)) listener.accept(cut);
        proceed();
    }

    private static long nowMs() { return System.nanoTime() / 1_000_000; }
}
