package lectern.bench;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lectern.sfu.dtls.DtlsIdentity;
import lectern.sfu.srtp.SrtpProfile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Resident memory: of the server alone when nobody is there, of each participant more, and of the app in a class of five.
///
/// The first of a class cost the server more than memory for themselves: code is loaded and compiled when they come. So a
/// participant's share is taken between a class of two and one of twenty, after some traffic.
final class Memory {
    private static final double IDLE_MB = 150, PARTICIPANT_MB = 1, APP_MB = 700;
    private static final int PARTICIPANTS = 20, FEW = 2;
    private static final int OTHERS = 4; // of the app's class
    private static final int IDLE_S = 15, FEW_S = 20, MANY_S = 25, CLASS_S = 40;
    private static final int PATIENCE_S = 30;

    private Memory() {
    }

    static boolean run(Options options) throws Exception {
        String parts = options.values().getOrDefault("parts", "server,app");
        var result = new LinkedHashMap<String, Object>();
        result.put("measure", "memory");
        result.put("before", Machine.now());
        boolean ok = true;
        for (String part : parts.split(","))
            ok &= switch (part) {
                case "server" -> server(result);
                case "app" -> app(result);
                default -> throw new IllegalArgumentException("--parts: server, app, not " + part);
            };
        result.put("after", Machine.now());
        result.put("passed", ok);
        System.out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        return ok;
    }

    private static boolean server(Map<String, Object> result) throws Exception {
        var identity = DtlsIdentity.create(new SecureRandom());
        var profiles = List.of(SrtpProfile.AES128_CM_HMAC_SHA1_80, SrtpProfile.AEAD_AES_128_GCM);
        try (var server = OwnServer.start();
                var sending = new PeerLoop("source", identity, profiles);
                var watching = new PeerLoop("viewers", identity, profiles)) {
            double idleMb = after(IDLE_S, server.process(), "server, nobody there");
            server.publish(new VideoSource(sending, false));
            var viewers = new ArrayList<Viewer>();
            watch(server, watching, viewers, FEW - 1);
            double fewMb = after(FEW_S, server.process(), "server, " + FEW + " participants");
            watch(server, watching, viewers, PARTICIPANTS - 1);
            double manyMb = after(MANY_S, server.process(), "server, " + PARTICIPANTS + " participants");
            double eachMb = Spread.round((manyMb - fewMb) / (PARTICIPANTS - FEW));
            result.put("serverIdleMb", idleMb);
            result.put("serverWithTwoMb", fewMb);
            result.put("serverWithTwentyMb", manyMb);
            result.put("serverEachMb", eachMb);
            boolean ok = idleMb <= IDLE_MB && eachMb <= PARTICIPANT_MB;
            result.put("serverGate", Map.of("idleMb", IDLE_MB, "eachMb", PARTICIPANT_MB, "passed", ok));
            return ok;
        }
    }

    /// Lets viewers in until there are so many, and waits for each one's first packet.
    private static void watch(OwnServer server, PeerLoop loop, List<Viewer> viewers, int number)
            throws IOException, InterruptedException {
        var latencies = new Latencies();
        while (viewers.size() < number)
            viewers.add(server.watch(loop, latencies));
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        for (Viewer viewer : viewers)
            while (viewer.received() == 0) {
                if (System.nanoTime() - deadlineNs > 0)
                    throw new IOException("a viewer got nothing: " + viewer.failure());
                Thread.sleep(20);
            }
    }

    /// The window of a student, with four others who send pictures and sound from processes of their own.
    private static boolean app(Map<String, Object> result) throws Exception {
        var others = new ArrayList<Child>();
        try (var scratch = new Scratch(); var server = Child.server(scratch.folder()); var display = Display.open()) {
            Links links = Links.of(server);
            for (int i = 1; i <= OTHERS; i++)
                others.add(Child.guest(i == 1 ? links.teacher() : links.student(), "Guest " + i));
            var report = scratch.folder().resolve("report.json");
            try (var app = Child.window(display, "--join", links.student(), "--name", "App", "--camera", "test-card",
                    "--microphone", "tone", "--seconds", "" + CLASS_S, "--report", report.toString())) {
                double mostMb = 0;
                double lastMb = 0;
                while (app.process().isAlive()) {
                    double now = residentMb(app.process());
                    lastMb = now > 0 ? now : lastMb;
                    mostMb = Math.max(mostMb, now);
                    app.process().waitFor(500, TimeUnit.MILLISECONDS);
                }
                int seen = seen(JsonMapper.shared().readTree(report));
                System.err.printf("app in a class of five: %.0f MB, at most %.0f, with %d pictures%n", lastMb, mostMb,
                        seen);
                boolean ok = mostMb <= APP_MB && seen == OTHERS;
                result.put("appMb", Spread.round(lastMb));
                result.put("appMostMb", Spread.round(mostMb));
                result.put("appSaw", seen);
                result.put("appGate", Map.of("mostMb", APP_MB, "saw", OTHERS, "passed", ok));
                result.put("serverWithFiveMb", residentMb(server.process()));
                return ok;
            }
        } finally {
            Child.close(others);
        }
    }

    /// Of how many others pictures came.
    private static int seen(JsonNode report) {
        int seen = 0;
        for (JsonNode participant : report.get("participants"))
            if (participant.get("framesReceived").asLong() > 0)
                seen++;
        return seen;
    }

    private static double after(int seconds, Process process, String what) throws IOException, InterruptedException {
        Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
        double mb = residentMb(process);
        System.err.printf("%s: %.1f MB%n", what, mb);
        return mb;
    }

    /// 0 when the process has just ended.
    private static double residentMb(Process process) {
        try {
            return Spread.round(ProcessUsage.of(process).residentMb());
        } catch (IOException ended) {
            return 0;
        }
    }
}
