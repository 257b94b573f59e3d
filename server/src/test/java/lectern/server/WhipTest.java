package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import lectern.protocol.ClientMessage;
import lectern.protocol.Reason;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.sfu.ice.Stun;
import lectern.sfu.ice.StunKey;
import lectern.sfu.ice.StunWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Encoders and players that speak HTTP and SDP alone, and ICE over the TCP port.
class WhipTest {
    private static final String FRAGMENT = "application/trickle-ice-sdpfrag";
    static final String OFFER = """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            c=IN IP4 0.0.0.0
            a=ice-ufrag:cUFr
            a=ice-pwd:clientpasswordclientpw
            a=fingerprint:sha-256 4F:B1:9A:8E:48:0B:4D:A5:BA:AB:0C:99:52:5A:1D:46:EE:48:ED:24:12:E2:82:DF:91:38:20:A3:19:21:C2:56
            a=setup:actpass
            a=mid:0
            a=sendonly
            a=rtcp-mux
            a=rtpmap:111 opus/48000/2
            m=video 9 UDP/TLS/RTP/SAVPF 96
            c=IN IP4 0.0.0.0
            a=ice-ufrag:cUFr
            a=ice-pwd:clientpasswordclientpw
            a=fingerprint:sha-256 4F:B1:9A:8E:48:0B:4D:A5:BA:AB:0C:99:52:5A:1D:46:EE:48:ED:24:12:E2:82:DF:91:38:20:A3:19:21:C2:56
            a=setup:actpass
            a=mid:1
            a=sendonly
            a=rtcp-mux
            a=rtpmap:96 VP8/90000
            a=rtcp-fb:96 nack pli
            """
            .replace("\n", "\r\n");

    @TempDir
    Path lessons;
    private LecternServer server;
    private HttpClient http;
    private Attendee teacher;

    @BeforeEach
    void start() {
        server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1"));
        http = Attendee.httpFor(server.fingerprint());
        teacher = Attendee.join(server, server.links().teacher(), "T");
        teacher.hears(ServerMessage.Welcome.class);
    }

    @AfterEach
    void stop() {
        teacher.close();
        http.shutdownNow();
        server.close();
    }

