package lectern.media;

import java.lang.System.Logger.Level;

/// Letting go of native objects.
final class Natives {
    private Natives() {}

    /// webrtc-java throws when something native still holds a reference, which after `RTCPeerConnection.close()` is always
    /// so: it never frees the connection itself. Nothing can be done then, and nothing is broken.
    static void dispose(Runnable dispose) {
        try {
            dispose.run();
        } catch (Error | RuntimeException stillReferenced) {
            System.getLogger("lectern.media").log(Level.DEBUG, "dispose", stillReferenced);
        }
    }
}
