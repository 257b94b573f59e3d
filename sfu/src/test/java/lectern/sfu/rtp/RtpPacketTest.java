package lectern.sfu.rtp;

import static lectern.sfu.rtp.Octets.AT;
import static lectern.sfu.rtp.Octets.hex;
import static lectern.sfu.rtp.Octets.memory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpPacketTest {
    private static final String PLAIN = "80e0 1234 89abcdef deadbeef 0102030405";
    // mid "0" as 4, audio level 0x87 as 1, a pad byte between, transport-cc 0x0102 as 3
    private static final String ONE_BYTE = "90 6f 0001 00000002 00000003 bede0002 4030 1087 00 310102 aabb";
    // ids 1 (no data), 20 (3 bytes), then padding
    private static final String TWO_BYTE = "90 60 0001 00000002 00000003 10000002 0100 1403 616263 00 aabbcc";
    private static final String PADDED = "a0 60 0001 00000002 00000003 0102 00000004";

    private final RtpPacket packet = new RtpPacket();

    private boolean parse(String hex) {
        MemorySegment m = memory(hex);
        return packet.parse(m, AT, (int) m.byteSize() - AT);
    }

    @Test
    void readsTheFixedHeader() {
        assertTrue(parse(PLAIN));
        assertEquals(0x60, packet.payloadType());
        assertTrue(packet.marker());
        assertEquals(0x1234, packet.sequence());
        assertEquals(0x89abcdefL, packet.timestamp());
        assertEquals(0xdeadbeef, packet.ssrc());
        assertEquals(12, packet.headerLength());
        assertEquals(AT + 12, packet.payloadAt());
        assertEquals(5, packet.payloadLength());
    }

    @Test
    void readsOneByteExtensions() {
        assertTrue(parse(ONE_BYTE));
        assertEquals('0', BigEndian.u8(packet.memory(), packet.extension(4)));
        assertEquals(0x87, BigEndian.u8(packet.memory(), packet.extension(1)));
        assertEquals(0x0102, BigEndian.u16(packet.memory(), packet.extension(3)));
        assertEquals(2, packet.extensionLength(3));
        assertEquals(-1, packet.extension(5));
        assertEquals(2, packet.payloadLength());
    }

    @Test
    void readsTwoByteExtensions() {
        assertTrue(parse(TWO_BYTE));
        assertEquals(0, packet.extensionLength(1));
        assertEquals(3, packet.extensionLength(20));
        assertEquals('a', BigEndian.u8(packet.memory(), packet.extension(20)));
        assertEquals(3, packet.payloadLength());
    }

    @Test
    void extensionsOfTheLastPacketAreForgotten() {
        assertTrue(parse(ONE_BYTE));
        assertTrue(parse(PLAIN));
        assertEquals(-1, packet.extension(4));
    }

    @Test
    void countsContributorsAndLeavesPaddingOut() {
        assertTrue(parse("82 60 0001 00000002 00000003 00000004 00000005 aa"));
        assertEquals(20, packet.headerLength());
        assertEquals(1, packet.payloadLength());
        assertTrue(parse(PADDED));
        assertEquals(2, packet.payloadLength());
        assertTrue(parse("a0 60 0001 00000002 00000003 000002"));
        assertEquals(1, packet.payloadLength());
    }

    @Test
    void refusesWhatContradictsItself() {
        assertFalse(parse("80600001000000020000"), "short");
        assertFalse(parse("40600001000000020000000300"), "version 1");
        assertFalse(parse("8f600001000000020000000300"), "15 contributors in no room");
        assertFalse(parse("90600001 00000002 00000003 bede0002 40300000"), "extension longer than the packet");
        assertFalse(parse("a0600001 00000002 00000003 0102 ff"), "more padding than payload");
        assertFalse(parse("a0600001 00000002 00000003 0102 00"), "padding of no bytes");
        assertFalse(packet.parse(memory(PLAIN), AT, 40), "memory ends before the length says");
        assertFalse(packet.parse(memory(PLAIN), -1, 12), "outside the memory");
    }

    @Test
    void aBrokenExtensionEndsTheListNotThePacket() {
        assertTrue(parse("90600001 00000002 00000003 bede0001 10874f30 aa"));
        assertEquals(0x87, BigEndian.u8(packet.memory(), packet.extension(1)));
        assertEquals(-1, packet.extension(4));
    }

    @Test
    void writesWhatItReads() {
        MemorySegment m = Arena.ofAuto().allocate(RtpHeader.MAX_BYTES);
        var header = new RtpHeader();
        header.begin(m, 0, 111, true, 65_535, 0xfffffffeL, -3);
        assertEquals(12, header.finish());
        header.begin(m, 0, 111, true, 65_535, 0xfffffffeL, -3);
        BigEndian.put16(m, header.extension(3, 2), 0x0102);
        BigEndian.put8(m, header.extension(1, 1), 0x87);
        int length = header.finish();
        assertEquals("90efffff" + "fffffffe" + "fffffffd" + "bede0002" + "310102" + "1087" + "000000",
                hex(m, 0, length));
        assertTrue(packet.parse(m, 0, length));
        assertEquals(0x0102, BigEndian.u16(m, packet.extension(3)));
        assertEquals(0x87, BigEndian.u8(m, packet.extension(1)));
        assertEquals(65_535, packet.sequence());
        assertThrows(IllegalArgumentException.class, () -> header.extension(15, 1));
        assertThrows(IllegalArgumentException.class, () -> header.extension(1, 17));
    }

    @Test
    void garbageNeverThrows() {
        long seed = 7_001;
        var random = new Random(seed);
        var samples = List.of(PLAIN, ONE_BYTE, TWO_BYTE, PADDED).stream().map(Octets::bytes).toList();
        int good = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Octets.mutate(samples.get(random.nextInt(samples.size())), random);
            MemorySegment m = memory(bytes);
            String where = "seed " + seed + " round " + round;
            if (!packet.parse(m, AT, bytes.length))
                continue;
            good++;
            assertTrue(packet.payloadLength() >= 0 && packet.headerLength() + packet.payloadLength() <= bytes.length,
                    where);
            for (int id = 0; id < 256; id++)
                if (packet.extension(id) >= 0)
                    assertTrue(packet.extension(id) + packet.extensionLength(id) <= packet.payloadAt(), where);
        }
        assertTrue(good > 2_000 && good < 19_000, good + " good ones");
    }
}
