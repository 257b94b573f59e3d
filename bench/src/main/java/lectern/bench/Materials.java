package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lectern.protocol.board.PageId;
import lectern.server.LecternServer;
import lectern.server.ServerSettings;
import lectern.signaling.Link;
import tools.jackson.databind.json.JsonMapper;

/// Documents in a class over loopback: from the drop until all viewers have the first page's picture, and page turns. Viewers are
/// on the same machine as the server, each fetches and none paints.
final class Materials {
    private static final int LEVEL = 1;
    /// The largest time from the drop to the first page at all, for a 200-page text.
    private static final double FIRST_PAGE_MS = 1_000;

    /// @param firstPageMs from the drop until all have its picture
    /// @param coldMs      a turn to a page that nobody looked at, until all have its picture
    /// @param cachedMs    the same pages again
    /// @param bytesAPage  to one viewer, by level
    /// @param readersMb   of all reading processes afterwards, resident
    record Document(double firstPageMs, Percentiles coldMs, Percentiles cachedMs, Map<String, Double> bytesAPage,
            double readersMb) {}

    record Percentiles(double p50, double p99) {
        static Percentiles of(List<Double> values) {
            double[] sorted = values.stream().mapToDouble(it -> it).sorted().toArray();
            return new Percentiles(Spread.round(sorted[sorted.length / 2]),
                    Spread.round(sorted[Math.min(sorted.length - 1, (int) (sorted.length * 0.99))]));
        }
    }

    record Result(String measure, int viewers, int turns, Map<String, Document> documents,
            double readersWithBookMb, Map<String, Double> gate, boolean passed) {}

    private Materials() {
    }

    static boolean run(Options options) throws IOException, InterruptedException {
        int viewers = options.number("viewers", 10, 1, 200);
        int turns = options.number("turns", 30, 5, 1_000);
        try (var scratch = new Scratch()) {
            Path folder = scratch.folder();
            var documents = new LinkedHashMap<String, Document>();
            measure(folder, viewers, 5, MaterialFiles.text(folder.resolve("warm.pdf"), 20)); // for the compilers
            documents.put("text of 200 pages",
                    measure(folder, viewers, turns, MaterialFiles.text(folder.resolve("text.pdf"), 200)));
            documents.put("scan of 60 pages",
                    measure(folder, viewers, turns, MaterialFiles.scan(folder.resolve("scan.pdf"), 60)));
            documents.put("deck of 40 slides",
                    measure(folder, viewers, turns, MaterialFiles.deck(folder.resolve("deck.pptx"), 40)));
            Document book = measure(folder, viewers, turns, MaterialFiles.text(folder.resolve("book.pdf"), 500));
            boolean passed = documents.get("text of 200 pages").firstPageMs() <= FIRST_PAGE_MS;
            System.out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(
                    new Result("materials", viewers, turns, documents, book.readersMb(),
                            Map.of("firstPageMs", FIRST_PAGE_MS), passed)));
            return passed;
        }
    }

    private static Document measure(Path folder, int viewers, int turns, Path file)
            throws IOException, InterruptedException {
        Path lessons = Files.createTempDirectory(folder, "lessons");
        var people = new ArrayList<MaterialPerson>();
        try (var server = LecternServer
                .start(ServerSettings.in(lessons).withHost("127.0.0.1").withLoopbackCandidates(true))) {
            var teacher = new MaterialPerson(Link.parse(server.links().teacher()), "Teacher", LEVEL);
            people.add(teacher);
            for (int i = 0; i < viewers; i++)
                people.add(new MaterialPerson(Link.parse(server.links().student()), "Student " + i, LEVEL));
            people.forEach(MaterialPerson::awaitInside);
            Thread.sleep(4_000); // as a class that has run for a while: the reading process is warm
            long startNs = System.nanoTime();
            List<PageId> pages = teacher.bring(file);
            double first = allShownMs(people, pages.getFirst(), startNs);
            // Not in their order, so that nothing is painted ahead.
            var order = new ArrayList<>(pages.subList(1, pages.size()));
            java.util.Collections.shuffle(order, new Random(1));
            order.subList(Math.min(turns, order.size()), order.size()).clear();
            long before = people.getLast().bytes.get();
            var cold = turn(teacher, people, order);
            double bytes = (people.getLast().bytes.get() - before) / (double) order.size();
            people.forEach(person -> order.forEach(person::forget));
            var cached = turn(teacher, people, order);
            return new Document(first, Percentiles.of(cold), Percentiles.of(cached),
                    Map.of("level " + LEVEL, Spread.round(bytes)), readersMb());
        } finally {
            people.forEach(MaterialPerson::close);
        }
    }

    private static List<Double> turn(MaterialPerson teacher, List<MaterialPerson> people, List<PageId> pages) {
        var ms = new ArrayList<Double>();
        for (PageId page : pages) {
            long startNs = System.nanoTime();
            teacher.turnTo(page);
            ms.add(allShownMs(people, page, startNs));
        }
        return ms;
    }

    private static double allShownMs(List<MaterialPerson> people, PageId page, long startNs) {
        long last = people.stream().mapToLong(person -> person.awaitShownNs(page)).max().orElse(startNs);
        return Spread.round((last - startNs) / 1e6);
    }

    private static double readersMb() {
        return Spread.round(ProcessHandle.current().children()
                .filter(child -> child.info().commandLine().orElse("").contains("lectern.materials.ReaderMain"))
                .mapToLong(child -> residentKb(child.pid())).sum() / 1e3);
    }

    private static long residentKb(long pid) {
        try {
            return Arrays.stream(Files.readString(Path.of("/proc", "" + pid, "status")).split("\n"))
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst().orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
