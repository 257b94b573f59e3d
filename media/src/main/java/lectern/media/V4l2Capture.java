package lectern.media;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import static java.lang.foreign.ValueLayout.JAVA_INT;

/// Captures from a camera of Linux. libwebrtc's own capturer ends the process in one start of some twenty to a hundred:
/// its new thread trips over a check that the starting one hasn't left yet (video_capture_v4l2.cc, `capture_checker_`).
///
/// Raw forms alone; compressed ones (MJPEG) can't be read by what webrtc-java shows of libyuv.
final class V4l2Capture implements AutoCloseable {
    private static final int BUFFERS = 4;
    private static final int POLL_MS = 250;
    private static final long JOIN_MS = 2000;

    private final V4l2 v4l2;
    private final int file;
    private final Form form;
    private final Consumer<NativeI420Buffer> sink;
    private final List<MemorySegment> buffers = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().name("media-camera").daemon(true).unstarted(this::run);
    private volatile boolean stopped;

    /// Named by the four letters that are V4L2's `code` for it; `bits` of a pixel.
    private enum Coding {
        YUYV(FourCC.YUY2, 16), UYVY(FourCC.UYVY, 16), NV12(FourCC.NV12, 12), YU12(FourCC.I420, 12);

        final FourCC format;
        final int bits;
        final int code;

        Coding(FourCC format, int bits) {
            this.format = format;
            this.bits = bits;
            code = name().charAt(0) | name().charAt(1) << 8 | name().charAt(2) << 16 | name().charAt(3) << 24;
        }
    }

    record Form(int coding, int width, int height, int framesPerSecond) {}

    /// Starts; the pictures come on a thread of its own and belong to it. Empty if the camera has no raw form.
    static Optional<V4l2Capture> start(String path, Comparator<Form> best, Consumer<NativeI420Buffer> sink)
            throws V4l2.Refused {
        var v4l2 = new V4l2();
        int file = v4l2.open(path);
        V4l2Capture capture = null;
        try (var frame = Arena.ofConfined()) {
            var wanted = forms(v4l2, file, frame).stream().min(best);
            if (wanted.isEmpty())
                return Optional.empty();
            capture = new V4l2Capture(v4l2, file, agree(v4l2, file, wanted.get(), frame), sink);
            capture.begin(frame);
            return Optional.of(capture);
        } finally {
            if (capture == null)
                v4l2.close(file);
            else
                if (!capture.thread.isAlive())
                    capture.release();
        }
    }

    private V4l2Capture(V4l2 v4l2, int file, Form form, Consumer<NativeI420Buffer> sink) {
        this.v4l2 = v4l2;
        this.file = file;
        this.form = form;
        this.sink = sink;
    }

    private static List<Form> forms(V4l2 v4l2, int file, Arena frame) {
        var forms = new ArrayList<Form>();
        for (var coding : Coding.values()) {
            var size = frame.allocate(44, 8);
            size.set(JAVA_INT, 4, coding.code);
            for (int i = 0; answers(v4l2, file, V4l2.ENUM_FRAMESIZES, size, i); i++) {
                boolean discrete = size.get(JAVA_INT, 8) == V4l2.DISCRETE;
                int width = size.get(JAVA_INT, discrete ? 12 : 16);
                int height = size.get(JAVA_INT, discrete ? 16 : 28);
                forms.add(new Form(coding.ordinal(), width, height, fastest(v4l2, file, coding, width, height, frame)));
            }
        }
        return forms;
    }

    /// V4L2 lists by counting up until it is told that there is no more.
    private static boolean answers(V4l2 v4l2, int file, int request, MemorySegment argument, int index) {
        argument.set(JAVA_INT, 0, index);
        try {
            v4l2.ioctl(file, request, argument);
            return true;
        } catch (V4l2.Refused end) {
            return false;
        }
    }

    private static int fastest(V4l2 v4l2, int file, Coding coding, int width, int height, Arena frame) {
        var interval = frame.allocate(52, 8);
        interval.set(JAVA_INT, 4, coding.code);
        interval.set(JAVA_INT, 8, width);
        interval.set(JAVA_INT, 12, height);
        int fastest = 0;
        // Where it is a range, its shortest interval comes first, at the same place.
        for (int i = 0; answers(v4l2, file, V4l2.ENUM_FRAMEINTERVALS, interval, i); i++)
            fastest = Math.max(fastest, interval.get(JAVA_INT, 24) / Math.max(1, interval.get(JAVA_INT, 20)));
        return fastest;
    }

