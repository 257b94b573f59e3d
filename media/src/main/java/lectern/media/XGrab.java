package lectern.media;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Grabs a monitor or a window of an X server, pointer included, through shared memory: 0.3 ms at 1366x768. One thread.
final class XGrab implements AutoCloseable {
    private static final int ALL_PLANES = -1;
    private static final int Z_PIXMAP = 2;
    private static final int AUTOMATIC = 0;
    private static final int WRITABLE = 0;

    private final XDisplay display;
    private final XDisplay.Area monitor;
    private final int window;
    private final boolean cursor;
    private final boolean composite;
    private int pixmap;
    private Buffer[] buffers = {};
    private int width;
    private int height;
    private int turn;

    /// What a grab brought. `changed`: it differs from the one before. Valid until the next but one.
    record Grabbed(MemorySegment pixels, int width, int height, boolean changed) {}

    private record Buffer(int segment, SharedMemory shared) {}

    static XGrab monitor(XDisplay display, XDisplay.Area monitor) {
        return new XGrab(display, monitor, 0);
    }

    static XGrab window(XDisplay display, int window) {
        return new XGrab(display, new XDisplay.Area(0, 0, 0, 0), window);
    }

    private XGrab(XDisplay display, XDisplay.Area monitor, int window) {
        this.display = display;
        this.monitor = monitor;
        this.window = window;
        cursor = speaks(Xcb.Extension.FIXES, Xcb.Request.FIXES_VERSION, 4, 0);
        // Composite keeps a picture of the whole window, also where others cover it.
        composite = window != 0 && speaks(Xcb.Extension.COMPOSITE, Xcb.Request.COMPOSITE_VERSION, 0, 4);
        if (composite)
            display.tell(Xcb.Request.REDIRECT_WINDOW, window, AUTOMATIC);
    }

    /// An extension answers nothing else before it was asked for its version.
    private boolean speaks(Xcb.Extension extension, Xcb.Request version, int... words) {
        var reply = display.has(extension) ? display.ask(version, words) : Optional.<Xcb.Reply>empty();
        reply.ifPresent(Xcb.Reply::close);
        return reply.isPresent();
    }

    /// Empty when the window is gone or the server refuses (a window partly off the screen, without Composite).
    Optional<Grabbed> grab() {
        var area = window == 0 ? Optional.of(monitor) : display.area(window);
        return area.flatMap(this::grab);
    }

    private Optional<Grabbed> grab(XDisplay.Area area) {
        int evenWidth = area.width() & ~1; // video halves its colour both ways
        int evenHeight = area.height() & ~1;
        if (evenWidth < 2 || evenHeight < 2)
            return Optional.empty();
        if (evenWidth != width || evenHeight != height)
            resize(evenWidth, evenHeight);
        var before = buffers[turn].shared.memory();
        turn = 1 - turn;
        var into = buffers[turn];
        int drawable = window == 0 ? display.root() : composite ? pixmap : window;
        var reply = display.ask(Xcb.Request.SHM_GET_IMAGE, drawable, pair(monitor.x(), monitor.y()),
                pair(width, height),
                ALL_PLANES, Z_PIXMAP, into.segment, 0);
        if (reply.isEmpty())
            return Optional.empty();
        try (var image = reply.get()) {
            if (image.u32(12) != width * height * 4)
                throw new IllegalStateException("its pixels aren't 32 bits");
        }
        var pixels = into.shared.memory();
        if (cursor)
            drawPointer(pixels, area);
        return Optional.of(new Grabbed(pixels, width, height, pixels.mismatch(before) >= 0));
    }

    private static int pair(int low, int high) {
        return low & 0xffff | high << 16;
    }

    private void drawPointer(MemorySegment pixels, XDisplay.Area area) {
        display.ask(Xcb.Request.CURSOR_IMAGE).ifPresent(reply -> {
            try (reply) {
                int left = reply.i16(8) - reply.u16(16) - area.x(); // where it points, less where its point is
                int top = reply.i16(10) - reply.u16(18) - area.y();
                new CursorImage(left, top, reply.u16(12), reply.u16(14), reply.tail()).over(pixels, width, height);
            }
        });
    }

    private void resize(int newWidth, int newHeight) {
        release();
        width = newWidth;
        height = newHeight;
        buffers = new Buffer[]{ buffer(), buffer()};
        if (composite) {
            pixmap = display.newId();
            display.tell(Xcb.Request.NAME_WINDOW_PIXMAP, window, pixmap);
        }
    }

    private Buffer buffer() {
        var shared = SharedMemory.allocate(width * height * 4L);
        int segment = display.newId();
        display.tell(Xcb.Request.SHM_ATTACH, segment, shared.id(), WRITABLE);
        display.ask(Xcb.Request.SHM_VERSION).ifPresent(Xcb.Reply::close); // when it answers this, it has attached
        shared.forget();
        return new Buffer(segment, shared);
    }

    private void release() {
        for (var buffer : buffers) {
            display.tell(Xcb.Request.SHM_DETACH, buffer.segment);
            buffer.shared.close();
        }
        buffers = new Buffer[]{};
        if (pixmap != 0)
            display.tell(Xcb.Request.FREE_PIXMAP, pixmap);
        pixmap = 0;
    }

    /// Lets go of the memory until the next grab.
    void rest() {
        release();
        width = 0;
        height = 0;
    }

    @Override
    public void close() {
        release();
        if (composite)
            display.tell(Xcb.Request.UNREDIRECT_WINDOW, window, AUTOMATIC);
    }
}
