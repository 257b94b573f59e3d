package lectern.sfu.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathTableTest {
    private final MemorySegment sockaddr = Arena.ofAuto().allocate(64);

    @Test
    void oneAddressIsOnePathInEveryNotation() throws Exception {
        var paths = new PathTable(8);
        var address = new InetSocketAddress("192.0.2.7", 4711);
        int path = paths.find(address);
        assertEquals(path, paths.find(ipv4(new byte[]{ (byte) 192, 0, 2, 7}, 4711), 4));
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = -1;
        System.arraycopy(address.getAddress().getAddress(), 0, mapped, 12, 4);
        assertEquals(path, paths.find(ipv6(mapped, 4711), 4));
        assertNotEquals(path, paths.find(ipv6(mapped, 4712), 4));
        assertEquals(address, paths.address(path));
        assertTrue(paths.isIpv4(path));

        var six = new InetSocketAddress("2001:db8::1", 1);
        int other = paths.find(ipv6(six.getAddress().getAddress(), 1), 4);
        assertEquals(other, paths.find(six));
        assertEquals(six, paths.address(other));
        assertFalse(paths.isIpv4(other));
        assertEquals(3, paths.count());
    }

    @Test
    void refusesOtherFamiliesAndNamesWithoutAddress() {
        var paths = new PathTable(8);
        sockaddr.set(JAVA_SHORT, 0, (short) 1);
        assertEquals(PathTable.NONE, paths.find(sockaddr, 0));
        assertEquals(PathTable.NONE, paths.find(InetSocketAddress.createUnresolved("nowhere.invalid", 1)));
        assertEquals(0, paths.count());
    }

    @Test
    void givesTheOldestUnpinnedPathToANewcomer() {
        var paths = new PathTable(4);
        int[] ids = new int[4];
        for (int i = 0; i < 4; i++)
            ids[i] = paths.find(at(i));
        paths.pin(ids[0]);
        paths.pin(ids[2]);
        assertEquals(ids[1], paths.find(at(10)));
        assertEquals(ids[3], paths.find(at(11)));
        assertEquals(ids[1], paths.find(at(12)));
        assertEquals(at(0), paths.address(ids[0]));
        assertEquals(ids[2], paths.find(at(2)));
        assertEquals(at(12), paths.address(ids[1]));
        assertEquals(4, paths.count());
    }

    @Test
    void hasNoPathWhenAllArePinnedUntilOneIsReleased() {
        var paths = new PathTable(2);
        paths.pin(paths.find(at(0)));
        int stream = paths.openStream(at(1));
        assertTrue(paths.isStream(stream));
        assertEquals(PathTable.NONE, paths.find(at(2)));
        assertEquals(PathTable.NONE, paths.openStream(at(3)));
        assertEquals(at(1), paths.address(stream));
        paths.release(stream);
        assertEquals(stream, paths.find(at(1)));
        assertFalse(paths.isStream(stream));
    }

    @Test
    void aStreamIsNotFoundByItsAddress() {
        var paths = new PathTable(4);
        int stream = paths.openStream(at(5));
        assertNotEquals(stream, paths.find(at(5)));
    }

    @Test
    void refusedBurstsAreForgottenWithThePath() {
        var paths = new PathTable(1);
        int path = paths.find(at(0));
        paths.refuseBursts(path);
        assertFalse(paths.takesBursts(path));
        assertEquals(path, paths.find(at(1)));
        assertTrue(paths.takesBursts(path));
    }

    /// Finding, pinning and releasing at random, beside a map: what is in the map must be found where it was.
    @Test
    void agreesWithAMap() {
        var random = new Random(42);
        var paths = new PathTable(64);
        Map<InetSocketAddress, Integer> pinned = new HashMap<>();
        for (int step = 0; step < 100_000; step++) {
            var address = at(random.nextInt(300));
            switch (random.nextInt(4)) {
                case 0 -> {
                    Integer path = pinned.remove(address);
                    if (path != null)
                        paths.release(path);
                }
                case 1 -> {
                    if (pinned.size() < 60) {
                        int path = paths.find(address);
                        paths.pin(path);
                        Integer before = pinned.put(address, path);
                        assertTrue(before == null || before == path, "step " + step);
                    }
                }
                default -> {
                    int path = paths.find(address);
                    assertEquals(pinned.getOrDefault(address, path), path, "step " + step);
                    assertEquals(address, paths.address(path), "step " + step);
                }
            }
        }
        pinned.forEach((address, path) -> assertEquals(path, paths.find(address)));
        assertTrue(paths.count() <= 64);
    }

    private static InetSocketAddress at(int i) {
        try {
            byte[] six = new byte[16];
            six[0] = 0x20;
            six[15] = (byte) (i >> 3);
            byte[] four = { 10, 0, 0, (byte) (i >> 3)};
            return new InetSocketAddress(InetAddress.getByAddress((i & 1) == 0 ? four : six), 1000 + i % 8);
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private MemorySegment ipv4(byte[] address, int port) {
        sockaddr.fill((byte) 0);
        sockaddr.set(JAVA_SHORT, 4, PathTable.AF_INET);
        sockaddr.set(JAVA_SHORT, 6, Short.reverseBytes((short) port));
        MemorySegment.copy(address, 0, sockaddr, JAVA_BYTE, 8, 4);
        return sockaddr;
    }

    private MemorySegment ipv6(byte[] address, int port) {
        sockaddr.fill((byte) 0);
        sockaddr.set(JAVA_SHORT, 4, PathTable.AF_INET6);
        sockaddr.set(JAVA_SHORT, 6, Short.reverseBytes((short) port));
        MemorySegment.copy(address, 0, sockaddr, JAVA_BYTE, 12, 16);
        return sockaddr;
    }
}
