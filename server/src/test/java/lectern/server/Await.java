package lectern.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what real sockets bring about in their own time.
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static void until(BooleanSupplier condition, String what) {
        long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (deadlineNs - System.nanoTime() <= 0) throw new AssertionError("not in " + PATIENCE + ": " + what);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private Await() {}
}
