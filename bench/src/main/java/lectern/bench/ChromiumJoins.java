package lectern.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Joins of the page in the system's Chromium, each in a context of its own: no cache, no memory of the one before. The
/// page's marks say when each step was done; TLS is known by the browser alone, what became of the first frame by its
/// video element.
final class ChromiumJoins implements AutoCloseable {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
            "--allow-loopback-in-peer-connection", "--disable-features=WebRtcHideLocalIpsWithMdns",
            "--autoplay-policy=no-user-gesture-required");
    private static final int PATIENCE_MS = 15_000;
    private static final int STAY_MS = 400, PAUSE_MS = 400;
    /// Notes of the first remote frame when it had come (its last packet), and when it was decoded.
    private static final String WATCH_FRAMES = """
            const ask = HTMLVideoElement.prototype.requestVideoFrameCallback;
            HTMLVideoElement.prototype.requestVideoFrameCallback = function (told) {
              return ask.call(this, (now, frame) => {
                if (frame.receiveTime && !window.firstFrame) window.firstFrame = frame;
                told(now, frame);
              });
            };""";
    private static final String MARKS = """
            () => {
              const at = { origin: performance.timeOrigin };
              for (const mark of performance.getEntriesByType('mark'))
                if (mark.name.startsWith('lectern:')) at[mark.name.slice(8)] = mark.startTime;
              at['received'] = window.firstFrame?.receiveTime ?? at['first-frame'];
              at['decoded'] = at['received'] + 1000 * (window.firstFrame?.processingDuration ?? 0);
              return at;
            }""";

    private final Playwright playwright;
    private final Browser browser;

    private ChromiumJoins() throws IOException {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable()).setHeadless(true).setArgs(FLAGS));
    }

    private static Path executable() throws IOException {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IOException("there is no Chromium on the PATH"));
    }

    static List<Map<String, Double>> run(String link, int times, long deadlineNs) throws IOException {
        var joins = new ArrayList<Map<String, Double>>();
        try (var chromium = new ChromiumJoins()) {
            while (joins.size() < times && (joins.isEmpty() || System.nanoTime() - deadlineNs < 0)) {
                joins.add(chromium.join(link));
                Join.progress("Chromium", joins);
            }
        }
        return joins;
    }

    private Map<String, Double> join(String link) {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setPermissions(
                        List.of("camera", "microphone")))) {
            context.addInitScript(WATCH_FRAMES);
            Page page = context.newPage();
            page.setDefaultTimeout(PATIENCE_MS);
            var secured = new AtomicReference<JsonObject>();
            var session = context.newCDPSession(page);
            session.on("Network.webSocketWillSendHandshakeRequest", event -> secured.compareAndSet(null, event));
            session.send("Network.enable");
            page.navigate(link);
            page.waitForSelector(".join[data-picture]"); // the own camera is on, as for a person who looks before they go
            page.fill("#name", "Bench");
            page.waitForTimeout(STAY_MS);
            page.click("[data-action=join]");
            try {
                page.waitForSelector(".tile[data-picture]:not([data-own])");
            } catch (PlaywrightException noPicture) {
                System.err.println(String.valueOf(noPicture.getMessage()).lines().skip(1).findFirst().orElse(""));
                return Map.of();
            }
            Map<String, Double> steps = steps(page.evaluate(MARKS), secured.get());
            page.waitForTimeout(STAY_MS);
            page.click("[data-tool=leave]");
            page.waitForSelector("[data-view=over]");
            page.waitForTimeout(PAUSE_MS);
            return steps;
        }
    }

    private static Map<String, Double> steps(Object evaluated, JsonObject secured) {
        var at = new LinkedHashMap<String, Double>();
        ((Map<?, ?>) evaluated).forEach((name, value) -> at.put((String) name, ((Number) value).doubleValue()));
        double click = at.get("click");
        var steps = new LinkedHashMap<String, Double>();
        if (secured != null) // it says the handshake's time by the wall's clock, the marks count from the page's beginning
            steps.put("tls", secured.get("wallTime").getAsDouble() * 1000 - at.get("origin") - click);
        steps.put("webSocket", at.get("socket") - click);
        steps.put("join", at.get("welcome") - click);
        steps.put("offer", at.get("down-offer") - click);
        steps.put("ice", at.get("down-ice") - click);
        steps.put("dtls", at.get("down-dtls") - click);
        steps.put("keyFrame", at.get("received") - click);
        steps.put("decode", at.get("decoded") - click);
        steps.put("paint", at.get("first-frame") - click);
        return steps;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
