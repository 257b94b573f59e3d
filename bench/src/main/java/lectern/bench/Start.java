package lectern.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// How long a start takes, by the clock on the wall: the app until its home screen is shown, the server until it is
/// ready; beside them a JVM that only says its version, in turn, since the machine may have other things to do.
final class Start {
    private static final int PATIENCE_S = 60;
    /// What a person still calls soon; a server's start isn't waited for by anybody.
    private static final double APP_MS = 3_000;

    private Start() {
    }

    static boolean run(Options options) throws Exception {
        int rounds = options.number("rounds", 5, 1, 100);
        double[] java = new double[rounds];
        double[] server = new double[rounds];
        double[] app = new double[rounds];
        var result = new LinkedHashMap<String, Object>();
        result.put("measure", "start");
        result.put("before", Machine.now());
        try (var display = Display.open()) {
            for (int round = 0; round < rounds; round++) {
                java[round] = version();
                server[round] = server();
                app[round] = app(display);
                System.err.printf("java -version %.0f ms, server %.0f ms, app %.0f ms%n", java[round], server[round],
                        app[round]);
            }
        }
        Spread plain = Spread.of(java);
        Spread home = Spread.of(app);
        Spread ready = Spread.of(server);
        result.put("javaVersionMs", plain);
        result.put("serverReadyMs", ready);
        result.put("appHomeMs", home);
        result.put("serverPerJava", Spread.round(ready.median() / plain.median()));
        result.put("appPerJava", Spread.round(home.median() / plain.median()));
        boolean ok = home.min() <= APP_MS;
        result.put("gate", Map.of("appHomeMsMin", APP_MS));
        result.put("after", Machine.now());
        result.put("passed", ok);
        System.out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        return ok;
    }

    private static double version() throws IOException, InterruptedException {
        long startedNs = System.nanoTime();
        Process process = new ProcessBuilder(Child.java(), "-version").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0)
            throw new IOException("java -version doesn't work");
        return sinceMs(startedNs);
    }

    private static double server() throws IOException {
        try (var scratch = new Scratch(); var server = Child.server(scratch.folder())) {
            Links.of(server);
            return sinceMs(server.startedNs());
        }
    }

    private static double app(Display display) throws IOException, InterruptedException {
        try (var app = Child.window(display)) {
            app.awaitSaid("The window is up.", PATIENCE_S);
            return sinceMs(app.startedNs());
        }
    }

    private static double sinceMs(long startedNs) {
        return Spread.round((System.nanoTime() - startedNs) / 1e6);
    }
}
