package lectern.sfu.core;

import static lectern.sfu.core.World.SECONDS;
import static lectern.sfu.core.World.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import lectern.sfu.core.Publisher.Form;
import lectern.sfu.srtp.SrtpEngine;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final int SUBSCRIBERS = 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Other threads' garbage collections stop the loop as well; at least it makes none itself.
    @Test
    void thePathOfAPacketAllocatesNothing() {
        assertTrue(SrtpEngine.probe().describe().contains("libcrypto"),
                "the JCE engine allocates: " + SrtpEngine.probe().describe());
        var world = new World(1);
        var teacher = world.publisher("teacher", 7, Form.SSRCS);
        for (int i = 0; i < SUBSCRIBERS; i++) {
            world.subscriber("s" + i, 1, 0);
            world.route("s" + i, camera("v0", "teacher", 720));
        }
        world.run(2 * SECONDS);

        List<byte[]> datagrams = new ArrayList<>();
        teacher.network = datagrams::add;
        long timeNs = world.nowNs;
        for (int i = 0; i < 30_000; i++)
            teacher.tick(timeNs += 2 * World.MILLIS);
        datagrams.removeIf(d -> (d[0] & 0xff) < 128 || (d[1] & 0xff) >= 192 && (d[1] & 0xff) <= 223); // checks and reports
        int path = world.pathOf(teacher);
        long before = world.drops(Drops.Reason.AUTH_FAILED);
        long forwarded = -world.context.outbox().packets();
        int warm = datagrams.size() / 2;
        long bytes = 0;
        for (int i = 0; i < datagrams.size(); i++) {
            byte[] datagram = datagrams.get(i);
            int slot = world.ring.claim();
            long at = world.ring.offset(slot);
            MemorySegment.copy(datagram, 0, world.ring.memory(), ValueLayout.JAVA_BYTE, at, datagram.length);
            long then = allocated();
            world.core.onPacket(slot, at, datagram.length, path, world.nowNs);
            world.discard();
            if (i >= warm)
                bytes += allocated() - then;
        }
        forwarded += world.context.outbox().packets();
        assertEquals(before, world.drops(Drops.Reason.AUTH_FAILED));
        assertTrue(forwarded > 15_000, forwarded + " packets sent");
        double perPacket = (double) bytes / (datagrams.size() - warm);
        assertTrue(perPacket < 1, perPacket + " bytes a received packet");
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
