package lectern.app;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Waits for something in the real world, looking often.
final class Await {
    private static final long LOOK_EVERY_MS = 50;

    static void until(String what, Duration atMost, Callable<Boolean> condition) {
        Duration took = took(what, atMost, condition);
        assert took != null;
    }

    /// Waits until there is something.
    static <T> T some(String what, Duration atMost, Callable<@Nullable T> search) {
        var found = new AtomicReference<@Nullable T>();
        until(what, atMost, () -> {
            found.set(search.call());
            return found.get() != null;
        });
        return Objects.requireNonNull(found.get());
    }

    /// How long it took until the condition held.
    static Duration took(String what, Duration atMost, Callable<Boolean> condition) {
        long startNs = System.nanoTime();
        Exception last = null;
        do {
            try {
                if (condition.call()) return Duration.ofNanos(System.nanoTime() - startNs);
                last = null;
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(what + ": interrupted", e);
            } catch (Exception e) {
                last = e;
            }
        } while (System.nanoTime() - startNs < atMost.toNanos());
        throw new AssertionError("not within " + atMost.toMillis() + " ms: " + what, last);
    }

    private Await() {}
}
