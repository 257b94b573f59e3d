package lectern.media;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

/// Speaks the X protocol through libxcb, by the FFM API. XCB and not Xlib: there a request that fails (a window that just
/// closed) is an empty reply; in Xlib it goes to a handler for the whole process, which ends it. And requests are built
/// here, word by word as the protocol has them, so that no extension's own library is needed.
final class Xcb {
    static final int ATOM_STRING = 31;

    enum Extension {
        SHM("MIT-SHM"), FIXES("XFIXES"), COMPOSITE("Composite"), RANDR("RANDR");

        private final String protocolName;

        Extension(String protocolName) {
            this.protocolName = protocolName;
        }
    }

    /// One request of the protocol; `extension` null for the core.
    record Request(@Nullable Extension extension, int opcode) {
        static final Request WINDOW_ATTRIBUTES = new Request(null, 3);
        static final Request GEOMETRY = new Request(null, 14);
        static final Request QUERY_TREE = new Request(null, 15);
        static final Request INTERN_ATOM = new Request(null, 16);
        static final Request PROPERTY = new Request(null, 20);
        static final Request TRANSLATE_COORDINATES = new Request(null, 40);
        static final Request FREE_PIXMAP = new Request(null, 54);
        static final Request SHM_VERSION = new Request(Extension.SHM, 0);
        static final Request SHM_ATTACH = new Request(Extension.SHM, 1);
        static final Request SHM_DETACH = new Request(Extension.SHM, 2);
        static final Request SHM_GET_IMAGE = new Request(Extension.SHM, 4);
        static final Request FIXES_VERSION = new Request(Extension.FIXES, 0);
        static final Request CURSOR_IMAGE = new Request(Extension.FIXES, 4);
        static final Request COMPOSITE_VERSION = new Request(Extension.COMPOSITE, 0);
        static final Request REDIRECT_WINDOW = new Request(Extension.COMPOSITE, 1);
        static final Request UNREDIRECT_WINDOW = new Request(Extension.COMPOSITE, 3);
        static final Request NAME_WINDOW_PIXMAP = new Request(Extension.COMPOSITE, 6);
        static final Request MONITORS = new Request(Extension.RANDR, 42);
    }

    private static final int CHECKED = 1; // errors come with the reply, not as events
    private static final long HEADER_BYTES = 4;
    private static final long IOVEC_BYTES = 16;
    private static final int SPARE_IOVECS = 2; // libxcb writes into the two before the first
    private static final int CONNECTED = 0;

    private final MethodHandle connect;
    private final MethodHandle hasError;
    private final MethodHandle disconnect;
    private final MethodHandle generateId;
    private final MethodHandle getSetup;
    private final MethodHandle rootsIterator;
    private final MethodHandle extensionData;
    private final MethodHandle sendRequest;
    private final MethodHandle waitForReply;
    private final MethodHandle flush;
    private final MethodHandle free;
    private final Map<Extension, MemorySegment> extensions = new EnumMap<>(Extension.class);

    private static final class Loaded {
        private static final Optional<Xcb> XCB = load();

        private static Optional<Xcb> load() {
            try {
                return Optional.of(new Xcb(SymbolLookup.libraryLookup("libxcb.so.1", Arena.global())));
            } catch (IllegalArgumentException notInstalled) {
                return Optional.empty();
            }
        }
    }

    /// Empty where libxcb isn't installed. Loaded once: libxcb numbers extensions for the whole process.
    static Optional<Xcb> loaded() {
        return Loaded.XCB;
    }

