package lectern.sfu.io;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A [SendBatch] as sendmmsg wants it. Packets of one path and one size become one message that the kernel (or the
/// network card) cuts up again: the way through the IP stack, most of a packet's price, is then paid once for all.
///
/// The cutting goes by one length, so a burst is packets of that length and perhaps a shorter one at its end. They need not
/// lie together in memory: each has its own iovec. Nothing overtakes within a path.
final class SendVector {
    /// Kernels before 6.9 take no more.
    private static final int MAX_SEGMENTS = 64;
    /// An IP datagram with its headers has 65,535 bytes.
    private static final int MAX_BURST_BYTES = 65_000;
    private static final long CLOSED = -1;

    private final PathTable paths;
    private final boolean ipv6;
    private final int capacity;
    private final MemorySegment headers;
    private final MemorySegment iovecs;
    private final MemorySegment controls;
    // By message:
    private final int[] first;
    private final int[] last;
    private final int[] segments;
    private final int[] segmentBytes;
    private final int[] messageBytes;
    private final int[] firstIovec;
    // By packet of the batch:
    private final int[] next;
    // By path: the message still open to it, plus `base`; lower numbers are of earlier batches.
    private final long[] open;
    private long base;
    private int messages;

    SendVector(PathTable paths, boolean ipv6, int capacity) {
        this.paths = paths;
        this.ipv6 = ipv6;
        this.capacity = capacity;
        Arena arena = Arena.ofAuto();
        headers = arena.allocate(capacity * Libc.MMSGHDR_BYTES, 64);
        iovecs = arena.allocate(capacity * Libc.IOVEC_BYTES, 64);
        controls = arena.allocate(capacity * Libc.CMSG_U16_SPACE, 64);
        for (int i = 0; i < capacity; i++) {
            long control = i * Libc.CMSG_U16_SPACE;
            controls.set(JAVA_LONG, control + Libc.CMSG_LEN, Libc.CMSG_U16_LEN);
            controls.set(JAVA_INT, control + Libc.CMSG_LEVEL, Libc.SOL_UDP);
            controls.set(JAVA_INT, control + Libc.CMSG_TYPE, Libc.UDP_SEGMENT);
            headers.set(JAVA_INT, i * Libc.MMSGHDR_BYTES + Libc.MSG_NAMELEN, nameBytes());
        }
        first = new int[capacity];
        last = new int[capacity];
        segments = new int[capacity];
        segmentBytes = new int[capacity];
        messageBytes = new int[capacity];
        firstIovec = new int[capacity];
        next = new int[capacity];
        open = new long[paths.capacity()];
        base = 1;
    }

    int capacity() {
        return capacity;
    }

    /// Lays the batch out.
    ///
    /// @return how many of its packets are for paths that aren't UDP, and left out
    int wire(SendBatch batch, boolean bursts) {
        base += messages; // what was open before is now of an earlier batch
        messages = 0;
        int leftOut = 0;
        for (int packet = 0; packet < batch.count(); packet++) {
            int path = batch.path(packet);
            if (paths.isStream(path))
                leftOut++;
            else
                if (!bursts || !joins(path, packet, batch.length(packet)))
                    begin(path, packet, batch.length(packet), bursts);
        }
        int iovec = 0;
        for (int message = 0; message < messages; message++)
            iovec = wire(batch, message, iovec);
        return leftOut;
    }

    private boolean joins(int path, int packet, int length) {
        long number = open[path] - base;
        if (number < 0)
            return false;
        int message = (int) number;
        int size = segmentBytes[message];
        if (length > size || segments[message] == MAX_SEGMENTS || messageBytes[message] + length > MAX_BURST_BYTES)
            return false;
        next[last[message]] = packet;
        last[message] = packet;
        segments[message]++;
        messageBytes[message] += length;
        if (length < size)
            open[path] = CLOSED;
        return true;
    }

    private void begin(int path, int packet, int length, boolean bursts) {
        int message = messages++;
        first[message] = packet;
        last[message] = packet;
        segments[message] = 1;
        segmentBytes[message] = length;
        messageBytes[message] = length;
        if (bursts && paths.takesBursts(path))
            open[path] = base + message;
    }

    private int wire(SendBatch batch, int message, int iovec) {
        long memory = batch.memory().address();
        long header = message * Libc.MMSGHDR_BYTES;
        int count = segments[message];
        int path = batch.path(first[message]);
        long name = paths.entries().address() + (ipv6 ? paths.offset(path) : paths.ipv4Offset(path));
        headers.set(JAVA_LONG, header + Libc.MSG_NAME, name);
        headers.set(JAVA_LONG, header + Libc.MSG_IOV, iovecs.address() + iovec * Libc.IOVEC_BYTES);
        headers.set(JAVA_LONG, header + Libc.MSG_IOVLEN, count);
        if (count == 1) {
            headers.set(JAVA_LONG, header + Libc.MSG_CONTROL, 0);
            headers.set(JAVA_LONG, header + Libc.MSG_CONTROLLEN, 0);
        } else {
            long control = message * Libc.CMSG_U16_SPACE;
            controls.set(JAVA_SHORT, control + Libc.CMSG_DATA, (short) segmentBytes[message]);
            headers.set(JAVA_LONG, header + Libc.MSG_CONTROL, controls.address() + control);
            headers.set(JAVA_LONG, header + Libc.MSG_CONTROLLEN, Libc.CMSG_U16_SPACE);
        }
        firstIovec[message] = iovec;
        int packet = first[message];
        for (int i = 0; i < count; i++, packet = next[packet], iovec++) {
            iovecs.set(JAVA_LONG, iovec * Libc.IOVEC_BYTES + Libc.IOV_BASE, memory + batch.offset(packet));
            iovecs.set(JAVA_LONG, iovec * Libc.IOVEC_BYTES + Libc.IOV_LEN, batch.length(packet));
        }
        return iovec;
    }

    int messages() {
        return messages;
    }

    int segments(int message) {
        return segments[message];
    }

    long header(int message) {
        return headers.address() + message * Libc.MMSGHDR_BYTES;
    }

    long name(int message) {
        return headers.get(JAVA_LONG, message * Libc.MMSGHDR_BYTES + Libc.MSG_NAME);
    }

    int nameBytes() {
        return ipv6 ? PathTable.SOCKADDR_BYTES : PathTable.SOCKADDR_IPV4_BYTES;
    }

    int path(SendBatch batch, int message) {
        return batch.path(first[message]);
    }

    long data(int message, int segment) {
        return iovecs.get(JAVA_LONG, (firstIovec[message] + segment) * Libc.IOVEC_BYTES + Libc.IOV_BASE);
    }

    long length(int message, int segment) {
        return iovecs.get(JAVA_LONG, (firstIovec[message] + segment) * Libc.IOVEC_BYTES + Libc.IOV_LEN);
    }
}
