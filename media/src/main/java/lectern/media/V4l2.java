package lectern.media;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

/// The calls that a camera of Linux is driven by, and the numbers they go with (linux/videodev2.h, of 64-bit systems).
///
/// They are looked up as the program itself would, so that a preloaded v4l2convert.so has its say.
final class V4l2 {
    static final int QUERYCAP = 0x80685600, S_FMT = 0xc0d05605, REQBUFS = 0xc0145608, QUERYBUF = 0xc0585609,
            QBUF = 0xc058560f, DQBUF = 0xc0585611, STREAMON = 0x40045612, S_PARM = 0xc0cc5616,
            ENUM_FRAMESIZES = 0xc02c564a, ENUM_FRAMEINTERVALS = 0xc034564b;
    static final int VIDEO_CAPTURE = 1, MMAP = 1, DISCRETE = 1;
    static final int EINTR = 4, EAGAIN = 11, EACCES = 13, EBUSY = 16;

    private static final int READ_WRITE = 2, NONBLOCK = 04000, CLOSE_ON_EXEC = 02000000;
    private static final int PROT_READ = 1, MAP_SHARED = 1;
    private static final short POLLIN = 1;
    private static final long FAILED = -1;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO_OF = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private final MethodHandle open = handle("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), 2);
    private final MethodHandle ioctl = handle("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
            2);
    private final MethodHandle mmap = handle("mmap",
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG), 0);
    private final MethodHandle munmap = handle("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG), 0);
    private final MethodHandle poll = handle("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT), 0);
    private final MethodHandle access = handle("access", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 0);
    private final MethodHandle close = handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), 0);

    /// A call that the system refused.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        final int errno;

        Refused(String call, int errno) {
            super(call + ": errno " + errno);
            this.errno = errno;
        }
    }

    private static MethodHandle handle(String name, FunctionDescriptor descriptor, int firstVariadic) {
        try (var frame = Arena.ofConfined()) {
            var dlsym = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("dlsym"),
                    FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
            var found = (MemorySegment) dlsym.invokeExact(MemorySegment.NULL, frame.allocateFrom(name));
            return firstVariadic == 0
                    ? LINKER.downcallHandle(found, descriptor, ERRNO)
                    : LINKER.downcallHandle(found, descriptor, ERRNO, Linker.Option.firstVariadicArg(firstVariadic));
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Call<T> {
        T with(MemorySegment state) throws Throwable;
    }

    private static int checked(String name, Call<Integer> call) throws Refused {
        try (var frame = Arena.ofConfined()) {
            var state = frame.allocate(STATE);
            int result = call.with(state);
            if (result < 0)
                throw new Refused(name, (int) ERRNO_OF.get(state, 0L));
            return result;
        } catch (Refused | RuntimeException | Error known) {
            throw known;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean exists(String path) {
        try (var frame = Arena.ofConfined()) {
            var name = frame.allocateFrom(path);
            return checked("access", state -> (int) access.invokeExact(state, name, 0)) == 0;
        } catch (Refused isNot) {
            return false;
        }
    }

    int open(String path) throws Refused {
        try (var frame = Arena.ofConfined()) {
            var name = frame.allocateFrom(path);
            return checked("open",
                    state -> (int) open.invokeExact(state, name, READ_WRITE | NONBLOCK | CLOSE_ON_EXEC, 0));
        }
    }

    void ioctl(int file, int request, MemorySegment argument) throws Refused {
        int _ = checked("ioctl " + Integer.toHexString(request),
                state -> (int) ioctl.invokeExact(state, file, Integer.toUnsignedLong(request), argument));
    }

    MemorySegment map(int file, long bytes, long offset) throws Refused {
        try (var frame = Arena.ofConfined()) {
            var state = frame.allocate(STATE);
            var memory = (MemorySegment) mmap.invokeExact(state, MemorySegment.NULL, bytes, PROT_READ, MAP_SHARED, file,
                    offset);
            if (memory.address() == FAILED)
                throw new Refused("mmap", (int) ERRNO_OF.get(state, 0L));
            return memory.reinterpret(bytes);
        } catch (Refused | RuntimeException | Error known) {
            throw known;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void unmap(MemorySegment memory) throws Refused {
        int _ = checked("munmap", state -> (int) munmap.invokeExact(state, memory, memory.byteSize()));
    }

    /// Whether there is something to read within the time; also when there is nothing more to come.
    boolean poll(int file, int timeoutMs) throws Refused {
        try (var frame = Arena.ofConfined()) {
            var wanted = frame.allocate(8, 4);
            wanted.set(JAVA_INT, 0, file);
            wanted.set(JAVA_SHORT, 4, POLLIN);
            return checked("poll", state -> (int) poll.invokeExact(state, wanted, 1L, timeoutMs)) > 0;
        }
    }

    void close(int file) throws Refused {
        int _ = checked("close", state -> (int) close.invokeExact(state, file));
    }
}
