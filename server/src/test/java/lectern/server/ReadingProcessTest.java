package lectern.server;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import lectern.materials.ConverterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingProcessTest {
    @Test
    void itRunsAsLongAsItIsNeeded(@TempDir Path folder) {
        var now = new AtomicLong(Long.MAX_VALUE - 50); // a clock that wraps around
        var process = new ReadingProcess(ConverterSettings.in(folder), 100, now::get);
        try {
            process.keep();
            process.tidy();
            assertNull(process.running(), "nobody has needed it");
            var first = process.get();
            now.addAndGet(99);
            process.tidy();
            assertSame(first, process.running());
            process.keep();
            now.addAndGet(99);
            process.tidy();
            assertSame(first, process.get());
            now.addAndGet(100);
            process.tidy();
            assertNull(process.running());
            assertNotSame(first, process.get());
        } finally {
            process.close();
        }
        assertNull(process.running());
        assertThrows(IllegalStateException.class, process::get);
    }
}
