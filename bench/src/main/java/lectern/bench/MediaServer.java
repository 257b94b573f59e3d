package lectern.bench;

import java.io.IOException;

/// A media server in a process of its own, and how peers get into it.
interface MediaServer extends AutoCloseable {
    String name();

    Process process();

    /// Brings the source in; it connects by itself from there on.
    void publish(VideoSource source) throws IOException;

    /// Makes a viewer of the source and brings it in.
    Viewer watch(PeerLoop loop, Latencies latencies) throws IOException;

    @Override
    void close() throws IOException;
}
