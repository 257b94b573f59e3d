package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each file of the malicious set is answered in words, within the limits, and the next good one is read.
class HostileTest {
    /// The heap and what a JVM needs besides it.
    private static final long MOST_RESIDENT = 640L << 20;
    @TempDir
    static Path folder;
    private static Converter converter;
    private static Path good;
    private static long most;

    @BeforeAll
    static void start() throws IOException {
        converter = Converter
                .start(ConverterSettings.in(folder.resolve("work")).withPerRequest(Duration.ofSeconds(12)));
        good = Samples.book(folder.resolve("good.pdf"), 2);
    }

    @AfterAll
    static void end() {
        converter.close();
        System.out.printf("The most that a child had in memory: %d MB%n", most >> 20);
    }

    @Test
    void whatIsNoDocumentIsCalledSo() throws Exception {
        answered(Refusal.ENCRYPTED, Hostile.encrypted(folder.resolve("encrypted.pdf")));
        answered(Refusal.BROKEN, Hostile.truncated(folder.resolve("truncated.pdf")));
        answered(Refusal.BROKEN, Hostile.noise(folder.resolve("noise.pdf")));
        answered(Refusal.EMPTY, Files.write(folder.resolve("empty.pdf"), new byte[0]));
        answered(Refusal.NOT_THERE, folder.resolve("gone.pdf"));
        answered(Refusal.NOT_THERE, folder);
        answered(Refusal.BROKEN, Files.write(folder.resolve("deck.pdf"), new byte[]{ 'P', 'K', 3, 4, 0, 0}));
        answered(Refusal.BROKEN, Files.writeString(folder.resolve("words.pdf"), "no PDF"));
    }

    @Test
    void whatIsTooMuchIsRefusedBeforeItIsTried() throws Exception {
        answered(Refusal.TOO_MANY_PAGES, Hostile.pages(folder.resolve("many.pdf"), 5_001));
        answered(Refusal.TOO_MANY_PAGES, Hostile.boaster(folder.resolve("boaster.pdf")));
        answered(Refusal.PAGE_TOO_LARGE, Hostile.wall(folder.resolve("wall.pdf")));
        assertEquals(5_000, PdfReadingTest.done(converter.open(Hostile.pages(folder.resolve("most.pdf"), 5_000)))
                .pages().size());
    }

    @Test
    void whatNeverEndsIsEnded() throws Exception {
        answered(EnumSet.of(Refusal.BROKEN, Refusal.EMPTY, Refusal.TOO_SLOW),
                Hostile.endless(folder.resolve("endless.pdf")));
        // Nobody needs what is nested there, so the page may as well be shown.
        watch(() -> assertInstanceOf(Outcome.class,
                converter.open(Hostile.nested(folder.resolve("nested.pdf"))).get(60, TimeUnit.SECONDS)));
        stillReads();
        Path mirror = Hostile.mirror(folder.resolve("mirror.pdf"));
        assertEquals(1, PdfReadingTest.done(converter.open(mirror)).pages().size());
        assertEquals(Refusal.TOO_SLOW, PdfReadingTest.why(converter.picture(mirror, 0, 1)));
        stillReads();
    }

    @Test
    void aBombOfContentHitsTheMemorysLimitOrTheTimes() throws Exception {
        Path bomb = Hostile.bomb(folder.resolve("bomb.pdf"));
        assertTrue(Files.size(bomb) < 20 << 20, "it is small");
        assertEquals(1, PdfReadingTest.done(converter.open(bomb)).pages().size());
        watch(() -> assertTrue(
                EnumSet.of(Refusal.TOO_MUCH_MEMORY, Refusal.TOO_SLOW, Refusal.BROKEN)
                        .contains(PdfReadingTest.why(converter.picture(bomb, 0, 1)))));
        stillReads();
    }

    @Test
    void aPictureOfDeclaredSizeIsNotBelieved() throws Exception {
        Path bomb = Hostile.picture(folder.resolve("bomb.png"), 100_000, 100_000);
        assertEquals(Refusal.PAGE_TOO_LARGE, PdfReadingTest.why(converter.picture(bomb)));
        Path large = Hostile.picture(folder.resolve("large.png"), 8_000, 8_000);
        watch(() -> assertInstanceOf(Outcome.class, converter.picture(large).get(120, TimeUnit.SECONDS)));
        stillReads();
    }

    @Test
    void namesThatClimbAreNamesOnly() throws Exception {
        Path file = Hostile.climbing(folder.resolve("climbing.pdf"));
        assertEquals("../../../climbed.txt", PdfReadingTest.done(converter.open(file)).title());
        PdfReadingTest.done(converter.picture(file, 0, 1));
        for (Path above = folder.resolve("work/a"); above != null; above = above.getParent())
            assertFalse(Files.exists(above.resolve("climbed.txt")));
        Path odd = Files.copy(good, folder.resolve("..%2f..\n\"quoted\" 分数.pdf"));
        assertEquals(2, PdfReadingTest.done(converter.open(odd)).pages().size());
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void answered(Refusal why, Path file) throws Exception { answered(EnumSet.of(why), file); }

    private static void answered(Set<Refusal> expected, Path file) throws Exception {
        watch(() -> {
            Refusal why = PdfReadingTest.why(converter.open(file));
            assertTrue(expected.contains(why), file.getFileName() + ": " + why);
            assertFalse(why.words().isBlank());
        });
        stillReads();
    }

    private static void stillReads() throws Exception {
        assertEquals(2, PdfReadingTest.done(converter.open(good)).pages().size());
        PdfReadingTest.done(converter.picture(good, 1, 1));
    }

    /// Looks at the child's memory while something goes on: its peak, as the system counts it.
    private static void watch(Step step) throws Exception {
        var watcher = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                converter.childPid().ifPresent(pid -> most = Math.max(most, resident(pid)));
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        });
        watcher.start();
        try {
            step.run();
        } finally {
            watcher.interrupt();
            watcher.join();
        }
        assertTrue(most < MOST_RESIDENT, "it had " + (most >> 20) + " MB");
    }

    private static long resident(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status")))
                if (line.startsWith("VmHWM:")) return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
        } catch (IOException gone) {
            return 0;
        }
        return 0;
    }
}
