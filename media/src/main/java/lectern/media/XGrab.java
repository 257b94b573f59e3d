package lectern.media;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import static java.lang.foreign.ValueLayout.JAVA_INT;

/// Grabs a monitor or a window of an X server, pointer included, through shared memory: 0.3 ms at 1366x768. One thread.
final class XGrab implements AutoCloseable {
    private static final int IPC_PRIVATE = 0;
    private static final int IPC_CREAT = 01000;
    private static final int IPC_RMID = 0;
    private static final byte Z_PIXMAP = 2;
    private static final byte AUTOMATIC = 0;
    private static final long SHMAT_FAILED = -1;

    private final XDisplay display;
    private final Xcb xcb;
    private final Xcb.Request getImage;
    private final Optional<Xcb.Request> cursor;
    private final XDisplay.Area monitor;
    private final int window;
    private final boolean composite;
    private int pixmap;
    private Shared[] buffers = {};
    private int width;
    private int height;
    private int turn;

    /// What a grab brought. `changed`: differs from the one before. Valid until the next but one.
    record Grabbed(MemorySegment pixels, int width, int height, boolean changed) {}

    private record Shared(int segment, MemorySegment memory) {}

    static XGrab monitor(XDisplay display, XDisplay.Area monitor) {
        return new XGrab(display, monitor, 0);
    }

    static XGrab window(XDisplay display, int window) {
        return new XGrab(display, new XDisplay.Area(0, 0, 0, 0), window);
    }

    private XGrab(XDisplay display, XDisplay.Area monitor, int window) {
        this.display = display;
        this.xcb = display.xcb();
        this.monitor = monitor;
        this.window = window;
        getImage = xcb.shmGetImage();
        var server = display.connection();
        if (xcb.shmVersion().ask(server).map(XGrab::closed).isEmpty())
            throw new IllegalStateException("the X server has no shared memory");
        cursor = xcb.hasCursor() && xcb.xfixesVersion().ask(server, 4, 0).map(XGrab::closed).isPresent()
                ? Optional.of(xcb.cursorImage())
                : Optional.empty();
        // Composite keeps a picture of the whole window, where others cover it too.
        composite = window != 0 && xcb.hasComposite()
                && xcb.compositeVersion().ask(server, 0, 4).map(XGrab::closed).isPresent();
        if (composite)
            call(() -> xcb.redirect().invoke(server, window, AUTOMATIC));
    }

    private static boolean closed(Xcb.Reply reply) {
        reply.close();
        return true;
    }

    /// Empty when the window is gone or the server refuses (a window partly off the screen, without Composite).
    Optional<Grabbed> grab() {
        var area = window == 0 ? Optional.of(monitor) : display.area(window);
        if (area.isEmpty())
            return Optional.empty();
        int evenWidth = area.get().width() & ~1; // video halves its colour both ways
        int evenHeight = area.get().height() & ~1;
        if (evenWidth < 2 || evenHeight < 2)
            return Optional.empty();
        if (evenWidth != width || evenHeight != height)
            resize(evenWidth, evenHeight);
        var before = buffers[turn];
        turn = 1 - turn;
        var into = buffers[turn];
        int drawable = window == 0 ? display.root() : composite ? pixmap : window;
        var reply = getImage.ask(display.connection(), drawable, (short) monitor.x(), (short) monitor.y(),
                (short) width,
                (short) height, -1, Z_PIXMAP, into.segment, 0);
        if (reply.isEmpty())
            return Optional.empty();
        try (var image = reply.get()) {
            if (image.u32(12) != width * height * 4)
                throw new IllegalStateException("the X server's pixels aren't 32 bits");
        }
        pointer(area.get()).ifPresent(image -> image.over(into.memory, width, height));
        return Optional.of(new Grabbed(into.memory, width, height, into.memory.mismatch(before.memory) >= 0));
    }

    private Optional<CursorImage> pointer(XDisplay.Area area) {
        return cursor.flatMap(request -> request.ask(display.connection())).map(reply -> {
            try (reply) {
                int cursorWidth = reply.u16(12);
                int cursorHeight = reply.u16(14);
                var pixels = reply.tail(32).asSlice(0, 4L * cursorWidth * cursorHeight).toArray(JAVA_INT);
                return new CursorImage(reply.i16(8) - reply.u16(16) - area.x(),
                        reply.i16(10) - reply.u16(18) - area.y(),
                        cursorWidth, cursorHeight, MemorySegment.ofArray(pixels));
            }
        });
    }

    private void resize(int newWidth, int newHeight) {
        release();
        width = newWidth;
        height = newHeight;
        buffers = new Shared[]{ share(width * height * 4L), share(width * height * 4L)};
        if (!composite)
            return;
        if (pixmap != 0)
            call(() -> xcb.freePixmap().invoke(display.connection(), pixmap));
        call(() -> {
            pixmap = (int) xcb.generateId.invoke(display.connection());
            return xcb.namePixmap().invoke(display.connection(), window, pixmap);
        });
    }

    private Shared share(long bytes) {
        return call(() -> {
            int id = (int) xcb.shmget.invoke(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
            var memory = (MemorySegment) xcb.shmat.invoke(id, MemorySegment.NULL, 0);
            if (memory.address() == SHMAT_FAILED)
                throw new IllegalStateException("no shared memory for " + bytes + " bytes");
            int segment = (int) xcb.generateId.invoke(display.connection());
            xcb.shmAttach().invoke(display.connection(), segment, id, (byte) 0);
            xcb.shmVersion().ask(display.connection()).ifPresent(Xcb.Reply::close); // by its reply the server is attached
            xcb.shmctl.invoke(id, IPC_RMID, MemorySegment.NULL); // goes with the last of us two
            return new Shared(segment, memory.reinterpret(bytes));
        });
    }

    private void release() {
        for (var buffer : buffers)
            call(() -> {
                xcb.shmDetach().invoke(display.connection(), buffer.segment);
                return xcb.shmdt.invoke(buffer.memory);
            });
        buffers = new Shared[]{};
    }

    private interface Native<T> {
        T call() throws Throwable;
    }

    private static <T> T call(Native<T> body) {
        try {
            return body.call();
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        release();
        if (composite)
            call(() -> xcb.unredirect().invoke(display.connection(), window, AUTOMATIC));
    }
}
