package lectern.media;

import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoCapture;
import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import dev.onvoid.webrtc.media.video.VideoDevice;
import dev.onvoid.webrtc.media.video.VideoFrame;
import java.util.Comparator;
import java.util.List;

/// Feeds the camera track from a device or a test card. Used on the [NativeThread] alone.
final class Camera implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES_PER_SECOND = 30;

    private static final int BLACKS = 4; // an encoder short of bits may drop one or two
    private static final long BLACK_NS = 100_000_000;

    private final VideoFeed feed;
    private final Pacer pacer;
    private CameraChoice choice = new CameraChoice.None();
    private boolean on = true;
    private Runnable stop = () -> {};

    Camera(VideoFeed feed, Pacer pacer) {
        this.feed = feed;
        this.pacer = pacer;
    }

    void choose(CameraChoice wanted) throws MediaException {
        choice = new CameraChoice.None();
        if (on)
            start(wanted);
        choice = wanted;
    }

    /// Off lets go of the device too: its light goes out, and nothing real can reach the track.
    void on(boolean wanted) throws MediaException {
        if (wanted == on)
            return;
        if (wanted)
            start(choice);
        else
            goBlack();
        on = wanted;
    }

    private void start(CameraChoice wanted) throws MediaException {
        goBlack();
        var black = stop;
        var started = source(wanted);
        black.run();
        stop = started;
    }

    /// Ends what runs and leaves viewers with black. (`setEnabled(false)` would too, but only while pictures are pushed.)
    private void goBlack() {
        stop.run();
        stop = pacer.times(BLACKS, BLACK_NS, feed::pushBlack);
    }

    private Runnable source(CameraChoice wanted) throws MediaException {
        return switch (wanted) {
            case CameraChoice.None _ -> pacer.times(BLACKS, BLACK_NS, feed::pushBlack);
            case CameraChoice.TestCard card -> draw(card);
            case CameraChoice.Device device -> capture(find(device.name()));
        };
    }

    private Runnable draw(CameraChoice.TestCard choice) {
        var card = new TestCard(choice);
        var ring = new FrameRing(choice.width(), choice.height());
        for (var frame : ring.all())
            card.colour(frame.getDataU(), frame.getDataV());
        var drawing = new Drawing(card, ring, feed);
        var pacing = pacer.every(1_000_000_000L / choice.framesPerSecond(), drawing::next);
        return () -> {
            pacing.run();
            drawing.close();
        };
    }

    private static final class Drawing {
        private final TestCard card;
        private final FrameRing ring;
        private final VideoFeed feed;
        private long frame;
        private boolean closed;

        Drawing(TestCard card, FrameRing ring, VideoFeed feed) {
            this.card = card;
            this.ring = ring;
            this.feed = feed;
        }

        synchronized void next() {
            if (closed)
                return;
            var picture = ring.next();
            card.draw(frame++, picture.getDataY(), picture.getStrideY());
            feed.push(picture, 0);
        }

        synchronized void close() {
            closed = true;
            ring.close();
        }
    }

    static List<VideoDevice> devices() {
        return MediaDevices.getVideoCaptureDevices();
    }

    private static VideoDevice find(String name) throws MediaException {
        return devices().stream().filter(device -> device.getName().equals(name)).findFirst()
                .orElseThrow(() -> new MediaException(MediaException.Reason.NOT_FOUND,
                        "There is no camera “" + name + "” on this computer now."));
    }

    private Runnable capture(VideoDevice device) throws MediaException {
        var capture = new VideoCapture();
        capture.setVideoCaptureDevice(device);
        capture.setVideoCaptureCapability(nearest(device));
        capture.setVideoSink(this::captured);
        try {
            capture.start();
        } catch (Error | RuntimeException refused) { // "Unhandled Exception", whatever the reason
            throw new MediaException(MediaException.Reason.BUSY, "The camera “" + device.getName()
                    + "” doesn't start. Another program may be using it, or this one may not be allowed to.");
        }
        return () -> {
            Natives.dispose(capture::stop);
            Natives.dispose(capture::dispose);
        };
    }

    private void captured(VideoFrame frame) {
        try {
            NativeThread.guard(() -> feed.push((NativeI420Buffer) frame.buffer, frame.rotation));
        } finally {
            frame.release();
        }
    }

    /// The form that comes nearest to 1280x720 at 30 pictures a second; the size counts more than the rate.
    private static VideoCaptureCapability nearest(VideoDevice device) {
        return MediaDevices.getVideoCaptureCapabilities(device).stream().min(Comparator.comparingInt(Camera::distance))
                .orElse(new VideoCaptureCapability(WIDTH, HEIGHT, FRAMES_PER_SECOND));
    }

    private static int distance(VideoCaptureCapability form) {
        return Math.abs(form.width - WIDTH) + Math.abs(form.height - HEIGHT)
                + 4 * Math.max(0, FRAMES_PER_SECOND - form.frameRate);
    }

    @Override
    public void close() {
        stop.run();
    }
}
