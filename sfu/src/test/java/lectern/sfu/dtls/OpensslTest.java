package lectern.sfu.dtls;

import static lectern.sfu.dtls.DtlsPair.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lectern.sfu.dtls.DtlsHandshake.Keys;
import lectern.sfu.dtls.DtlsHandshake.Outcome;
import lectern.sfu.srtp.SrtpProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our server against somebody else's client: `openssl s_client`, over a real socket.
class OpensslTest {
    private static final String GCM = "SRTP_AEAD_AES_128_GCM";
    private static final String SHA1 = "SRTP_AES128_CM_SHA1_80";

    @TempDir
    private Path folder;

    @Test
    void bothSidesExportTheSameKeys() throws Exception {
        assertEquals(SrtpProfile.AEAD_AES_128_GCM, keysWith(SHA1 + ":" + GCM, 56, List.of()).profile());
        assertEquals(SrtpProfile.AES128_CM_HMAC_SHA1_80, keysWith(SHA1, 60, List.of()).profile());
    }

    @Test
    void aHelloInSmallPiecesIsPutTogether() throws Exception {
        String names = String.join(",", "a".repeat(200), "b".repeat(200), "c".repeat(200), "d".repeat(200));
        keysWith(GCM, 56, List.of("-mtu", "256", "-alpn", names));
    }

    private Keys keysWith(String profiles, int keyBytes, List<String> more) throws Exception {
        Path certificate = folder.resolve("client.pem");
        if (Files.notExists(certificate))
            run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
                    folder.resolve("key.pem").toString(), "-out", certificate.toString(), "-subj", "/CN=client");
        String fingerprint = run("openssl", "x509", "-in", certificate.toString(), "-noout", "-fingerprint", "-sha256")
                .replaceFirst("(?s).*=", "").strip();
        var outcomes = new LinkedBlockingQueue<Outcome>();
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(socket, fingerprint, outcomes));
            var command = new ArrayList<>(List.of("openssl", "s_client", "-dtls1_2", "-connect",
                    "127.0.0.1:" + socket.getLocalPort(), "-use_srtp", profiles, "-cert", certificate.toString(),
                    "-key", folder.resolve("key.pem").toString(), "-keymatexport", "EXTRACTOR-dtls_srtp",
                    "-keymatexportlen", "" + keyBytes));
            command.addAll(more);
            Process client = start(command);
            Keys keys = assertInstanceOf(Keys.class, next(outcomes));
            String exported = HexFormat.of().withUpperCase().formatHex(keys.clientKey())
                    + HexFormat.of().withUpperCase().formatHex(keys.serverKey())
                    + HexFormat.of().withUpperCase().formatHex(keys.clientSalt())
                    + HexFormat.of().withUpperCase().formatHex(keys.serverSalt());
            try (var lines = client.inputReader()) { // it stays connected until its input ends
                assertTrue(lines.lines().anyMatch(line -> line.strip().equals("Keying material: " + exported)));
            } finally {
                client.destroy();
            }
            return keys;
        }
    }

    private static void serve(DatagramSocket socket, String fingerprint, LinkedBlockingQueue<Outcome> outcomes) {
        var peer = new SocketAddress[1];
        var handshake = DtlsHandshake.start(DtlsPair.SERVER, List.of(fingerprint), d -> {
            try {
                socket.send(new DatagramPacket(d, d.length, peer[0]));
            } catch (IOException e) {
                if (!socket.isClosed()) // else it is our goodbye to a client that the test has ended
                    throw new UncheckedIOException(e);
            }
        }, outcomes::add);
        byte[] bytes = new byte[4_096];
        try {
            while (true) {
                var packet = new DatagramPacket(bytes, bytes.length);
                socket.receive(packet);
                peer[0] = packet.getSocketAddress();
                handshake.offer(Arrays.copyOf(bytes, packet.getLength()));
            }
        } catch (IOException e) {
            handshake.close(); // the test has closed the socket
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String run(String... command) throws Exception {
        Process process = start(List.of(command));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), output);
        return output;
    }
}
