package lectern.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import lectern.protocol.board.AssetId;
import lectern.protocol.material.Hit;
import lectern.protocol.material.PageText;
import lectern.resources.Phrase;
import lectern.resources.Words;
import lectern.signaling.FileRefusedException;
import lectern.signaling.LessonFiles;
import lectern.ui.model.BoardFiles;
import lectern.ui.model.Notices;
import org.jspecify.annotations.Nullable;

/// The files of whatever class the window is in. Any thread.
final class ClassFiles implements BoardFiles {
    private final Supplier<Words> words;
    private volatile @Nullable LessonFiles files;

    /// @param words in the language of now, for what is told to people
    ClassFiles(Supplier<Words> words) {
        this.words = words;
    }

    void of(@Nullable LiveClass live) { files = live == null ? null : live.files(); }

    @Override
    public CompletionStage<AssetId> upload(byte[] file) {
        var now = files;
        return inWords(now == null ? CompletableFuture.failedFuture(new IllegalStateException()) : now.put(file));
    }

    @Override
    public CompletionStage<byte[]> asset(AssetId id) {
        var now = files;
        return inWords(now == null ? CompletableFuture.failedFuture(new IllegalStateException()) : now.get(id));
    }

    @Override
    public CompletionStage<byte[]> picture(AssetId document, int number, int level) {
        return inWords(CompletableFuture.failedFuture(new IllegalStateException()));
    }

    @Override
    public CompletionStage<byte[]> picture(AssetId document, int number, int level, int column, int row) {
        return inWords(CompletableFuture.failedFuture(new IllegalStateException()));
    }

    @Override
    public CompletionStage<PageText> text(AssetId document, int number) {
        return inWords(CompletableFuture.failedFuture(new IllegalStateException()));
    }

    @Override
    public CompletionStage<List<Hit>> search(String query) {
        return inWords(CompletableFuture.failedFuture(new IllegalStateException()));
    }

    private <T> CompletableFuture<T> inWords(CompletableFuture<T> result) {
        return result.exceptionallyCompose(failure -> CompletableFuture
                .failedFuture(new IllegalStateException(words.get().text(phrase(failure)), failure)));
    }

    private static Phrase phrase(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        if (!(cause instanceof FileRefusedException refused)) return Notices.FILE_NO_ANSWER;
        return switch (refused.why()) {
            case NOT_ALLOWED -> Notices.FILE_NOT_ALLOWED;
            case TOO_LARGE -> Notices.FILE_TOO_LARGE;
            case OTHER_KIND -> Notices.FILE_OTHER_KIND;
            case NOT_THERE, OTHER -> Notices.FILE_NO_ANSWER;
        };
    }
}
