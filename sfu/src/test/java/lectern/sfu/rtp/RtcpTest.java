package lectern.sfu.rtp;

import static lectern.sfu.rtp.Octets.AT;
import static lectern.sfu.rtp.Octets.hex;
import static lectern.sfu.rtp.Octets.memory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtcpTest {
    private final MemorySegment out = Arena.ofAuto().allocate(1_500);
    private final RtcpWriter writer = new RtcpWriter();

    /// Writes down what the reader says, one line a call.
    private static final class Log implements Rtcp.Sink {
        final List<String> lines = new ArrayList<>();

        @Override
        public void senderReport(int ssrc, long ntp, long timestamp, long packets, long bytes) {
            lines.add("sr " + ssrc + " " + Long.toHexString(ntp) + " " + timestamp + " " + packets + " " + bytes);
        }

        @Override
        public void report(int reporter, int ssrc, int fraction, int lost, long highest, long jitter, long lastSr,
                long delay) {
            lines.add("report " + reporter + " " + ssrc + " " + fraction + " " + lost + " " + highest + " " + jitter
                    + " " + lastSr + " " + delay);
        }

        @Override
        public void nack(int ssrc, int sequence) {
            lines.add("nack " + ssrc + " " + sequence);
        }

        @Override
        public void pli(int ssrc) {
            lines.add("pli " + ssrc);
        }

        @Override
        public void fir(int ssrc, int command) {
            lines.add("fir " + ssrc + " " + command);
        }

        @Override
        public void remb(long bitrateBps) {
            lines.add("remb " + bitrateBps);
        }

        @Override
        public void transportFeedback(MemorySegment m, long at, int length) {
            lines.add("twcc " + length);
            TransportFeedback.read(m, at, length, (_, _, _) -> {
            });
        }

        @Override
        public void bye(int ssrc) {
            lines.add("bye " + ssrc);
        }
    }

    private List<String> written() {
        var log = new Log();
        assertTrue(Rtcp.read(out, 0, writer.length(), log));
        return log.lines;
    }

    @Test
    void aCompoundReadsAsItWasWritten() {
        writer.begin(out, 0, 1_500);
        assertTrue(writer.senderReport(1, 0x1122334455667788L, 0xffffffffL, 7, 8_000));
        assertTrue(writer.report(2, 25, -3, 0x1_2345, 90, 0xaabbccddL, 65_536));
        assertTrue(writer.report(3, 255, 0x7fffff, 5, 0, 0, 0));
        assertTrue(writer.cname(1, "lectern".getBytes()));
        assertTrue(writer.pli(1, 9));
        assertTrue(writer.fir(1, 9, 200));
        assertTrue(writer.remb(1, 2_500_000, 9));
        assertTrue(writer.bye(1));
        assertEquals(List.of("sr 1 1122334455667788 4294967295 7 8000", "report 1 2 25 -3 74565 90 2864434397 65536",
                "report 1 3 255 8388607 5 0 0 0", "pli 9", "fir 9 200", "remb 2500000", "bye 1"), written());
    }

    @Test
    void aReceiverReportOfNobodyIsEightBytes() {
        writer.begin(out, 0, 1_500);
        writer.receiverReport(1);
        assertEquals("80c9000100000001", hex(out, 0, writer.length()));
        assertTrue(writer.report(1, 0, 0, 0, 0, 0, 0));
        assertEquals(32, writer.length());
    }

    @Test
    void neighboursShareANackEntryAlsoAcrossTheWrap() {
        writer.begin(out, 0, 1_500);
        assertTrue(writer.nack(1, 2, new int[]{ 65_534, 65_535, 0, 14, 15, 400}, 6));
        assertEquals(12 + 3 * 4, writer.length());
        assertEquals(List.of("nack 2 65534", "nack 2 65535", "nack 2 0", "nack 2 14", "nack 2 15", "nack 2 400"),
                written());
        writer.begin(out, 0, 1_500);
        assertFalse(writer.nack(1, 2, new int[0], 0));
        assertEquals(0, writer.length());
    }

    @Test
    void aPartThatDoesNotFitIsLeftOut() {
        writer.begin(out, 0, 20);
        assertTrue(writer.receiverReport(1));
        assertTrue(writer.pli(1, 2));
        assertFalse(writer.pli(1, 3));
        assertFalse(writer.nack(1, 2, new int[]{ 5}, 1));
        assertEquals(List.of("pli 2"), written());
    }

    @Test
    void unknownPartsAreSteppedOver() {
        // an XR (207), an APP (204), a PLI, a feedback format that nobody has defined
        var log = new Log();
        MemorySegment m = memory("80cf0001 00000001 80cc0002 00000001 41424344"
                + "81ce0002 00000001 00000002 9fcd0002 00000001 00000002");
        assertTrue(Rtcp.read(m, AT, (int) m.byteSize() - AT, log));
        assertEquals(List.of("pli 2"), log.lines);
    }

    @Test
    void lengthsThatDoNotAddUpAreRefusedWhole() {
        var log = new Log();
        assertFalse(Rtcp.read(memory("81ce0002 00000001 00000002 80c90002 00000001"), AT, 20, log));
        assertFalse(Rtcp.read(memory("01ce0002 00000001 00000002"), AT, 12, log), "version 0");
        assertFalse(Rtcp.read(memory("81ce0002 00000001 000000"), AT, 11, log));
        assertFalse(Rtcp.read(memory("a1ce0002 00000001 000000ff"), AT, 12, log), "padding beyond the packet");
        assertEquals(List.of(), log.lines);
    }

    @Test
    void shortPartsSayNothing() {
        var log = new Log();
        assertTrue(Rtcp.read(memory("80c80001 00000001 81cd0001 00000001 81ce0000 84ce0000 8fce0000"), AT, 28, log));
        assertEquals(List.of(), log.lines);
    }

    @Test
    void garbageNeverThrows() {
        long seed = 7_003;
        var random = new Random(seed);
        writer.begin(out, 0, 1_500);
        writer.senderReport(1, 2, 3, 4, 5);
        writer.report(2, 25, -3, 70_000, 90, 1, 2);
        writer.cname(1, "lectern".getBytes());
        writer.nack(1, 2, new int[]{ 5, 6, 30}, 3);
        writer.fir(1, 9, 3);
        writer.remb(1, 2_500_000, 9);
        var feedback = new TransportFeedback();
        for (int i = 0; i < 40; i += 1 + i % 3)
            feedback.onPacket(i, i * 700_000L);
        feedback.write(writer, 1, 2, 40_000_000);
        writer.bye(1);
        byte[] sample = out.asSlice(0, writer.length()).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        int good = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Octets.mutate(sample, random);
            var log = new Log();
            try {
                good += Rtcp.read(memory(bytes), AT, bytes.length, log) ? 1 : 0;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " round " + round, e);
            }
        }
        assertTrue(good > 2_000 && good < 19_000, good + " good ones");
    }
}
