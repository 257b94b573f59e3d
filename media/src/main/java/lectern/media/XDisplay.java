package lectern.media;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

/// A connection to an X server, and what can be shared on it. One thread at a time.
final class XDisplay implements AutoCloseable {
    private static final int TITLE_WORDS = 64;
    private static final int MAX_WINDOWS = 200;
    private static final int VIEWABLE = 2;
    private static final int ACTIVE = 1;
    private static final int ANY_TYPE = 0;
    private static final int WORD_BITS = 32;

    private final Xcb xcb;
    private final MemorySegment connection;
    private final int root;
    private final Area whole;

    record Area(int x, int y, int width, int height) {}

    private XDisplay(Xcb xcb, MemorySegment connection) {
        this.xcb = xcb;
        this.connection = connection;
        int[] screen = xcb.root(connection);
        root = screen[0];
        whole = new Area(0, 0, screen[1], screen[2]);
    }

    /// Empty without an X server there, or without libxcb.
    static Optional<XDisplay> open(@Nullable String display) {
        return Xcb.loaded()
                .flatMap(xcb -> xcb.connect(display).map(connection -> new XDisplay(xcb, connection)));
    }

    int root() {
        return root;
    }

    int newId() {
        return xcb.generateId(connection);
    }

    boolean has(Xcb.Extension extension) {
        return xcb.has(connection, extension);
    }

    void tell(Xcb.Request request, int... words) {
        xcb.tell(connection, request, words);
    }

    Optional<Xcb.Reply> ask(Xcb.Request request, int... words) {
        return xcb.ask(connection, request, words);
    }

    /// Monitors where the server knows them, else the whole of it.
    List<Area> monitors() {
        var areas = new ArrayList<Area>();
        if (has(Xcb.Extension.RANDR))
            ask(Xcb.Request.MONITORS, root, ACTIVE).ifPresent(reply -> {
                try (reply) {
                    long at = 32;
                    for (int i = 0; i < reply.u32(12); i++) {
                        areas.add(new Area(reply.i16(at + 8), reply.i16(at + 10), reply.u16(at + 12),
                                reply.u16(at + 14)));
                        at += 24 + 4L * reply.u16(at + 6); // each ends with its outputs
                    }
                }
            });
        return areas.isEmpty() ? List.of(whole) : areas;
    }

    /// Windows of programs: those the window manager lists, or without one all that are shown and have a title.
    List<ScreenSource> windows() {
        var listed = listedWindows();
        var windows = new ArrayList<ScreenSource>();
        for (int id : listed.isEmpty() ? children() : listed) {
            var title = title(id);
            if (!title.isBlank() && isViewable(id) && windows.size() < MAX_WINDOWS)
                windows.add(new ScreenSource(ScreenSource.Kind.WINDOW, Integer.toUnsignedLong(id), title));
        }
        return windows;
    }

    private List<Integer> listedWindows() {
        var ids = new ArrayList<Integer>();
        ask(Xcb.Request.PROPERTY, root, atom("_NET_CLIENT_LIST"), ANY_TYPE, 0, MAX_WINDOWS).ifPresent(reply -> {
            try (reply) {
                if (reply.u8(1) == WORD_BITS)
                    for (int i = 0; i < reply.u32(16); i++)
                        ids.add(reply.u32(32 + 4L * i));
            }
        });
        return ids;
    }

    private List<Integer> children() {
        var ids = new ArrayList<Integer>();
        ask(Xcb.Request.QUERY_TREE, root).ifPresent(reply -> {
            try (reply) {
                for (int i = 0; i < reply.u16(16); i++)
                    ids.add(reply.u32(32 + 4L * i));
            }
        });
        return ids;
    }

    private boolean isViewable(int window) {
        return ask(Xcb.Request.WINDOW_ATTRIBUTES, window).map(reply -> {
            try (reply) {
                return reply.u8(26) == VIEWABLE;
            }
        }).orElse(false);
    }

    private String title(int window) {
        var title = text(window, atom("_NET_WM_NAME"), atom("UTF8_STRING"), StandardCharsets.UTF_8);
        return title.isBlank() ? text(window, atom("WM_NAME"), Xcb.ATOM_STRING, StandardCharsets.ISO_8859_1) : title;
    }

    private String text(int window, int property, int type, Charset charset) {
        return ask(Xcb.Request.PROPERTY, window, property, type, 0, TITLE_WORDS).map(reply -> {
            try (reply) {
                return new String(reply.tail().asSlice(0, reply.u32(16)).toArray(JAVA_BYTE), charset);
            }
        }).orElse("");
    }

    private int atom(String name) {
        var words = ByteBuffer.allocate(4 + (name.length() + 3) / 4 * 4).order(ByteOrder.nativeOrder());
        words.putInt(name.length()).put(name.getBytes(StandardCharsets.US_ASCII)).rewind();
        var request = new int[words.capacity() / 4];
        words.asIntBuffer().get(request);
        return ask(Xcb.Request.INTERN_ATOM, request).map(reply -> {
            try (reply) {
                return reply.u32(8);
            }
        }).orElse(0);
    }

    /// Where a window lies on the root, or nothing if it is gone.
    Optional<Area> area(int window) {
        var size = ask(Xcb.Request.GEOMETRY, window).map(reply -> {
            try (reply) {
                return new Area(0, 0, reply.u16(16), reply.u16(18));
            }
        });
        return size.flatMap(area -> ask(Xcb.Request.TRANSLATE_COORDINATES, window, root, 0).map(reply -> {
            try (reply) {
                return new Area(reply.i16(12), reply.i16(14), area.width(), area.height());
            }
        }));
    }

    @Override
    public void close() {
        xcb.disconnect(connection);
    }
}
