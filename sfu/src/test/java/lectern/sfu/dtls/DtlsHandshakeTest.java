package lectern.sfu.dtls;

import static lectern.sfu.dtls.DtlsPair.next;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lectern.sfu.dtls.DtlsHandshake.Closed;
import lectern.sfu.dtls.DtlsHandshake.Failed;
import lectern.sfu.dtls.DtlsHandshake.Keys;
import lectern.sfu.dtls.DtlsHandshake.Outcome;
import lectern.sfu.srtp.SrtpProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DtlsHandshakeTest {
    private static final int HANDSHAKE = 22;
    private static final int CHANGE_CIPHER = 20;

    private static Keys keysOfBoth(DtlsPair pair) throws InterruptedException {
        Keys client = assertInstanceOf(Keys.class, next(pair.clientOutcomes));
        Keys server = assertInstanceOf(Keys.class, next(pair.serverOutcomes));
        assertEquals(client.profile(), server.profile());
        assertArrayEquals(client.clientKey(), server.clientKey());
        assertArrayEquals(client.clientSalt(), server.clientSalt());
        assertArrayEquals(client.serverKey(), server.serverKey());
        assertArrayEquals(client.serverSalt(), server.serverSalt());
        assertFalse(Arrays.equals(client.clientKey(), client.serverKey()));
        return server;
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void bothSidesEndWithTheSameKeys(SrtpProfile profile) throws InterruptedException {
        try (var pair = new DtlsPair()) {
            pair.profiles = List.of(profile);
            pair.connect();
            Keys keys = keysOfBoth(pair);
            assertEquals(profile, keys.profile());
            assertEquals(profile.keyBytes(), keys.clientKey().length);
            assertEquals(profile.saltBytes(), keys.serverSalt().length);
        }
    }

    @Test
    void theServerTakesGcmThoughBrowsersListItLast() throws InterruptedException {
        try (var pair = new DtlsPair()) {
            pair.connect();
            assertEquals(SrtpProfile.AEAD_AES_128_GCM, keysOfBoth(pair).profile());
        }
    }

    @Test
    void aClientWithAnotherCertificateIsRefused() throws InterruptedException {
        try (var pair = new DtlsPair()) {
            pair.fingerprintOfClient = DtlsPair.SERVER.fingerprint();
            pair.connect();
            Failed failed = assertInstanceOf(Failed.class, next(pair.serverOutcomes));
            assertTrue(failed.why().contains("fingerprint"), failed.why());
            assertInstanceOf(Failed.class, next(pair.clientOutcomes));
        }
    }

    @Test
    void aServerWithAnotherCertificateIsRefused() throws InterruptedException {
        try (var pair = new DtlsPair()) {
            pair.fingerprintOfServer = DtlsPair.CLIENT.fingerprint();
            pair.connect();
            assertTrue(assertInstanceOf(Failed.class, next(pair.clientOutcomes)).why().contains("fingerprint"));
            assertInstanceOf(Failed.class, next(pair.serverOutcomes));
        }
    }

    @Test
    void aClientThatOffersNoProfileGetsNoKeys() throws InterruptedException {
        try (var pair = new DtlsPair()) {
            pair.profiles = List.of();
            pair.connect();
            assertInstanceOf(Failed.class, next(pair.serverOutcomes));
            assertInstanceOf(Failed.class, next(pair.clientOutcomes));
        }
    }

    @Test
    void aLostFirstFlightIsSaidAgainSoon() throws InterruptedException {
        try (var pair = new DtlsPair()) {
            var sent = new AtomicInteger();
            pair.toServer = d -> sent.getAndIncrement() == 0 ? List.of() : List.of(d);
            long began = System.nanoTime();
            pair.connect();
            keysOfBoth(pair);
            long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            // 50 ms and the handshake itself; BouncyCastle's own timer would take a second
            assertTrue(tookMs >= 45 && tookMs < 700, tookMs + " ms");
        }
    }

    @Test
    void aLostLastFlightIsRepeatedForTheClient() throws InterruptedException {
        try (var pair = new DtlsPair()) {
            var swallowed = new AtomicInteger();
            pair.toClient = d -> {
                boolean last = d[0] == CHANGE_CIPHER; // and Finished with it
                return last && swallowed.getAndIncrement() < 1 ? List.of() : List.of(d);
            };
            pair.connect();
            keysOfBoth(pair);
            assertTrue(swallowed.get() >= 2, "sent twice");
        }
    }

    @Test
    void aThirdOfAllDatagramsMayBeLost() throws InterruptedException {
        for (int seed = 0; seed < 10; seed++) {
            try (var pair = new DtlsPair()) {
                var there = new Random(seed);
                var back = new Random(seed + 100);
                pair.toServer = d -> there.nextInt(3) == 0 ? List.of() : List.of(d);
                pair.toClient = d -> back.nextInt(3) == 0 ? List.of() : List.of(d);
                pair.connect();
                keysOfBoth(pair);
            }
        }
    }

    /// Chromium's and Firefox's hellos with post-quantum shares don't fit one record.
    @Test
    void aClientHelloInTwoRecordsIsPutTogether() throws InterruptedException {
        try (var pair = new DtlsPair()) {
            pair.toServer = DtlsHandshakeTest::splitHello;
            pair.connect();
            keysOfBoth(pair);
        }
    }

    /// The hello's two halves as records 0 and 1; every later plain record is counted one up.
    private static List<byte[]> splitHello(byte[] datagram) {
        var packet = ByteBuffer.wrap(datagram);
        if (datagram[0] != HANDSHAKE || datagram[13] != 1) {
            for (int at = 0; at < datagram.length; at += 13 + packet.getShort(at + 11))
                if (packet.getShort(at + 3) == 0) // epoch 0; then the low bits of the record's number
                    packet.putShort(at + 9, (short) (packet.getShort(at + 9) + 1));
            return List.of(datagram);
        }
        int body = datagram.length - 25;
        var records = new ArrayList<byte[]>();
        for (int[] part : new int[][]{ { 0, 40}, { 40, body - 40}}) {
            var record = ByteBuffer.allocate(25 + part[1]);
            record.put(datagram, 0, 25).put(datagram, 25 + part[0], part[1]);
            record.putShort(9, (short) (packet.getShort(9) + records.size())).putShort(11, (short) (12 + part[1]));
            record.putShort(20, (short) part[0]).putShort(23, (short) part[1]); // the low 16 of each 24 bits
            records.add(record.array());
        }
        return records;
    }

    @Test
    void goodbyeIsHeard() throws InterruptedException {
        try (var pair = new DtlsPair()) {
            pair.connect();
            keysOfBoth(pair);
            pair.client.close();
            assertInstanceOf(Closed.class, next(pair.serverOutcomes));
            assertNull(pair.clientOutcomes.poll(50, TimeUnit.MILLISECONDS), "our own close is no news");
        }
    }

    @Test
    void whoSaysNothingTimesOut() throws InterruptedException {
        var outcomes = new LinkedBlockingQueue<Outcome>();
        var keying = new SrtpKeying(List.of(DtlsPair.CLIENT.fingerprint()), 120);
        DtlsHandshake.start(DtlsPair.SERVER, keying, _ -> {
        }, outcomes::add);
        assertTrue(assertInstanceOf(Failed.class, next(outcomes)).why().contains("timed out"));
    }

    @Test
    void closingEndsAHandshakeThatWaits() throws InterruptedException {
        var outcomes = new LinkedBlockingQueue<Outcome>();
        var handshake = DtlsHandshake.start(DtlsPair.SERVER, List.of(), _ -> {
        }, outcomes::add);
        handshake.close();
        assertEquals(new Failed("closed"), next(outcomes));
    }

    @Test
    void onlySoManyHandshakesGoOnAtOnce() throws InterruptedException {
        var outcomes = new LinkedBlockingQueue<Outcome>();
        var waiting = new ArrayList<DtlsHandshake>();
        var identity = DtlsIdentity.create(new java.security.SecureRandom());
        for (int i = 0; i <= DtlsIdentity.MAX_PENDING; i++)
            waiting.add(DtlsHandshake.start(identity, List.of(), _ -> {
            }, outcomes::add));
        assertTrue(assertInstanceOf(Failed.class, next(outcomes)).why().contains("256"));
        waiting.forEach(DtlsHandshake::close);
        for (int i = 0; i < DtlsIdentity.MAX_PENDING; i++)
            assertEquals(new Failed("closed"), next(outcomes));
        assertEquals(DtlsIdentity.MAX_PENDING, identity.pending.availablePermits());
    }

    @Test
    void brokenDatagramsEndInOneOutcomeEach() throws InterruptedException {
        long seed = 7_005;
        var random = new Random(seed);
        List<byte[]> flight = recordedFlight();
        for (int round = 0; round < 2_000; round++) {
            var outcomes = new LinkedBlockingQueue<Outcome>();
            var server = DtlsHandshake.start(DtlsPair.SERVER, List.of(DtlsPair.CLIENT.fingerprint()), _ -> {
            }, outcomes::add);
            for (int i = 0; i < 10; i++)
                server.offer(lectern.sfu.rtp.Octets.mutate(flight.get(random.nextInt(flight.size())), random));
            server.close();
            assertInstanceOf(Failed.class, next(outcomes), "seed " + seed + " round " + round);
            assertEquals(0, outcomes.size(), "seed " + seed + " round " + round);
        }
    }

    private static List<byte[]> recordedFlight() throws InterruptedException {
        var flight = new ArrayList<byte[]>();
        try (var pair = new DtlsPair()) {
            pair.toServer = d -> {
                flight.add(d.clone());
                return List.of(d);
            };
            pair.connect();
            keysOfBoth(pair);
        }
        return flight;
    }
}
