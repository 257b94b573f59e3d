package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLSocket;
import lectern.protocol.ClientMessage;
import lectern.protocol.Limits;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.web.WebFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The one TCP port, by sockets and by HTTP: what is served, what is turned away, and that nothing stops the class.
@TestInstance(Lifecycle.PER_CLASS)
class PortTest {
    private LecternServer server;
    private HttpClient http;

    @BeforeAll
    void start(@TempDir Path lessons) {
        var limits = new ServerLimits(100_000, 100_000, 64 * 1024, Duration.ofSeconds(2), Duration.ofSeconds(15), 40,
                45);
        server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1").withLimits(limits));
        http = Attendee.httpFor(server.fingerprint());
    }

    @AfterAll
    void stop() {
        http.shutdownNow();
        server.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void thePageIsServedWithItsPolicyWhateverTheTokenSays() throws Exception {
        var page = get("/j/whatever");
        assertEquals(200, page.statusCode());
        assertEquals("text/html; charset=utf-8", page.headers().firstValue("content-type").orElseThrow());
        assertEquals(WebFiles.CONTENT_SECURITY_POLICY,
                page.headers().firstValue("content-security-policy").orElseThrow());
        assertEquals("nosniff", page.headers().firstValue("x-content-type-options").orElseThrow());
        assertEquals("no-referrer", page.headers().firstValue("referrer-policy").orElseThrow());
        assertTrue(page.headers().firstValue("strict-transport-security").isEmpty());
        var again = http.send(
                to("/j/other").header("If-None-Match", page.headers().firstValue("etag").orElseThrow()).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(304, again.statusCode());
        assertEquals(200, get("/web/main.js").statusCode());
        assertEquals("ok\n", get("/healthz").body());
        var head = http.send(to("/healthz").method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, head.statusCode());
    }

    @Test
    void elsewhereIsNothing() throws Exception {
        for (String path : List.of("/", "/web/../pom.xml", "/web/%2e%2e/secret", "/web/", "/j", "/server/key.pem",
                "/%00"))
            assertEquals(404, get(path).statusCode(), path);
        assertEquals(405, http.send(to("/healthz").POST(HttpRequest.BodyPublishers.ofString("x")).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode());
        assertEquals(426, get("/ws").statusCode());
    }

    @Test
    void statisticsAreTheTeachersAlone() throws Exception {
        assertEquals(403, get("/stats").statusCode());
        assertEquals(403, get("/stats/" + Attendee.token(server.links().student())).statusCode());
        var stats = get("/stats/" + Attendee.token(server.links().teacher()));
        assertEquals(200, stats.statusCode());
        assertTrue(stats.body().contains("\"room\":\"" + server.room() + '"'), stats.body());
        assertTrue(stats.body().contains("\"media\":{"), stats.body());
        var bearer = to("/stats").header("Authorization", "Bearer " + Attendee.token(server.links().teacher())).build();
        assertEquals(200, http.send(bearer, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    @Test
    void plainHttpIsSentToHttps() throws Exception {
        String answer = raw("GET /j/abc HTTP/1.1\r\nHost: school.example:8443\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 308 "), answer);
        assertTrue(answer.toLowerCase().contains("\r\nlocation: https://school.example:8443/j/abc\r\n"), answer);
        String odd = raw("GET /j/abc HTTP/1.1\r\nHost: <script>\r\n\r\n");
        assertTrue(odd.toLowerCase().contains("location: https://127.0.0.1:" + server.port() + "/j/abc\r\n"), odd);
        String split = raw("GET http://x/%0d%0aset-cookie:a HTTP/1.1\r\nHost: a\r\n\r\n");
        assertFalse(split.toLowerCase().contains("set-cookie"), split);
    }

    private String raw(String request) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    @Test
    void whoSaysNothingOrNonsenseIsClosed() throws Exception {
        var sockets = new ArrayList<Socket>();
        try {
            for (byte[] first : new byte[][]{ {}, { 0x16}, { 0, 0x54, 0, 1, 0, 0},
                    "GET /".getBytes(StandardCharsets.US_ASCII),
                    { 0, 4, (byte) 0x80, 1, 2, 3}, { (byte) 0xff, (byte) 0xff}}) {
                Socket socket = connect();
                sockets.add(socket);
                socket.getOutputStream().write(first);
            }
            for (int i = 0; i < sockets.size(); i++) assertTrue(ends(sockets.get(i)), "socket " + i);
        } finally {
            for (Socket socket : sockets) socket.close();
        }
    }

    /// Until the end, or the reset.
    private static boolean ends(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void garbageOverHttpsIsAnsweredOrClosedAndTheClassGoesOn() throws Exception {
        long seed = 42;
        var random = new Random(seed);
        var starts = List.of("GET /j/x HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /whip/t HTTP/1.1\r\nContent-Length: 3\r\n\r\nv=0",
                "GET /ws HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n",
                "OPTIONS /whep/%zz HTTP/1.1\r\n\r\n", "PATCH /whip/session/1 HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder(starts.get(random.nextInt(starts.size())));
            for (int n = random.nextInt(6); n > 0; n--)
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
            try (var socket = tls()) {
                socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                ends(socket);
            }
        }
        assertEquals("ok\n", get("/healthz").body(), "seed " + seed);
    }

    private SSLSocket tls() throws IOException {
        var socket = (SSLSocket) Attendee.pinned(server.fingerprint()).getSocketFactory().createSocket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.setSoTimeout(10_000);
        return socket;
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        try (var socket = tls()) {
            socket.getOutputStream().write("POST /whip/t HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 413", answer);
        }
    }

    /// Joins and then never reads: what waits for it is bounded, it is closed, and nobody else waits for it.
    @Test
    void whoReadsTooSlowlyIsClosedAndMayResume() throws Exception {
        try (var watching = Attendee.join(server, server.links().teacher(), "T"); var socket = tls()) {
            watching.hears(ServerMessage.Welcome.class);
            var out = socket.getOutputStream();
            out.write(
                    ("GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(frame("{\"type\":\"join\",\"version\":1,\"client\":\"t\",\"name\":\"Slow\",\"token\":\""
                    + Attendee.token(server.links().student()) + "\"}"));
            var slow = watching.sees(RoomEvent.Joined.class).participant().id();
            byte[] garbage = frame("{\"type\":\"no such thing, and a long name so that the refusal is long too\"}");
            try {
                for (int i = 0; i < 60_000; i++) out.write(garbage);
            } catch (SocketException closed) {
                // so it should
            }
            assertEquals(slow, watching.sees(RoomEvent.Away.class).participant());
            assertEquals(1, server.stats().counters().get("closed as slow"));
            watching.say(new ClientMessage.Ping(3));
            assertEquals(3, watching.hears(ServerMessage.Pong.class).sent());
        }
    }

    /// A text frame with a mask of zeros.
    private static byte[] frame(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        if (utf8.length < 126) frame.write(0x80 | utf8.length);
        else {
            frame.write(0x80 | 126);
            frame.write(utf8.length >> 8);
            frame.write(utf8.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(utf8);
        return frame.toByteArray();
    }

    @Test
    void tooManyConnectionsFromOneAddressAreTurnedAway() throws Exception {
        Await.until(() -> server.stats().sockets() < 10, "the other tests' connections are gone");
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 60; i++) open.add(connect());
            Await.until(() -> server.stats().counters().getOrDefault("connection too many", 0L) > 10,
                    "some are turned away");
        } finally {
            for (Socket socket : open) socket.close();
        }
        Await.until(() -> server.stats().sockets() < 10, "they are gone");
        assertEquals("ok\n", get("/healthz").body());
    }

    @Test
    void aWatcherCannotPublishByWhipAndBadRequestsAreToldApart() throws Exception {
        String sdp = WhipTest.OFFER;
        assertEquals(403, whip(Attendee.token(server.links().watcher()), "application/sdp", sdp));
        assertEquals(403, whip("nonsense", "application/sdp", sdp));
        String student = Attendee.token(server.links().student());
        assertEquals(415, whip(student, "text/plain", sdp));
        assertEquals(400, whip(student, "application/sdp", "hello"));
        assertEquals(400, whip(student, "application/sdp", sdp.replace("sendonly", "recvonly")));
        assertEquals(413, whip(student, "application/sdp", sdp + "a=x:" + "y".repeat(Limits.SDP_CHARS)));
        assertEquals(422, whip(student, "application/sdp", sdp.replaceAll("a=fingerprint.*\r\n", "")));
        assertEquals(404,
                http.send(to("/whip/session/0").DELETE().build(), HttpResponse.BodyHandlers.discarding()).statusCode());
        assertEquals(405, get("/whip/" + student).statusCode());
        Await.until(() -> server.stats().people() == server.stats().away(), "nobody stays behind");
    }

    private int whip(String token, String type, String body) throws Exception {
        return http.send(
                to("/whip/" + token).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
