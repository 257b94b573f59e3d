package lectern.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A track that lives as long as the engine and carries whatever is pushed into it, from any thread. So a camera can be
/// changed for another or for a drawn picture, and no connection notices.
final class VideoFeed implements AutoCloseable {
    private final CustomVideoSource source = new CustomVideoSource();
    private final VideoTrack track;
    private final BiConsumer<Integer, Integer> onSize;
    private volatile @Nullable PictureScaler preview;
    private int width;
    private int height;
    private boolean closed;

    /// `onSize` hears the size of the first picture and each change, on the pushing thread.
    VideoFeed(PeerConnectionFactory factory, String label, BiConsumer<Integer, Integer> onSize) {
        this.track = factory.createVideoTrack(label, source);
        this.onSize = onSize;
    }

    VideoTrack track() {
        return track;
    }

    void preview(@Nullable Pictures viewer) {
        preview = viewer == null ? null : new PictureScaler(viewer);
    }

    /// The picture stays the caller's; the encoder holds a reference of its own.
    synchronized void push(NativeI420Buffer picture, int rotation) {
        if (closed)
            return;
        if (picture.getWidth() != width || picture.getHeight() != height) {
            width = picture.getWidth();
            height = picture.getHeight();
            onSize.accept(width, height);
        }
        long nowNs = System.nanoTime();
        source.pushFrame(new VideoFrame(picture, rotation, nowNs));
        var viewer = preview;
        if (viewer != null)
            NativeThread.guard(() -> viewer.show(picture, rotation, nowNs));
    }

    /// Leaves viewers with black instead of the last picture.
    synchronized void pushBlack() {
        if (closed || width == 0)
            return;
        var black = NativeI420Buffer.allocate(width, height);
        black(black);
        source.pushFrame(new VideoFrame(black, System.nanoTime()));
        black.release();
    }

    private static void black(NativeI420Buffer picture) {
        var y = picture.getDataY();
        for (int i = 0; i < y.capacity(); i++)
            y.put(i, (byte) 16);
        var u = picture.getDataU();
        var v = picture.getDataV();
        for (int i = 0; i < u.capacity(); i++)
            u.put(i, (byte) 128);
        for (int i = 0; i < v.capacity(); i++)
            v.put(i, (byte) 128);
    }

    /// After the connections that carry the track are closed.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        Natives.dispose(track::dispose);
        Natives.dispose(source::dispose);
    }
}
