package lectern.bench;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import lectern.sfu.dtls.DtlsIdentity;
import lectern.sfu.srtp.SrtpProfile;
import tools.jackson.databind.json.JsonMapper;

/// One source of 1 Mbps to many viewers through a server in its own process: what a forwarded packet costs the server, its
/// memory, what is lost, how long packets take. Beside ours Janus, in turn on the same machine with the same peers.
final class Peers {
    /// Tuned Janus as measured before (µs per forwarded packet by number of viewers), for machines without it.
    private static final Map<Integer, Double> JANUS_BEFORE = Map.of(10, 43.0, 50, 34.0, 100, 32.0);
    // As browsers list them; each server takes what it prefers.
    private static final List<SrtpProfile> AS_BROWSERS = List.of(SrtpProfile.AES128_CM_HMAC_SHA1_80,
            SrtpProfile.AEAD_AES_128_GCM);
    private static final int WINDOW_SECONDS = 8;
    private static final double SETTLED = 0.93; // a window that costs more than this share of the best so far is no better
    private static final long JOIN_TIMEOUT_NS = 30_000_000_000L;

    private interface Starter {
        MediaServer start() throws IOException;
    }

    record Result(String server, int viewers, double cpuMicrosPerPacket, double cpuMicrosAtFirst,
            double cpuPercent, double residentMb,
            double lostPercent, double latencyMsP50, double latencyMsP99, long packets, double joinAllMs,
            String profile) {}

    private final List<SrtpProfile> profiles;
    private final boolean even;
    private final int warmUpSeconds;
    private final int seconds;
    private final Latencies latencies = new Latencies();

    private Peers(List<SrtpProfile> profiles, boolean even, int warmUpSeconds, int seconds) {
        this.profiles = profiles;
        this.even = even;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
    }

    static boolean run(Options options) throws Exception {
        String profile = options.values().getOrDefault("profile", "browser");
        List<SrtpProfile> profiles = switch (profile) {
            case "browser" -> AS_BROWSERS;
            case "sha1" -> List.of(SrtpProfile.AES128_CM_HMAC_SHA1_80);
            case "gcm" -> List.of(SrtpProfile.AEAD_AES_128_GCM);
            default -> throw new IllegalArgumentException("--profile: browser, sha1 or gcm, not " + profile);
        };
        String pace = options.values().getOrDefault("pace", "pictures");
        if (!pace.equals("pictures") && !pace.equals("even"))
            throw new IllegalArgumentException("--pace: pictures or even, not " + pace);
        var bench = new Peers(profiles, pace.equals("even"), options.number("warm-up", 90, 0, 600),
                options.number("seconds", 10, 1, 600));
        String servers = options.values().getOrDefault("servers",
                JanusServer.installed() ? "lectern,janus,tuned-janus" : "lectern");
        List<Starter> starters = Arrays.stream(servers.split(",")).map(Peers::starter).toList();
        var results = new ArrayList<Result>();
        for (String number : options.values().getOrDefault("viewers", "10,50,100").split(","))
            for (Starter starter : starters)
                results.add(bench.measure(starter, Integer.parseInt(number)));
        boolean passed = passed(results);
        var report = new LinkedHashMap<String, Object>();
        report.put("bench", "peers");
        report.put("source", VideoSource.PACKETS_PER_SECOND + " packets/s of " + VideoSource.PAYLOAD_BYTES + " bytes, "
                + (bench.even ? "evenly spread" : "a picture's " + VideoSource.PACKETS_PER_PICTURE + " together"));
        report.put("seconds", bench.seconds);
        report.put("machine", Machine.now());
        report.put("results", results);
        report.put("gate", "under tuned Janus at each number of viewers");
        report.put("passed", passed);
        System.out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        return passed;
    }

    private static Starter starter(String server) {
        return switch (server) {
            case "lectern" -> OwnServer::start;
            case "janus" -> () -> JanusServer.start(0);
            case "tuned-janus" -> () -> JanusServer.start(2);
            default -> throw new IllegalArgumentException("--servers: lectern, janus, tuned-janus, not " + server);
        };
    }

    private static boolean passed(List<Result> results) {
        return results.stream().filter(r -> r.server().equals("lectern")).allMatch(ours -> {
            double bar = results.stream()
                    .filter(r -> r.viewers() == ours.viewers() && r.server().contains("event_loops"))
                    .mapToDouble(Result::cpuMicrosPerPacket).findFirst()
                    .orElse(JANUS_BEFORE.getOrDefault(ours.viewers(), 32.0));
            return ours.cpuMicrosPerPacket() < bar;
        });
    }

