package lectern.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Shares an X11 screen or window. A thread of its own grabs while sharing lasts; a still picture is sent at a third of the
/// rate, so that it costs little and late viewers still get one soon.
final class X11Share implements ScreenShare {
    private static final long FRAME_NS = 1_000_000_000 / FRAMES_PER_SECOND;
    private static final long STILL_NS = 3 * FRAME_NS;
    private static final long JOIN_MS = 2000;

    private final VideoFeed feed;
    private final @Nullable String display;
    private final Runnable onGone;
    private @Nullable Capture capture;

    /// `onGone`: the shared window was closed; on the capturing thread.
    X11Share(PeerConnectionFactory factory, @Nullable String display, Runnable onGone) {
        this.feed = new VideoFeed(factory, "screen", (_, _) -> {});
        this.display = display;
        this.onGone = onGone;
    }

    @Override
    public Found sources() {
        boolean wayland = display == null && "wayland".equals(System.getenv("XDG_SESSION_TYPE"));
        var opened = XDisplay.open(display);
        if (opened.isEmpty())
            return new Found(List.of(), "Screens can't be shared: there is no X11 display here.");
        try (var open = opened.get()) {
            var sources = new ArrayList<ScreenSource>();
            if (!wayland)
                for (int i = 0; i < open.monitors().size(); i++)
                    sources.add(new ScreenSource(ScreenSource.Kind.SCREEN, i, "Screen " + (i + 1)));
            sources.addAll(open.windows());
            return new Found(sources, wayland
                    ? "Whole screens can't be shared in a Wayland session; log in with “Xorg” for that."
                    : null);
        }
    }

    @Override
    public void start(ScreenSource source) throws MediaException {
        stop();
        var open = XDisplay.open(display).orElseThrow(() -> new MediaException(MediaException.Reason.UNSUPPORTED,
                "Screens can't be shared: there is no X11 display here."));
        try {
            var grab = grab(open, source);
            if (grab.grab().isEmpty())
                throw new MediaException(MediaException.Reason.NOT_FOUND,
                        "“" + source.title() + "” can't be shared: it is gone or not wholly on the screen.");
            capture = new Capture(open, grab);
        } catch (MediaException | RuntimeException refused) {
            open.close();
            if (refused instanceof MediaException expected)
                throw expected;
            throw new MediaException(MediaException.Reason.UNSUPPORTED,
                    "This display can't be shared: " + refused.getMessage());
        }
    }

    private static XGrab grab(XDisplay open, ScreenSource source) throws MediaException {
        if (source.kind() == ScreenSource.Kind.WINDOW)
            return XGrab.window(open, (int) source.id());
        var monitors = open.monitors();
        if (source.id() < 0 || source.id() >= monitors.size())
            throw new MediaException(MediaException.Reason.NOT_FOUND,
                    "“" + source.title() + "” isn't connected any more.");
        return XGrab.monitor(open, monitors.get((int) source.id()));
    }

    private final class Capture implements Runnable {
        private final XDisplay display;
        private final XGrab grab;
        private final Thread thread = Thread.ofPlatform().name("media-screen").daemon(true).unstarted(this);
        private volatile boolean stopped;
        private @Nullable FrameRing full;
        private long pushedNs;

        Capture(XDisplay display, XGrab grab) {
            this.display = display;
            this.grab = grab;
            thread.start();
        }

        @Override
        public void run() {
            NativeThread.guard(this::capture);
            NativeThread.guard(this::release);
            if (!stopped)
                onGone.run();
        }

        private void capture() {
            long dueNs = System.nanoTime();
            pushedNs = dueNs - STILL_NS;
            while (!stopped) {
                var grabbed = grab.grab();
                if (grabbed.isEmpty())
                    return;
                long nowNs = System.nanoTime();
                if (grabbed.get().changed() || nowNs - pushedNs >= STILL_NS) {
                    push(grabbed.get());
                    pushedNs = nowNs;
                }
                dueNs = Math.max(dueNs + FRAME_NS, nowNs); // after a stall no catching up
                LockSupport.parkNanos(dueNs - System.nanoTime());
            }
        }

        private void push(XGrab.Grabbed grabbed) {
            full = ring(full, grabbed.width(), grabbed.height());
            var picture = full.next();
            try {
                VideoBufferConverter.convertToI420(grabbed.pixels().asByteBuffer(), picture, FourCC.ARGB);
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
            var size = Fit.within(grabbed.width(), grabbed.height(), MAX_WIDTH, MAX_HEIGHT);
            if (size.width() == grabbed.width()) {
                feed.push(picture, 0);
                return;
            }
            var smaller = (NativeI420Buffer) picture.cropAndScale(0, 0, grabbed.width(), grabbed.height(), size.width(),
                    size.height());
            try {
                feed.push(smaller, 0);
            } finally {
                smaller.release();
            }
        }

        private FrameRing ring(@Nullable FrameRing ring, int width, int height) {
            if (ring != null && ring.fits(width, height))
                return ring;
            if (ring != null)
                ring.close();
            return new FrameRing(width, height);
        }

        private void release() {
            if (full != null)
                full.close();
            grab.close();
            display.close();
        }

        void stop() {
            stopped = true;
            LockSupport.unpark(thread);
            try {
                thread.join(JOIN_MS);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void preview(@Nullable Pictures viewer) {
        feed.preview(viewer);
    }

    @Override
    public void stop() {
        if (capture != null)
            capture.stop();
        capture = null;
    }

    @Override
    public @Nullable VideoTrack track() {
        return capture != null ? feed.track() : null;
    }

    @Override
    public void close() {
        stop();
        feed.close();
    }
}
