package lectern.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.Json;
import lectern.protocol.ParticipantId;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.Page;
import lectern.protocol.material.DocumentReport;
import lectern.protocol.material.Hit;
import lectern.protocol.material.MaterialRefusal;
import lectern.protocol.material.Outline;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents as a class uses them: real files, real sockets, a real reading process.
class DocumentTest {
    @TempDir
    Path lessons;
    private LecternServer server;
    private LessonHttp teacher;
    private LessonHttp student;

    @BeforeEach
    void start() {
        server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1").withTitle("Algebra II"));
        teacher = new LessonHttp(server, server.links().teacher(), "T");
        student = new LessonHttp(server, server.links().student(), "S");
    }

    @AfterEach
    void stop() {
        teacher.close();
        student.close();
        server.close();
    }

    private static List<DocumentReport> reports(HttpResponse<byte[]> response) {
        assertEquals(200, response.statusCode());
        assertEquals("application/x-ndjson", response.headers().firstValue("content-type").orElseThrow());
        return LessonHttp.words(response).lines().map(Json::readReport).toList();
    }

    private Outline open(String document) throws Exception {
        return assertInstanceOf(DocumentReport.Ready.class, reports(teacher.get("/document/" + document)).getLast())
                .outline();
    }

    private MaterialRefusal refused(byte[] file) throws Exception {
        var last = reports(teacher.get("/document/" + teacher.put(file))).getLast();
        var refused = assertInstanceOf(DocumentReport.Refused.class, last);
        assertTrue(refused.words().length() > 10);
        return refused.why();
    }

    /// Puts pages on the board; those that are there then.
    private List<Page> add(String document, boolean hidden, int... numbers) {
        teacher.attendee.say(new BoardMessage.AddPages(null,
                IntStream.of(numbers)
                        .mapToObj(number -> new NewPage("", new Ground.Document(new AssetId(document), number),
                                794, 1123, hidden))
                        .toList()));
        var added = new ArrayList<Page>();
        for (int ignored : numbers) added.add(teacher.attendee.sees(BoardEvent.PageAdded.class).page());
        return added;
    }

    private static void isPicture(HttpResponse<byte[]> response, int width, int height) throws Exception {
        assertEquals(200, response.statusCode());
        var picture = ImageIO.read(new ByteArrayInputStream(response.body()));
        assertEquals(width + " x " + height, picture.getWidth() + " x " + picture.getHeight());
        assertTrue(response.headers().firstValue("content-type").orElseThrow().startsWith("image/"));
    }

    @Test
    void aBookOfTwoHundredPages() throws Exception {
        Await.until(() -> server.materials().documents().reader().running() != null, "it is warm before it is needed");
        byte[] book = Pdfs.book(200);
        String upload = teacher.begun(book.length);
        teacher.piece(upload, 0, book, 0, book.length - 1);
        long from = System.nanoTime();
        teacher.piece(upload, book.length - 1, book, book.length - 1, book.length);
        String document = LessonHttp.hash(book);
        var outline = open(document);
        long opened = System.nanoTime();
        add(document, false, IntStream.range(0, 100).toArray());
        add(document, false, IntStream.range(100, 200).toArray());
        long added = System.nanoTime();
        var first = student.get("/document/" + document + "/0/0");
        long shown = System.nanoTime();
        System.out.printf(
                "200-page text PDF (%d KB): outline after %d ms, on the board %d ms, first page at a student %d ms%n",
                book.length / 1024, (opened - from) / 1_000_000, (added - opened) / 1_000_000,
                (shown - added) / 1_000_000);
        assertEquals(200, outline.pages().size());
        assertTrue(outline.pages().getFirst().text());
        assertEquals(794, outline.pages().getFirst().width(), 1);
        isPicture(first, 794, 1123);
        assertTrue(first.headers().firstValue("cache-control").orElseThrow().contains("immutable"));
        long before = System.nanoTime();
        isPicture(student.get("/document/" + document + "/1/0"), 794, 1123);
        System.out.printf("the next page %d ms%n", (System.nanoTime() - before) / 1_000_000);

        String etag = first.headers().firstValue("etag").orElseThrow();
        assertEquals(304, student.send(student.to("/document/" + document + "/0/0").header("If-None-Match", etag))
                .statusCode());
        isPicture(student.get("/document/" + document + "/3/2/0-0"), 1024, 1024);
        isPicture(student.get("/document/" + document + "/3/2/3-4"), 3175 - 3 * 1024, 4491 - 4 * 1024);
        for (String none : List.of("/3/2", "/3/2/4-0", "/3/2/0-5", "/3/0/0-0", "/200/0", "/3/4", "/3/-5", "/3/0/0",
                "/x/0",
                "/3/00", "/3", "/3/0/", "/3/2/-1-0", "/3/2/99999-0"))
            assertEquals(404, teacher.get("/document/" + document + none).statusCode(), none);

        var text = Json.readPageText(LessonHttp.words(student.get("/document/" + document + "/10/text")));
        assertTrue(text.words().stream().anyMatch(word -> word.text().equals("quince")));
        var found = Json.readHits(LessonHttp.words(student.get("/search?q=QUINCE")));
        assertEquals(20, found.size());
        assertTrue(found.getFirst().around().contains("quince"));
        assertEquals(List.of(), Json.readHits(LessonHttp.words(student.get("/search?q=medlar"))));
        for (String none : List.of("/search", "/search?q=", "/search?q=" + "x".repeat(201)))
            assertEquals(400, student.get(none).statusCode(), none);
    }

