package lectern.media;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Makes thumbnails of X11 screens and windows, each at most once a second, while somebody chooses among them. A thread and
/// a connection of its own.
final class X11Thumbnails implements Runnable {
    private static final long EVERY_NS = 1_000_000_000;
    private static final int MOST = 24; // rows enough for a screen; each costs a grab of its whole size

    private final List<ScreenSource> sources;
    private final int width;
    private final int height;
    private final Thumbnails listener;
    private final Thread thread = Thread.ofPlatform().name("media-thumbnails").daemon(true).unstarted(this);
    private @Nullable String display;
    private volatile boolean stopped;

    /// Each fits into `width` x `height`.
    X11Thumbnails(List<ScreenSource> sources, int width, int height, Thumbnails listener) {
        this.sources = sources.subList(0, Math.min(sources.size(), MOST));
        this.width = width;
        this.height = height;
        this.listener = listener;
    }

    void start(@Nullable String from) {
        display = from;
        if (!stopped)
            thread.start();
    }

    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        NativeThread.guard(() -> {
            var opened = XDisplay.open(display);
            if (opened.isEmpty())
                return;
            try (var open = opened.get()) {
                var stills = new ArrayList<Still>();
                try {
                    for (var source : sources)
                        grab(open, source, stills);
                    look(stills);
                } finally {
                    stills.forEach(still -> still.grab.close());
                }
            }
        });
    }

    private void grab(XDisplay open, ScreenSource source, List<Still> into) {
        var monitors = open.monitors();
        if (source.kind() == ScreenSource.Kind.WINDOW)
            into.add(new Still(source, XGrab.window(open, (int) source.id())));
        else
            if (source.id() >= 0 && source.id() < monitors.size())
                into.add(new Still(source, XGrab.monitor(open, monitors.get((int) source.id()))));
    }

    private void look(List<Still> stills) {
        while (!stopped) {
            long dueNs = System.nanoTime() + EVERY_NS;
            for (var still : stills)
                if (!stopped)
                    NativeThread.guard(still::take);
            for (long leftNs = EVERY_NS; !stopped && leftNs > 0; leftNs = dueNs - System.nanoTime())
                LockSupport.parkNanos(leftNs);
        }
    }

    private final class Still implements Pictures {
        private final ScreenSource source;
        private final XGrab grab;
        private final PictureScaler scaler = new PictureScaler(this);
        private byte[] last = {};

        Still(ScreenSource source, XGrab grab) {
            this.source = source;
            this.grab = grab;
        }

        /// One that can't be grabbed now (minimized, gone) keeps what it had.
        void take() throws Exception {
            var grabbed = grab.grab();
            if (grabbed.isEmpty())
                return;
            var whole = NativeI420Buffer.allocate(grabbed.get().width(), grabbed.get().height());
            try {
                VideoBufferConverter.convertToI420(grabbed.get().pixels().asByteBuffer(), whole, FourCC.ARGB);
                scaler.show(whole, 0, System.nanoTime());
            } finally {
                whole.release();
                grab.rest();
            }
        }

        @Override
        public int wantedWidth() {
            return width;
        }

        @Override
        public int wantedHeight() {
            return height;
        }

        @Override
        public void picture(ByteBuffer bgra, int pictureWidth, int pictureHeight, long timestampNs) {
            var copy = new byte[pictureWidth * pictureHeight * 4];
            bgra.get(0, copy);
            if (Arrays.equals(copy, last) || stopped)
                return;
            last = copy;
            listener.thumbnail(source, ByteBuffer.wrap(copy), pictureWidth, pictureHeight);
        }
    }
}
