package lectern.sfu.io;

import java.io.IOException;
import java.net.InetSocketAddress;

/// One UDP socket that carries everybody's media. Owned by the thread that receives; only [#wakeUp] may be called by
/// others.
public sealed interface UdpPort extends AutoCloseable permits LinuxUdp, NioUdp {
    enum Kind {
        /// The fastest that works here.
        AUTO,
        /// recvmmsg and sendmmsg through the FFM API.
        LINUX,
        /// Java's own channels: every system.
        NIO
    }

    /// Two megabits of video to 100 viewers is a burst of 400 packets per frame; key frames are ten times that.
    int SOCKET_BUFFER_BYTES = 4 << 20;

    /// Binds. A wildcard address takes IPv4 and IPv6 where the system has both.
    ///
    /// @param batch how many datagrams one receive may bring
    static UdpPort open(InetSocketAddress bind, Kind kind, PacketRing ring, PathTable paths, int batch)
            throws IOException {
        if (batch < 1 || batch > ring.slots() / 2)
            throw new IllegalArgumentException("batch: 1 to half the ring's slots");
        return switch (kind) {
            case LINUX -> LinuxUdp.open(bind, ring, paths, batch);
            case NIO -> new NioUdp(bind, ring, paths, batch);
            case AUTO -> LinuxUdp.works()
                    ? LinuxUdp.open(bind, ring, paths, batch)
                    : new NioUdp(bind, ring, paths, batch);
        };
    }

    /// Receives into ring slots. Waits at most `timeoutNs` (0: not at all) for the first datagram; [#wakeUp] ends the
    /// wait early.
    ///
    /// @return how many came, also in the batch
    int receive(ReceiveBatch into, long timeoutNs);

    /// Sends everything in the batch and clears it. What the kernel does not take is dropped and counted: media that is
    /// late is worth nothing, and NACK repairs it.
    ///
    /// @return how many datagrams the kernel took
    int send(SendBatch batch);

    /// Ends a wait in [#receive], the present one or the next.
    void wakeUp();

    int port();

    /// For logs and the stats page, such as "linux recvmmsg/sendmmsg, GSO".
    String describe();

    UdpStats stats();

    @Override
    void close();
}