    @Test
    void studentsSeeThePagesThatAreShownAndNoOthers() throws Exception {
        String document = teacher.put(Pdfs.book(6));
        String unknown = "0".repeat(64);
        open(document);
        var shown = add(document, false, 0, 1);
        var hidden = add(document, true, 2).getFirst();
        for (String path : List.of("/0/-1", "/1/-1", "/1/text"))
            assertEquals(200, student.get("/document/" + document + path).statusCode(), path);
        var notThere = student.get("/document/" + unknown + "/0/-1");
        assertEquals(404, notThere.statusCode());
        for (String path : List.of("/2/-1", "/2/text", "/3/-1", "/5/-1", "/6/-1", "")) {
            var answer = student.get("/document/" + document + path);
            assertEquals(404, answer.statusCode(), path);
            assertArrayEquals(notThere.body(), answer.body(), path);
        }
        assertEquals(200, teacher.get("/document/" + document + "/3/-1").statusCode());
        var other = student.get("/asset/" + document);
        assertArrayEquals(student.get("/asset/" + unknown).body(), other.body());
        assertEquals(404, other.statusCode());
        assertEquals(206, teacher.send(teacher.to("/asset/" + document).header("Range", "bytes=0-4")).statusCode());

        teacher.attendee.say(new BoardMessage.TurnTo(hidden.id()));
        student.attendee.sees(BoardEvent.TurnedTo.class);
        assertEquals(200, student.get("/document/" + document + "/2/-1").statusCode());
        teacher.attendee.say(new BoardMessage.TurnTo(shown.getFirst().id()));
        student.attendee.hears(ServerMessage.Happened.class,
                it -> it.event() instanceof BoardEvent.PageChanged(Page page)
                        && page.id().equals(hidden.id()) && !page.shown());
        assertEquals(404, student.get("/document/" + document + "/2/-1").statusCode(), "hidden again");
        Page second = shown.getLast();
        teacher.attendee.say(new BoardMessage.ChangePage(second.id(), second.order(), second.title(), second.ground(),
                second.width(), second.height(), true, null));
        student.attendee.hears(ServerMessage.Happened.class,
                it -> it.event() instanceof BoardEvent.PageChanged(Page page) && page.id().equals(second.id()));
        assertEquals(404, student.get("/document/" + document + "/1/-1").statusCode());
        assertEquals(List.of(shown.getFirst().id()),
                Json.readHits(LessonHttp.words(student.get("/search?q=fox"))).stream().map(Hit::page).toList());
        assertEquals(3, Json.readHits(LessonHttp.words(teacher.get("/search?q=fox"))).size());
        for (String path : List.of("/document/" + document + "/0/-1", "/search?q=fox"))
            assertEquals(405, student.send("PUT", path, BodyPublishers.noBody()).statusCode());
    }

    @Test
    void thoseWhoLeadHaveTheirPdf() throws Exception {
        byte[] book = Pdfs.book(2);
        String document = teacher.put(book);
        add(document, false, 0);
        var whole = teacher.get("/document/" + document + "/pdf"); // nobody has opened it
        assertArrayEquals(book, whole.body());
        assertEquals("application/pdf", whole.headers().firstValue("content-type").orElseThrow());
        assertEquals(404, student.get("/document/" + document + "/pdf").statusCode());
        assertEquals(404, teacher.get("/document/" + "0".repeat(64) + "/pdf").statusCode());

        String deck = teacher.put(Pdfs.deck(2));
        var pdf = teacher.get("/document/" + deck + "/pdf");
        assertEquals(200, pdf.statusCode());
        try (var made = Loader.loadPDF(pdf.body())) {
            assertEquals(2, made.getNumberOfPages());
            assertTrue(new PDFTextStripper().getText(made).contains("Slide 2"));
        }
        String etag = pdf.headers().firstValue("etag").orElseThrow();
        var part = teacher.send(teacher.to("/document/" + deck + "/pdf").header("Range", "bytes=100-199")
                .header("If-Range", etag));
        assertEquals(206, part.statusCode());
        assertArrayEquals(Arrays.copyOfRange(pdf.body(), 100, 200), part.body());
        assertEquals(200, teacher.send(teacher.to("/document/" + deck + "/pdf").header("Range", "bytes=100-199")
                .header("If-Range", "\"another\"")).statusCode());
        String drawing = teacher.put("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>".getBytes(
                StandardCharsets.US_ASCII));
        assertEquals(422, teacher.get("/document/" + drawing + "/pdf").statusCode());
    }

