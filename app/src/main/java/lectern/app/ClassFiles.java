package lectern.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongConsumer;
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
    private final ClipStore clips;
    private volatile @Nullable LessonFiles files;

    /// @param words in the language of now, for what is told to people
    ClassFiles(Supplier<Words> words, ClipStore clips) {
        this.words = words;
        this.clips = clips;
    }

    void of(@Nullable LiveClass live) { files = live == null ? null : live.files(); }

    /// Null outside a class.
    @Nullable
    LessonFiles now() { return files; }

    @Override
    public CompletionStage<AssetId> upload(byte[] file) { return ask(now -> now.put(file)); }

    @Override
    public CompletionStage<byte[]> asset(AssetId id) { return ask(now -> now.get(id)); }

    @Override
    public CompletionStage<Path> clip(AssetId id, LongConsumer received) {
        return ask(now -> clips.fetch(now, id, received));
    }

    @Override
    public CompletionStage<byte[]> picture(AssetId document, int number, int level) {
        return ask(now -> now.picture(document, number, level));
    }

    @Override
    public CompletionStage<byte[]> picture(AssetId document, int number, int level, int column, int row) {
        return ask(now -> now.picture(document, number, level, column, row));
    }

    @Override
    public CompletionStage<PageText> text(AssetId document, int number) {
        return ask(now -> now.text(document, number));
    }

    @Override
    public CompletionStage<List<Hit>> search(String query) { return ask(now -> now.search(query)); }

    /// What fails, fails in words; cancelling what comes of it cancels what was asked.
    private <T> CompletableFuture<T> ask(Function<LessonFiles, CompletableFuture<T>> question) {
        var now = files;
        CompletableFuture<T> asked = now == null
                ? CompletableFuture.failedFuture(new IllegalStateException("in no class"))
                : question.apply(now);
        var answer = asked.exceptionallyCompose(failure -> CompletableFuture
                .failedFuture(new IllegalStateException(words.get().text(phrase(failure)), failure)));
        answer.whenComplete((_, _) -> {
            if (answer.isCancelled()) asked.cancel(false);
        });
        return answer;
    }

    /// Why a file couldn't be sent or fetched.
    static Phrase phrase(Throwable failure) {
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
