package lectern.sfu.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import lectern.sfu.io.UdpPort.Kind;
import org.junit.jupiter.api.Test;

/// What only the Linux port does: bursts, and doing without them.
class LinuxUdpTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);
    private static final int SO_NO_CHECK = 11;
    private static final int TURNS = 20_000;

    private final PathTable paths = new PathTable(32);
    private final SendBatch out = new SendBatch(256, 1 << 20);

    @Test
    void isWhatAutoChooses() throws IOException {
        try (UdpPort port = UdpPort.open(ANY_PORT, Kind.AUTO, new PacketRing(64, 2048), paths, 16)) {
            assertEquals("linux recvmmsg/sendmmsg, GSO", port.describe());
        }
    }

    @Test
    void sendsAFrameToManyAsOneMessageEach() throws IOException {
        try (var port = open(); var a = peer(); var b = peer()) {
            for (int packet = 0; packet < 4; packet++) {
                commit(a, 1200);
                commit(b, packet < 3 ? 1200 : 900);
            }
            assertEquals(8, port.send(out));
            assertEquals(2, port.stats().bursts());
            assertEquals(1, port.stats().sendCalls());
            for (int packet = 0; packet < 4; packet++) {
                assertEquals(1200, length(a));
                assertEquals(packet < 3 ? 1200 : 900, length(b));
            }
        }
    }

    /// A socket without checksums is one that the kernel refuses to cut bursts for.
    @Test
    void doesWithoutBurstsWhereTheyAreRefused() throws IOException {
        try (var port = open(); var a = peer(); Arena arena = Arena.ofConfined()) {
            assertEquals(0, Libc.setsockopt(Libc.newErrno(arena), port.fd(), Libc.SOL_SOCKET, SO_NO_CHECK, 1));
            for (int round = 0; round < 2; round++) {
                for (int packet = 0; packet < 5; packet++)
                    commit(a, 1000 + packet / 4);
                assertEquals(5, port.send(out));
                for (int packet = 0; packet < 5; packet++)
                    assertEquals(1000 + packet / 4, length(a));
            }
            assertEquals(0, port.stats().bursts());
            assertEquals(0, port.stats().sendFailed());
            assertTrue(port.describe().endsWith("GSO"), "others keep their bursts");
        }
    }

    @Test
    void aTurnAllocatesNothing() throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var in = new ReceiveBatch(12);
        try (var port = open()) {
            int self = paths.find(new InetSocketAddress("127.0.0.1", port.port()));
            long bytes = 0;
            for (int turn = 0; turn < 2 * TURNS; turn++) { // the first half is for the compiler
                if (turn == TURNS)
                    bytes = -threads.getCurrentThreadAllocatedBytes();
                out.begin(self, 100);
                out.commit(100);
                assertEquals(1, port.send(out));
                assertEquals(1, port.receive(in, 1_000_000_000));
            }
            bytes += threads.getCurrentThreadAllocatedBytes();
            assertTrue(bytes < 4 * TURNS, (double) bytes / TURNS + " bytes a turn");
        }
    }

    @Test
    void receivesAcrossTheEndOfTheRing() throws IOException {
        var ring = new PacketRing(16, 2048);
        var in = new ReceiveBatch(12);
        try (var port = new LinuxUdp(ANY_PORT, ring, paths, 12, true); var peer = new DatagramSocket()) {
            peer.connect(new InetSocketAddress("127.0.0.1", port.port()));
            int expected = 0;
            for (int round = 0; round < 9; round++) {
                for (int i = 0; i < 10; i++)
                    peer.send(new DatagramPacket(new byte[100], 1 + round * 10 + i));
                for (int got = 0; got < 10;) {
                    assertTrue(port.receive(in, 5_000_000_000L) > 0);
                    for (int i = 0; i < in.count(); i++, got++)
                        assertEquals(1 + expected++, in.length(i));
                }
            }
        }
    }

    private LinuxUdp open() throws IOException {
        return new LinuxUdp(ANY_PORT, new PacketRing(64, 2048), paths, 16, true);
    }

    private static DatagramSocket peer() throws IOException {
        var peer = new DatagramSocket(ANY_PORT);
        peer.setSoTimeout(5000);
        return peer;
    }

    private void commit(DatagramSocket to, int length) {
        out.begin(paths.find((InetSocketAddress) to.getLocalSocketAddress()), length);
        out.commit(length);
    }

    private static int length(DatagramSocket peer) throws IOException {
        var packet = new DatagramPacket(new byte[3000], 3000);
        peer.receive(packet);
        return packet.getLength();
    }
}
