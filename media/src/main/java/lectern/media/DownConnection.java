package lectern.media;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Receives the slots. The server always offers.
public final class DownConnection {
    private final NativeThread thread;
    private final CompletableFuture<DownPeer> peer;

    DownConnection(NativeThread thread, CompletableFuture<DownPeer> peer) {
        this.thread = thread;
        this.peer = peer;
    }

    /// Takes the server's offer; the result is the answer to send back.
    public CompletableFuture<String> offer(String sdp) {
        return peer.thenComposeAsync(down -> down.offer(sdp), thread);
    }

    /// Shows the pictures of a line, from now or from when the line comes; null stops. A line has one viewer.
    public void pictures(String mid, @Nullable Pictures viewer) {
        peer.thenAcceptAsync(down -> down.pictures(mid, viewer), thread);
    }

    public void close() {
        peer.thenAcceptAsync(DownPeer::close, thread);
    }

    /// For a peer that isn't ICE-lite: the local description with candidates, once they are known.
    CompletableFuture<String> withCandidates() {
        return peer.thenComposeAsync(DownPeer::withCandidates, thread);
    }
}
