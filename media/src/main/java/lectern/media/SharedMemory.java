package lectern.media;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/// System V shared memory, into which an X server writes pictures.
record SharedMemory(int id, MemorySegment memory) implements AutoCloseable {
    private static final MethodHandle SHMGET = handle("shmget",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT));
    private static final MethodHandle SHMAT = handle("shmat",
            FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SHMDT = handle("shmdt", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle SHMCTL = handle("shmctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final int IPC_PRIVATE = 0;
    private static final int IPC_CREAT = 01000;
    private static final int IPC_RMID = 0;
    private static final int OWNER_ONLY = 0600;
    private static final long FAILED = -1;

    private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    static SharedMemory allocate(long bytes) {
        try {
            int id = (int) SHMGET.invokeExact(IPC_PRIVATE, bytes, IPC_CREAT | OWNER_ONLY);
            var memory = (MemorySegment) SHMAT.invokeExact(id, MemorySegment.NULL, 0);
            if (memory.address() == FAILED)
                throw new IllegalStateException("no shared memory for " + bytes + " bytes");
            return new SharedMemory(id, memory.reinterpret(bytes));
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// When all have attached: the memory then goes with the last of them, however they end.
    void forget() {
        try {
            int _ = (int) SHMCTL.invokeExact(id, IPC_RMID, MemorySegment.NULL);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            int _ = (int) SHMDT.invokeExact(memory);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
