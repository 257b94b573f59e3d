package lectern.ui.board;

import java.io.ByteArrayInputStream;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.util.Subscription;
import lectern.protocol.board.AssetId;
import lectern.ui.model.BoardFiles;
import org.jspecify.annotations.Nullable;

/// The pictures of the lesson's files, fetched once, decoded on a thread of their own and at no more than a bounded size,
/// kept as long as there is room. Used on the JavaFX thread alone; it lives as long as the program.
public final class Assets {
    private static final System.Logger LOG = System.getLogger(Assets.class.getName());
    private static final int LARGEST_PX = 2560;
    private static final long ROOM_PX = 32_000_000; // 128 MB as the screen keeps them

    private final BoardFiles files;
    private final Executor fx;
    private final Consumer<String> problem;
    private final Executor decoder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("board-pictures").factory());
    private final PictureRoom<Image> room = new PictureRoom<>(ROOM_PX, Assets::area);
    /// The pictures of documents' pages, which share the room.
    final PagePictures pages;
    final PageTexts texts;
    private final Set<AssetId> asked = new HashSet<>();
    private final Set<AssetId> failed = new HashSet<>();
    private final List<Consumer<AssetId>> onArrival = new ArrayList<>();

    /// @param problem is told why a picture could not be put on the board, for people
    public Assets(BoardFiles files, Executor fx, Consumer<String> problem) {
        this.files = files;
        this.fx = fx;
        this.problem = problem;
        pages = new PagePictures(files, fx, room);
        texts = new PageTexts(files, fx);
    }

    /// Null while it is on its way, or when it is no picture; asks for it at the first call.
    @Nullable
    Image image(AssetId id) {
        var image = room.get(id);
        if (image == null && !failed.contains(id) && asked.add(id)) ask(id);
        return image;
    }

    boolean hasFailed(AssetId id) { return failed.contains(id); }

    /// Called when a picture came that was asked for, or is known not to come.
    /// @return how to take it off again
    Subscription onArrival(Consumer<AssetId> listener) {
        onArrival.add(listener);
        return () -> onArrival.remove(listener);
    }

    /// Puts a picture among the lesson's files; `done` is called when it is there.
    void put(Callable<byte[]> bytes, BiConsumer<AssetId, PictureSize> done) {
        CompletableFuture.supplyAsync(() -> read(bytes), decoder).thenCompose(file -> {
            var size = PictureSize.of(file);
            if (size == null || !size.isBearable()) throw new IllegalArgumentException("no picture that can be shown");
            return files.upload(file).thenAccept(id -> fx.execute(() -> done.accept(id, size)));
        }).whenComplete((_, failure) -> {
            if (failure != null) fx.execute(() -> problem.accept(why(failure)));
        });
    }

    private static byte[] read(Callable<byte[]> bytes) {
        try {
            return bytes.call();
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static String why(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) first = first.getCause();
        return first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
    }

    private void ask(AssetId id) {
        files.asset(id).thenApplyAsync(Assets::decode, decoder).whenComplete((image, failure) -> {
            if (failure != null) LOG.log(Level.INFO, "The picture {0} can't be shown: {1}", id, why(failure));
            fx.execute(() -> arrived(id, failure == null ? image : null));
        });
    }

    private static @Nullable Image decode(byte[] bytes) {
        var size = PictureSize.of(bytes);
        if (size == null || !size.isBearable()) return null;
        var in = new ByteArrayInputStream(bytes);
        boolean large = Math.max(size.width(), size.height()) > LARGEST_PX;
        return large ? new Image(in, LARGEST_PX, LARGEST_PX, true, true) : new Image(in);
    }

    private void arrived(AssetId id, @Nullable Image image) {
        asked.remove(id);
        if (image == null || image.isError()) failed.add(id);
        else room.put(id, image);
        for (var listener : List.copyOf(onArrival)) listener.accept(id);
    }

    private static long area(Image image) { return (long) image.getWidth() * (long) image.getHeight(); }
}
