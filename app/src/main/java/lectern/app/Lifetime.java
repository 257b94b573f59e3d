package lectern.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How long a command runs: until its time is up, somebody ends it, or the system asks (SIGTERM, Ctrl+C). Either way it
/// finishes in order, and the process ends though media threads of native code would hold it.
final class Lifetime {
    private static final Duration ORDERLY = Duration.ofSeconds(8);

    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int status;

    /// The one of this process.
    static Lifetime ofProcess() {
        var lifetime = new Lifetime();
        Runtime.getRuntime().addShutdownHook(new Thread(lifetime::asked, "lectern-end"));
        return lifetime;
    }

    /// It is time to end.
    void end() { over.countDown(); }

    /// Waits for [#end].
    ///
    /// @param seconds at most so long; 0: however long it takes
    void await(int seconds) throws InterruptedException {
        if (seconds == 0) over.await();
        else over.await(seconds, TimeUnit.SECONDS);
    }

    /// All is in order; ends the process. Doesn't return.
    void finish(int exitStatus) {
        status = exitStatus;
        finished.countDown();
        System.exit(exitStatus);
    }

    private void asked() {
        if (finished.getCount() == 0) return; // it was [#finish] that brought us here
        over.countDown();
        try {
            if (!finished.await(ORDERLY.toMillis(), TimeUnit.MILLISECONDS)) Runtime.getRuntime().halt(1);
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(status); // an end that was asked for is no failure: not 128 + signal
    }
}
