package lectern.sfu.rtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What a receiver remembers of a stream and tells about it: reports, transport-wide feedback, the packet cache.
class ReceptionTest {
    private static final long MS = 1_000_000;

    private final MemorySegment out = Arena.ofAuto().allocate(8_000);
    private final RtcpWriter writer = new RtcpWriter();

    private record Block(int fraction, int lost, long highest, long jitter, long lastSr, long delay) {}

    private Block report(ReceptionReport report, long nowNs) {
        writer.begin(out, 0, 1_500);
        writer.receiverReport(1);
        assertTrue(report.write(writer, nowNs));
        var blocks = new Block[1];
        assertTrue(Rtcp.read(out, 0, writer.length(), new Rtcp.Sink() {
            @Override
            public void report(int reporter, int ssrc, int fraction, int lost, long highest, long jitter, long lastSr,
                    long delay) {
                blocks[0] = new Block(fraction, lost, highest, jitter, lastSr, delay);
            }
        }));
        return blocks[0];
    }

    @Test
    void lossIsCountedOverTheIntervalAndInAll() {
        var report = new ReceptionReport(9, 90_000);
        for (int i = 0; i < 100; i++)
            if (i % 4 != 1)
                report.onPacket(i, i * 900L, i * 10 * MS);
        assertEquals(new Block(64, 25, 99, 0, 0, 0), report(report, 1_000 * MS));
        for (int i = 100; i < 200; i++)
            report.onPacket(i, i * 900L, i * 10 * MS);
        assertEquals(new Block(0, 25, 199, 0, 0, 0), report(report, 2_000 * MS));
        assertEquals(175, report.received());
    }

    @Test
    void theHighestNumberCountsWraps() {
        var report = new ReceptionReport(9, 90_000);
        report.onPacket(65_535, 0, 0);
        report.onPacket(1, 0, 0);
        assertEquals(65_537, report(report, 0).highest());
        assertEquals(1, report.lost());
    }

    @Test
    void jitterGrowsWithUnevenArrival() {
        var even = new ReceptionReport(9, 48_000);
        var uneven = new ReceptionReport(9, 48_000);
        for (int i = 0; i < 500; i++) {
            even.onPacket(i, i * 960L, i * 20 * MS);
            uneven.onPacket(i, i * 960L, i * 20 * MS + i % 2 * 5 * MS);
        }
        assertEquals(0, even.jitter());
        assertEquals(240, uneven.jitter(), 20); // 5 ms at 48 kHz
    }

    @Test
    void theLastSenderReportAndItsAgeAreTold() {
        var report = new ReceptionReport(9, 90_000);
        writer.begin(out, 0, 1_500);
        writer.receiverReport(1);
        assertFalse(report.write(writer, 0), "nothing to tell yet");
        report.onPacket(1, 0, 0);
        report.onSenderReport(0x11112222_33334444L, 100 * MS);
        Block block = report(report, 600 * MS);
        assertEquals(0x22223333L, block.lastSr());
        assertEquals(32_768, block.delay());
    }

    private Map<Integer, Long> feedback(TransportFeedback feedback, long nowNs) {
        var told = new TreeMap<Integer, Long>();
        while (Deadline.passed(feedback.nextDeadlineNs(), nowNs)) {
            writer.begin(out, 0, 1_200);
            if (!feedback.write(writer, 1, 2, nowNs))
                break;
            assertTrue(Rtcp.read(out, 0, writer.length(), new Rtcp.Sink() {
                @Override
                public void transportFeedback(MemorySegment m, long at, int length) {
                    assertTrue(TransportFeedback.read(m, at, length, (sequence, received, ticks) -> {
                        if (received)
                            told.put(sequence, ticks);
                        else
                            told.putIfAbsent(sequence, -1L);
                    }));
                }
            }));
        }
        return told;
    }

    @Test
    void feedbackTellsWhenEachPacketCame() {
        var feedback = new TransportFeedback();
        feedback.onPacket(65_534, 1_000 * MS);
        feedback.onPacket(65_535, 1_001 * MS);
        feedback.onPacket(2, 1_090 * MS);
        feedback.onPacket(1, 1_095 * MS); // after one that was sent later
        assertEquals(1_100 * MS, feedback.nextDeadlineNs());
        assertEquals(Map.of(65_534, 0L, 65_535, 4L, 0, -1L, 1, 380L, 2, 360L), feedback(feedback, 1_100 * MS));
        assertEquals(Deadline.NONE, feedback.nextDeadlineNs());
    }

    @Test
    void randomArrivalsSurviveTheirEncoding() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var feedback = new TransportFeedback();
            var expected = new TreeMap<Integer, Long>();
            int sequence = random.nextInt(65_536);
            long now = random.nextInt(1_000) * MS;
            long origin = now;
            int lossPercent = random.nextInt(60);
            int first = sequence;
            for (int i = 0; i < 1_000; i++) {
                if (i == 0 || random.nextInt(100) >= lossPercent) {
                    feedback.onPacket(sequence, now);
                    expected.put(sequence, (now - origin) / 250_000);
                }
                sequence = sequence + 1 & 0xffff;
                now += random.nextInt(10) == 0 ? random.nextInt(300) * MS : random.nextInt(1_000_000);
            }
            Map<Integer, Long> told = feedback(feedback, now + 200 * MS);
            told.values().removeIf(ticks -> ticks < 0);
            assertEquals(expected, told, "seed " + seed + ", from " + first);
        }
    }

    @Test
    void aSilenceOfHoursAndAJumpStartAnew() {
        var feedback = new TransportFeedback();
        feedback.onPacket(10, 0);
        assertEquals(Map.of(10, 0L), feedback(feedback, 100 * MS));
        feedback.onPacket(11, 7_200_000 * MS);
        feedback.onPacket(30_000, 7_200_001 * MS);
        Map<Integer, Long> told = feedback(feedback, 7_200_200 * MS);
        assertEquals(7_200_001L * 4 & 0xffffff * 256L + 255, told.get(30_000) & 0xffffff * 256L + 255);
    }

    @Test
    void theCacheForgetsWhatIsOverwritten() {
        var cache = new PacketCache();
        assertEquals(-1, cache.find(0));
        cache.put(5, 100, 7, 1_200);
        int entry = cache.find(5);
        assertEquals(100, cache.slot(entry));
        assertEquals(7, cache.generation(entry));
        assertEquals(1_200, cache.length(entry));
        cache.put(5 + PacketCache.ENTRIES, 101, 7, 1_200);
        assertEquals(-1, cache.find(5));
        cache.clear();
        assertEquals(-1, cache.find(5 + PacketCache.ENTRIES));
    }

    @Test
    void numbersUnwrapToTheNearest() {
        var unwrapper = new SequenceUnwrapper();
        assertEquals(65_536 + 65_535, unwrapper.unwrap(65_535));
        assertEquals(65_536 + 65_537, unwrapper.unwrap(1));
        assertEquals(65_536 + 65_534, unwrapper.unwrap(65_534));
        assertEquals(65_536 + 65_537, unwrapper.newest());
    }
}
