package lectern.media;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Receives the slots. The server always offers.
public final class DownConnection {
    DownConnection() {}

    /// Takes the server's offer; the result is the answer to send back.
    public CompletableFuture<String> offer(String sdp) {
        throw new UnsupportedOperationException();
    }

    /// Shows the pictures of a line, from now or from when the line comes; null stops. A line has one viewer.
    public void pictures(String mid, @Nullable Pictures sink) {
        throw new UnsupportedOperationException();
    }

    public void close() {
        throw new UnsupportedOperationException();
    }
}
