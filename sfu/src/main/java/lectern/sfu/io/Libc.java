package lectern.sfu.io;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// The system calls of [LinuxUdp], through the FFM API. Structures and numbers are those of Linux where `long` has 64
/// bits (x86-64 and aarch64 agree on all of them); pointers that point into vectors go as plain numbers.
///
/// Every call that can fail takes a segment for errno, which belongs to the calling thread's port. To capture errno the
/// JDK makes an object a call (the segment's slice, which the compiler doesn't always see through); so the two calls of each
/// turn are made without, and one that failed is made again to learn why, or to succeed after all.
final class Libc {
    static final int AF_INET = PathTable.AF_INET;
    static final int AF_INET6 = PathTable.AF_INET6;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_NONBLOCK_CLOEXEC = 0x80800;
    static final int SOL_SOCKET = 1;
    static final int SO_SNDBUF = 7;
    static final int SO_RCVBUF = 8;
    static final int SO_SNDBUFFORCE = 32;
    static final int SO_RCVBUFFORCE = 33;
    static final int IPPROTO_IPV6 = 41;
    static final int IPV6_V6ONLY = 26;
    static final int SOL_UDP = 17;
    static final int UDP_SEGMENT = 103;
    static final int MSG_TRUNC = 0x20;
    static final short POLLIN = 1;
    static final short POLLOUT = 4;

    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EBADF = 9;
    static final int EAGAIN = 11;
    static final int EFAULT = 14;
    static final int EINVAL = 22;
    static final int ENOTSOCK = 88;

    // struct mmsghdr: msghdr, then the length of what came
    static final long MMSGHDR_BYTES = 64;
    static final long MSG_NAME = 0;
    static final long MSG_NAMELEN = 8;
    static final long MSG_IOV = 16;
    static final long MSG_IOVLEN = 24;
    static final long MSG_CONTROL = 32;
    static final long MSG_CONTROLLEN = 40;
    static final long MSG_FLAGS = 48;
    static final long MSG_LEN = 56;
    static final long IOVEC_BYTES = 16;
    static final long IOV_BASE = 0;
    static final long IOV_LEN = 8;
    // struct cmsghdr with one u16 behind it
    static final long CMSG_LEN = 0;
    static final long CMSG_LEVEL = 8;
    static final long CMSG_TYPE = 12;
    static final long CMSG_DATA = 16;
    static final long CMSG_U16_LEN = 18;
    static final long CMSG_U16_SPACE = 24;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle SOCKET = find("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = find("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle GETSOCKNAME = find("getsockname", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle SETSOCKOPT = find("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS,
            JAVA_INT);
    private static final MethodHandle RECVMMSG = find("recvmmsg", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT,
            JAVA_LONG);
    private static final MethodHandle RECVMMSG_LEAN = lean("recvmmsg", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT,
            JAVA_INT, JAVA_LONG);
    private static final MethodHandle SENDMMSG = find("sendmmsg", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
    private static final MethodHandle SENDMMSG_LEAN = lean("sendmmsg", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT,
            JAVA_INT);
    private static final MethodHandle SENDTO = find("sendto", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT,
            JAVA_LONG, JAVA_INT);
    private static final MethodHandle PPOLL = lean("ppoll", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final MethodHandle EVENTFD = find("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle READ = find("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle WRITE = find("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle CLOSE = find("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle STRERROR = find("strerror", ADDRESS, JAVA_INT);

    private Libc() {
    }

    /// Why this machine can't have these calls, or null if it can. Doesn't touch the rest of this class where it can't.
    static @Nullable String missing() {
        String system = System.getProperty("os.name");
        String machine = System.getProperty("os.arch");
        if (!system.equals("Linux"))
            return "not Linux but " + system;
        if (!machine.equals("amd64") && !machine.equals("aarch64"))
            return "structures known for amd64 and aarch64, not for " + machine;
        return null;
    }

    static MemorySegment newErrno(Arena arena) {
        return arena.allocate(CALL_STATE);
    }

    static int errno(MemorySegment captured) {
        return captured.get(JAVA_INT, ERRNO);
    }

    static int socket(MemorySegment errno, int family, int type, int protocol) {
        try {
            return (int) SOCKET.invokeExact(errno, family, type, protocol);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int bind(MemorySegment errno, int fd, MemorySegment sockaddr, int length) {
        try {
            return (int) BIND.invokeExact(errno, fd, sockaddr, length);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int getsockname(MemorySegment errno, int fd, MemorySegment sockaddr, MemorySegment length) {
        try {
            return (int) GETSOCKNAME.invokeExact(errno, fd, sockaddr, length);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int setsockopt(MemorySegment errno, int fd, int level, int option, int value) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) SETSOCKOPT.invokeExact(errno, fd, level, option, arena.allocateFrom(JAVA_INT, value), 4);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int recvmmsg(MemorySegment errno, int fd, long headers, int count) {
        try {
            int received = (int) RECVMMSG_LEAN.invokeExact(fd, headers, count, 0, 0L);
            return received >= 0 ? received : (int) RECVMMSG.invokeExact(errno, fd, headers, count, 0, 0L);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int sendmmsg(MemorySegment errno, int fd, long headers, int count) {
        try {
            int sent = (int) SENDMMSG_LEAN.invokeExact(fd, headers, count, 0);
            return sent >= 0 ? sent : (int) SENDMMSG.invokeExact(errno, fd, headers, count, 0);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long sendto(MemorySegment errno, int fd, long data, long length, long sockaddr, int sockaddrLength) {
        try {
            return (long) SENDTO.invokeExact(errno, fd, data, length, 0, sockaddr, sockaddrLength);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /// Below 0 when a signal came, which says no more than that nothing is there.
    static int ppoll(MemorySegment fds, int count, MemorySegment timespec) {
        try {
            return (int) PPOLL.invokeExact(fds, (long) count, timespec, 0L);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int eventfd(MemorySegment errno) {
        try {
            return (int) EVENTFD.invokeExact(errno, 0, SOCK_NONBLOCK_CLOEXEC); // EFD_ has the same numbers
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long read(MemorySegment errno, int fd, MemorySegment into, long length) {
        try {
            return (long) READ.invokeExact(errno, fd, into, length);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long write(MemorySegment errno, int fd, MemorySegment from, long length) {
        try {
            return (long) WRITE.invokeExact(errno, fd, from, length);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static void close(MemorySegment errno, int fd) {
        try {
            int _ = (int) CLOSE.invokeExact(errno, fd);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static String describe(int errorNumber) {
        try (Arena arena = Arena.ofConfined()) {
            var text = (MemorySegment) STRERROR.invokeExact(newErrno(arena), errorNumber);
            return text.reinterpret(256).getString(0);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    private static MethodHandle find(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(symbol(name), FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"));
    }

    /// Without errno.
    private static MethodHandle lean(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(symbol(name), FunctionDescriptor.of(result, arguments));
    }

    private static MemorySegment symbol(String name) {
        return LINKER.defaultLookup().find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError("libc has no " + name));
    }

    private static AssertionError impossible(Throwable e) { // a downcall whose types fit throws nothing
        return new AssertionError(e);
    }
}