    @Test
    void badFilesAreAnsweredInWordsWhileAnotherIsServed() throws Exception {
        String good = teacher.put(Pdfs.book(3));
        open(good);
        add(good, false, 0, 1, 2);
        var asking = new CompletableFuture<Integer>();
        var going = new AtomicBoolean(true);
        Thread.ofVirtual().start(() -> {
            try {
                int pages = 0;
                while (going.get()) {
                    var answer = student.get("/document/" + good + "/" + pages % 3 + "/0");
                    if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode());
                    pages++;
                }
                asking.complete(pages);
            } catch (Throwable e) {
                asking.completeExceptionally(e);
            }
        });
        assertEquals(MaterialRefusal.ENCRYPTED, refused(Pdfs.locked()));
        assertEquals(MaterialRefusal.PAGE_TOO_LARGE, refused(Pdfs.huge()));
        assertEquals(MaterialRefusal.BROKEN, refused("%PDF-1.7\nand nothing".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(MaterialRefusal.TOO_MANY_PAGES, refused(Pdfs.book(1_001)));
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("../../evil.sh"));
            zip.write("rm -rf".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(MaterialRefusal.OTHER_KIND, refused(archive.toByteArray()));
        assertEquals(404, teacher.get("/document/" + "0".repeat(64) + "/0/0").statusCode());
        var none = reports(teacher.get("/document/" + "0".repeat(64))).getLast();
        assertEquals(MaterialRefusal.NOT_THERE, assertInstanceOf(DocumentReport.Refused.class, none).why());
        going.set(false);
        int pages = asking.join();
        System.out.println(pages + " pages were served meanwhile");
        assertTrue(pages > 0);
    }

    @Test
    void aProcessThatEndsIsReplaced() throws Exception {
        String document = teacher.put(Pdfs.book(4));
        open(document);
        add(document, false, 0, 1, 2, 3);
        for (int number = 0; number < 4; number++) {
            var running = server.materials().documents().reader().running();
            int at = number;
            var asked = CompletableFuture.supplyAsync(() -> {
                try {
                    return student.get("/document/" + document + "/" + at + "/1").statusCode();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            if (running != null)
                running.childPid().ifPresent(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            assertEquals(200, asked.join());
        }
    }

    @Test
    void nothingIsLeftWhenTheServerEnds() throws Exception {
        open(teacher.put(Pdfs.book(2)));
        teacher.begun(1_000);
        var running = server.materials().documents().reader().running();
        long pid = running.childPid().orElseThrow();
        assertTrue(ProcessHandle.of(pid).isPresent());
        server.close();
        assertTrue(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        try (var files = Files.list(lessons.resolve("server/reading"))) {
            assertEquals(0, files.count());
        }
        try (var files = Files.list(lessons.resolve(server.room()).resolve("assets"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void theirPagesAreThereNextWeek() throws Exception {
        String document = teacher.put(Pdfs.book(2));
        open(document);
        add(document, false, 0);
        byte[] first = student.get("/document/" + document + "/0/0").body();
        server.close();
        server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1").withRoom(server.room()));
        assertNull(server.materials().documents().reader().running());
        assertArrayEquals(first, student.get("/document/" + document + "/0/0").body());
    }

    @Test
    void whoWaitsForTooMuchIsToldSo() throws Exception {
        var documents = server.materials().documents();
        var who = new ParticipantId(student.key.replaceAll("\\..*", ""));
        String document = teacher.put(Pdfs.book(1));
        add(document, false, 0);
        for (int i = 0; i < Documents.EACH; i++) assertTrue(documents.mayWait(who));
        var busy = student.get("/document/" + document + "/0/0");
        assertEquals(429, busy.statusCode());
        assertTrue(busy.headers().firstValue("retry-after").isPresent());
        documents.answered(who);
        assertEquals(200, student.get("/document/" + document + "/0/0").statusCode());
        Await.until(() -> documents.mayWait(who), "what was answered waits no longer");
    }

    @Test
    void whoClosesTheConnectionWaitsNoLonger() throws Exception {
        String document = teacher.put(Pdfs.book(900));
        var documents = server.materials().documents();
        try (var socket = teacher.socket()) {
            socket.getOutputStream().write(teacher.begin("GET", "/document/" + document).getBytes());
            Await.until(() -> documents.waiting() == 1, "it is asked");
        }
        Await.until(() -> documents.waiting() == 0, "and no longer");
        assertEquals(900, open(document).pages().size(), "and may be asked again");
    }
}
