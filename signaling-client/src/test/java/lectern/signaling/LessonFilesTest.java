package lectern.signaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import lectern.protocol.Json;
import lectern.protocol.board.AssetId;
import lectern.protocol.material.DocumentReport;
import lectern.protocol.material.MaterialRefusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonFilesTest {
    @TempDir
    private static Path keys;
    @TempDir
    private Path folder;
    private FileServer server;

    @BeforeEach
    void start() throws Exception { server = new FileServer(keys); }

    @AfterEach
    void stop() { server.close(); }

    @Test
    void anUploadGoesOnWhereTheLineBroke() throws Exception {
        for (long seed = 1; seed <= 6; seed++) {
            byte[] bytes = bytes(seed, 2_000_000);
            Path file = Files.write(folder.resolve("file"), bytes);
            int breaks = 5;
            try (var line = new BreakingLine(server.port(), seed, breaks, 400_000); var files = files(line.port())) {
                var last = new AtomicLong();
                var done = get(files.upload(file, last::set));
                assertEquals(Hashes.of(bytes), done.asset(), "seed " + seed);
                assertArrayEquals(bytes, server.assets.get(done.asset()), "seed " + seed);
                assertEquals(bytes.length, last.get());
                assertTrue(line.breaksLeft() < breaks, "seed " + seed + ": the line never broke");
            }
        }
        assertTrue(server.drafts.size() <= 12, "it began anew each time: " + server.said);
    }

    @Test
    void anUploadOutlivesANewKey() throws Exception {
        byte[] bytes = bytes(7, 500_000);
        Path file = Files.write(folder.resolve("file"), bytes);
        try (var files = files(server.port())) {
            var patches = new AtomicInteger();
            var late = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);
            server.afterPatch = () -> {
                if (patches.incrementAndGet() != 1) return;
                server.key = "newer";
                late.execute(() -> files.key("newer"));
            };
            assertEquals(Hashes.of(bytes), get(files.upload(file, _ -> {})).asset());
        }
        assertEquals(1, server.drafts.size());
    }

    @Test
    void anUploadThatTheServerForgotBeginsAnew() throws Exception {
        byte[] bytes = bytes(8, 300_000);
        Path file = Files.write(folder.resolve("file"), bytes);
        var patches = new AtomicInteger();
        server.afterPatch = () -> {
            if (patches.incrementAndGet() == 1) server.drafts.clear();
        };
        try (var files = files(server.port())) {
            assertEquals(Hashes.of(bytes), get(files.upload(file, _ -> {})).asset());
        }
        assertEquals(2, server.said.stream().filter("POST /upload"::equals).count());
    }

    @Test
    void aCancelledUploadIsTakenBack() throws Exception {
        Path file = Files.write(folder.resolve("file"), bytes(9, 5_000_000));
        var began = new CountDownLatch(1);
        server.afterPatch = began::countDown;
        try (var files = files(server.port())) {
            var upload = files.upload(file, _ -> {});
            assertTrue(began.await(20, TimeUnit.SECONDS));
            upload.cancel(false);
            while (!server.said.contains("DELETE /upload/1")) Thread.onSpinWait();
        }
        assertTrue(server.assets.isEmpty());
    }

    @Test
    void refusalsComeInTheServersWords() throws Exception {
        Path file = Files.write(folder.resolve("file"), bytes(10, 3000));
        server.largest = 2000;
        try (var files = files(server.port())) {
            var refused = refused(files.upload(file, _ -> {}));
            assertEquals(FileRefusedException.Why.TOO_LARGE, refused.why());
            assertEquals("A file is at most 2000 bytes.", refused.getMessage());
        }
    }

    @Test
    void whatIsFarTooLargeIsNotRead() throws Exception {
        Path huge = folder.resolve("huge");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 30); // takes no room
        }
        try (var files = files(server.port())) {
            assertEquals(FileRefusedException.Why.TOO_LARGE, refused(files.upload(huge, _ -> {})).why());
        }
        assertTrue(server.said.isEmpty(), "the server wasn't asked");
    }

    @Test
    void aDownloadGoesOnWhereTheLineBroke() throws Exception {
        byte[] bytes = bytes(11, 2_000_000);
        AssetId asset = Hashes.of(bytes);
        server.assets.put(asset, bytes);
        for (long seed = 1; seed <= 4; seed++) {
            Path target = folder.resolve("clip" + seed);
            try (var line = new BreakingLine(server.port(), seed, 5, 400_000); var files = files(line.port())) {
                get(files.download(asset, target, _ -> {}));
                assertTrue(line.breaksLeft() < 5, "seed " + seed + ": the line never broke");
            }
            assertArrayEquals(bytes, Files.readAllBytes(target), "seed " + seed);
            assertFalse(Files.exists(folder.resolve("clip" + seed + ".part")));
        }
    }

    @Test
    void aDocumentsPdfGoesOnWhereTheLineBrokeOrBeginsAnew() throws Exception {
        byte[] first = bytes(18, 2_000_000);
        byte[] second = bytes(19, 1_500_000);
        AssetId document = Hashes.of(bytes(20, 100));
        String path = "/document/" + document.value() + "/pdf";
        for (long seed = 1; seed <= 4; seed++) {
            server.pages.put(path, first);
            Path target = Files.write(folder.resolve("deck" + seed), new byte[]{ 1});
            Files.write(folder.resolve("deck" + seed + ".part"), new byte[]{ 1, 2, 3}); // of another time
            var most = new AtomicLong();
            try (var line = new BreakingLine(server.port(), seed, 5, 400_000); var files = files(line.port())) {
                get(files.pdf(document, target, received -> {
                    if (most.getAndSet(received) > received) server.pages.put(path, second); // it was made anew
                }));
                assertTrue(line.breaksLeft() < 5, "seed " + seed + ": the line never broke");
            }
            byte[] got = Files.readAllBytes(target);
            assertTrue(Arrays.equals(first, got) || Arrays.equals(second, got), "seed " + seed);
            assertFalse(Files.exists(folder.resolve("deck" + seed + ".part")));
        }
    }

    @Test
    void aDraftOfOtherBytesIsFetchedAnew() throws Exception {
        byte[] bytes = bytes(12, 10_000);
        AssetId asset = Hashes.of(bytes);
        server.assets.put(asset, bytes);
        Files.write(folder.resolve("clip.part"), new byte[4000]);
        try (var files = files(server.port())) {
            assertArrayEquals(bytes, Files.readAllBytes(get(files.download(asset, folder.resolve("clip"), _ -> {}))));
        }
        Files.write(folder.resolve("long.part"), new byte[20_000]);
        try (var files = files(server.port())) {
            assertArrayEquals(bytes, Files.readAllBytes(get(files.download(asset, folder.resolve("long"), _ -> {}))));
        }
    }

    @Test
    void anotherFileThanAskedForIsNoFile() throws Exception {
        AssetId asset = Hashes.of(bytes(13, 100));
        server.assets.put(asset, bytes(14, 100));
        try (var files = files(server.port())) {
            Path target = folder.resolve("clip");
            assertThrows(ExecutionException.class, () -> get(files.download(asset, target, _ -> {})));
            assertFalse(Files.exists(target));
        }
    }

    @Test
    void aDocumentTellsHowFarItIsAndThenWhatItHas() throws Exception {
        AssetId document = Hashes.of(bytes(15, 100));
        server.reports.put("/document/" + document.value(), Json.write(new DocumentReport.Reading(0, 0)) + "\n"
                + Json.write(new DocumentReport.Reading(1, 2)) + "\n"
                + Json.write(new DocumentReport.Refused(MaterialRefusal.ENCRYPTED, "locked")) + "\n");
        var seen = new ArrayList<DocumentReport>();
        try (var files = files(server.port())) {
            var last = get(files.outline(document, seen::add));
            assertEquals(MaterialRefusal.ENCRYPTED, assertInstanceOf(DocumentReport.Refused.class, last).why());
        }
        assertEquals(List.of(new DocumentReport.Reading(0, 0), new DocumentReport.Reading(1, 2)), seen);
    }

    @Test
    void whatNeverChangesIsFetchedOnce() throws Exception {
        AssetId document = Hashes.of(bytes(16, 100));
        String path = "/document/" + document.value() + "/3/1";
        server.pages.put(path, new byte[]{ 1, 2, 3});
        try (var cache = new FileCache(folder.resolve("cache"), 1 << 20)) {
            try (var files = files(server.port(), cache)) {
                assertArrayEquals(new byte[]{ 1, 2, 3}, get(files.picture(document, 3, 1)));
            }
            try (var files = files(server.port(), cache)) { // another class of the same server
                assertArrayEquals(new byte[]{ 1, 2, 3}, get(files.picture(document, 3, 1)));
            }
        }
        assertEquals(List.of("GET " + path), server.said);
    }

    @Test
    void aPictureIsAskedForAgainAfterABrokenLine() throws Exception {
        AssetId document = Hashes.of(bytes(17, 100));
        byte[] picture = bytes(18, 300_000);
        server.pages.put("/document/" + document.value() + "/0/2/1-0", picture);
        try (var line = new BreakingLine(server.port(), 3, 3, 50_000); var files = files(line.port())) {
            assertArrayEquals(picture, get(files.picture(document, 0, 2, 1, 0)));
            assertEquals(0, line.breaksLeft());
        }
    }

    private LessonFiles files(int port) { return files(port, null); }

    private LessonFiles files(int port, FileCache cache) {
        var files = new LessonFiles(new Link("127.0.0.1", port, "token", server.fingerprint), cache);
        files.key("key");
        return files;
    }

    private static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static <T> T get(CompletableFuture<T> result) throws Exception { return result.get(60, TimeUnit.SECONDS); }

    private static FileRefusedException refused(CompletableFuture<?> result) {
        var failure = assertThrows(ExecutionException.class, () -> get(result));
        return assertInstanceOf(FileRefusedException.class, failure.getCause());
    }
}
