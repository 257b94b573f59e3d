package lectern.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.VideoDesktopSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.desktop.DesktopCapturer;
import dev.onvoid.webrtc.media.video.desktop.ScreenCapturer;
import dev.onvoid.webrtc.media.video.desktop.WindowCapturer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// webrtc-java's own capturing, for Windows and macOS. Not a line of it may run on Linux, where it ends the process.
final class DesktopShare implements ScreenShare {
    private final PeerConnectionFactory factory;
    private @Nullable VideoDesktopSource source;
    private @Nullable VideoTrack track;

    DesktopShare(PeerConnectionFactory factory) {
        this.factory = factory;
    }

    @Override
    public Found sources() {
        var sources = new ArrayList<ScreenSource>();
        try {
            list(new ScreenCapturer(), ScreenSource.Kind.SCREEN, sources);
            list(new WindowCapturer(), ScreenSource.Kind.WINDOW, sources);
        } catch (Error | RuntimeException refused) {
            return new Found(List.of(), "Screens can't be listed: this program may not be allowed to record them.");
        }
        return new Found(sources, null);
    }

    private static void list(DesktopCapturer capturer, ScreenSource.Kind kind, List<ScreenSource> into) {
        try {
            for (var source : capturer.getDesktopSources()) {
                var title = source.title.isBlank() ? "Screen " + (into.size() + 1) : source.title;
                into.add(new ScreenSource(kind, source.id, title));
            }
        } finally {
            capturer.dispose();
        }
    }

    @Override
    public void start(ScreenSource wanted) throws MediaException {
        stop();
        var opened = new VideoDesktopSource();
        try {
            opened.setSourceId(wanted.id(), wanted.kind() == ScreenSource.Kind.WINDOW);
            opened.setFrameRate(FRAMES_PER_SECOND);
            opened.setMaxFrameSize(MAX_WIDTH, MAX_HEIGHT);
            opened.start();
        } catch (Error | RuntimeException refused) {
            Natives.dispose(opened::dispose);
            throw new MediaException(MediaException.Reason.BUSY, "“" + wanted.title() + "” can't be captured.");
        }
        source = opened;
        track = factory.createVideoTrack("screen", opened);
    }

    @Override
    public void preview(@Nullable Pictures viewer) {
    }

    @Override
    public void stop() {
        if (source != null)
            Natives.dispose(source::stop);
        source = null; // the line may still hold the track, which holds the source: neither is disposed here
        track = null;
    }

    @Override
    public @Nullable VideoTrack track() {
        return track;
    }

    @Override
    public void close() {
        stop();
    }
}
