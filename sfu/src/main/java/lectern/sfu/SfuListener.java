package lectern.sfu;

import java.util.Map;

/// What the media plane has to say. Every call comes on the loop's thread and must not block.
///
/// Where one id names a publishing and a receiving connection, `connected` and `disconnected` come once for each of them.
public interface SfuListener {
    /// ICE has chosen a path and DTLS has agreed on keys: media can flow.
    default void connected(String peer) {}

    /// The connection is gone for good (consent ran out, DTLS failed, its other side said goodbye), and the `Sfu` has already
    /// closed it. Not called for what the caller closes itself.
    default void disconnected(String peer, String why) {}

    /// Loudness by publisher: 0 is the loudest, 127 is silence (-dBov, RFC 6464). About every 100 ms, only while something
    /// changes; names those who changed. Only the first audio line of a publisher counts: what a shared screen plays is
    /// no speaking.
    default void levels(Map<String, Integer> levels) {}

    /// The first whole key frame of a publisher's video line has arrived: whoever is routed to it sees a picture now.
    default void firstKeyFrame(String upPeer, String mid) {}
}
