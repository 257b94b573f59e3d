package lectern.media;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one thread that calls webrtc-java for an engine. The rules it exists for, each learnt from a dead process:
///
/// * nothing may escape from a callback: every one goes through [#post] or [#guard];
/// * `close()` inside a callback crashes: callbacks only post, so the closing happens here, outside of them;
/// * an object is not used after it was closed or removed: its only user is this thread, in order.
final class NativeThread implements Executor {
    private static final Logger LOG = System.getLogger("lectern.media");

    interface Body {
        void run() throws Exception;
    }

    private final ScheduledThreadPoolExecutor executor;
    private volatile @Nullable Thread thread;

    NativeThread(String name) {
        executor = new ScheduledThreadPoolExecutor(1, body -> {
            var started = Thread.ofPlatform().name(name).daemon(true).unstarted(body);
            thread = started;
            return started;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /// Runs `task` on the thread; what it throws is logged. After [#stop] it is dropped.
    void post(Runnable task) {
        try {
            executor.execute(() -> guard(task::run));
        } catch (RejectedExecutionException stopped) {
            LOG.log(Level.DEBUG, "after the end", stopped);
        }
    }

    /// For stages of futures: after [#stop] it throws, so that they fail and nobody waits in vain.
    @Override
    public void execute(Runnable task) {
        executor.execute(() -> guard(task::run));
    }

    /// Runs `task` on the thread; the future carries its result or what it threw.
    <T> CompletableFuture<T> call(Callable<T> task) {
        var result = new CompletableFuture<T>();
        try {
            executor.execute(() -> {
                try {
                    result.complete(task.call());
                } catch (Throwable failure) { // an Error too: webrtc-java throws plain java.lang.Error
                    result.completeExceptionally(failure);
                }
            });
        } catch (RejectedExecutionException stopped) {
            result.completeExceptionally(
                    new MediaException(MediaException.Reason.CONNECTION, "The media engine is closed."));
        }
        return result;
    }

    /// Does `task` with what `opening` brings, on the thread and in the order of asking; `opening` was begun by this thread's
    /// [#call] too, so it is complete when the turn comes. (Chained to it instead, what is asked meanwhile runs in reverse.)
    <S, T> CompletableFuture<T> inTurn(CompletableFuture<S> opening, Function<S, CompletableFuture<T>> task) {
        return call(() -> opening.thenCompose(task)).thenCompose(Function.identity());
    }

    void every(long periodNs, Runnable task) {
        executor.scheduleAtFixedRate(() -> guard(task::run), periodNs, periodNs, TimeUnit.NANOSECONDS);
    }

    /// Runs `task` once, later; not at all after [#stop].
    void after(long delayNs, Runnable task) {
        try {
            executor.schedule(() -> guard(task::run), delayNs, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.log(Level.DEBUG, "after the end", stopped);
        }
    }

    boolean isCurrent() { return Thread.currentThread() == thread; }

    void stop() {
        executor.shutdown();
    }

    /// For the body of every native callback: what is thrown is logged, nothing reaches native code.
    static void guard(Body body) {
        try {
            body.run();
        } catch (Throwable failure) {
            LOG.log(Level.WARNING, "in a media callback", failure);
        }
    }
}
