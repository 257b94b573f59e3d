package lectern.media;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

/// A connection to an X server, and what can be shared on it. One thread at a time.
final class XDisplay implements AutoCloseable {
    private static final int TITLE_WORDS = 64;
    private static final int MAX_WINDOWS = 200;
    private static final int VIEWABLE = 2;
    private static final byte FALSE = 0;

    private final Arena arena;
    private final Xcb xcb;
    private final MemorySegment connection;
    private final int root;
    private final int rootWidth;
    private final int rootHeight;

    record Area(int x, int y, int width, int height) {}

    private XDisplay(Arena arena, Xcb xcb, MemorySegment connection) throws Throwable {
        this.arena = arena;
        this.xcb = xcb;
        this.connection = connection;
        var iterator = (MemorySegment) xcb.rootsIterator.invoke((java.lang.foreign.SegmentAllocator) arena,
                (MemorySegment) xcb.getSetup.invoke(connection));
        var screen = iterator.get(ADDRESS, 0).reinterpret(40);
        root = screen.get(JAVA_INT, 0);
        rootWidth = screen.get(java.lang.foreign.ValueLayout.JAVA_SHORT, 20) & 0xffff;
        rootHeight = screen.get(java.lang.foreign.ValueLayout.JAVA_SHORT, 22) & 0xffff;
    }

    /// Empty without an X server there, or without libxcb.
    static Optional<XDisplay> open(@Nullable String display) {
        var arena = Arena.ofShared();
        try {
            var xcb = new Xcb(arena);
            var name = display == null ? MemorySegment.NULL : arena.allocateFrom(display);
            var connection = (MemorySegment) xcb.connect.invoke(name, MemorySegment.NULL);
            if ((int) xcb.hasError.invoke(connection) != 0) {
                xcb.disconnect.invoke(connection);
                arena.close();
                return Optional.empty();
            }
            return Optional.of(new XDisplay(arena, xcb, connection));
        } catch (IllegalArgumentException notInstalled) {
            arena.close();
            return Optional.empty();
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    Arena arena() {
        return arena;
    }

    Xcb xcb() {
        return xcb;
    }

    MemorySegment connection() {
        return connection;
    }

    int root() {
        return root;
    }

    /// Monitors where the server knows them, else the whole of it.
    List<Area> monitors() {
        var areas = new ArrayList<Area>();
        if (xcb.hasMonitors())
            xcb.monitors().ask(connection, root, (byte) 1).ifPresent(reply -> {
                try (reply) {
                    long at = 32;
                    for (int i = 0; i < reply.u32(12); i++) {
                        areas.add(new Area(reply.i16(at + 8), reply.i16(at + 10), reply.u16(at + 12),
                                reply.u16(at + 14)));
                        at += 24 + 4L * reply.u16(at + 6);
                    }
                }
            });
        return areas.isEmpty() ? List.of(new Area(0, 0, rootWidth, rootHeight)) : areas;
    }

    /// Windows of programs: those the window manager lists, or without one all that are shown and have a title.
    List<ScreenSource> windows() {
        var ids = words(root, atom("_NET_CLIENT_LIST"));
        var windows = new ArrayList<ScreenSource>();
        for (int id : ids.isEmpty() ? children() : ids) {
            var title = title(id);
            if (!title.isBlank() && isViewable(id) && windows.size() < MAX_WINDOWS)
                windows.add(new ScreenSource(ScreenSource.Kind.WINDOW, Integer.toUnsignedLong(id), title));
        }
        return windows;
    }

    private List<Integer> children() {
        var ids = new ArrayList<Integer>();
        xcb.queryTree().ask(connection, root).ifPresent(reply -> {
            try (reply) {
                for (int i = 0; i < reply.u16(16); i++)
                    ids.add(reply.u32(32 + 4L * i));
            }
        });
        return ids;
    }

    private boolean isViewable(int window) {
        return xcb.windowAttributes().ask(connection, window).map(reply -> {
            try (reply) {
                return reply.u8(26) == VIEWABLE;
            }
        }).orElse(false);
    }

    private String title(int window) {
        var title = text(window, atom("_NET_WM_NAME"), atom("UTF8_STRING"), StandardCharsets.UTF_8);
        return title.isBlank()
                ? text(window, atom("WM_NAME"), Xcb.ATOM_STRING, StandardCharsets.ISO_8859_1)
                : title;
    }

    private int atom(String name) {
        return xcb.internAtom().ask(connection, FALSE, (short) name.length(), arena.allocateFrom(name)).map(reply -> {
            try (reply) {
                return reply.u32(8);
            }
        }).orElse(0);
    }

    private String text(int window, int property, int type, java.nio.charset.Charset charset) {
        return xcb.property().ask(connection, FALSE, window, property, type, 0, TITLE_WORDS).map(reply -> {
            try (reply) {
                return new String(reply.tail(32).asSlice(0, reply.u32(16)).toArray(JAVA_BYTE), charset);
            }
        }).orElse("");
    }

    private List<Integer> words(int window, int property) {
        var words = new ArrayList<Integer>();
        xcb.property().ask(connection, FALSE, window, property, 0, 0, MAX_WINDOWS).ifPresent(reply -> {
            try (reply) {
                if (reply.u8(1) == 32)
                    for (int i = 0; i < reply.u32(16); i++)
                        words.add(reply.tail(32).get(JAVA_INT_UNALIGNED, 4L * i));
            }
        });
        return words;
    }

    /// Where a window lies on the root, or nothing if it is gone.
    Optional<Area> area(int window) {
        var size = xcb.geometry().ask(connection, window).map(reply -> {
            try (reply) {
                return new Area(0, 0, reply.u16(16), reply.u16(18));
            }
        });
        return size.flatMap(area -> xcb.translate().ask(connection, window, root, (short) 0, (short) 0).map(reply -> {
            try (reply) {
                return new Area(reply.i16(12), reply.i16(14), area.width(), area.height());
            }
        }));
    }

    @Override
    public void close() {
        try {
            xcb.disconnect.invoke(connection);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
        arena.close();
    }
}
