package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lectern.protocol.board.PageId;
import lectern.server.LecternServer;
import lectern.server.ServerSettings;
import lectern.signaling.Link;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Documents in a class over loopback: from the drop until all viewers have the first page's picture, and page turns. Viewers are
/// on the same machine as the server, each fetches and none paints.
final class Materials {
    private static final int LEVEL = 1;
    /// The largest time from the drop to the first page at all, for a 200-page text.
    private static final double FIRST_PAGE_MS = 1_000;
    /// What is hoped for of page turns; no gate, since the viewers here share the server's machine.
    private static final Map<String, Double> AIM = Map.of("coldP50Ms", 100.0, "coldP99Ms", 300.0, "cachedP50Ms", 50.0);
    private static final List<Integer> LEVELS = List.of(0, 1, 2);
    private static final int WEIGHED = 3; // pages whose bytes are counted

    /// @param firstPageMs from the drop until all have its picture
    /// @param coldMs      a turn to a page that nobody looked at, until all have its picture
    /// @param cachedMs    the same pages again
    /// @param bytesAPage  to one viewer, by level, where they look at all of the page
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

    /// @param book the memory with it open; null where it wasn't asked for
    record Result(String measure, int viewers, int turns, Machine before, Map<String, Document> documents,
            MaterialMemory.@Nullable Book book, Machine after, Map<String, Double> gate, Map<String, Double> aim,
            boolean passed) {}

    private Materials() {
    }

    static boolean run(Options options) throws Exception {
        int viewers = options.number("viewers", 5, 1, 200);
        int turns = options.number("turns", 20, 5, 1_000);
        int pages = options.number("book", 500, 0, 1_000);
        Machine before = Machine.now();
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
            var book = pages == 0
                    ? null
                    : MaterialMemory.measure(MaterialFiles.text(folder.resolve("book.pdf"), pages));
            boolean passed = documents.get("text of 200 pages").firstPageMs() <= FIRST_PAGE_MS
                    && (book == null || book.passed());
            System.out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(
                    new Result("materials", viewers, turns, before, documents, book, Machine.now(),
                            Map.of("firstPageMs", FIRST_PAGE_MS, "bookMoreMb", MaterialMemory.MORE_MB), AIM, passed)));
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
            var cold = turn(teacher, people, order);
            people.forEach(person -> order.forEach(person::forget));
            var cached = turn(teacher, people, order);
            System.err.printf("%s: first page %.0f ms, turns %s cold, %s cached%n", file.getFileName(), first,
                    Percentiles.of(cold), Percentiles.of(cached));
            return new Document(first, Percentiles.of(cold), Percentiles.of(cached), bytes(teacher, order),
                    MaterialMemory.readersMb(ProcessHandle.current()));
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

    private static Map<String, Double> bytes(MaterialPerson person, List<PageId> pages) {
        var bytes = new LinkedHashMap<String, Double>();
        for (int level : LEVELS)
            bytes.put("level " + level, Spread.round(pages.stream().limit(WEIGHED)
                    .mapToLong(page -> person.bytesAt(page, level)).average().orElse(0)));
        return bytes;
    }
}
