package lectern.media;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/// Gives memory that libwebrtc has freed back to the system. glibc gives each of its many threads a heap of its own, and
/// what a closed connection frees stays in them, unused: 45 MB for each that carried 720p, 900 MB after thirty, which are
/// 195 MB this way. (M_ARENA_MAX comes too late in a JVM; MALLOC_ARENA_MAX=2 before it starts gives 240 MB.)
final class NativeMemory {
    private final Optional<MethodHandle> trim = Linker.nativeLinker().defaultLookup().find("malloc_trim")
            .map(found -> Linker.nativeLinker().downcallHandle(found, FunctionDescriptor.of(JAVA_INT, JAVA_LONG)));

    /// Takes some milliseconds. Does nothing where the C library isn't glibc.
    void trim() {
        trim.ifPresent(call -> NativeThread.guard(() -> trim(call)));
    }

    private static void trim(MethodHandle call) {
        try {
            int _ = (int) call.invokeExact(0L);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
