package lectern.media;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Feeds the camera track from a device or a test card. Used on the [NativeThread] alone.
final class Camera implements AutoCloseable {
    private static final int BLACKS = 4; // an encoder short of bits may drop one or two
    private static final long BLACK_NS = 100_000_000;

    private final VideoFeed feed;
    private final Pacer pacer;
    private final CameraList list;
    private CameraChoice choice = new CameraChoice.None();
    private boolean on = true;
    private Runnable stop = () -> {};
    private @Nullable DeviceCamera device;
    private Consumer<MediaException> onTrouble = _ -> {};

    Camera(VideoFeed feed, Pacer pacer, CameraList list) {
        this.feed = feed;
        this.pacer = pacer;
        this.list = list;
    }

    /// `listener`: the device that ran doesn't work any more, and is off.
    void onTrouble(Consumer<MediaException> listener) {
        onTrouble = listener;
    }

    /// To be called about every second.
    void check(long nowNs) {
        if (device != null)
            device.trouble(nowNs).ifPresent(trouble -> {
                choice = new CameraChoice.None();
                goBlack();
                onTrouble.accept(trouble);
            });
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
            case CameraChoice.Device(String name) -> capture(name);
        };
    }

    private Runnable capture(String name) throws MediaException {
        var opened = new DeviceCamera(name, list, feed);
        device = opened;
        return () -> {
            device = null;
            opened.close();
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

    @Override
    public void close() {
        stop.run();
    }
}
