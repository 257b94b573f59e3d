package lectern.sfu.io;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/// recvmmsg and sendmmsg through the FFM API, with GSO where the kernel has it.
///
/// Each ring slot has its own message header, wired to it once: to receive is to point the kernel at the next few.
/// Waiting is ppoll(2) on the socket and an eventfd, so that others can end it.
final class LinuxUdp implements UdpPort {
    /// The kernel takes no longer vector at once.
    private static final int MAX_VECTOR = 1024;
    /// How long a burst may wait for room in the socket's buffer; a busy line drains 4 MB in about 30 ms.
    private static final long FULL_WAIT_NS = 5_000_000;
    private static final int POLLFD_BYTES = 8;
    private static final int NAME_BYTES = 32;

    private final PacketRing ring;
    private final PathTable paths;
    private final int batch;
    private final LinuxSocket socket;
    private final int fd;
    private final int eventFd;
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment errno = Libc.newErrno(arena);
    private final MemorySegment headers;
    private final MemorySegment names;
    private final MemorySegment pollFds = arena.allocate(2 * POLLFD_BYTES, 8);
    private final MemorySegment writableFd = arena.allocate(POLLFD_BYTES, 8);
    private final MemorySegment timespec = arena.allocate(16, 8);
    private final MemorySegment counter = arena.allocate(8, 8);
    private final UdpCounters counters = new UdpCounters();
    private SendVector vector;
    private boolean bursts;
    private boolean backlog; // the last receive was full: look before waiting

    private final AtomicBoolean woken = new AtomicBoolean();
    private final Object wakeLock = new Object(); // between a late wakeUp and close: the descriptor may be another's
    private boolean closed;

    /// With what this machine can do, found out by sending to itself.
    static LinuxUdp open(InetSocketAddress bind, PacketRing ring, PathTable paths, int batch) throws IOException {
        String missing = Libc.missing();
        if (missing != null)
            throw new IOException("no recvmmsg and sendmmsg here: " + missing);
        return new LinuxUdp(bind, ring, paths, batch, sendsToItself(true));
    }

    /// Whether these system calls work here at all (a sandbox may lack them).
    static boolean works() {
        try {
            return Libc.missing() == null && (sendsToItself(true) || sendsToItself(false));
        } catch (IOException | LinkageError _) {
            return false;
        }
    }

    LinuxUdp(InetSocketAddress bind, PacketRing ring, PathTable paths, int batch, boolean bursts) throws IOException {
        this.ring = ring;
        this.paths = paths;
        this.batch = batch;
        this.bursts = bursts;
        socket = LinuxSocket.open(bind, SOCKET_BUFFER_BYTES);
        fd = socket.fd();
        eventFd = Libc.eventfd(errno);
        if (eventFd < 0) {
            Libc.close(errno, fd);
            throw new IOException("no eventfd: " + Libc.describe(Libc.errno(errno)));
        }
        vector = new SendVector(paths, socket.ipv6(), 512);
        headers = arena.allocate(ring.slots() * Libc.MMSGHDR_BYTES, 64);
        names = arena.allocate((long) ring.slots() * NAME_BYTES, 64);
        wireSlots(arena.allocate(ring.slots() * Libc.IOVEC_BYTES, 64));
        pollFds.set(JAVA_INT, 0, fd);
        pollFds.set(JAVA_SHORT, 4, Libc.POLLIN);
        pollFds.set(JAVA_INT, POLLFD_BYTES, eventFd);
        pollFds.set(JAVA_SHORT, POLLFD_BYTES + 4, Libc.POLLIN);
        writableFd.set(JAVA_INT, 0, fd);
        writableFd.set(JAVA_SHORT, 4, Libc.POLLOUT);
    }