    private Result measure(Starter starter, int viewers) throws Exception {
        var identity = DtlsIdentity.create(new SecureRandom());
        try (MediaServer server = starter.start();
                var sending = new PeerLoop("source", identity, profiles);
                var watching = new PeerLoop("viewers", identity, profiles)) {
            var source = new VideoSource(sending, even);
            server.publish(source);
            await("the source's connection", source, () -> source.ready() ? 1 : 0, 1);
            long began = System.nanoTime();
            var all = new ArrayList<Viewer>();
            for (int i = 0; i < viewers; i++)
                all.add(server.watch(watching, latencies));
            for (Viewer viewer : all)
                await("a viewer's first packet", viewer, viewer::received, 1);
            double joinMs = (System.nanoTime() - began) / 1e6;
            double firstMicros = settle(server, all);
            Result result = observe(server, all, joinMs, firstMicros);
            System.err.printf("%-22s %3d viewers  %5.1f us/packet  %5.0f MB  %.2f %% lost  %.1f / %.1f ms%n",
                    result.server(), viewers, result.cpuMicrosPerPacket(), result.residentMb(), result.lostPercent(),
                    result.latencyMsP50(), result.latencyMsP99());
            for (Viewer viewer : all)
                if (viewer.failure() != null)
                    throw new IllegalStateException("a viewer failed: " + viewer.failure());
            return result;
        }
    }

    /// Waits until a packet no longer gets cheaper: at a few packets a second a JVM compiles what is hot for a good while, and
    /// what a class costs is the time after. Returns what a packet cost in the beginning.
    private double settle(MediaServer server, List<Viewer> viewers) throws Exception {
        double first = 0;
        double best = Double.MAX_VALUE;
        int noBetter = 0;
        for (int second = 0; second < warmUpSeconds; second += WINDOW_SECONDS) {
            double cpu = ProcessUsage.of(server.process()).cpuSeconds();
            long received = received(viewers);
            Thread.sleep(WINDOW_SECONDS * 1_000L);
            cpu = ProcessUsage.of(server.process()).cpuSeconds() - cpu;
            double now = cpu * 1e6 / Math.max(1, received(viewers) - received);
            if (second == 0)
                first = now;
            noBetter = now > SETTLED * best ? noBetter + 1 : 0;
            best = Math.min(best, now);
            if (noBetter == 2)
                break;
        }
        return Spread.round(first);
    }

    private static long received(List<Viewer> viewers) {
        return viewers.stream().mapToLong(Viewer::received).sum();
    }

    private Result observe(MediaServer server, List<Viewer> viewers, double joinMs, double firstMicros)
            throws Exception {
        long receivedBefore = received(viewers);
        long lostBefore = viewers.stream().mapToLong(Viewer::lost).sum();
        ProcessUsage before = ProcessUsage.of(server.process());
        long began = System.nanoTime();
        latencies.measure(true);
        Thread.sleep(seconds * 1_000L);
        latencies.measure(false);
        ProcessUsage after = ProcessUsage.of(server.process());
        double wallSeconds = (System.nanoTime() - began) / 1e9;
        long received = received(viewers) - receivedBefore;
        long lost = viewers.stream().mapToLong(Viewer::lost).sum() - lostBefore;
        double cpu = after.cpuSeconds() - before.cpuSeconds();
        long forwarded = received + Math.max(0, lost);
        return new Result(server.name(), viewers.size(), Spread.round(cpu * 1e6 / Math.max(1, forwarded)), firstMicros,
                Spread.round(100 * cpu / wallSeconds), Spread.round(after.residentMb()),
                Spread.round(100.0 * lost / Math.max(1, forwarded)),
                Spread.round(latencies.percentile(0.5)), Spread.round(latencies.percentile(0.99)), received,
                Spread.round(joinMs),
                String.valueOf(viewers.getFirst().profile()));
    }

    private static void await(String what, SyntheticPeer peer, LongSupplier value, long least) throws Exception {
        long deadlineNs = System.nanoTime() + JOIN_TIMEOUT_NS;
        while (value.getAsLong() < least) {
            if (peer.failure() != null)
                throw new IllegalStateException(what + ": " + peer.failure());
            if (System.nanoTime() - deadlineNs > 0)
                throw new IllegalStateException(what + " did not come within 30 s");
            Thread.sleep(5);
        }
    }
}
