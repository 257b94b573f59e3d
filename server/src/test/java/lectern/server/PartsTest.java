package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lectern.protocol.ParticipantId;
import lectern.protocol.TrackKind;
import lectern.sfu.SfuStats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The small parts of the shell.
class PartsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void aRateAllowsABurstAndThenItsPace() {
        long second = 1_000_000_000;
        var rate = new RateLimit(60, 200, 0);
        int allowed = 0;
        for (int i = 0; i < 1_000; i++) if (rate.allows(0)) allowed++;
        assertEquals(200, allowed);
        allowed = 0;
        for (int i = 1; i <= 1_000; i++) if (rate.allows(i * second / 100)) allowed++;
        assertTrue(allowed >= 599 && allowed <= 601, "ten seconds: " + allowed);
    }

    @Test
    void theCertificateIsMadeOnceAndRenewedWhenItRanOut(@TempDir Path folder) throws Exception {
        var addresses = Set.of(InetAddress.ofLiteral("192.0.2.7"), InetAddress.ofLiteral("2001:db8::7"));
        Identity made = Identity.in(folder, List.of("localhost"), addresses, NOW);
        Identity kept = Identity.in(folder, List.of("other"), Set.of(), NOW.plus(Duration.ofDays(3_000)));
        assertEquals(made.fingerprint(), kept.fingerprint());
        assertTrue(made.fingerprint().matches("[0-9a-f]{64}"));
        made.certificate().verify(made.certificate().getPublicKey());
        assertEquals("EC", made.key().getAlgorithm());
        var names = made.certificate().getSubjectAlternativeNames().stream().map(n -> String.valueOf(n.get(1)))
                .toList();
        assertTrue(names.containsAll(List.of("localhost", "192.0.2.7")) && names.size() == 3, names.toString());
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key.pem"))));
        Identity renewed = Identity.in(folder, List.of("localhost"), addresses, NOW.plus(Duration.ofDays(3_700)));
        assertNotEquals(made.fingerprint(), renewed.fingerprint());
    }

    @Test
    void aKeyThatIsNotWholeIsNamed(@TempDir Path folder) throws IOException {
        Identity.in(folder, List.of("localhost"), Set.of(), NOW);
        Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        var broken = assertThrows(ServerException.class,
                () -> Identity.in(folder, List.of("localhost"), Set.of(), NOW));
        assertTrue(broken.getMessage().contains("key.pem"), broken.getMessage());
    }

    @Test
    void aFolderRemembersItsRoomAndItsSecret(@TempDir Path root) throws IOException {
        String room;
        byte[] secret;
        try (var folder = LessonsFolder.open(root)) {
            assertTrue(folder.lastRoom().isEmpty());
            room = folder.newRoom();
            Journal.open(folder.journal(room), _ -> {}).close();
            folder.remember(room, 8443);
            secret = folder.secret();
        }
        try (var folder = LessonsFolder.open(root)) {
            assertEquals(room, folder.lastRoom().orElseThrow());
            assertEquals(8443, folder.lastPort(room));
            org.junit.jupiter.api.Assertions.assertArrayEquals(secret, folder.secret());
            Files.writeString(root.resolve("server/secret"), "short");
            assertThrows(ServerException.class, folder::secret);
            Files.writeString(root.resolve("server/room"), "../../etc");
            assertTrue(folder.lastRoom().isEmpty());
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("server"))));
    }

    @Test
    void linesSayTheirKindAndDirection() {
        String sdp = "v=0\r\na=sendonly\r\nm=audio 9 X 111\r\na=mid:0\r\nm=video 9 X 96\r\na=mid:1\r\na=sendonly\r\n"
                + "m=video 9 X 96\r\na=mid:s\r\na=sendrecv\r\nm=audio 9 X 111\r\na=mid:3\r\na=recvonly\r\nm=application 9 X w\r\na=mid:4\r\n";
        var lines = OfferedLines.of(sdp);
        assertEquals(Map.of("0", TrackKind.MICROPHONE, "1", TrackKind.CAMERA, "s", TrackKind.SCREEN), lines.tracks());
        assertEquals(List.of("0", "3"), lines.receiving("audio"));
        assertEquals(List.of("s"), lines.receiving("video"));
        var random = new Random(4);
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder(sdp);
            for (int n = 0; n < 5; n++) text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
            OfferedLines.of(text.toString()).tracks();
        }
        assertEquals(Map.of(), OfferedLines.of("").tracks());
    }

    @Test
    void anIceFragmentGoesIntoTheOfferAndOurAnswersComesOut() {
        var fragment = IceFragment.of("a=ice-ufrag:EsAw\r\na=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1\r\n").orElseThrow();
        String offer = "v=0\r\nm=audio 9 X 111\r\na=ice-ufrag:old0\r\na=ice-pwd:old\r\nm=video 9 X 96\r\na=ice-ufrag:old0\r\na=ice-pwd:old\r\n";
        String restarted = fragment.in(offer);
        assertFalse(restarted.contains("old"), restarted);
        assertEquals(2, restarted.split("ice-ufrag:EsAw\r\n", -1).length - 1, restarted);
        assertEquals(
                "a=ice-lite\r\nm=audio 9 X 111\r\na=mid:0\r\na=ice-ufrag:srv1\r\na=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n",
                IceFragment.ofAnswer("v=0\r\na=ice-lite\r\nm=audio 9 X 111\r\na=mid:0\r\na=ice-ufrag:srv1\r\n"
                        + "a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\na=rtcp-mux\r\nm=video 9 X 96\r\na=mid:1\r\n"));
        assertTrue(IceFragment.of("a=ice-ufrag:x\r\n").isEmpty());
    }

    @Test
    void barsComeFromWhatWasLostSinceTheLastLook() {
        var bars = new LineBars();
        bars.update(stats(1_000, 0, 20));
        assertEquals(Map.of(new ParticipantId("p1"), 4), bars.update(stats(2_000, 0, 20)));
        assertEquals(Map.of(new ParticipantId("p1"), 2), bars.update(stats(2_950, 50, 20)));
        assertEquals(Map.of(new ParticipantId("p1"), 3), bars.update(stats(4_000, 50, 300)));
        assertEquals(Map.of(), bars.update(stats(4_000, 50, 300)), "nothing moved, nothing is known");
    }

    private static SfuStats stats(long packets, long lost, double rttMs) {
        var up = new SfuStats.Line("0", "audio", "opus", 0, null, packets, 0, lost, 0, 0, 0, 1, 0);
        var down = new SfuStats.Line("a0", "audio", "opus", 0, null, 500, 0, 499, 0, 0, 0, 1, rttMs);
        return new SfuStats(new SfuStats.Loop("nio", "jce", 1, 0, 0, 0, 0, Map.of()),
                List.of(new SfuStats.Connection("p1", SfuStats.Direction.UP, "connected", null, List.of(up)),
                        new SfuStats.Connection("p1.down", SfuStats.Direction.DOWN, "connected", null, List.of(down))));
    }

    @Test
    void anOutboxHoldsSoMuchAndNoMore() {
        var channel = new EmbeddedChannel();
        var outbox = new Outbox(channel, 100);
        assertTrue(outbox.offer("a", 60));
        assertFalse(outbox.offer("b", 60));
        assertTrue(outbox.offer("c", 40));
        channel.runPendingTasks();
        assertEquals("a", channel.readOutbound());
        assertEquals("c", channel.readOutbound());
        assertEquals(0, outbox.bytesWaiting());
        outbox.offer("d", 50);
        outbox.clear();
        channel.runPendingTasks();
        assertTrue(channel.outboundMessages().isEmpty());
        assertEquals(0, outbox.bytesWaiting());
    }

    @Test
    void addressesStandInUrlsAsTheyHaveTo() {
        assertEquals("192.0.2.1", Addresses.inUrl("192.0.2.1"));
        assertEquals("[fe80::1]", Addresses.inUrl("fe80::1%eth0"));
        assertFalse(Addresses.best().isAnyLocalAddress());
    }

    @Test
    void settingsThatCantBeAreRefusedInWords() {
        var good = ServerSettings.in(Path.of("x"));
        for (Runnable wrong : List.<Runnable>of(() -> good.withPort(-1), () -> good.withPort(70_000),
                () -> good.withHost("a b"),
                () -> good.withTitle(" "), () -> good.withTokenLifetime(Duration.ZERO)))
            assertTrue(assertThrows(IllegalArgumentException.class, wrong::run).getMessage().contains(":"));
    }
}
