package lectern.sfu.ice;

import static lectern.sfu.rtp.Octets.AT;
import static lectern.sfu.rtp.Octets.memory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import lectern.sfu.rtp.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StunTest {
    private static final StunKey RFC_KEY = new StunKey("VOkJxbRl1RmTxUk/WvJxBt");
    // RFC 5769 §2.1
    private static final String RFC_REQUEST = """
            00 01 00 58 21 12 a4 42 b7 e7 a7 01 bc 34 d6 86 fa 87 df ae
            80 22 00 10 53 54 55 4e 20 74 65 73 74 20 63 6c 69 65 6e 74
            00 24 00 04 6e 00 01 ff 80 29 00 08 93 2f f9 b1 51 26 3b 36
            00 06 00 09 65 76 74 6a 3a 68 36 76 59 20 20 20
            00 08 00 14 9a ea a7 0c bf d8 cb 56 78 1e f2 b5 b2 d3 f2 49 c1 b5 71 a2
            80 28 00 04 e5 7a 3b cf""";
    // RFC 5769 §2.2 and §2.3
    private static final String RFC_RESPONSE_IPV4 = """
            01 01 00 3c 21 12 a4 42 b7 e7 a7 01 bc 34 d6 86 fa 87 df ae
            80 22 00 0b 74 65 73 74 20 76 65 63 74 6f 72 20
            00 20 00 08 00 01 a1 47 e1 12 a6 43
            00 08 00 14 2b 91 f5 99 fd 9e 90 c3 8c 74 89 f9 2a f9 ba 53 f0 6b e7 d7
            80 28 00 04 c0 7d 4c 96""";
    private static final String RFC_RESPONSE_IPV6 = """
            01 01 00 48 21 12 a4 42 b7 e7 a7 01 bc 34 d6 86 fa 87 df ae
            80 22 00 0b 74 65 73 74 20 76 65 63 74 6f 72 20
            00 20 00 14 00 02 a1 47 01 13 a9 fa a5 d3 f1 79 bc 25 f4 b5 be d2 b9 d9
            00 08 00 14 a3 82 95 4e 4b e6 7b f1 17 84 c9 7c 82 92 c2 75 bf e3 ed 41
            80 28 00 04 c8 fb 0b 4c""";

    private final Stun stun = new Stun();

    private boolean parse(String hex) {
        MemorySegment m = memory(hex);
        return stun.parse(m, AT, (int) m.byteSize() - AT);
    }

    @Test
    void readsTheRfcsRequest() {
        assertTrue(parse(RFC_REQUEST));
        assertEquals(Stun.BINDING_REQUEST, stun.type());
        assertEquals("evtj:h6vY", stun.username());
        assertEquals("evtj", stun.addressee());
        assertEquals(0x6e0001ffL, stun.priority());
        assertTrue(stun.controlled());
        assertFalse(stun.controlling());
        assertFalse(stun.useCandidate());
        assertTrue(stun.hasFingerprint());
        assertTrue(stun.verify(RFC_KEY));
        assertFalse(stun.verify(new StunKey("another password of some length")));
        assertEquals(0, stun.unknown());
    }

    @Test
    void readsTheRfcsResponses() {
        assertTrue(parse(RFC_RESPONSE_IPV4));
        assertEquals(new InetSocketAddress("192.0.2.1", 32853), stun.mappedAddress());
        assertTrue(stun.verify(RFC_KEY));
        assertTrue(parse(RFC_RESPONSE_IPV6));
        assertEquals(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853), stun.mappedAddress());
        assertTrue(stun.verify(RFC_KEY));
    }

    @Test
    void refusesWhatIsNotWhole() {
        assertFalse(parse(RFC_REQUEST.replace("e5 7a 3b cf", "e5 7a 3b ce")), "fingerprint");
        assertFalse(parse(RFC_REQUEST.replace("21 12 a4 42", "21 12 a4 43")), "cookie");
        assertFalse(parse(RFC_REQUEST.replace("00 01 00 58", "00 01 00 54")), "length");
        assertFalse(parse(RFC_REQUEST.replace("00 06 00 09", "00 06 00 ff")), "attribute beyond the message");
        assertFalse(parse("00 01 00 00 21 12 a4 42 b7 e7 a7 01 bc 34 d6 86 fa 87 df"), "short header");
    }

    @ParameterizedTest
    @ValueSource(strings = { "192.0.2.1", "2001:db8::1"})
    void readsWhatItWrites(String host) {
        MemorySegment m = Arena.ofAuto().allocate(Stun.MAX_BYTES);
        var key = new StunKey("a password of enough characters");
        var writer = new StunWriter();
        writer.begin(m, 0, Stun.BINDING_SUCCESS, -2, -3);
        writer.mappedAddress(new InetSocketAddress(host, 65_535));
        int length = writer.finish(key);
        assertTrue(stun.parse(m, 0, length));
        assertEquals(new InetSocketAddress(host, 65_535), stun.mappedAddress());
        assertEquals(-2, stun.transactionHigh());
        assertEquals(-3, stun.transactionLow());
        assertTrue(stun.verify(key));
        writer.begin(m, 0, Stun.BINDING_REQUEST, 1, 2);
        writer.username("abc:defgh");
        writer.priority(0xfffffffeL);
        writer.useCandidate();
        writer.controlling(77);
        length = writer.finish(key);
        assertTrue(stun.parse(m, 0, length));
        assertEquals("abc:defgh", stun.username());
        assertEquals(0xfffffffeL, stun.priority());
        assertTrue(stun.useCandidate() && stun.controlling() && stun.verify(key));
        assertNull(stun.mappedAddress());
    }

    @Test
    void whatComesAfterTheSignatureDoesNotCount() {
        MemorySegment m = Arena.ofAuto().allocate(Stun.MAX_BYTES);
        var key = new StunKey("a password of enough characters");
        var writer = new StunWriter();
        writer.begin(m, 0, Stun.BINDING_REQUEST, 1, 2);
        writer.username("abc:defgh");
        int length = writer.finish(key) - 8; // up to and with MESSAGE-INTEGRITY
        byte[] smuggled = Octets.bytes("0025 0000");
        MemorySegment.copy(smuggled, 0, m, ValueLayout.JAVA_BYTE, length, 4);
        m.set(ValueLayout.JAVA_BYTE, 3, (byte) (length + 4 - Stun.HEADER_BYTES));
        assertTrue(stun.parse(m, 0, length + 4));
        assertFalse(stun.useCandidate());
    }

    @Test
    void garbageNeverThrows() {
        long seed = 7_004;
        var random = new Random(seed);
        var samples = List.of(Octets.bytes(RFC_REQUEST), Octets.bytes(RFC_RESPONSE_IPV4),
                Octets.bytes(RFC_RESPONSE_IPV6),
                // without a fingerprint, so that mutations get past it; with an error and an unknown attribute
                Octets.bytes(
                        "0111001c2112a442 000102030405060708090a0b 00090008 00000401 6e6f7065 00770000 00060004 613a6263"));
        int good = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Octets.mutate(samples.get(random.nextInt(samples.size())), random);
            try {
                if (!stun.parse(memory(bytes), AT, bytes.length))
                    continue;
                good++;
                stun.username();
                stun.addressee();
                stun.mappedAddress();
                stun.errorCode();
                stun.priority();
                stun.verify(RFC_KEY);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " round " + round, e);
            }
        }
        assertTrue(good > 1_000 && good < 19_000, good + " good ones");
    }
}
