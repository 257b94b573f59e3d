package lectern.sfu;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import lectern.sfu.core.CoreEvents;

/// Hands the core's events to a listener. A listener's bug is logged, and nobody's connection suffers for it.
record GuardedListener(SfuListener listener) implements CoreEvents {
    private static final Logger LOG = System.getLogger(GuardedListener.class.getName());

    @Override
    public void connected(String peer) {
        guard(() -> listener.connected(peer));
    }

    @Override
    public void disconnected(String peer, String why) {
        guard(() -> listener.disconnected(peer, why));
    }

    @Override
    public void levels(Map<String, Integer> levels) {
        guard(() -> listener.levels(levels));
    }

    @Override
    public void firstKeyFrame(String upPeer, String mid) {
        guard(() -> listener.firstKeyFrame(upPeer, mid));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "a listener of the media plane failed", bug);
        }
    }
}
