package lectern.server;

import io.netty.channel.Channel;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// What waits for one TCP connection: bounded, and written in batches with one wake-up and one flush. Any thread offers.
final class Outbox {
    private record Waiting(Object message, int bytes) {}

    /// The share of the limit that is little.
    private static final int LITTLE = 16;

    private final Channel channel;
    private final int maxBytes;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger bytesWaiting = new AtomicInteger();
    private final AtomicBoolean awake = new AtomicBoolean();

    private Runnable onLess = () -> {};

    Outbox(Channel channel, int maxBytes) {
        this.channel = channel;
        this.maxBytes = maxBytes;
    }

    /// Returns false, and keeps nothing, when more than the limit would wait; a single large message may pass it where little else
    /// waits. What the system has taken into its own buffers doesn't wait.
    boolean offer(Object message, int bytes) {
        int before = bytesWaiting.getAndAdd(bytes);
        if (before + bytes > maxBytes && before > maxBytes / LITTLE) {
            bytesWaiting.addAndGet(-bytes);
            return false;
        }
        queue.add(new Waiting(message, bytes));
        wake();
        return true;
    }

    /// At once, on the connection's own thread, for what comes at the reader's pace.
    void write(Object message, int bytes) {
        bytesWaiting.addAndGet(bytes);
        channel.writeAndFlush(message).addListener(_ -> written(bytes));
    }

    /// What to do, on the connection's own thread, when something was written: before the first message.
    void whenLessWaits(Runnable onLess) {
        this.onLess = onLess;
    }

    private void written(int bytes) {
        bytesWaiting.addAndGet(-bytes);
        onLess.run();
    }

    int bytesWaiting() {
        return bytesWaiting.get();
    }

    /// Forgets what isn't with the connection yet.
    void clear() {
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) bytesWaiting.addAndGet(-next.bytes());
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) channel.eventLoop().execute(this::drain);
    }

    private void drain() {
        awake.set(false); // before the queue is looked at: who adds after this wakes again
        boolean written = false;
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            int bytes = next.bytes();
            channel.write(next.message()).addListener(_ -> written(bytes));
            written = true;
        }
        if (written) channel.flush();
    }
}
