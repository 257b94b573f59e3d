package lectern.signaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
    @TempDir
    private Path folder;

    @Test
    void keepsFilesForTheNextTime() {
        try (var cache = new FileCache(folder, 10_000)) {
            cache.put("a", new byte[]{ 1, 2});
        }
        try (var cache = new FileCache(folder, 10_000)) {
            assertArrayEquals(new byte[]{ 1, 2}, cache.get("a").join());
            assertNull(cache.get("b").join());
        }
    }

    @Test
    void theLeastLatelyUsedGoesFirst() throws IOException {
        try (var cache = new FileCache(folder, 4_200)) {
            for (String name : new String[]{ "a", "b", "c", "d"}) cache.put(name, new byte[1_000]);
            assertNotNull(cache.get("a").join());
            cache.put("e", new byte[1_000]);
            assertNotNull(cache.get("a").join());
            assertNull(cache.get("b").join());
        }
        try (var files = Files.list(folder)) {
            assertEquals(4, files.count());
        }
        try (var smaller = new FileCache(folder, 2_100)) {
            assertNull(smaller.get("c").join());
        }
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void whatIsDamagedIsThrownAway() throws IOException {
        try (var cache = new FileCache(folder, 10_000)) {
            cache.put("a", new byte[500]);
            cache.get("a").join();
            Path file;
            try (var files = Files.list(folder)) {
                file = files.findFirst().orElseThrow();
            }
            byte[] bytes = Files.readAllBytes(file);
            bytes[100] ^= 1;
            Files.write(file, bytes);
            assertNull(cache.get("a").join());
            assertTrue(Files.notExists(file));
            Files.write(file, new byte[3]);
            assertNull(cache.get("a").join());
        }
    }

    @Test
    void whatWasBegunIsRemovedAndWhatIsTooLargeNotKept() throws IOException {
        Files.write(folder.resolve("x.new"), new byte[100]);
        try (var cache = new FileCache(folder, 1_000)) {
            cache.put("large", new byte[900]);
            assertNull(cache.get("large").join());
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsAsIfItWereEmpty() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[1]);
        try (var cache = new FileCache(file, 1_000)) {
            cache.put("a", new byte[10]);
            assertNull(cache.get("a").join());
        }
    }
}