    private void wireSlots(MemorySegment iovecs) {
        for (int slot = 0; slot < ring.slots(); slot++) {
            long iovec = slot * Libc.IOVEC_BYTES;
            iovecs.set(JAVA_LONG, iovec + Libc.IOV_BASE, ring.memory().address() + ring.offset(slot));
            iovecs.set(JAVA_LONG, iovec + Libc.IOV_LEN, ring.slotBytes());
            long header = slot * Libc.MMSGHDR_BYTES;
            headers.set(JAVA_LONG, header + Libc.MSG_NAME, names.address() + (long) slot * NAME_BYTES);
            headers.set(JAVA_INT, header + Libc.MSG_NAMELEN, PathTable.SOCKADDR_BYTES);
            headers.set(JAVA_LONG, header + Libc.MSG_IOV, iovecs.address() + iovec);
            headers.set(JAVA_LONG, header + Libc.MSG_IOVLEN, 1);
        }
    }

    @Override
    public int receive(ReceiveBatch into, long timeoutNs) {
        into.clear();
        if (backlog || timeoutNs <= 0) {
            drain(into);
            if (into.count() > 0 || timeoutNs <= 0)
                return into.count();
        }
        timespec.set(JAVA_LONG, 0, timeoutNs / 1_000_000_000);
        timespec.set(JAVA_LONG, 8, timeoutNs % 1_000_000_000);
        if (Libc.ppoll(pollFds, 2, timespec) <= 0)
            return 0;
        if (pollFds.get(JAVA_SHORT, POLLFD_BYTES + 6) != 0) {
            Libc.read(errno, eventFd, counter, 8);
            woken.set(false); // after the read: a wake-up in between is seen by whoever looks after us
        }
        if (pollFds.get(JAVA_SHORT, 6) != 0)
            drain(into);
        return into.count();
    }

    private void drain(ReceiveBatch into) {
        int slot = ring.upcoming(0);
        int most = Math.min(Math.min(batch, into.capacity()), ring.slots() - slot);
        int count = Libc.recvmmsg(errno, fd, headers.address() + slot * Libc.MMSGHDR_BYTES, most);
        backlog = count == most;
        if (count <= 0) {
            failIfBroken(Libc.errno(errno));
            return;
        }
        counters.receiveCalls++;
        for (int i = 0; i < count; i++)
            accept(into, ring.claim());
    }

    private void accept(ReceiveBatch into, int slot) {
        long header = slot * Libc.MMSGHDR_BYTES;
        headers.set(JAVA_INT, header + Libc.MSG_NAMELEN, PathTable.SOCKADDR_BYTES); // the kernel wrote the sender's
        if ((headers.get(JAVA_INT, header + Libc.MSG_FLAGS) & Libc.MSG_TRUNC) != 0) {
            counters.oversized++;
            return;
        }
        int path = paths.find(names, (long) slot * NAME_BYTES);
        if (path == PathTable.NONE) {
            counters.unknown++;
            return;
        }
        counters.received++;
        into.add(slot, ring.offset(slot), headers.get(JAVA_INT, header + Libc.MSG_LEN), path);
    }

    /// An empty or interrupted socket is nothing; neither is trouble of the network's. A descriptor gone is a bug.
    private static void failIfBroken(int error) {
        if (error == Libc.EBADF || error == Libc.ENOTSOCK || error == Libc.EFAULT || error == Libc.EINVAL)
            throw new UncheckedIOException(new IOException("recvmmsg: " + Libc.describe(error)));
    }

    @Override
    public int send(SendBatch out) {
        if (out.count() == 0)
            return 0;
        if (out.capacity() > vector.capacity())
            vector = new SendVector(paths, socket.ipv6(), out.capacity());
        counters.sendFailed += vector.wire(out, bursts);
        int sent = 0;
        boolean waited = false;
        for (int message = 0; message < vector.messages();) {
            counters.sendCalls++;
            int count = Libc.sendmmsg(errno, fd, vector.header(message),
                    Math.min(MAX_VECTOR, vector.messages() - message));
            if (count > 0) {
                for (int i = 0; i < count; i++, message++)
                    sent += countSent(message);
                continue;
            }
            int error = Libc.errno(errno);
            if (error == Libc.EINTR)
                continue;
            if (error == Libc.EAGAIN) {
                if (!waited && becomesWritable()) {
                    waited = true;
                    continue;
                }
                for (; message < vector.messages(); message++)
                    counters.sendFull += vector.segments(message);
            } else {
                sent += sendSingly(out, message++, error);
            }
        }
        counters.sent += sent;
        out.clear();
        return sent;
    }

