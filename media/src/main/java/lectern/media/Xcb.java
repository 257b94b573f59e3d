package lectern.media;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

/// The part of libxcb that grabbing a screen takes, through the FFM API. XCB and not Xlib: there a request that fails
/// (a window that just closed) is an empty reply; in Xlib it goes to a handler for the whole process, which ends it.
///
/// A request's cookie is a struct of one `unsigned int`, which both 64-bit calling conventions pass as a plain int.
final class Xcb {
    static final int ATOM_STRING = 31;

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup core;
    private final SymbolLookup shm;
    private final Optional<SymbolLookup> xfixes;
    private final Optional<SymbolLookup> composite;
    private final Optional<SymbolLookup> randr;

    private final MethodHandle free;
    final MethodHandle shmget;
    final MethodHandle shmat;
    final MethodHandle shmdt;
    final MethodHandle shmctl;
    final MethodHandle connect;
    final MethodHandle hasError;
    final MethodHandle disconnect;
    final MethodHandle generateId;
    final MethodHandle getSetup;
    final MethodHandle rootsIterator;

    /// Throws IllegalArgumentException if libxcb or libxcb-shm isn't installed.
    Xcb(Arena arena) {
        core = SymbolLookup.libraryLookup("libxcb.so.1", arena);
        shm = SymbolLookup.libraryLookup("libxcb-shm.so.0", arena);
        xfixes = optional("libxcb-xfixes.so.0", arena);
        composite = optional("libxcb-composite.so.0", arena);
        randr = optional("libxcb-randr.so.0", arena);
        var libc = linker.defaultLookup();
        free = handle(libc, "free", FunctionDescriptor.ofVoid(ADDRESS));
        shmget = handle(libc, "shmget", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ValueLayout.JAVA_LONG, JAVA_INT));
        shmat = handle(libc, "shmat", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
        shmdt = handle(libc, "shmdt", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        shmctl = handle(libc, "shmctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        connect = handle(core, "xcb_connect", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        hasError = handle(core, "xcb_connection_has_error", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        disconnect = handle(core, "xcb_disconnect", FunctionDescriptor.ofVoid(ADDRESS));
        generateId = handle(core, "xcb_generate_id", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        getSetup = handle(core, "xcb_get_setup", FunctionDescriptor.of(ADDRESS, ADDRESS));
        rootsIterator = handle(core, "xcb_setup_roots_iterator",
                FunctionDescriptor.of(MemoryLayout.structLayout(ADDRESS, JAVA_INT, JAVA_INT), ADDRESS));
    }

    private static Optional<SymbolLookup> optional(String library, Arena arena) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(library, arena));
        } catch (IllegalArgumentException missing) {
            return Optional.empty();
        }
    }

    private MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return linker.downcallHandle(library.find(name).orElseThrow(() -> new IllegalArgumentException(name)),
                descriptor);
    }

    boolean hasCursor() {
        return xfixes.isPresent();
    }

    boolean hasComposite() {
        return composite.isPresent();
    }

    boolean hasMonitors() {
        return randr.isPresent();
    }

    /// A request and the function that fetches its reply.
    final class Request {
        private final MethodHandle send;
        private final MethodHandle reply;

        private Request(SymbolLookup library, String name, MemoryLayout... arguments) {
            var layouts = new MemoryLayout[arguments.length + 1];
            layouts[0] = ADDRESS;
            System.arraycopy(arguments, 0, layouts, 1, arguments.length);
            send = handle(library, name, FunctionDescriptor.of(JAVA_INT, layouts));
            reply = handle(library, name + "_reply", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
        }

        /// The reply, to be given to [Reply#close]; empty if the server refused.
        Optional<Reply> ask(MemorySegment connection, Object... arguments) {
            var all = new Object[arguments.length + 1];
            all[0] = connection;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            try {
                int cookie = (int) send.invokeWithArguments(all);
                // Without a place for the error libxcb would queue it as an event that nobody reads.
                try (var frame = Arena.ofConfined()) {
                    var error = frame.allocate(ADDRESS);
                    var answer = (MemorySegment) reply.invoke(connection, cookie, error);
                    free.invoke(error.get(ADDRESS, 0));
                    return answer.address() == 0 ? Optional.empty() : Optional.of(new Reply(answer));
                }
            } catch (Throwable broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    /// A reply in libxcb's memory; offsets are those of the protocol.
    final class Reply implements AutoCloseable {
        private final MemorySegment memory;

        private Reply(MemorySegment start) {
            // Replies are 32 bytes and `length` more words.
            memory = start.reinterpret(32 + 4L * start.reinterpret(8).get(JAVA_INT, 4));
        }

        int u8(long offset) {
            return memory.get(JAVA_BYTE, offset) & 0xff;
        }

        int i16(long offset) {
            return memory.get(JAVA_SHORT.withByteAlignment(1), offset);
        }

        int u16(long offset) {
            return i16(offset) & 0xffff;
        }

        int u32(long offset) {
            return memory.get(JAVA_INT.withByteAlignment(1), offset);
        }

        MemorySegment tail(long offset) {
            return memory.asSlice(offset);
        }

        @Override
        public void close() {
            try {
                free.invoke(memory);
            } catch (Throwable broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    Request queryTree() {
        return new Request(core, "xcb_query_tree", JAVA_INT);
    }

    Request windowAttributes() {
        return new Request(core, "xcb_get_window_attributes", JAVA_INT);
    }

    Request geometry() {
        return new Request(core, "xcb_get_geometry", JAVA_INT);
    }

    Request translate() {
        return new Request(core, "xcb_translate_coordinates", JAVA_INT, JAVA_INT, JAVA_SHORT, JAVA_SHORT);
    }

    Request internAtom() {
        return new Request(core, "xcb_intern_atom", JAVA_BYTE, JAVA_SHORT, ADDRESS);
    }

    Request property() {
        return new Request(core, "xcb_get_property", JAVA_BYTE, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    }

    Request shmGetImage() {
        return new Request(shm, "xcb_shm_get_image", JAVA_INT, JAVA_SHORT, JAVA_SHORT, JAVA_SHORT, JAVA_SHORT, JAVA_INT,
                JAVA_BYTE, JAVA_INT, JAVA_INT);
    }

    Request shmVersion() {
        return new Request(shm, "xcb_shm_query_version");
    }

    Request xfixesVersion() {
        return new Request(xfixes.orElseThrow(), "xcb_xfixes_query_version", JAVA_INT, JAVA_INT);
    }

    Request cursorImage() {
        return new Request(xfixes.orElseThrow(), "xcb_xfixes_get_cursor_image");
    }

    Request compositeVersion() {
        return new Request(composite.orElseThrow(), "xcb_composite_query_version", JAVA_INT, JAVA_INT);
    }

    Request monitors() {
        return new Request(randr.orElseThrow(), "xcb_randr_get_monitors", JAVA_INT, JAVA_BYTE);
    }

    /// Requests without a reply; the cookie is dropped.
    MethodHandle shmAttach() {
        return handle(shm, "xcb_shm_attach", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_BYTE));
    }

    MethodHandle shmDetach() {
        return handle(shm, "xcb_shm_detach", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    }

    MethodHandle redirect() {
        return handle(composite.orElseThrow(), "xcb_composite_redirect_window",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_BYTE));
    }

    MethodHandle unredirect() {
        return handle(composite.orElseThrow(), "xcb_composite_unredirect_window",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_BYTE));
    }

    MethodHandle namePixmap() {
        return handle(composite.orElseThrow(), "xcb_composite_name_window_pixmap",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    }

    MethodHandle freePixmap() {
        return handle(core, "xcb_free_pixmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    }
}
