package lectern.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// From the click on *Join* to the first picture of somebody else, in Chromium and in the app. One class on loopback: the
/// server and somebody who sends a test card (15 pictures a second, three sizes) and a tone, each in a process of its own.
final class Join {
    private static final double CHROMIUM_P50_MS = 400, CHROMIUM_P95_MS = 800;
    private static final double APP_P50_MS = 600, APP_P95_MS = 1_200;
    private static final long EACH_NS = TimeUnit.SECONDS.toNanos(80);
    private static final int SETTLE_MS = 3_000;

    private interface Joins {
        List<Map<String, Double>> run(String link, int times, long deadlineNs) throws Exception;
    }

    private Join() {
    }

    static boolean run(Options options) throws Exception {
        int times = options.number("times", 30, 1, 1_000);
        String clients = options.values().getOrDefault("clients", "chromium,app");
        var result = new LinkedHashMap<String, Object>();
        result.put("measure", "join");
        result.put("before", Machine.now());
        boolean ok = true;
        try (var scratch = new Scratch(); var server = Child.server(scratch.folder())) {
            Links links = Links.of(server);
            try (var publisher = Child.guest(links.teacher(), "Publisher")) {
                Thread.sleep(SETTLE_MS);
                for (String client : clients.split(","))
                    ok &= switch (client) {
                        case "chromium" ->
                            measure(result, client, publisher, ChromiumJoins::run, links.student(), times,
                                    CHROMIUM_P50_MS, CHROMIUM_P95_MS);
                        case "app" -> measure(result, client, publisher, AppJoins::run, links.student(), times,
                                APP_P50_MS,
                                APP_P95_MS);
                        default -> throw new IllegalArgumentException("--clients: chromium, app, not " + client);
                    };
            }
        }
        result.put("after", Machine.now());
        result.put("passed", ok);
        System.out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        return ok;
    }

    private static boolean measure(Map<String, Object> result, String client, Child publisher, Joins joins,
            String link, int times,
            double p50Ms, double p95Ms) throws Exception {
        var done = joins.run(link, times, System.nanoTime() + EACH_NS);
        publisher.checkAlive(); // without it no picture can come, and that says nothing about the join
        JoinTimes took = JoinTimes.of(done);
        boolean ok = took.failed() == 0 && took.p50Ms() <= p50Ms && took.p95Ms() <= p95Ms;
        result.put(client, took);
        result.put(client + "Gate", Map.of("p50Ms", p50Ms, "p95Ms", p95Ms, "passed", ok));
        return ok;
    }

    static void progress(String client, List<Map<String, Double>> joins) {
        var last = joins.getLast();
        System.err.printf("%s %2d: %s%n", client, joins.size(),
                last.isEmpty() ? "no picture" : Math.round(last.get("paint")) + " ms");
    }
}
