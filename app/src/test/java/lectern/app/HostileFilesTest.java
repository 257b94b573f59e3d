package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.collections.ListChangeListener;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.resources.Language;
import lectern.resources.Words;
import lectern.server.ServerSettings;
import lectern.ui.model.BoardModel;
import lectern.ui.model.ScreenModel.Screen;
import lectern.ui.model.SettingsModel.Theme;
import lectern.ui.model.Toast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files made to harm are dropped into a class that is held: each is answered in words, and the class goes on.
class HostileFilesTest {
    private static final Words WORDS = Words.in(Language.ENGLISH);
    private static final Duration SOON = Duration.ofSeconds(60);
    /// A reading process has a heap of 256 MB, and what a JVM needs besides.
    private static final long READER_BYTES = 900L << 20;
    private static final int FILE_SECONDS = 120;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Desktop window;
    private BoardModel board;
    private long largest;

    @Test
    void theClassGoesOn(@TempDir Path folder) throws Exception {
        var hosting = new Hosting(
                ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true));
        try (var guests = new Guests();
                var opened = Desktop.open(new Command.Look(Language.ENGLISH, Theme.LIGHT),
                        Guests.sources("Ms. Okafor", 300), hosting, new Folders(folder, folder), new Lifetime())) {
            window = opened;
            board = opened.model.lesson.board;
            enter();
            var ada = guests.join(hosting.links().student(), "Ada", 500);
            var ben = guests.join(hosting.links().student(), "Ben", 600);
            for (var guest : List.of(ada, ben))
                Await.until("pictures move", SOON, () -> Guests.receivesAll(guest, 2));
            System.out.println("frames a second before: " + rates(ada, ben));
            var files = HostileFiles.in(Files.createDirectory(folder.resolve("files")));
            for (var file : files.entrySet()) {
                drop(file.getKey(), file.getValue());
                for (var guest : List.of(ada, ben))
                    Await.until("pictures move after " + file.getKey().getFileName(), SOON,
                            () -> Guests.receivesAll(guest, 2));
                System.out.println(file.getKey().getFileName() + ": frames a second " + rates(ada, ben));
            }
            System.out.println("largest reading process: " + (largest >> 20) + " MB");
            assertTrue(largest < READER_BYTES, (largest >> 20) + " MB in a reading process");
            assertFalse(Files.exists(folder.resolve("climbed.txt")) || Files.exists(Path.of("/climbed.txt")),
                    "it climbed");
            drop(Papers.pdf(folder.resolve("good.pdf"), 2), "");
            assertEquals("good 2", Desktop.onFx(() -> board.pages.getLast().title()), "a good file still comes");
        }
        try (var left = Files.walk(folder.resolve("lessons"))) {
            assertEquals(List.of(), left.filter(file -> file.toString().endsWith(".new")).toList(),
                    "nothing half-done");
        }
    }

    private void enter() throws InterruptedException {
        Desktop.onFx(() -> {
            window.model.lesson.toasts.addListener((ListChangeListener<Toast>) change -> {
                while (change.next()) change.getAddedSubList().forEach(toast -> told.add(WORDS.text(toast.text())));
            });
            window.classroom.startClass("Hostile", "Ms. Okafor");
            return true;
        });
        assertTrue(Desktop.soon(60, () -> window.model.screen.get() == Screen.LOBBY
                && window.model.devices.camera.get() != null), "the lobby");
        Desktop.onFx(() -> {
            window.classroom.enter();
            return true;
        });
        assertTrue(Desktop.soon(60, () -> board.viewed.get() != null), "the board");
    }

    /// @param words that are told; empty where the file may come
    private void drop(Path file, String words) throws InterruptedException {
        List<PageId> before = pages();
        long startNs = System.nanoTime();
        Desktop.onFx(() -> {
            window.classroom.importFiles(List.of(file));
            return true;
        });
        assertTrue(Desktop.soon(FILE_SECONDS, () -> {
            measureReaders();
            return window.model.lesson.tasks.running.isEmpty();
        }), file.getFileName() + " isn't answered; told: " + told);
        String name = file.getFileName().toString();
        System.out.printf("%s: answered after %d ms%n", name, (System.nanoTime() - startNs) / 1_000_000);
        if (words.isEmpty()) return;
        assertTrue(
                told.stream().anyMatch(text -> text.startsWith(name + " can’t be imported: ") && text.contains(words)),
                name + "; told: " + told);
        assertEquals(before, pages(), "nothing of " + name + " is on the board");
    }

    private List<PageId> pages() { return Desktop.onFx(() -> board.pages.stream().map(Page::id).toList()); }

    private void measureReaders() {
        ProcessHandle.current().children()
                .filter(child -> child.info().commandLine().orElse("").contains("lectern.materials.ReaderMain"))
                .forEach(child -> largest = Math.max(largest, residentBytes(child.pid())));
    }

    private static long residentBytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", "" + pid, "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10).findFirst().orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static List<Double> rates(HeadlessGuest... guests) {
        return java.util.Arrays.stream(guests).flatMap(guest -> JoinCommand.report(guest).participants().stream())
                .filter(Report.Remote::sends).map(Report.Remote::framesPerSecond).toList();
    }
}
