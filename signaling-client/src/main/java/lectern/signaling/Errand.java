package lectern.signaling;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lectern.protocol.ProtocolException;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Something that takes several requests, one after another on a thread of its own, and outlives a broken line. Each
/// request goes as whoever we are by then. Cancelling its result ends the request that is under way, and the work.
final class Errand {
    private final FileLine line;
    private final Patience patience = new Patience(ThreadLocalRandom.current(), System.nanoTime());
    private final Thread thread;
    private volatile @Nullable Call call;
    private volatile boolean cancelled;

    private Errand(FileLine line, Thread thread) {
        this.line = line;
        this.thread = thread;
    }

    interface Work<T> {
        T run(Errand errand) throws IOException;
    }

    static <T> CompletableFuture<T> start(FileLine line, String name, Work<T> work) {
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().name(name).start(() -> {
            var errand = new Errand(line, Thread.currentThread());
            result.whenComplete((_, _) -> {
                if (result.isCancelled()) errand.cancel();
            });
            try {
                result.complete(work.run(errand));
            } catch (IOException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private void cancel() {
        cancelled = true;
        var now = call;
        if (now != null) now.cancel();
        LockSupport.unpark(thread);
    }

    boolean isCancelled() { return cancelled; }

    /// The caller closes the answer, whatever it is.
    Response send(Request.Builder request) throws IOException {
        check();
        var next = line.prepare(request);
        call = next;
        if (cancelled) next.cancel();
        return next.execute();
    }

    void progressed() { patience.progressed(System.nanoTime()); }

    /// Waits before another try.
    ///
    /// @throws IOException the failure itself where another try is of no use, or there were enough
    void pause(IOException failure) throws IOException {
        check();
        if (failure instanceof FileRefusedException refused && !refused.mayPass()) throw failure;
        if (line.isClosed()) throw failure;
        long pauseNs = patience.pauseNs(failure instanceof FileRefusedException, System.nanoTime());
        if (pauseNs < 0) throw failure;
        long untilNs = System.nanoTime() + pauseNs;
        for (long leftNs = pauseNs; leftNs > 0 && !cancelled && !line.isClosed(); leftNs = untilNs - System.nanoTime())
            LockSupport.parkNanos(Math.min(leftNs, TimeUnit.SECONDS.toNanos(1)));
        check();
    }

    void check() {
        if (cancelled) throw new CancellationException();
    }

    /// What a server says of itself can't be believed to be well-formed.
    static <T> T understood(java.util.function.Supplier<T> reading) throws IOException {
        try {
            return reading.get();
        } catch (ProtocolException | NumberFormatException e) {
            throw new IOException("the server's answer can't be understood: " + e.getMessage(), e);
        }
    }
}
