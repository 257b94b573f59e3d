package lectern.media;

import java.util.concurrent.CompletableFuture;

/// Sends microphone, camera and shared screen. This side always offers.
public final class UpConnection {
    UpConnection() {}

    /// A new offer, already set as the local description. With `iceRestart` it brings new ICE credentials.
    public CompletableFuture<Offer> offer(boolean iceRestart) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Void> answer(String sdp) {
        throw new UnsupportedOperationException();
    }

    public void close() {
        throw new UnsupportedOperationException();
    }
}
