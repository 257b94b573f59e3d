package lectern.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Drawing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files in pieces, over real sockets that break.
class UploadTest {
    @TempDir
    Path lessons;
    private LecternServer server;
    private LessonHttp teacher;

    @BeforeEach
    void start() {
        server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1"));
        teacher = new LessonHttp(server, server.links().teacher(), "T");
    }

    @AfterEach
    void stop() {
        teacher.close();
        server.close();
    }

    private static byte[] pdf(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        byte[] start = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, bytes, 0, start.length);
        return bytes;
    }

    private List<String> files() {
        try (var files = Files.list(assets())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long bytes() {
        return files().stream().mapToLong(name -> assets().resolve(name).toFile().length()).sum();
    }

    private Path assets() {
        return lessons.resolve(server.room()).resolve("assets");
    }

    @Test
    void aFileComesInPieces() throws Exception {
        byte[] file = pdf(3_000_000);
        String upload = teacher.begun(file.length);
        var first = teacher.piece(upload, 0, file, 0, 1_000_000);
        assertEquals(204, first.statusCode());
        assertEquals(1_000_000, LessonHttp.offset(first));
        var head = teacher.head(upload);
        assertEquals(204, head.statusCode());
        assertEquals(1_000_000, LessonHttp.offset(head));
        assertEquals(3_000_000, head.headers().firstValueAsLong("upload-length").orElseThrow());
        var last = teacher.piece(upload, 1_000_000, file, 1_000_000, 3_000_000);
        assertEquals(201, last.statusCode());
        String hash = LessonHttp.hash(file);
        assertEquals("{\"asset\":\"" + hash + "\",\"kind\":\"pdf\"}", LessonHttp.words(last));
        assertEquals(List.of(hash), files());
        assertArrayEquals(file, teacher.get("/asset/" + hash).body());
        assertEquals(3_000_000, LessonHttp.offset(teacher.head(upload)), "the answer may have been lost");
        var again = teacher.piece(upload, 3_000_000, file, 0, 0);
        assertEquals(201, again.statusCode());
        assertArrayEquals(last.body(), again.body());
        assertEquals(hash, teacher.put(file), "what is there already is the same asset");
        assertEquals(List.of(hash), files());
    }

    @Test
    void whatABrokenLineBroughtIsKept() throws Exception {
        byte[] file = pdf(400_000);
        String upload = teacher.begun(file.length);
        try (var socket = teacher.socket()) {
            socket.getOutputStream().write(teacher.begin("PATCH", upload, "Upload-Offset: 0",
                    "Content-Type: application/partial-upload", "Content-Length: 400000").getBytes());
            socket.getOutputStream().write(file, 0, 150_000);
            socket.getOutputStream().flush();
            Await.until(() -> bytes() == 150_000, "it arrives");
        }
        long there = LessonHttp.offset(teacher.head(upload));
        assertEquals(150_000, there);
        assertEquals(201, teacher.piece(upload, there, file, (int) there, file.length).statusCode());
        assertEquals(List.of(LessonHttp.hash(file)), files());
    }

    @Test
    void itGoesOnWhereItEndedAndNowhereElse() throws Exception {
        byte[] file = pdf(100_000);
        String upload = teacher.begun(file.length);
        var wrong = teacher.piece(upload, 10, file, 10, 1_000);
        assertEquals(409, wrong.statusCode());
        assertEquals(0, LessonHttp.offset(wrong));
        assertEquals(204, teacher.piece(upload, 0, file, 0, 50_000).statusCode());
        assertEquals(409, teacher.piece(upload, 0, file, 0, 100_000).statusCode());
        assertEquals(201, teacher.piece(upload, 50_000, file, 50_000, 100_000).statusCode());
    }

    @Test
    void whoComesLaterTakesOver() throws Exception {
        byte[] file = pdf(300_000);
        String upload = teacher.begun(file.length);
        try (var socket = teacher.socket()) {
            var out = socket.getOutputStream();
            out.write(teacher.begin("PATCH", upload, "Upload-Offset: 0", "Content-Type: application/partial-upload",
                    "Content-Length: 300000").getBytes());
            out.write(file, 0, 100_000);
            out.flush();
            Await.until(() -> bytes() == 100_000, "it arrives");
            assertEquals(100_000, LessonHttp.offset(teacher.head(upload)));
            out.write(file, 100_000, 1_000);
            out.flush();
            byte[] answer = new byte[12];
            assertEquals(12, socket.getInputStream().readNBytes(answer, 0, 12));
            assertEquals("HTTP/1.1 409", new String(answer), "it isn't theirs any more");
        }
        assertEquals(201, teacher.piece(upload, 100_000, file, 100_000, 300_000).statusCode());
        assertEquals(List.of(LessonHttp.hash(file)), files());
    }

    @Test
    void twoAtOnceSpoilNothing() throws Exception {
        byte[] file = pdf(4_000_000);
        String upload = teacher.begun(file.length);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++) threads.add(Thread.ofVirtual().start(() -> {
            try {
                teacher.piece(upload, 0, file, 0, file.length);
            } catch (Exception brokenOff) {
                // as it may be: the other took over
            }
        }));
        for (Thread thread : threads) thread.join();
        long there = LessonHttp.offset(teacher.head(upload));
        if (there < file.length)
            assertEquals(201, teacher.piece(upload, there, file, (int) there, file.length).statusCode());
        assertEquals(List.of(LessonHttp.hash(file)), files());
    }

    @Test
    void whatCannotBeKeptIsAnsweredInWordsAndLeavesNothing() throws Exception {
        assertEquals(413, teacher.begin(BoardLimits.CLIP_BYTES + 1L).statusCode());
        byte[] large = pdf(10_000);
        String upload = teacher.begun(BoardLimits.DOCUMENT_BYTES + 1L);
        var tooLarge = teacher.piece(upload, 0, large, 0, 10_000);
        assertEquals(413, tooLarge.statusCode(), "a film may be as large, a document not");
        assertTrue(LessonHttp.words(tooLarge).contains("128 MB"), LessonHttp.words(tooLarge));
        assertEquals(404, teacher.head(upload).statusCode());
        String lied = teacher.begun(5_000);
        assertEquals(413, teacher.piece(lied, 0, large, 0, 10_000).statusCode());
        assertEquals(404, teacher.head(lied).statusCode());
        byte[] program = "MZ".repeat(5_000).getBytes();
        String other = teacher.begun(program.length);
        var refused = teacher.piece(other, 0, program, 0, 5_000);
        assertEquals(415, refused.statusCode());
        assertTrue(LessonHttp.words(refused).contains("PDF"));
        assertEquals(404, teacher.head(other).statusCode());
        assertEquals(List.of(), files());
    }

    @Test
    void aLessonThatIsFullSaysSo() throws Exception {
        for (int i = 0; i < 3; i++) teacher.begun(BoardLimits.CLIP_BYTES);
        var other = new LessonHttp(server, server.links().teacher(), "T2");
        assertEquals(201, other.begin(BoardLimits.CLIP_BYTES).statusCode());
        var full = other.begin(1);
        assertEquals(413, full.statusCode());
        assertTrue(LessonHttp.words(full).contains("full"), LessonHttp.words(full));
        other.close();
    }

    @Test
    void studentsBringPicturesAloneAndNobodySeesAnothersUpload() throws Exception {
        var student = new LessonHttp(server, server.links().student(), "S");
        assertEquals(403, student.begin(100).statusCode());
        teacher.attendee.say(new BoardMessage.AllowDrawing(Drawing.ALL));
        student.attendee.sees(BoardEvent.DrawingAllowed.class);
        assertEquals(413, student.begin(BoardLimits.ASSET_BYTES + 1).statusCode());
        String upload = student.begun(20_000);
        for (var request : List.of(teacher.head(upload), teacher.piece(upload, 0, pdf(20_000), 0, 1_000),
                teacher.send("DELETE", upload, BodyPublishers.noBody())))
            assertEquals(404, request.statusCode());
        assertEquals(403, student.piece(upload, 0, pdf(20_000), 0, 20_000).statusCode());
        assertEquals(404, student.head(upload).statusCode());
        String ended = student.begun(20_000);
        assertEquals(204, student.send("DELETE", ended, BodyPublishers.noBody()).statusCode());
        assertEquals(404, student.head(ended).statusCode());
        assertEquals(List.of(), files());
        student.attendee.say(new ClientMessage.Leave()).hearsBye();
        assertEquals(403, student.begin(100).statusCode());
        student.close();
    }

    @Test
    void aFifthTakesThePlaceOfTheOneLeftAlone() throws Exception {
        var uploads = new ArrayList<String>();
        for (int i = 0; i < Uploads.EACH + 1; i++) uploads.add(teacher.begun(1_000));
        assertEquals(404, teacher.head(uploads.getFirst()).statusCode());
        assertEquals(204, teacher.head(uploads.getLast()).statusCode());
        assertEquals(Uploads.EACH, files().size());
        server.close();
        assertEquals(List.of(), files(), "nothing half-done stays");
    }

    @Test
    void whatIsLeftAloneIsThrownAway(@TempDir Path folder) throws Exception {
        var now = new AtomicLong(5);
        var assets = Assets.in(folder, 10_000);
        var uploads = new Uploads(assets, now::get);
        var here = new ParticipantId("p1");
        var gone = new ParticipantId("p2");
        var left = assertInstanceOf(Uploads.Yes.class, uploads.begin(here, 1_000, false)).upload();
        var theirs = assertInstanceOf(Uploads.Yes.class, uploads.begin(gone, 1_000, false)).upload();
        now.addAndGet(Uploads.GONE_NS + 1);
        uploads.sweep(here::equals);
        assertTrue(uploads.find(theirs.id, gone).isEmpty());
        assertTrue(uploads.find(left.id, here).isPresent());
        var kept = assertInstanceOf(Uploads.Yes.class, uploads.begin(here, 1_000, false)).upload();
        now.addAndGet(Uploads.UNTOUCHED_NS - 5);
        kept.look(now.get());
        uploads.sweep(here::equals);
        assertTrue(uploads.find(left.id, here).isEmpty());
        assertTrue(uploads.find(kept.id, here).isPresent());
        assertEquals(1_000, assets.bytes());
    }

    @Test
    void onlySoManyAreOnTheirWay(@TempDir Path folder) throws Exception {
        var uploads = new Uploads(Assets.in(folder, 1 << 20), () -> 0);
        var all = new ArrayList<Upload>();
        for (int who = 0; who < Uploads.ALL / Uploads.EACH; who++)
            for (int i = 0; i < Uploads.EACH; i++)
                all.add(assertInstanceOf(Uploads.Yes.class, uploads.begin(new ParticipantId("p" + who), 10, true))
                        .upload());
        assertInstanceOf(Uploads.TooMany.class, uploads.begin(new ParticipantId("new"), 10, true));
        var first = all.getFirst();
        long number = first.goOn(0, 0).orElseThrow();
        for (var mine : all.subList(1, Uploads.EACH)) mine.goOn(0, 0);
        assertInstanceOf(Uploads.TooMany.class, uploads.begin(first.owner, 10, true), "none of theirs stands still");
        first.write(number, ByteBuffer.wrap("GIF89a".getBytes()), 0);
        first.broken(number);
        assertInstanceOf(Uploads.Yes.class, uploads.begin(first.owner, 10, true));
    }

    @Test
    void strangeHeadersAreRefused() throws Exception {
        for (String length : new String[]{ "", "-1", "x", "1e9", "99999999999999999999", "1,2", " "})
            assertEquals(400,
                    teacher.send("POST", "/upload", BodyPublishers.noBody(), "Upload-Length", length).statusCode(),
                    length);
        assertEquals(400, teacher.send("POST", "/upload", BodyPublishers.noBody()).statusCode());
        assertEquals(415, teacher.begin(0).statusCode());
        assertEquals(405, teacher.get("/upload").statusCode());
        String upload = teacher.begun(100);
        assertEquals(405, teacher.get(upload).statusCode());
        assertEquals(415, teacher.send("PATCH", upload, BodyPublishers.ofString("x"), "Upload-Offset", "0",
                "Content-Type", "text/plain").statusCode());
        for (String offset : new String[]{ "", "-0", "x", "0x0", "99999999999999999999"})
            assertEquals(400, teacher.send("PATCH", upload, BodyPublishers.ofString("x"), "Upload-Offset", offset,
                    "Content-Type", "application/partial-upload").statusCode(), offset);
        assertEquals(409, teacher.piece(upload, 999_999_999_999_999_999L, new byte[1], 0, 1).statusCode());
        for (String name : new String[]{ "", "..", "x", upload.substring(8) + "/", "%2e%2e"})
            assertEquals(404, teacher.head("/upload/" + name).statusCode(), name);
        assertEquals(0, LessonHttp.offset(teacher.head(upload)), "and it goes on after all that");
    }
}
