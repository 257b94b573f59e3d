package lectern.sfu.io;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// Large zeroed memory off the heap, of which the system gives a page when it is first written. An [Arena] writes zeros
/// into all of it at once: the rings of a server where nobody is yet would cost 20 MB.
final class Pages {
    private static final long ALIGNMENT = 64;
    private static final @Nullable MethodHandle CALLOC = find("calloc",
            FunctionDescriptor.of(ADDRESS, JAVA_LONG, JAVA_LONG));
    private static final @Nullable MethodHandle FREE = find("free", FunctionDescriptor.ofVoid(ADDRESS));

    /// Freed with the last reference to it. Where the C library can't be called, an arena's memory.
    static MemorySegment allocate(long bytes) {
        MemorySegment zeroed = CALLOC == null || FREE == null ? MemorySegment.NULL : calloc(bytes + ALIGNMENT);
        if (zeroed.address() == 0) return Arena.ofAuto().allocate(bytes, ALIGNMENT);
        MemorySegment owned = zeroed.reinterpret(bytes + ALIGNMENT, Arena.ofAuto(), Pages::free);
        return owned.asSlice(-zeroed.address() & (ALIGNMENT - 1), bytes, ALIGNMENT);
    }

    private static MemorySegment calloc(long bytes) {
        try {
            return (MemorySegment) CALLOC.invokeExact(1L, bytes);
        } catch (Throwable e) {
            throw new IllegalStateException("calloc", e);
        }
    }

    private static void free(MemorySegment memory) {
        try {
            FREE.invokeExact(memory);
        } catch (Throwable e) {
            throw new IllegalStateException("free", e);
        }
    }

    private static @Nullable MethodHandle find(String function, FunctionDescriptor type) {
        var linker = Linker.nativeLinker();
        return linker.defaultLookup().find(function).map(at -> linker.downcallHandle(at, type)).orElse(null);
    }

    private Pages() {}
}
