package lectern.sfu.srtp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each engine as sender with each as receiver, in both profiles.
class SrtpSessionTest {
    record Setup(SrtpProfile profile, SrtpEngine sender, SrtpEngine receiver) {
        @Override
        public String toString() {
            return profile + ", " + name(sender) + " to " + name(receiver);
        }

        private static String name(SrtpEngine engine) {
            return engine.getClass().getSimpleName();
        }
    }

    private static final int AT = 5; // packets stand anywhere

    private final Random random = new Random(7);
    private final MemorySegment memory = Arena.ofAuto().allocate(4096);

    static List<Setup> setups() {
        List<Setup> all = new ArrayList<>();
        for (SrtpProfile profile : SrtpProfile.values())
            for (SrtpEngine sender : Engines.all())
                for (SrtpEngine receiver : Engines.all())
                    all.add(new Setup(profile, sender, receiver));
        return all;
    }

    @ParameterizedTest
    @MethodSource("setups")
    void everySizeAndHeaderComesThroughAsItWas(Setup setup) {
        try (var sender = session(setup.profile, setup.sender); var receiver = session(setup.profile, setup.receiver)) {
            for (int i = 0; i < 2000; i++) {
                byte[] plain = rtp(1, i, random.nextInt(1400), i % 3, i % 2 == 0 ? i % 5 : -1);
                int sealed = sender.protectRtp(memory, AT, put(plain));
                assertEquals(plain.length + setup.profile.tagBytes(), sealed);
                assertEquals(plain.length, receiver.unprotectRtp(memory, AT, sealed));
                assertArrayEquals(plain, get(plain.length));

                byte[] report = rtcp(9, 8 + 4 * random.nextInt(300));
                sealed = sender.protectRtcp(memory, AT, put(report));
                assertEquals(report.length + setup.profile.tagBytes() + 4, sealed);
                assertEquals(report.length, receiver.unprotectRtcp(memory, AT, sealed));
                assertArrayEquals(report, get(report.length));
            }
        }
    }

