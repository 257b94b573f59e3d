package lectern.media;

import java.util.concurrent.CompletableFuture;

/// Sends microphone, camera and shared screen, in this order of lines. This side always offers. A screen's line comes with
/// the first sharing and stays; between sharings it is inactive.
public final class UpConnection {
    private final NativeThread thread;
    private final CompletableFuture<UpPeer> peer;

    UpConnection(NativeThread thread, CompletableFuture<UpPeer> peer) {
        this.thread = thread;
        this.peer = peer;
    }

    /// A new offer, already set as the local description. With `iceRestart` it brings new ICE credentials. One at a time:
    /// wait for the answer before the next.
    public CompletableFuture<Offer> offer(boolean iceRestart) {
        return thread.inTurn(peer, up -> up.offer(iceRestart));
    }

    public CompletableFuture<Void> answer(String sdp) {
        return thread.inTurn(peer, up -> up.answer(sdp));
    }

    public void close() {
        thread.inTurn(peer, up -> {
            up.close();
            return CompletableFuture.completedFuture(null);
        });
    }

    /// For a peer that isn't ICE-lite: the local description with candidates, once they are known.
    CompletableFuture<String> withCandidates() {
        return thread.inTurn(peer, UpPeer::withCandidates);
    }
}