    private static Form agree(V4l2 v4l2, int file, Form wanted, Arena frame) throws V4l2.Refused {
        var coding = Coding.values()[wanted.coding];
        var format = frame.allocate(208, 8);
        format.set(JAVA_INT, 0, V4l2.VIDEO_CAPTURE);
        format.set(JAVA_INT, 8, wanted.width);
        format.set(JAVA_INT, 12, wanted.height);
        format.set(JAVA_INT, 16, coding.code);
        v4l2.ioctl(file, V4l2.S_FMT, format);
        int width = format.get(JAVA_INT, 8), height = format.get(JAVA_INT, 12);
        if (format.get(JAVA_INT, 16) != coding.code || width % 2 != 0 || height % 2 != 0)
            throw new V4l2.Refused("another form than agreed", 0);
        var rate = frame.allocate(204, 8);
        rate.set(JAVA_INT, 0, V4l2.VIDEO_CAPTURE);
        rate.set(JAVA_INT, 12, 1);
        rate.set(JAVA_INT, 16, Math.min(30, Math.max(1, wanted.framesPerSecond)));
        try {
            v4l2.ioctl(file, V4l2.S_PARM, rate);
        } catch (V4l2.Refused itsOwn) {
            // Not every camera's rate can be set.
        }
        return new Form(wanted.coding, width, height, wanted.framesPerSecond);
    }

    private void begin(Arena frame) throws V4l2.Refused {
        var request = frame.allocate(20, 8);
        request.set(JAVA_INT, 0, BUFFERS);
        request.set(JAVA_INT, 4, V4l2.VIDEO_CAPTURE);
        request.set(JAVA_INT, 8, V4l2.MMAP);
        v4l2.ioctl(file, V4l2.REQBUFS, request);
        for (int i = 0; i < request.get(JAVA_INT, 0); i++) {
            var buffer = buffer(frame);
            buffer.set(JAVA_INT, 0, i);
            v4l2.ioctl(file, V4l2.QUERYBUF, buffer);
            buffers.add(v4l2.map(file, Integer.toUnsignedLong(buffer.get(JAVA_INT, 72)),
                    Integer.toUnsignedLong(buffer.get(JAVA_INT, 64))));
            v4l2.ioctl(file, V4l2.QBUF, buffer);
        }
        var type = frame.allocate(4, 4);
        type.set(JAVA_INT, 0, V4l2.VIDEO_CAPTURE);
        v4l2.ioctl(file, V4l2.STREAMON, type);
        thread.start();
    }

    private static MemorySegment buffer(Arena frame) {
        var buffer = frame.allocate(88, 8);
        buffer.set(JAVA_INT, 4, V4l2.VIDEO_CAPTURE);
        buffer.set(JAVA_INT, 60, V4l2.MMAP);
        return buffer;
    }

    private void run() {
        NativeThread.guard(this::capture);
        NativeThread.guard(this::release);
    }

    /// Until it is stopped or the camera is gone: a camera that gives nothing more is noticed by whoever wants pictures.
    private void capture() throws Exception {
        try (var frame = Arena.ofConfined(); var ring = new FrameRing(form.width, form.height)) {
            var buffer = buffer(frame);
            while (!stopped) {
                try {
                    if (!v4l2.poll(file, POLL_MS))
                        continue;
                    v4l2.ioctl(file, V4l2.DQBUF, buffer);
                    take(ring, buffer.get(JAVA_INT, 0), buffer.get(JAVA_INT, 8));
                    v4l2.ioctl(file, V4l2.QBUF, buffer);
                } catch (V4l2.Refused refused) {
                    if (refused.errno != V4l2.EAGAIN && refused.errno != V4l2.EINTR)
                        return;
                }
            }
        }
    }

    /// A picture cut short (a bad cable, a busy bus) is left out.
    private void take(FrameRing ring, int index, int bytes) throws Exception {
        var coding = Coding.values()[form.coding];
        long whole = (long) form.width * form.height * coding.bits / 8;
        if (index < 0 || index >= buffers.size() || bytes < whole)
            return;
        var picture = ring.next();
        VideoBufferConverter.convertToI420(buffers.get(index).asSlice(0, whole).asByteBuffer(), picture, coding.format);
        sink.accept(picture);
    }

    private void release() throws V4l2.Refused {
        for (var buffer : buffers)
            v4l2.unmap(buffer);
        buffers.clear();
        v4l2.close(file); // ends the streaming too
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
