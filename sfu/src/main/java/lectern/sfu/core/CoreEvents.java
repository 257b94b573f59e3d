package lectern.sfu.core;

import java.util.Map;

/// What the core tells its shell, at the moment it happens.
public interface CoreEvents {
    void connected(String peer);

    void disconnected(String peer, String why);

    void levels(Map<String, Integer> levels);

    void firstKeyFrame(String upPeer, String mid);
}
