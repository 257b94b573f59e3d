package lectern.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// A media server in a process of its own, and how peers get into it.
interface MediaServer extends AutoCloseable {
    String name();

    Process process();

    /// Brings the source in; it connects by itself from there on.
    void publish(VideoSource source) throws IOException;

    /// Makes a viewer of the source and brings it in.
    Viewer watch(PeerLoop loop, Latencies latencies) throws IOException;

    @Override
    default void close() {
        process().destroy();
        try {
            if (!process().waitFor(10, TimeUnit.SECONDS))
                process().destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
