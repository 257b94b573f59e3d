package lectern.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.net.ssl.SSLSocket;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of the lesson over HTTPS.
class AssetTest {
    private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 1, 2, 3, 4};
    @TempDir
    Path lessons;
    private LecternServer server;
    private HttpClient http;
    private Attendee teacher;
    private String key;

    @BeforeEach
    void start() {
        server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1").withTitle("Algebra II"));
        http = Attendee.httpFor(server.fingerprint());
        teacher = Attendee.join(server, server.links().teacher(), "T");
        key = teacher.hears(ServerMessage.Welcome.class).resume();
    }

    @AfterEach
    void stop() {
        teacher.close();
        http.shutdownNow();
        server.close();
    }

    private static byte[] png(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        System.arraycopy(PNG, 0, bytes, 0, PNG.length);
        return bytes;
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private HttpRequest.Builder request(String hash, @Nullable String with) {
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/asset/" + hash))
                .timeout(Duration.ofSeconds(30));
        return with == null ? request : request.header("Authorization", "Bearer " + with);
    }

    private int put(byte[] bytes, String hash, @Nullable String with) throws Exception {
        return http.send(request(hash, with).PUT(BodyPublishers.ofByteArray(bytes)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<byte[]> get(String hash, @Nullable String with) throws Exception {
        return http.send(request(hash, with).GET().build(), BodyHandlers.ofByteArray());
    }

    private Path folder() {
        return lessons.resolve(server.room()).resolve("assets");
    }

    private long files() throws IOException {
        try (var files = Files.list(folder())) {
            return files.count();
        }
    }

    @Test
    void whatIsPutIsThereForAllWhoAreInTheClassAndAfterARestart() throws Exception {
        byte[] picture = png(3_000_000);
        String hash = hash(picture);
        assertEquals(404, get(hash, key).statusCode());
        assertEquals(201, put(picture, hash, key));
        assertEquals(200, put(picture, hash, key), "it is there");
        var watcher = Attendee.join(server, server.links().watcher(), "W");
        String watchers = watcher.hears(ServerMessage.Welcome.class).resume();
        assertEquals(404, get(hash, watchers).statusCode(), "it stands on no page that they see");
        teacher.say(new BoardMessage.AddPage(null, "", new Ground.Picture(new AssetId(hash)), 800, 600, null));
        watcher.sees(BoardEvent.PageAdded.class);
        var response = get(hash, watchers);
        watcher.close();
        assertArrayEquals(picture, response.body());
        assertEquals("image/png", response.headers().firstValue("content-type").orElseThrow());
        assertEquals("nosniff", response.headers().firstValue("x-content-type-options").orElseThrow());
        String kept = response.headers().firstValue("cache-control").orElseThrow();
        assertTrue(kept.contains("private") && kept.contains("immutable"), kept);
        assertEquals(1, files());
        assertArrayEquals(picture, Files.readAllBytes(folder().resolve(hash)));
        server.close();
        server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1").withTitle("Algebra II"));
        assertArrayEquals(picture, get(hash, key).body());
    }

    @Test
    void whatIsNotRightIsRefusedAndLeavesNothing() throws Exception {
        byte[] picture = png(100_000);
        String hash = hash(picture);
        assertEquals(403, put(picture, hash, null));
        assertEquals(403, put(picture, hash, "p1." + "0".repeat(32)));
        assertEquals(403, put(picture, hash, Attendee.token(server.links().teacher())), "a token is no key");
        assertEquals(400, put(picture, hash(PNG), key));
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertEquals(415, put(page, hash(page), key));
        byte[] nothing = new byte[0];
        assertEquals(415, put(nothing, hash(nothing), key));
        byte[] photo = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        var refused = http.send(request(hash(photo), key).PUT(BodyPublishers.ofByteArray(photo)).build(),
                BodyHandlers.ofString());
        assertEquals(415, refused.statusCode());
        assertTrue(refused.body().contains("HEIC") && refused.body().contains("JPEG"), refused.body());
        for (String path : new String[]{ "", "..", "../journal", hash.toUpperCase(), hash + "0", hash + "/",
                hash + "?x"})
            assertEquals(404, put(picture, path, key), path);
        assertEquals(411, http.send(request(hash, key)
                .PUT(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(picture))).build(),
                BodyHandlers.discarding()).statusCode());
        assertEquals(405, http.send(request(hash, key).POST(BodyPublishers.ofByteArray(picture)).build(),
                BodyHandlers.discarding()).statusCode());
        assertEquals(413, put(png(BoardLimits.ASSET_BYTES + 1), hash, key));
        assertEquals(403, get(hash, null).statusCode());
        assertEquals(0, files());
        assertEquals(201, put(picture, hash, key), "and what is right is kept after all that");
    }

    @Test
    void studentsPutFilesWhileTheyMayDrawAndWatchersNever() throws Exception {
        byte[] picture = png(50_000);
        Attendee student = Attendee.join(server, server.links().student(), "S");
        Attendee watcher = Attendee.join(server, server.links().watcher(), "W");
        String students = student.hears(ServerMessage.Welcome.class).resume();
        String watchers = watcher.hears(ServerMessage.Welcome.class).resume();
        assertEquals(403, put(picture, hash(picture), students));
        teacher.say(new BoardMessage.AllowDrawing(Drawing.ALL));
        student.sees(BoardEvent.DrawingAllowed.class);
        assertEquals(403, put(picture, hash(picture), watchers));
        assertEquals(201, put(picture, hash(picture), students));
        assertEquals(201, put(picture, hash(picture), students), "and they aren't told that it was there");
        assertArrayEquals(picture, get(hash(picture), students).body(), "who brought it may have it");
        assertEquals(404, get(hash(picture), watchers).statusCode());
        byte[] document = "%PDF-1.7 of a student".getBytes(StandardCharsets.UTF_8);
        assertEquals(403, put(document, hash(document), students));
        assertEquals(201, put(document, hash(document), key));
        assertEquals(404, get(hash(document), students).statusCode(), "a document's file has its notes in it");
        student.say(new ClientMessage.Leave()).hearsBye();
        assertEquals(403, get(hash(picture), students).statusCode(), "who has left is no participant");
        student.close();
        watcher.close();
    }

    @Test
    void theLargestFileGoesInAndOut() throws Exception {
        byte[] picture = png(BoardLimits.ASSET_BYTES);
        assertEquals(201, put(picture, hash(picture), key));
        assertArrayEquals(picture, get(hash(picture), key).body());
    }

    @Test
    void aBrokenUploadLeavesNothing() throws Exception {
        byte[] picture = png(200_000);
        try (var socket = (SSLSocket) Attendee.pinned(server.fingerprint()).getSocketFactory()
                .createSocket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(("PUT /asset/" + hash(picture) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + key + "\r\nContent-Length: " + picture.length + "\r\nExpect: 100-continue\r\n\r\n")
                            .getBytes());
            var head = new byte[25];
            InputStream in = socket.getInputStream();
            assertEquals(25, in.readNBytes(head, 0, 25));
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", new String(head));
            socket.getOutputStream().write(picture, 0, 150_000);
            Await.until(() -> sizeOfAll() >= 150_000, "it arrives");
        }
        Await.until(() -> sizeOfAll() == 0, "and is gone");
        assertEquals(201, put(picture, hash(picture), key));
    }

    private long sizeOfAll() {
        try (var files = Files.list(folder())) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLessonHoldsSoManyBytes(@TempDir Path folder) throws Exception {
        byte[] one = png(600);
        var assets = Assets.in(folder, 1_000);
        var draft = assets.begin(600, true).orElseThrow();
        assertTrue(assets.begin(500, true).isEmpty());
        assertNull(draft.write(ByteBuffer.wrap(one, 0, 7)));
        assertNull(draft.write(ByteBuffer.wrap(one, 7, 593)));
        assertTrue(draft.finish(new AssetId(hash(one))).isNew());
        assertEquals(600, assets.bytes());
        var again = assets.begin(300, true).orElseThrow();
        again.write(ByteBuffer.wrap(png(300)));
        assertEquals(600, Assets.in(folder, 1_000).bytes(), "drafts of a server that died are thrown away");
        assets.close();
        assertEquals(600, assets.bytes(), "and so are those of one that ends");
    }

    @Test
    void aPartIsServedAsAskedFor() throws Exception {
        byte[] picture = png(200_000);
        String hash = hash(picture);
        assertEquals(201, put(picture, hash, key));
        var whole = get(hash, key);
        assertEquals("bytes", whole.headers().firstValue("accept-ranges").orElseThrow());
        String etag = whole.headers().firstValue("etag").orElseThrow();
        assertEquals('"' + hash + '"', etag);
        var part = http.send(request(hash, key).header("Range", "bytes=1000-150999").build(),
                BodyHandlers.ofByteArray());
        assertEquals(206, part.statusCode());
        assertEquals("bytes 1000-150999/200000", part.headers().firstValue("content-range").orElseThrow());
        assertArrayEquals(Arrays.copyOfRange(picture, 1000, 151_000), part.body());
        var end = http.send(request(hash, key).header("Range", "bytes=-7").header("If-Range", etag).build(),
                BodyHandlers.ofByteArray());
        assertArrayEquals(Arrays.copyOfRange(picture, 199_993, 200_000), end.body());
        var beyond = http.send(request(hash, key).header("Range", "bytes=200000-").build(), BodyHandlers.ofByteArray());
        assertEquals(416, beyond.statusCode());
        assertEquals("bytes */200000", beyond.headers().firstValue("content-range").orElseThrow());
        var changed = http.send(request(hash, key).header("Range", "bytes=0-9").header("If-Range", "\"other\"").build(),
                BodyHandlers.ofByteArray());
        assertEquals(200, changed.statusCode());
        assertArrayEquals(picture, changed.body());
        var known = http.send(request(hash, key).header("If-None-Match", "\"x\", " + etag).build(),
                BodyHandlers.ofByteArray());
        assertEquals(304, known.statusCode());
        var head = http.send(request(hash, key).method("HEAD", BodyPublishers.noBody()).build(),
                BodyHandlers.ofByteArray());
        assertEquals(200, head.statusCode());
        assertEquals("200000", head.headers().firstValue("content-length").orElseThrow());
        var closing = new String(
                raw("GET /asset/" + hash + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + key + "\r\n\r\n"),
                StandardCharsets.ISO_8859_1);
        assertEquals(200_000, closing.length() - closing.indexOf("\r\n\r\n") - 4, "whole before the line is closed");
    }

    private byte[] raw(String request) throws Exception {
        try (var socket = (SSLSocket) Attendee.pinned(server.fingerprint()).getSocketFactory()
                .createSocket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return socket.getInputStream().readAllBytes();
        }
    }
}
