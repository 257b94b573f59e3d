package lectern.sfu.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import lectern.sfu.io.UdpPort.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both kinds of port must do the same on real sockets.
class UdpPortTest {
    private static final long SECOND = 1_000_000_000;
    private static final String[] LOOPBACKS = { "127.0.0.1", "::1"};

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final PacketRing ring = new PacketRing(64, 2048);
    private final PathTable paths = new PathTable(32);
    private final ReceiveBatch in = new ReceiveBatch(16);
    private final SendBatch out = new SendBatch(256, 1 << 20);

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened)
            each.close();
    }

    @ParameterizedTest
    @EnumSource
    void receivesFromBothFamiliesAndAnswers(Kind kind) throws IOException {
        UdpPort port = open(new InetSocketAddress(0), kind);
        for (String host : LOOPBACKS) {
            DatagramSocket peer = peer(host, port.port());
            peer.send(new DatagramPacket(new byte[]{ 1, 2, 3}, 3));
            receive(port);
            assertEquals(1, in.count());
            assertArrayEquals(new byte[]{ 1, 2, 3}, received(0));
            assertEquals(peer.getLocalSocketAddress(), paths.address(in.path(0)));
            commit(in.path(0), 200, 7);
            assertEquals(1, port.send(out));
            assertArrayEquals(filled(200, 7), receive(peer));
        }
        assertEquals(2, paths.count());
    }

    @ParameterizedTest
    @EnumSource
    void takesAnIpv4AddressAlone(Kind kind) throws IOException {
        UdpPort port = open(new InetSocketAddress("127.0.0.1", 0), kind);
        DatagramSocket peer = peer("127.0.0.1", port.port());
        peer.send(new DatagramPacket(new byte[9], 9));
        receive(port);
        assertEquals(peer.getLocalSocketAddress(), paths.address(in.path(0)));
        commit(in.path(0), 5, 1);
        assertEquals(1, port.send(out));
        assertArrayEquals(filled(5, 1), receive(peer));
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheOrderOfEachPathWhateverTheSizes(Kind kind) throws IOException {
        UdpPort port = open(new InetSocketAddress("127.0.0.1", 0), kind);
        DatagramSocket[] peers = { peer("127.0.0.1", port.port()), peer("127.0.0.1", port.port())};
        int[] ids = Arrays.stream(peers).mapToInt(p -> paths.find((InetSocketAddress) p.getLocalSocketAddress()))
                .toArray();
        int[] sizes = { 1200, 1200, 1200, 700, 1200, 1, 1, 40, 1200, 1200, 1199, 1201, 1201};
        for (int i = 0; i < sizes.length; i++)
            for (int id : ids)
                commit(id, sizes[i], i + id);
        assertEquals(2 * sizes.length, port.send(out));
        assertEquals(0, out.count());
        for (int p = 0; p < 2; p++)
            for (int i = 0; i < sizes.length; i++)
                assertArrayEquals(filled(sizes[i], i + ids[p]), receive(peers[p]), "packet " + i);
    }

    @ParameterizedTest
    @EnumSource
    void sendsManyToOneInOneBatch(Kind kind) throws IOException {
        UdpPort port = open(new InetSocketAddress("127.0.0.1", 0), kind);
        DatagramSocket peer = peer("127.0.0.1", port.port());
        int path = paths.find((InetSocketAddress) peer.getLocalSocketAddress());
        for (int i = 0; i < 200; i++)
            commit(path, 1100, i);
        assertEquals(200, port.send(out));
        for (int i = 0; i < 200; i++)
            assertArrayEquals(filled(1100, i), receive(peer), "packet " + i);
    }

    @ParameterizedTest
    @EnumSource
    void dropsAndCountsWhatCannotBe(Kind kind) throws IOException {
        UdpPort port = open(new InetSocketAddress("127.0.0.1", 0), kind);
        DatagramSocket peer = peer("127.0.0.1", port.port());
        peer.send(new DatagramPacket(new byte[3000], 3000));
        peer.send(new DatagramPacket(new byte[2], 2));
        receive(port);
        assertEquals(2, in.length(0));
        assertEquals(1, port.stats().oversized());
        assertEquals(1, port.stats().received());

        commit(paths.find(new InetSocketAddress("127.0.0.1", 0)), 50, 0); // nobody can be sent to at port 0
        commit(paths.openStream(new InetSocketAddress("127.0.0.1", 9)), 50, 0);
        commit(in.path(0), 60, 3);
        assertEquals(1, port.send(out));
        assertArrayEquals(filled(60, 3), receive(peer));
        assertEquals(2, port.stats().sendFailed());
        assertEquals(1, port.stats().sent());
    }

    @ParameterizedTest
    @EnumSource
    void givesEachDatagramItsOwnSlot(Kind kind) throws IOException {
        UdpPort port = open(new InetSocketAddress("127.0.0.1", 0), kind);
        DatagramSocket peer = peer("127.0.0.1", port.port());
        for (int round = 0; round < 200; round++) {
            peer.send(new DatagramPacket(filled(20 + round, round), 20 + round));
            receive(port);
            assertEquals(round % ring.slots(), in.slot(0));
            assertEquals(round / ring.slots() + 1, ring.generation(in.slot(0)));
            assertArrayEquals(filled(20 + round, round), received(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void wakesUpFromAWait(Kind kind) throws Exception {
        UdpPort port = open(new InetSocketAddress("127.0.0.1", 0), kind);
        port.wakeUp(); // before the wait: must not be lost
        long start = System.nanoTime();
        assertEquals(0, port.receive(in, 20 * SECOND));
        var about = new CountDownLatch(1);
        Thread waker = Thread.ofPlatform().start(() -> {
            try {
                about.await();
            } catch (InterruptedException e) {
                return;
            }
            port.wakeUp();
        });
        about.countDown();
        assertEquals(0, port.receive(in, 20 * SECOND));
        assertTrue(System.nanoTime() - start < 10 * SECOND);
        waker.join();
        assertEquals(0, port.receive(in, 0));
        assertEquals(0, port.receive(in, 1_000_000)); // no wake-up is left over: this one waits out its time
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAPortIsTaken(Kind kind) throws IOException {
        UdpPort port = open(new InetSocketAddress("127.0.0.1", 0), kind);
        var same = new InetSocketAddress("127.0.0.1", port.port());
        assertThrows(java.net.BindException.class, () -> UdpPort.open(same, kind, ring, paths, 16));
    }

    private UdpPort open(InetSocketAddress bind, Kind kind) throws IOException {
        UdpPort port = UdpPort.open(bind, kind, ring, paths, 16);
        opened.add(port);
        return port;
    }

    private DatagramSocket peer(String host, int port) throws IOException {
        var peer = new DatagramSocket(new InetSocketAddress(host, 0));
        opened.add(peer);
        peer.setReceiveBufferSize(4 << 20);
        peer.setSoTimeout(5000);
        peer.connect(InetAddress.getByName(host), port);
        return peer;
    }

    /// Waits for the first datagram; on loopback what was sent before is there.
    private void receive(UdpPort port) {
        long end = System.nanoTime() + 5 * SECOND;
        while (port.receive(in, SECOND) == 0)
            assertTrue(System.nanoTime() - end < 0, "nothing came");
    }

    private byte[] received(int i) {
        return ring.memory().asSlice(in.offset(i), in.length(i)).toArray(JAVA_BYTE);
    }

    private void commit(int path, int length, int seed) {
        long at = out.begin(path, length + 16);
        MemorySegment.copy(filled(length, seed), 0, out.memory(), JAVA_BYTE, at, length);
        out.commit(length);
    }

    private static byte[] filled(int length, int seed) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
            bytes[i] = (byte) (seed * 31 + i);
        return bytes;
    }

    private static byte[] receive(DatagramSocket peer) throws IOException {
        var packet = new DatagramPacket(new byte[4000], 4000);
        peer.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }
}
