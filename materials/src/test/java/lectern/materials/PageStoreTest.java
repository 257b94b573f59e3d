package lectern.materials;

import static lectern.materials.PdfReadingTest.done;
import static lectern.materials.PdfReadingTest.why;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store with a real reading process behind it.
class PageStoreTest {
    @TempDir
    static Path folder;
    private static Converter converter;

    @BeforeAll
    static void start() { converter = Converter.start(ConverterSettings.in(folder.resolve("work"))); }

    @AfterAll
    static void end() { converter.close(); }

    @Test
    void whatWasMadeOnceIsThereAfterARestart() throws Exception {
        Source book = source(Samples.book(folder.resolve("book.pdf"), 5));
        var settings = PageStoreSettings.in(folder.resolve("kept"));
        Image picture;
        Image tile;
        try (var store = store(settings)) {
            Outline outline = done(store.open(book, _ -> {}));
            assertEquals(5, outline.pages().size());
            assertEquals(3, outline.pages().get(3).slide());
            picture = done(store.picture(book, 2, 0));
            assertEquals("794x1123", picture.width() + "x" + picture.height());
            tile = done(store.tile(book, 2, 2, 3, 4));
            assertEquals((3175 - 3 * 1024) + "x" + (4491 - 4 * 1024), tile.width() + "x" + tile.height());
            assertEquals(Refusal.NOT_THERE, why(store.tile(book, 2, 2, 4, 4)));
            assertEquals(Refusal.NOT_THERE, why(store.picture(book, 5, 0)));
            assertEquals("page", done(store.text(book, 4)).words().get(10).text());
        }
        Files.delete(book.file());
        try (var store = PageStore.open(settings, () -> {
            throw new AssertionError("nothing is made anew");
        }, () -> converter)) {
            assertArrayEquals(picture.bytes(), done(store.picture(book, 2, 0)).bytes());
            assertArrayEquals(tile.bytes(), done(store.tile(book, 2, 2, 3, 4)).bytes());
            assertEquals(1123, done(store.picture(book, 2, 0)).height());
            assertEquals(Refusal.NOT_THERE, why(store.picture(book, 1, 0)), "the file is gone");
        }
        assertEquals(Refusal.STOPPED, why(store(settings, true).picture(book, 2, 0)));
    }