    /// Through three roll-overs of the sequence number, with reordering and loss across each.
    @ParameterizedTest
    @MethodSource("setups")
    void followsTheRollOverCounter(Setup setup) {
        try (var sender = session(setup.profile, setup.sender); var receiver = session(setup.profile, setup.receiver)) {
            List<byte[]> inFlight = new ArrayList<>();
            for (int i = 65_000; i < 65_000 + 3 * 65_536; i += random.nextInt(1, 16)) {
                int sealed = sender.protectRtp(memory, AT, put(rtp(1, i, 20, 0, -1)));
                if (random.nextInt(10) > 0)
                    inFlight.add(get(sealed));
                if (inFlight.size() == 3) {
                    Collections.shuffle(inFlight, random);
                    for (byte[] packet : inFlight)
                        assertEquals(32, receiver.unprotectRtp(memory, AT, put(packet)), "packet " + i);
                    inFlight.clear();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("setups")
    void refusesReplaysAndForgeries(Setup setup) {
        try (var sender = session(setup.profile, setup.sender); var receiver = session(setup.profile, setup.receiver)) {
            byte[] rtp = get(sender.protectRtp(memory, AT, put(rtp(1, 100, 200, 0, -1))));
            byte[] rtcp = get(sender.protectRtcp(memory, AT, put(rtcp(1, 60))));
            for (int i = 0; i < rtp.length; i++)
                assertTrue(receiver.unprotectRtp(memory, AT, put(flipped(rtp, i))) < 0, "byte " + i);
            for (int i = 0; i < rtcp.length; i++)
                assertTrue(receiver.unprotectRtcp(memory, AT, put(flipped(rtcp, i))) < 0, "byte " + i);
            // Forgeries must have left no trace:
            assertEquals(212, receiver.unprotectRtp(memory, AT, put(rtp)));
            assertEquals(60, receiver.unprotectRtcp(memory, AT, put(rtcp)));
            assertEquals(SrtpSession.REPLAYED, receiver.unprotectRtp(memory, AT, put(rtp)));
            assertEquals(SrtpSession.REPLAYED, receiver.unprotectRtcp(memory, AT, put(rtcp)));
        }
    }

    @ParameterizedTest
    @MethodSource("setups")
    void neverSealsTwoPacketsUnderOneIndex(Setup setup) {
        try (var sender = session(setup.profile, setup.sender)) {
            assertTrue(sender.protectRtp(memory, AT, put(rtp(1, 100, 50, 0, -1))) > 0);
            assertEquals(SrtpSession.REPLAYED, sender.protectRtp(memory, AT, put(rtp(1, 100, 51, 0, -1))));
            assertTrue(sender.protectRtp(memory, AT, put(rtp(1, 99, 50, 0, -1))) > 0);
            assertTrue(sender.protectRtp(memory, AT, put(rtp(2, 100, 50, 0, -1))) > 0);
        }
    }

    @ParameterizedTest
    @MethodSource("setups")
    void boundsWhatAPeerMaySend(Setup setup) {
        try (var sender = session(setup.profile, setup.sender); var receiver = session(setup.profile, setup.receiver)) {
            for (int ssrc = 1; ssrc <= 64; ssrc++)
                assertEquals(22, receiver.unprotectRtp(memory, AT, protect(sender, rtp(ssrc, 1, 10, 0, -1))));
            assertEquals(SrtpSession.TOO_MANY_SSRCS,
                    receiver.unprotectRtp(memory, AT, protect(sender, rtp(65, 1, 10, 0, -1))));
            assertEquals(22, receiver.unprotectRtp(memory, AT, protect(sender, rtp(64, 2, 10, 0, -1))));
        }
    }

    @ParameterizedTest
    @MethodSource("setups")
    void dropsGarbageOfEveryLength(Setup setup) {
        try (var receiver = session(setup.profile, setup.receiver)) {
            for (int i = 0; i < 20_000; i++) {
                byte[] garbage = new byte[i % 300];
                random.nextBytes(garbage);
                if (garbage.length > 0 && i % 2 == 0)
                    garbage[0] = (byte) (0x80 | garbage[0] & 0x1f);
                assertTrue(receiver.unprotectRtp(memory, AT, put(garbage)) < 0);
                assertTrue(receiver.unprotectRtcp(memory, AT, put(garbage)) < 0);
                receiver.protectRtp(memory, AT, put(garbage)); // what a bug of ours might hand over
                receiver.protectRtcp(memory, AT, put(garbage));
            }
            assertEquals(SrtpSession.MALFORMED, receiver.unprotectRtp(memory, AT, 4000));
            assertEquals(SrtpSession.MALFORMED, receiver.unprotectRtcp(memory, AT, 4000));
        }
    }

    private int protect(SrtpSession sender, byte[] packet) {
        return sender.protectRtp(memory, AT, put(packet));
    }

    private static SrtpSession session(SrtpProfile profile, SrtpEngine engine) {
        byte[] key = new byte[profile.keyBytes()];
        byte[] salt = new byte[profile.saltBytes()];
        new Random(3).nextBytes(key);
        new Random(4).nextBytes(salt);
        return SrtpSession.of(engine, profile, key, salt);
    }

    private byte[] rtp(int ssrc, int sequence, int payload, int csrcs, int extensionWords) {
        int header = 12 + 4 * csrcs + (extensionWords < 0 ? 0 : 4 + 4 * extensionWords);
        byte[] packet = new byte[header + payload];
        random.nextBytes(packet);
        packet[0] = (byte) (0x80 | csrcs | (extensionWords < 0 ? 0 : 0x10));
        MemorySegment bytes = MemorySegment.ofArray(packet);
        bytes.set(Bytes.SHORT, 2, (short) sequence);
        bytes.set(Bytes.INT, 8, ssrc);
        if (extensionWords >= 0)
            bytes.set(Bytes.SHORT, 12 + 4L * csrcs + 2, (short) extensionWords);
        return packet;
    }

    private byte[] rtcp(int ssrc, int length) {
        byte[] packet = new byte[length];
        random.nextBytes(packet);
        packet[0] = (byte) 0x80;
        MemorySegment.ofArray(packet).set(Bytes.INT, 4, ssrc);
        return packet;
    }

    private static byte[] flipped(byte[] packet, int i) {
        byte[] copy = packet.clone();
        copy[i] ^= 1;
        return copy;
    }

    private int put(byte[] bytes) {
        MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, AT, bytes.length);
        return bytes.length;
    }

    private byte[] get(int length) {
        return memory.asSlice(AT, length).toArray(JAVA_BYTE);
    }
}