    private int countSent(int message) {
        int segments = vector.segments(message);
        if (segments > 1)
            counters.bursts++;
        return segments;
    }

    private boolean becomesWritable() {
        timespec.set(JAVA_LONG, 0, 0);
        timespec.set(JAVA_LONG, 8, FULL_WAIT_NS);
        return Libc.ppoll(writableFd, 1, timespec) > 0;
    }

    /// A message was refused. If it was a burst, perhaps for being one: its packets are tried singly, and if they go, that
    /// path gets no more bursts. EIO means a network card that can't make checksums: no bursts for anybody.
    private int sendSingly(SendBatch out, int message, int error) {
        int segments = vector.segments(message);
        int sent = 0;
        if (segments > 1) {
            for (int i = 0; i < segments; i++)
                if (Libc.sendto(errno, fd, vector.data(message, i), vector.length(message, i), vector.name(message),
                        vector.nameBytes()) >= 0)
                    sent++;
            counters.sendCalls += segments;
            if (error == Libc.EIO)
                bursts = false;
            else
                if (sent > 0)
                    paths.refuseBursts(vector.path(out, message));
        }
        counters.sendFailed += segments - sent;
        return sent;
    }

    @Override
    public void wakeUp() {
        if (woken.getAndSet(true))
            return;
        synchronized (wakeLock) {
            if (closed)
                return;
            try (Arena call = Arena.ofConfined()) {
                Libc.write(Libc.newErrno(call), eventFd, call.allocateFrom(JAVA_LONG, 1), 8);
            }
        }
    }

    /// For tests that set what the product never does.
    int fd() {
        return fd;
    }

    @Override
    public int port() {
        return socket.port();
    }

    @Override
    public String describe() {
        return "linux recvmmsg/sendmmsg" + (bursts ? ", GSO" : "");
    }

    @Override
    public UdpStats stats() {
        return counters.snapshot();
    }

    @Override
    public void close() {
        synchronized (wakeLock) {
            if (closed)
                return;
            closed = true;
            Libc.close(errno, eventFd);
            Libc.close(errno, fd);
        }
    }

    /// Two packets from a socket to itself, which must arrive as two: a kernel that doesn't know UDP_SEGMENT refuses, and a
    /// sandbox that overlooks it delivers one.
    private static boolean sendsToItself(boolean bursts) throws IOException {
        int[] lengths = { 300, 200};
        var ring = new PacketRing(8, 1024);
        var paths = new PathTable(4);
        var in = new ReceiveBatch(4);
        var out = new SendBatch(4, 4 * SendBatch.MAX_PACKET_BYTES);
        var loopback = InetAddress.getByAddress(new byte[]{ 127, 0, 0, 1});
        try (var port = new LinuxUdp(new InetSocketAddress(loopback, 0), ring, paths, 4, bursts)) {
            int self = paths.find(new InetSocketAddress(loopback, port.port()));
            for (int length : lengths) {
                out.begin(self, length);
                out.commit(length);
            }
            if (port.send(out) != lengths.length || bursts && port.counters.bursts != 1)
                return false;
            int[] arrived = { 0, 0};
            for (int count = 0; count < lengths.length;) {
                if (port.receive(in, 200_000_000) == 0)
                    return false;
                for (int i = 0; i < in.count() && count < lengths.length; i++)
                    arrived[count++] = in.length(i);
            }
            return Arrays.equals(lengths, arrived);
        }
    }
}