    private HttpResponse<String> send(String method, String path, String type, String body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10)).header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> publish(String name) throws Exception {
        return send("POST", "/whip/" + Attendee.token(server.links().student()) + "?name=" + name, "application/sdp",
                OFFER);
    }

    @Test
    void aPublisherIsAParticipantUntilItsSessionIsDeleted() throws Exception {
        var created = publish("Camera%201");
        assertEquals(201, created.statusCode(), created.body());
        assertEquals("application/sdp", created.headers().firstValue("content-type").orElseThrow());
        assertTrue(created.body().contains("a=ice-lite") && created.body().contains("a=recvonly"), created.body());
        var joined = teacher.sees(RoomEvent.Joined.class).participant();
        assertEquals("Camera 1", joined.name());
        var tracks = Map.of(teacher.sees(RoomEvent.TrackChanged.class).track(), true,
                teacher.sees(RoomEvent.TrackChanged.class).track(), true);
        assertEquals(Map.of(TrackKind.MICROPHONE, true, TrackKind.CAMERA, true), tracks);
        String location = created.headers().firstValue("location").orElseThrow();
        assertEquals(200, send("DELETE", location, "text/plain", "").statusCode());
        assertEquals(new RoomEvent.Left(joined.id(), Reason.LEFT), teacher.sees(RoomEvent.Left.class));
        Await.until(() -> status(location) == 404, "the session is gone");
    }

    private int status(String location) {
        try {
            return send("DELETE", location, "text/plain", "").statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void candidatesAreTakenNoteOfAndIceRestarts() throws Exception {
        var created = publish("C");
        String location = created.headers().firstValue("location").orElseThrow();
        String etag = created.headers().firstValue("etag").orElseThrow();
        String trickle = "a=ice-ufrag:cUFr\r\na=ice-pwd:clientpasswordclientpw\r\nm=audio 9 X 0\r\na=mid:0\r\na=candidate:1 1 udp 1 192.0.2.9 9 typ host\r\n";
        assertEquals(204, send("PATCH", location, FRAGMENT, trickle, "If-Match", etag).statusCode());
        assertEquals(428, send("PATCH", location, FRAGMENT, trickle).statusCode());
        assertEquals(412, send("PATCH", location, FRAGMENT, trickle, "If-Match", "\"x\"").statusCode());
        assertEquals(415, send("PATCH", location, "application/sdp", trickle, "If-Match", etag).statusCode());
        assertEquals(400, send("PATCH", location, FRAGMENT, "a=x\r\n", "If-Match", "*").statusCode());
        var restarted = send("PATCH", location, FRAGMENT, "a=ice-ufrag:new0\r\na=ice-pwd:newpasswordnewpassword\r\n",
                "If-Match", "*");
        assertEquals(200, restarted.statusCode(), restarted.body());
        assertEquals(FRAGMENT, restarted.headers().firstValue("content-type").orElseThrow());
        assertNotEquals(etag, restarted.headers().firstValue("etag").orElseThrow());
        assertNotEquals(IceFragment.of(created.body()), IceFragment.of(restarted.body()), restarted.body());
        assertTrue(IceFragment.of(restarted.body()).isPresent(), restarted.body());
        assertEquals(404, send("DELETE", location.replace("whip", "whep"), "text/plain", "").statusCode());
    }

    @Test
    void optionsSayWhatMayBeSent() throws Exception {
        var options = send("OPTIONS", "/whip/x", "text/plain", "");
        assertEquals(204, options.statusCode());
        assertEquals("application/sdp", options.headers().firstValue("accept-post").orElseThrow());
        assertEquals("*", options.headers().firstValue("access-control-allow-origin").orElseThrow());
    }

    @Test
    void theTokenMayComeInTheHeaderToo() throws Exception {
        var created = send("POST", "/whip", "application/sdp", OFFER, "Authorization",
                "Bearer " + Attendee.token(server.links().student()));
        assertEquals(201, created.statusCode(), created.body());
    }

    @Test
    void aPlayerGetsTheLinesItAskedFor() throws Exception {
        var played = send("POST", "/whep/" + Attendee.token(server.links().watcher()), "application/sdp",
                OFFER.replace("a=sendonly", "a=recvonly"));
        assertEquals(201, played.statusCode(), played.body());
        assertEquals(2, played.body().split("a=sendonly", -1).length - 1, played.body());
        assertEquals("Player", teacher.sees(RoomEvent.Joined.class).participant().name());
        String location = played.headers().firstValue("location").orElseThrow();
        assertEquals(422, send("PATCH", location, FRAGMENT, "a=x", "If-Match", "*").statusCode());
        assertEquals(200, send("DELETE", location, "text/plain", "").statusCode());
        teacher.sees(RoomEvent.Left.class);
    }

    @Test
    void theEndOfTheClassEndsIt() throws Exception {
        String location = publish("C").headers().firstValue("location").orElseThrow();
        teacher.say(new ClientMessage.EndClass());
        Await.until(() -> status(location) == 404, "the session is gone");
        assertEquals(403, publish("D").statusCode());
    }

    /// A check over TCP, framed by RFC 4571, is answered by the media plane: ICE works where UDP doesn't.
    @Test
    void iceChecksAreAnsweredOverTcp() throws Exception {
        var created = publish("C");
        assertTrue(Pattern
                .compile("a=candidate:\\S+ 1 (?i:tcp) \\d+ 127.0.0.1 " + server.port() + " typ host tcptype passive")
                .matcher(created.body()).find(), created.body());
        IceFragment ours = IceFragment.of(created.body()).orElseThrow();
        try (var arena = Arena.ofConfined(); var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            MemorySegment memory = arena.allocate(Stun.MAX_BYTES);
            var writer = new StunWriter();
            writer.begin(memory, 0, Stun.BINDING_REQUEST, 0x0102030405060708L, 9);
            writer.username(ours.ufrag() + ":cUFr");
            writer.priority(1);
            writer.controlling(7);
            writer.useCandidate();
            byte[] request = memory.asSlice(0, writer.finish(new StunKey(ours.password())))
                    .toArray(ValueLayout.JAVA_BYTE);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(request.length);
            out.flush(); // the frame comes in pieces
            out.write(request, 0, 7);
            out.flush();
            out.write(request, 7, request.length - 7);
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            byte[] response = in.readNBytes(in.readUnsignedShort());
            MemorySegment.copy(response, 0, memory, ValueLayout.JAVA_BYTE, 0, response.length);
            var stun = new Stun();
            assertTrue(stun.parse(memory, 0, response.length));
            assertEquals(Stun.BINDING_SUCCESS, stun.type());
            assertEquals(9, stun.transactionLow());
            assertTrue(stun.verify(new StunKey(ours.password())));
            assertEquals(socket.getLocalPort(), stun.mappedAddress().getPort());
        }
    }
}
