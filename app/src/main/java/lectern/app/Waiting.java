package lectern.app;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// What one worker waits for, so that whoever cancels its work ends the waiting, too.
final class Waiting {
    private volatile boolean cancelled;
    private volatile @Nullable CompletableFuture<?> now;

    /// @throws CancellationException when the work was cancelled, or its thread interrupted
    <T> T on(CompletableFuture<T> asked) {
        now = asked;
        if (cancelled) asked.cancel(false);
        try {
            return asked.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException cancellation) throw cancellation;
            throw new CompletionException(e.getCause());
        } catch (InterruptedException theProgramEnds) {
            asked.cancel(false);
            throw new CancellationException();
        } finally {
            now = null;
        }
    }

    /// Any thread.
    void cancel() {
        cancelled = true;
        var asked = now;
        if (asked != null) asked.cancel(false);
    }

    void check() {
        if (cancelled) throw new CancellationException();
    }
}
