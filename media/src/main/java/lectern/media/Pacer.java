package lectern.media;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The clock behind drawn pictures and tones: one thread an engine for all of them, so that ten simulated participants
/// in a process cost ten threads, not thirty.
final class Pacer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;

    Pacer(String name) {
        executor = new ScheduledThreadPoolExecutor(1,
                body -> Thread.ofPlatform().name(name).daemon(true).unstarted(body));
        executor.setRemoveOnCancelPolicy(true);
    }

    /// Calls `beat` every `periodNs`, catching up when late, until the result is run. A beat under way may still end
    /// after that.
    Runnable every(long periodNs, Runnable beat) {
        var ticking = executor.scheduleAtFixedRate(() -> NativeThread.guard(beat::run), 0, periodNs,
                TimeUnit.NANOSECONDS);
        return () -> ticking.cancel(false);
    }

    /// Calls `beat` `count` times, the first time at once, unless the result is run before.
    Runnable times(int count, long periodNs, Runnable beat) {
        var beats = IntStream.range(0, count)
                .mapToObj(
                        i -> executor.schedule(() -> NativeThread.guard(beat::run), i * periodNs, TimeUnit.NANOSECONDS))
                .toList();
        return () -> beats.forEach(waiting -> waiting.cancel(false));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
