package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The child as a process: it is replaced when it dies and doesn't outlive its parent.
class ProcessTest {
    @TempDir
    Path folder;

    @Test
    void aKilledChildIsReplacedAndACloseLeavesNothing() throws Exception {
        Path book = Samples.book(folder.resolve("book.pdf"), 2);
        Path work = folder.resolve("work");
        ProcessHandle second;
        var converter = Converter.start(ConverterSettings.in(work));
        try (converter) {
            assertEquals(2, PdfReadingTest.done(converter.open(book)).pages().size());
            ProcessHandle first = ProcessHandle.of(converter.childPid().orElseThrow()).orElseThrow();
            first.destroyForcibly();
            first.onExit().get(60, TimeUnit.SECONDS);
            // The request may still meet the dead child; the one after it can't.
            converter.open(book).get(120, TimeUnit.SECONDS);
            assertEquals(2, PdfReadingTest.done(converter.open(book)).pages().size());
            second = ProcessHandle.of(converter.childPid().orElseThrow()).orElseThrow();
            assertNotEquals(first.pid(), second.pid());
        }
        assertFalse(second.isAlive());
        try (var left = Files.list(work)) {
            assertEquals(0, left.count(), "its folders went with them");
        }
        assertEquals(Refusal.STOPPED, PdfReadingTest.why(converter.open(book)), "and who asks later is told");
    }

    @Test
    void theChildEndsWhenItsParentIsKilled() throws Exception {
        Path work = folder.resolve("work");
        var parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-cp", System.getProperty("java.class.path"), Parent.class.getName(), work.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var said = parent.inputReader()) {
            long pid = Long.parseLong(said.readLine());
            ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
            assertTrue(child.isAlive());
            parent.destroyForcibly();
            child.onExit().get(60, TimeUnit.SECONDS);
            assertFalse(child.isAlive());
            try (var left = Files.list(work)) {
                assertEquals(0, left.count(), "it took its folder along");
            }
        } finally {
            parent.destroyForcibly();
        }
    }

    /// Says its child's number once that is warm, and waits.
    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            var converter = Converter.start(new ConverterSettings(256, Duration.ofSeconds(60), Duration.ofSeconds(60),
                    Path.of(arguments[0]), 1 << 20));
            converter.open(Path.of(arguments[0])).get();
            System.out.println(converter.childPid().orElseThrow());
            Thread.currentThread().join();
        }

        private Parent() {}
    }
}
