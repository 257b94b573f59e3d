package lectern.media;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

/// Waiting for real media, always with an end.
final class Await {
    private static final long SECONDS = 15;

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        until(() -> what, condition);
    }

    static void until(Supplier<String> what, BooleanSupplier condition) {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - endNs > 0)
                fail("not within " + SECONDS + " s: " + what.get());
            LockSupport.parkNanos(20_000_000);
        }
    }

    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (Exception late) {
            throw new AssertionError(late);
        }
    }

    static MediaException refused(CompletableFuture<?> future) {
        var failure = assertThrows(CompletionException.class, () -> future.orTimeout(SECONDS, TimeUnit.SECONDS).join());
        return assertInstanceOf(MediaException.class, failure.getCause());
    }
}