    @Test
    void whatTheFirstBytesTellNeedsNoReadingProcess() throws Exception {
        var files = Map.of("bomb.svg", "<!DOCTYPE svg [<!ENTITY a 'ha'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
                "program.pdf", "MZ and so on", "page.svg", "<html><svg/></html>", "photo.jpg",
                "\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "film.pdf", "\0\0\0\u0018ftypisom\0\0\0\0isommp42");
        var asked = new AtomicInteger();
        Supplier<Converter> nobody = () -> {
            asked.incrementAndGet();
            return converter;
        };
        try (var store = PageStore.open(PageStoreSettings.in(folder.resolve("told")), nobody, nobody)) {
            for (var file : files.entrySet()) {
                Source source = source(Files.writeString(folder.resolve(file.getKey()), file.getValue()));
                assertEquals(file.getKey().startsWith("photo") ? Refusal.HEIC : Refusal.OTHER_KIND,
                        why(store.open(source, _ -> {})), file.getKey());
            }
            assertEquals(0, asked.get());
        }
    }

    @Test
    void damagedFilesAreMadeAnew() throws Exception {
        Source book = source(Samples.book(folder.resolve("damaged.pdf"), 2));
        var settings = PageStoreSettings.in(folder.resolve("damage"));
        Image picture;
        try (var store = store(settings)) {
            done(store.open(book, _ -> {}));
            picture = done(store.picture(book, 1, 0));
        }
        Path kept = settings.folder().resolve(book.hash());
        try (var file = new RandomAccessFile(kept.resolve("1_0").toFile(), "rw")) {
            file.seek(file.length() / 2);
            int was = file.read();
            file.seek(file.length() / 2);
            file.write(was ^ 1);
        }
        Files.writeString(kept.resolve("outline"), "{}");
        Files.writeString(kept.resolve("0_0"), "");
        Files.writeString(kept.resolve("what.is.this"), "somebody else's");
        Files.writeString(settings.folder().resolve("unfinished").resolve("page1"), "left over");
        try (var store = store(settings)) {
            assertArrayEquals(picture.bytes(), done(store.picture(book, 1, 0)).bytes());
            assertEquals(2, done(store.open(book, _ -> {})).pages().size());
            done(store.picture(book, 0, 0));
        }
        assertTrue(Files.size(kept.resolve("0_0")) > 1000, "it is whole again");
        try (var left = Files.list(settings.folder().resolve("unfinished"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whatIsKeptStaysWithinItsBound() throws Exception {
        Source book = source(Samples.book(folder.resolve("bound.pdf"), 30));
        var settings = PageStoreSettings.in(folder.resolve("bounded")).withMaxBytes(200_000);
        try (var store = store(settings)) {
            for (int page = 0; page < 30; page++) done(store.picture(book, page, -1));
        }
        store(settings, true); // counts what the other was still writing when it was closed
        long bytes = 0;
        List<Path> files;
        try (var kept = Files.list(settings.folder().resolve(book.hash()))) {
            files = kept.toList();
        }
        for (Path file : files) bytes += Files.size(file);
        assertTrue(bytes <= 200_000 && files.size() >= 2, files.size() + " files of " + bytes + " bytes");
        assertTrue(files.contains(settings.folder().resolve(book.hash()).resolve("29_-1")), "the newest: " + files);
    }

    @Test
    void wordsAreFoundWhereTheyStand() throws Exception {
        Source book = source(Samples.book(folder.resolve("searched.pdf"), 40));
        try (var store = store(PageStoreSettings.in(folder.resolve("search")))) {
            var pages = IntStream.range(0, 40).boxed().toList();
            var found = done(store.search(book, "PAGE 3", pages));
            assertEquals(List.of(3, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39), found.stream().map(Found::page).toList());
            assertEquals(30, found.getFirst().boxes().size());
            Box box = found.getFirst().boxes().getFirst();
            var words = done(store.text(book, 3)).words();
            assertEquals(words.get(10).box().x(), box.x(), 0.01);
            assertEquals(words.get(11).box().x() + words.get(11).box().width(), box.x() + box.width(), 0.01);
            assertTrue(found.getFirst().around().contains("lazy dog, page 3"), found.getFirst().around());
            assertEquals(List.of(3), done(store.search(book, "page 3 1 the", pages)).stream().map(Found::page).toList(),
                    "over a line's end");
            assertEquals(List.of(), done(store.search(book, "page 3", List.of(5))));
            assertEquals(List.of(), done(store.search(book, " ", pages)));
            assertEquals(List.of(), done(store.search(book, "elephant", pages)));
        }
    }

    @Test
    void filesThatAreTooMuchAreRefusedBeforeTheyAreRead() throws Exception {
        Path large = folder.resolve("large.pdf");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.write("%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            file.setLength(1L << 30);
        }
        Source book = source(Samples.book(folder.resolve("long.pdf"), 11));
        var settings = PageStoreSettings.in(folder.resolve("limits"));
        try (var store = store(settings)) {
            assertEquals(Refusal.TOO_LARGE, why(store.open(new Source("0".repeat(64), large), _ -> {})));
            assertEquals(11, done(store.open(book, _ -> {})).pages().size());
        }
        try (var store = store(PageStoreSettings.in(folder.resolve("fewer")).withLimits(10, 1 << 20))) {
            assertEquals(Refusal.TOO_MANY_PAGES, why(store.open(book, _ -> {})));
        }
    }

    @Test
    void allWhoAskAreAnsweredAndWhatIsWithdrawnIsNot() throws Exception {
        Source book = source(Samples.book(folder.resolve("asked.pdf"), 12));
        try (var store = store(PageStoreSettings.in(folder.resolve("asked")))) {
            var wish = store.wish(book, IntStream.range(0, 12).boxed().toList(), 1);
            var asked = new ArrayList<CompletableFuture<Outcome<Image>>>();
            for (int i = 0; i < 50; i++) asked.add(store.picture(book, i % 5, 0));
            for (int i = 0; i < 50; i += 2) asked.get(i).cancel(false);
            for (int i = 1; i < 50; i += 2) assertEquals(1123, done(asked.get(i)).height());
            wish.withdraw();
            var opened = store.open(book, _ -> {});
            opened.cancel(true);
            assertEquals(12, done(store.open(book, _ -> {})).pages().size(), "somebody else still wants it");
        }
    }

    @Test
    void aDocumentsPdfIsItsOwnFile() throws Exception {
        Source book = source(Samples.book(folder.resolve("pdf.pdf"), 2));
        Path drawing = folder.resolve("drawing.svg");
        Files.writeString(drawing, "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>");
        Path broken = folder.resolve("broken.pdf");
        Files.writeString(broken, "%PDF-1.7\nand nothing");
        try (var store = store(PageStoreSettings.in(folder.resolve("pdfs")))) {
            assertEquals(book.file(), done(store.pdf(book)));
            assertEquals(Refusal.OTHER_KIND, why(store.pdf(source(drawing))));
            assertEquals(Refusal.BROKEN, why(store.pdf(source(broken))));
            assertEquals(Refusal.NOT_THERE, why(store.pdf(new Source("0".repeat(64), folder.resolve("none")))));
        }
    }

    @Test
    void aDeckIsConvertedOnceForAllWeeks() throws Exception {
        Source deck = source(DeckSamples.converted(DeckSamples.lesson(folder.resolve("lesson.fodp")), "pptx"));
        var settings = PageStoreSettings.in(folder.resolve("decks"));
        Outline outline;
        try (var store = store(settings)) {
            var picture = store.picture(deck, 0, -1); // nobody opened it: it is converted for that
            var opened = store.open(deck, _ -> {});
            store.open(deck, _ -> {}).cancel(false);
            outline = done(opened);
            assertTrue(outline.pages().size() > 1);
            assertTrue(done(picture).width() > 100);
            assertEquals(outline, done(store.open(deck, _ -> {})));
            assertTrue(outline.pages().stream().anyMatch(page -> !page.notes().isEmpty()), "the speaker's notes");
        }
        try (var store = PageStore.open(settings, () -> converter, () -> {
            throw new AssertionError("nothing is converted anew");
        })) {
            assertEquals(outline, done(store.open(deck, _ -> {})));
            done(store.picture(deck, 1, 0));
            done(store.tile(deck, 1, 2, 0, 0));
        }
        Path pdf = settings.folder().resolve(deck.hash()).resolve("deck.pdf");
        try (var store = store(settings)) {
            assertEquals(pdf, done(store.pdf(deck)), "asked before anything else");
            assertEquals(outline.pages().size(), done(converter.open(pdf)).pages().size());
        }
        byte[] bytes = Files.readAllBytes(pdf);
        bytes[bytes.length / 2] ^= 1;
        Files.write(pdf, bytes);
        try (var store = store(settings)) {
            done(store.picture(deck, 1, 1));
            assertEquals(outline, done(store.open(deck, _ -> {})), "made anew, since the PDF was damaged");
        }
        try (var left = Files.list(settings.folder().resolve("unfinished"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static PageStore store(PageStoreSettings settings) {
        return PageStore.open(settings, () -> converter);
    }

    private static PageStore store(PageStoreSettings settings, boolean close) {
        var store = store(settings);
        if (close) store.close();
        return store;
    }

    static Source source(Path file) throws IOException {
        try {
            return new Source(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))),
                    file);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