    private Xcb(SymbolLookup library) {
        connect = handle(library, "xcb_connect", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        hasError = handle(library, "xcb_connection_has_error", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        disconnect = handle(library, "xcb_disconnect", FunctionDescriptor.ofVoid(ADDRESS));
        generateId = handle(library, "xcb_generate_id", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        getSetup = handle(library, "xcb_get_setup", FunctionDescriptor.of(ADDRESS, ADDRESS));
        rootsIterator = handle(library, "xcb_setup_roots_iterator",
                FunctionDescriptor.of(MemoryLayout.structLayout(ADDRESS, JAVA_INT, JAVA_INT), ADDRESS));
        extensionData = handle(library, "xcb_get_extension_data", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        sendRequest = handle(library, "xcb_send_request",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
        waitForReply = handle(library, "xcb_wait_for_reply",
                FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
        flush = handle(library, "xcb_flush", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        free = handle(Linker.nativeLinker().defaultLookup(), "free", FunctionDescriptor.ofVoid(ADDRESS));
        for (var extension : Extension.values()) {
            var struct = Arena.global().allocate(MemoryLayout.structLayout(ADDRESS, JAVA_INT, JAVA_INT));
            struct.set(ADDRESS, 0, Arena.global().allocateFrom(extension.protocolName));
            extensions.put(extension, struct);
        }
    }

    private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
    }

    private interface Native<T> {
        T call() throws Throwable;
    }

    private static <T> T call(Native<T> body) {
        try {
            return body.call();
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A connection; `display` null for the one in DISPLAY. Empty if nobody answers there.
    Optional<MemorySegment> connect(@Nullable String display) {
        return call(() -> {
            try (var frame = Arena.ofConfined()) {
                var name = display == null ? MemorySegment.NULL : frame.allocateFrom(display);
                var connection = (MemorySegment) connect.invoke(name, MemorySegment.NULL);
                if ((int) hasError.invoke(connection) == CONNECTED)
                    return Optional.of(connection);
                disconnect.invoke(connection);
                return Optional.empty();
            }
        });
    }

    void disconnect(MemorySegment connection) {
        call(() -> disconnect.invoke(connection));
    }

    int generateId(MemorySegment connection) {
        return call(() -> (int) generateId.invoke(connection));
    }

    /// The first screen's root window, width and height.
    int[] root(MemorySegment connection) {
        return call(() -> {
            try (var frame = Arena.ofConfined()) {
                var iterator = (MemorySegment) rootsIterator.invoke((java.lang.foreign.SegmentAllocator) frame,
                        (MemorySegment) getSetup.invoke(connection));
                var screen = iterator.get(ADDRESS, 0).reinterpret(40);
                return new int[]{ screen.get(JAVA_INT, 0), Short.toUnsignedInt(screen.get(ValueLayout.JAVA_SHORT, 20)),
                        Short.toUnsignedInt(screen.get(ValueLayout.JAVA_SHORT, 22))};
            }
        });
    }

    boolean has(MemorySegment connection, Extension extension) {
        return call(() -> {
            var data = (MemorySegment) extensionData.invoke(connection, extensions.get(extension));
            return data.address() != 0 && data.reinterpret(12).get(JAVA_BYTE, 8) != 0;
        });
    }

    /// Sends a request that has no reply.
    void tell(MemorySegment connection, Request request, int... words) {
        send(connection, request, 0, true, words);
        call(() -> flush.invoke(connection));
    }

    /// The reply, to be closed; empty if the server refuses. `words`: the request after its first four bytes.
    Optional<Reply> ask(MemorySegment connection, Request request, int... words) {
        int sequence = send(connection, request, CHECKED, false, words);
        return call(() -> {
            try (var frame = Arena.ofConfined()) {
                var error = frame.allocate(ADDRESS);
                var reply = (MemorySegment) waitForReply.invoke(connection, sequence, error);
                free.invoke(error.get(ADDRESS, 0));
                return reply.address() == 0 ? Optional.empty() : Optional.of(new Reply(reply));
            }
        });
    }

    private int send(MemorySegment connection, Request request, int flags, boolean isVoid, int... words) {
        if (request.extension != null && !has(connection, request.extension))
            throw new IllegalStateException("this X server has no " + request.extension.protocolName);
        return call(() -> {
            try (var frame = Arena.ofConfined()) {
                long bytes = HEADER_BYTES + words.length * 4L;
                var body = frame.allocate(bytes, 8); // libxcb fills in opcode and length
                MemorySegment.copy(words, 0, body, JAVA_INT, HEADER_BYTES, words.length);
                var vectors = frame.allocate((SPARE_IOVECS + 1) * IOVEC_BYTES, 8);
                var vector = vectors.asSlice(SPARE_IOVECS * IOVEC_BYTES);
                vector.set(ADDRESS, 0, body);
                vector.set(ValueLayout.JAVA_LONG, 8, bytes);
                var form = frame.allocate(24, 8);
                form.set(ValueLayout.JAVA_LONG, 0, 1);
                form.set(ADDRESS, 8,
                        request.extension == null ? MemorySegment.NULL : extensions.get(request.extension));
                form.set(JAVA_BYTE, 16, (byte) request.opcode);
                form.set(JAVA_BYTE, 17, (byte) (isVoid ? 1 : 0));
                return (int) sendRequest.invoke(connection, flags, vector, form);
            }
        });
    }

    /// A reply in libxcb's memory; offsets are those of the protocol.
    final class Reply implements AutoCloseable {
        private final MemorySegment memory;

        private Reply(MemorySegment start) {
            // Replies are 32 bytes and as many words as their second one says.
            memory = start.reinterpret(32 + 4L * start.reinterpret(8).get(JAVA_INT, 4));
        }

        int u8(long offset) {
            return Byte.toUnsignedInt(memory.get(JAVA_BYTE, offset));
        }

        int i16(long offset) {
            return memory.get(JAVA_SHORT_UNALIGNED, offset);
        }

        int u16(long offset) {
            return Short.toUnsignedInt(memory.get(JAVA_SHORT_UNALIGNED, offset));
        }

        int u32(long offset) {
            return memory.get(JAVA_INT_UNALIGNED, offset);
        }

        MemorySegment tail() {
            return memory.asSlice(32);
        }

        @Override
        public void close() {
            call(() -> free.invoke(memory));
        }
    }
}
