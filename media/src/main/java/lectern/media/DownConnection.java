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
        return thread.inTurn(peer, down -> down.offer(sdp));
    }

    /// Shows the pictures of a line, from now or from when the line comes; null stops. A line has one viewer.
    public void pictures(String mid, @Nullable Pictures viewer) {
        thread.inTurn(peer, down -> {
            down.pictures(mid, viewer);
            return CompletableFuture.completedFuture(null);
        });
    }

    public void close() {
        thread.inTurn(peer, down -> {
            down.close();
            return CompletableFuture.completedFuture(null);
        });
    }

    /// For a peer that isn't ICE-lite: the local description with candidates, once they are known.
    CompletableFuture<String> withCandidates() {
        return thread.inTurn(peer, DownPeer::withCandidates);
    }
}
