package lectern.sfu.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;

/// Opening a UDP socket by system calls: family, buffers, binding, and what went wrong in words.
///
/// @param fd   open and bound; whoever has this record closes it
/// @param ipv6 whether its addresses are `sockaddr_in6`
record LinuxSocket(int fd, boolean ipv6, int port) {
    static LinuxSocket open(InetSocketAddress bind, int bufferBytes) throws IOException {
        InetAddress address = bind.getAddress();
        if (address == null)
            throw new SocketException("can't bind: no address is known for " + bind.getHostString());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = Libc.newErrno(arena);
            boolean ipv6 = !(address instanceof Inet4Address) || address.isAnyLocalAddress();
            int fd = Libc.socket(errno, ipv6 ? Libc.AF_INET6 : Libc.AF_INET, type(), 0);
            if (fd < 0 && ipv6 && address.isAnyLocalAddress()) { // a kernel without IPv6
                ipv6 = false;
                fd = Libc.socket(errno, Libc.AF_INET, type(), 0);
            }
            if (fd < 0)
                throw new SocketException("no UDP socket: " + Libc.describe(Libc.errno(errno)));
            try {
                if (ipv6)
                    Libc.setsockopt(errno, fd, Libc.IPPROTO_IPV6, Libc.IPV6_V6ONLY, 0);
                // FORCE goes beyond the system's limit, and needs CAP_NET_ADMIN; without it as much as the limit allows.
                if (Libc.setsockopt(errno, fd, Libc.SOL_SOCKET, Libc.SO_RCVBUFFORCE, bufferBytes) != 0)
                    Libc.setsockopt(errno, fd, Libc.SOL_SOCKET, Libc.SO_RCVBUF, bufferBytes);
                if (Libc.setsockopt(errno, fd, Libc.SOL_SOCKET, Libc.SO_SNDBUFFORCE, bufferBytes) != 0)
                    Libc.setsockopt(errno, fd, Libc.SOL_SOCKET, Libc.SO_SNDBUF, bufferBytes);
                MemorySegment sockaddr = sockaddr(arena, bind, ipv6);
                if (Libc.bind(errno, fd, sockaddr, (int) sockaddr.byteSize()) != 0)
                    throw new BindException("can't bind UDP to " + bind + ": " + Libc.describe(Libc.errno(errno)));
                if (Libc.getsockname(errno, fd, sockaddr,
                        arena.allocateFrom(JAVA_INT, (int) sockaddr.byteSize())) != 0)
                    throw new SocketException("getsockname: " + Libc.describe(Libc.errno(errno)));
                return new LinuxSocket(fd, ipv6, Short.toUnsignedInt(Short.reverseBytes(sockaddr.get(JAVA_SHORT, 2))));
            } catch (IOException | RuntimeException e) {
                Libc.close(errno, fd);
                throw e;
            }
        }
    }

    private static int type() {
        return Libc.SOCK_DGRAM | Libc.SOCK_NONBLOCK_CLOEXEC;
    }

    private static MemorySegment sockaddr(Arena arena, InetSocketAddress bind, boolean ipv6) {
        MemorySegment s = arena
                .allocate(ipv6 ? PathTable.SOCKADDR_BYTES : PathTable.SOCKADDR_IPV4_BYTES, 8);
        s.set(JAVA_SHORT, 0, (short) (ipv6 ? Libc.AF_INET6 : Libc.AF_INET));
        s.set(JAVA_SHORT, 2, Short.reverseBytes((short) bind.getPort()));
        if (!bind.getAddress().isAnyLocalAddress()) { // zeros are the wildcard of both families
            byte[] address = bind.getAddress().getAddress();
            MemorySegment.copy(address, 0, s, JAVA_BYTE, ipv6 ? 8 : 4, address.length);
            if (bind.getAddress() instanceof Inet6Address six)
                s.set(JAVA_INT, 24, six.getScopeId());
        }
        return s;
    }
}
