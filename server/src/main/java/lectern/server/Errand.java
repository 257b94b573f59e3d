package lectern.server;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An answer on its way, step by step, each on a thread that may wait. Cancelling it cancels the step that is awaited.
final class Errand<T> extends CompletableFuture<T> {
    private volatile @Nullable CompletableFuture<?> step;

    static <T> Errand<T> done(T value) {
        var errand = new Errand<T>();
        errand.complete(value);
        return errand;
    }

    /// @param then completes the errand, or awaits another step
    <S> void await(CompletableFuture<S> awaited, Consumer<S> then) {
        step = awaited;
        if (isCancelled()) awaited.cancel(false);
        awaited.whenCompleteAsync((value, failure) -> {
            if (isDone()) return;
            if (failure != null) {
                completeExceptionally(failure);
                return;
            }
            try {
                then.accept(value);
            } catch (Throwable bug) {
                completeExceptionally(bug);
            }
        }, task -> Thread.ofVirtual().name("errand").start(task));
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean cancelled = super.cancel(mayInterrupt);
        CompletableFuture<?> awaited = step;
        if (cancelled && awaited != null) awaited.cancel(false);
        return cancelled;
    }
}
