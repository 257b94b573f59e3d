package lectern.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Captures a screen or window into a track. Used on the [NativeThread] alone.
sealed interface ScreenShare permits X11Share, DesktopShare {
    int FRAMES_PER_SECOND = 15;
    int MAX_WIDTH = 1920;
    int MAX_HEIGHT = 1080;

    record Found(List<ScreenSource> sources, @Nullable String trouble) {}

    /// webrtc-java's own capturers crash on Linux, so there it is X11 by ourselves.
    static ScreenShare of(PeerConnectionFactory factory, @Nullable String display, Runnable onGone) {
        return System.getProperty("os.name").startsWith("Linux")
                ? new X11Share(factory, display, onGone)
                : new DesktopShare(factory);
    }

    Found sources();

    void start(ScreenSource source) throws MediaException;

    void stop();

    /// Shows what is shared to ourselves, too; null ends it. Windows and macOS have no such picture: their capturer gives its
    /// frames to the track alone.
    void preview(@Nullable Pictures viewer);

    /// The track being shared; null when none is.
    @Nullable
    VideoTrack track();

    void close();
}
