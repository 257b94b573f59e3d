package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lectern.protocol.board.PageId;
import lectern.signaling.Link;

/// Resident memory in a class with a long document: before it comes, and when many of its pages were shown to a student's window.
/// Server and window are processes of their own.
final class MaterialMemory {
    /// The most that the document may cost the reading process, and the window.
    static final double MORE_MB = 300;
    private static final int LOOKED_AT = 100;
    private static final int WINDOW_S = 60, SETTLE_S = 15, AFTER_S = 5;
    private static final int EACH_MS = 150; // in which the window paints a page

    /// @param server of the class, without its reading process
    /// @param reader the process that reads files, warm before
    /// @param window the app's, of somebody who looks on
    record Book(int pages, int lookedAt, Grown server, Grown reader, Grown window, boolean passed) {}

    record Grown(double beforeMb, double afterMb, double moreMb) {
        static Grown of(double beforeMb, double afterMb) {
            return new Grown(beforeMb, afterMb, Spread.round(afterMb - beforeMb));
        }
    }

    private MaterialMemory() {
    }

    static Book measure(Path file) throws IOException, InterruptedException {
        try (var scratch = new Scratch(); var server = Child.server(scratch.folder()); var display = Display.open()) {
            Links links = Links.of(server);
            try (var teacher = new MaterialPerson(Link.parse(links.teacher()), "Teacher", 0);
                    var window = Child.window(display, "--join", links.student(), "--name", "App", "--camera",
                            "test-card", "--microphone", "tone")) {
                teacher.awaitInside();
                window.awaitSaid("The window is up.", WINDOW_S);
                TimeUnit.SECONDS.sleep(SETTLE_S);
                double serverMb = residentMb(server);
                double readerMb = readersMb(server.process().toHandle());
                double windowMb = residentMb(window);
                List<PageId> pages = teacher.bring(file);
                int looked = Math.min(LOOKED_AT, pages.size());
                for (int i = 1; i < looked; i++) {
                    PageId page = pages.get(i * pages.size() / looked);
                    teacher.turnTo(page);
                    teacher.awaitShownNs(page);
                    TimeUnit.MILLISECONDS.sleep(EACH_MS);
                }
                TimeUnit.SECONDS.sleep(AFTER_S);
                window.checkAlive();
                var reader = Grown.of(readerMb, readersMb(server.process().toHandle()));
                var seen = Grown.of(windowMb, residentMb(window));
                System.err.printf("%s: reader %s, window %s%n", file.getFileName(), reader, seen);
                return new Book(pages.size(), looked, Grown.of(serverMb, residentMb(server)), reader, seen,
                        reader.moreMb <= MORE_MB && seen.moreMb <= MORE_MB);
            }
        }
    }

    /// Of all processes that read files for this one.
    static double readersMb(ProcessHandle process) {
        return Spread.round(process.children()
                .filter(child -> child.info().commandLine().orElse("").contains("lectern.materials.ReaderMain"))
                .mapToLong(child -> residentKb(child.pid())).sum() / 1_024.0);
    }

    private static double residentMb(Child child) throws IOException {
        return Spread.round(ProcessUsage.of(child.process()).residentMb());
    }

    private static long residentKb(long pid) {
        try (var lines = Files.lines(Path.of("/proc", "" + pid, "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst().orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
