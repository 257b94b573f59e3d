package lectern.media;

import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoCapture;
import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import dev.onvoid.webrtc.media.video.VideoDevice;
import dev.onvoid.webrtc.media.video.VideoFrame;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A real camera that runs. Used on the [NativeThread] alone; its pictures come on a thread of their own.
///
/// A camera that gives nothing, or is pulled out, is seen by looking now and then: nobody tells of it.
final class DeviceCamera implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES_PER_SECOND = 30;
    private static final int ENOUGH_PER_SECOND = 15; // below that, motion counts more than size
    private static final long SILENT_NS = 5_000_000_000L; // slow ones take two or three seconds to their first picture

    private final String name;
    private final CameraList list;
    private final VideoFeed feed;
    private final Runnable stop;
    private volatile long pictureNs = System.nanoTime();

    DeviceCamera(String name, CameraList list, VideoFeed feed) throws MediaException {
        this.name = name;
        this.list = list;
        this.feed = feed;
        var path = list.named(name).orElseThrow(() -> new MediaException(MediaException.Reason.NOT_FOUND,
                "There is no camera “" + name + "” on this computer now.")).path();
        var ours = System.getProperty("os.name").startsWith("Linux") ? video4Linux(path) : null;
        stop = ours != null ? ours : libwebrtc(path);
    }

    private @Nullable Runnable video4Linux(String path) throws MediaException {
        try {
            return V4l2Capture.start(path,
                    Comparator.comparingInt(form -> distance(form.width(), form.height(), form.framesPerSecond())),
                    picture -> push(picture, 0)).<Runnable>map(capture -> capture::close).orElse(null);
        } catch (V4l2.Refused refused) {
            throw switch (refused.errno) {
                case V4l2.EBUSY -> failed("is used by another program. Close that, or choose another camera.");
                case V4l2.EACCES -> failed("may not be used by this account: it lacks the group “video”.");
                default -> failed("doesn't start (" + refused.getMessage() + ").");
            };
        }
    }

    private Runnable libwebrtc(String path) throws MediaException {
        var device = MediaDevices.getVideoCaptureDevices().stream().filter(one -> one.getDescriptor().equals(path))
                .findFirst().orElseThrow(() -> failed("doesn't start: it was unplugged."));
        var capture = new VideoCapture();
        capture.setVideoCaptureDevice(device);
        capture.setVideoSink(this::captured);
        try {
            capture.setVideoCaptureCapability(nearest(device));
            capture.start();
        } catch (Error | RuntimeException refused) { // "Unhandled Exception", whatever the reason
            Natives.dispose(capture::dispose);
            throw failed("doesn't start. Another program may be using it, or this one may not be allowed to.");
        }
        return () -> {
            Natives.dispose(capture::stop);
            Natives.dispose(capture::dispose);
        };
    }

    private MediaException failed(String how) {
        return new MediaException(MediaException.Reason.BUSY, "The camera “" + name + "” " + how);
    }

    private void captured(VideoFrame frame) {
        try {
            NativeThread.guard(() -> push((NativeI420Buffer) frame.buffer, frame.rotation));
        } finally {
            frame.release();
        }
    }

    private void push(NativeI420Buffer picture, int rotation) {
        pictureNs = System.nanoTime();
        feed.push(picture, rotation);
    }

    private static VideoCaptureCapability nearest(VideoDevice device) {
        return MediaDevices.getVideoCaptureCapabilities(device).stream()
                .min(Comparator.comparingInt(form -> distance(form.width, form.height, form.frameRate)))
                .orElse(new VideoCaptureCapability(WIDTH, HEIGHT, FRAMES_PER_SECOND));
    }

    /// From 1280x720 at 30 pictures a second; the size counts more than the rate, unless that is too low for faces.
    private static int distance(int width, int height, int framesPerSecond) {
        return Math.abs(width - WIDTH) + Math.abs(height - HEIGHT)
                + 4 * Math.max(0, FRAMES_PER_SECOND - framesPerSecond)
                + 200 * Math.max(0, ENOUGH_PER_SECOND - framesPerSecond);
    }

    /// Why it doesn't work any more; empty while it does.
    Optional<MediaException> trouble(long nowNs) {
        if (list.named(name).isEmpty())
            return Optional.of(new MediaException(MediaException.Reason.NOT_FOUND,
                    "The camera “" + name + "” was unplugged."));
        if (nowNs - pictureNs > SILENT_NS)
            return Optional.of(new MediaException(MediaException.Reason.SILENT,
                    "The camera “" + name + "” is on but gives no picture."));
        return Optional.empty();
    }

    @Override
    public void close() {
        stop.run();
    }
}
