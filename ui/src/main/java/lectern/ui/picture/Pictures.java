package lectern.ui.picture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.animation.AnimationTimer;
import lectern.ui.model.Source;

/// The surface of each participant's tracks, and the one tick that all of them share: a tick of its own for each would
/// cost half as much again (16 tiles: 22 % of a core against 16 %).
public final class Pictures {
    private static final long TICK_NS = 30_000_000; // just under every second pulse of 60 Hz: 30 pictures a second

    private record Key(String participant, Source source) {}

    private final Map<Key, PictureSurface> surfaces = new ConcurrentHashMap<>();
    private final PictureSurface preview = new PictureSurface();

    public Pictures() {
        preview.mirror(true);
    }

    private final AnimationTimer timer = new AnimationTimer() {
        private long lastNs = Long.MIN_VALUE;

        @Override
        public void handle(long nowNs) {
            if (lastNs != Long.MIN_VALUE && nowNs - lastNs < TICK_NS) return;
            lastNs = nowNs;
            flip();
        }
    };

    /// Any thread. The same surface each time, shown or not.
    public PictureSurface of(String participant, Source source) {
        return surfaces.computeIfAbsent(new Key(participant, source), _ -> new PictureSurface());
    }

    /// Any thread: our own camera, in the lobby and in the class, shown as in a mirror.
    public PictureSurface preview() { return preview; }

    /// Any thread: a participant left.
    public void forget(String participant) {
        surfaces.keySet().removeIf(key -> key.participant.equals(participant));
    }

    /// JavaFX thread.
    public void start() { timer.start(); }

    /// JavaFX thread.
    public void stop() { timer.stop(); }

    void flip() {
        preview.flip();
        surfaces.values().forEach(PictureSurface::flip);
    }
}
