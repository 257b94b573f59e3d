package lectern.media;

/// How a peer connection stands. DISCONNECTED may heal by itself; FAILED needs an offer with an ICE restart.
public enum ConnectionState {
    NEW, CONNECTING, CONNECTED, DISCONNECTED, FAILED, CLOSED
}
