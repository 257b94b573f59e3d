package lectern.server;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lectern.materials.Converter;
import lectern.materials.ConverterSettings;
import org.jspecify.annotations.Nullable;

/// A process that reads files, started when it is needed for the first time and ended when it hasn't been for a while. Any thread.
final class ReadingProcess implements Supplier<Converter>, AutoCloseable {
    private final ConverterSettings settings;
    private final long restNs;
    private final LongSupplier nanoTime;
    private @Nullable Converter running;
    private long usedNs;
    private boolean closed;

    /// @param restNs how long it stays without being needed
    ReadingProcess(ConverterSettings settings, long restNs, LongSupplier nanoTime) {
        this.settings = settings;
        this.restNs = restNs;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized Converter get() {
        if (closed) throw new IllegalStateException("the server has stopped");
        usedNs = nanoTime.getAsLong();
        Converter converter = running;
        if (converter == null) running = converter = Converter.start(settings);
        return converter;
    }

    /// It is needed as long as this is said now and then; doesn't start it.
    synchronized void keep() {
        usedNs = nanoTime.getAsLong();
    }

    /// Null when none runs.
    synchronized @Nullable Converter running() {
        return running;
    }

    /// Ends it where its time is over; waits for it.
    void tidy() {
        Converter unused;
        synchronized (this) {
            if (running == null || nanoTime.getAsLong() - usedNs < restNs) return;
            unused = running;
            running = null;
        }
        unused.close();
    }

    @Override
    public void close() {
        Converter last;
        synchronized (this) {
            closed = true;
            last = running;
            running = null;
        }
        if (last != null) last.close();
    }
}
