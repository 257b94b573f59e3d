package lectern.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Somebody in a class with the system's own Chromium, headless, with its fake camera (a moving picture) and microphone
/// (a beep each second). Each has a browser process of their own.
final class ChromiumClass implements AutoCloseable {
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/snap/bin/chromium");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
            "--allow-loopback-in-peer-connection", "--disable-features=WebRtcHideLocalIpsWithMdns",
            "--autoplay-policy=no-user-gesture-required", "--ignore-certificate-errors");
    /// Keeps every peer connection that the page makes, to ask it what it receives.
    private static final String KEEP_CONNECTIONS = """
            window.keptConnections = [];
            const Kept = window.RTCPeerConnection;
            window.RTCPeerConnection = class extends Kept {
              constructor(...given) { super(...given); window.keptConnections.push(this); }
              setRemoteDescription({ type, sdp }) {
                if (window.udpIsBlocked) sdp = sdp.replace(/a=candidate:\\S+ \\d+ udp .*\\r\\n/gi, '');
                return super.setRemoteDescription({ type, sdp });
              }
            };
            """;
    private static final String SAMPLE = """
            ([participant, track]) => {
              const video = document.querySelector(
                `article.tile[data-participant="${participant}"][data-track="${track}"] video`);
              if (!video || video.videoWidth < 3 || video.readyState < 2) return null;
              const canvas = document.createElement('canvas');
              canvas.width = 32; canvas.height = 18;
              const context = canvas.getContext('2d');
              context.drawImage(video, 0, 0, 32, 18);
              return Array.from(context.getImageData(0, 0, 32, 18).data);
            }""";
    private static final String LOUDEST = """
            async () => {
              let loudest = 0;
              for (const connection of window.keptConnections) {
                if (connection.connectionState === 'closed') continue;
                for (const [, one] of await connection.getStats())
                  if (one.type === 'inbound-rtp' && one.kind === 'audio') loudest = Math.max(loudest, one.audioLevel ?? 0);
              }
              return loudest;
            }""";

    private static final String PROTOCOLS = """
            async () => {
              const found = [];
              for (const connection of window.keptConnections) {
                if (connection.connectionState === 'closed') continue;
                const stats = await connection.getStats();
                for (const [, one] of stats)
                  if (one.type === 'transport') found.push(stats.get(stats.get(one.selectedCandidatePairId).remoteCandidateId).protocol);
              }
              return found;
            }""";

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    final Page page;
    final List<String> complaints = new ArrayList<>();

    ChromiumClass(String... moreFlags) {
        Path executable = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is needed for this test, at one of " + PLACES));
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var flags = new ArrayList<>(FLAGS);
        flags.addAll(List.of(moreFlags));
        browser = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(flags));
        context = browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true)
                .setPermissions(List.of("camera", "microphone")).setViewportSize(1280, 800));
        context.addInitScript(KEEP_CONNECTIONS);
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> complaints.add(error));
    }

    /// From the next page on no server is reached by UDP: its UDP candidates are kept from the browser.
    void blockUdp() { context.addInitScript("window.udpIsBlocked = true"); }

    /// Opens the link, says the name, goes in.
    void join(String link, String name) {
        page.navigate(link);
        page.locator("#name").fill(name);
        page.locator("button[data-action=join]").click();
        page.locator("body[data-view=class]").waitFor();
    }

    /// Whether somebody's picture is there, isn't blank, and differs from itself half a second later.
    boolean seesMoving(String participant, String track) {
        var before = sample(participant, track);
        page.waitForTimeout(500);
        var after = sample(participant, track);
        if (before == null || after == null) return false;
        int darkest = 255, brightest = 0, difference = 0;
        for (int at = 0; at < before.size(); at += 4) {
            int was = before.get(at + 1), is = after.get(at + 1);
            darkest = Math.min(darkest, is);
            brightest = Math.max(brightest, is);
            difference += Math.abs(was - is);
        }
        return brightest - darkest > 12 && difference > before.size() / 4 / 4;
    }

    /// The middle of somebody's picture as red, green, blue; null while there is none.
    int[] middle(String participant, String track) {
        var sample = sample(participant, track);
        if (sample == null) return null;
        int at = (9 * 32 + 16) * 4;
        return new int[]{ sample.get(at), sample.get(at + 1), sample.get(at + 2)};
    }

    /// The loudest voice that arrives now, 0 to 1.
    double hears() { return ((Number) page.evaluate(LOUDEST)).doubleValue(); }

    /// What the media of this page travels by: `udp`, `tcp`.
    @SuppressWarnings("unchecked") // Playwright gives what JavaScript gave
    Set<String> protocols() { return Set.copyOf((List<String>) page.evaluate(PROTOCOLS)); }

    boolean hears(double level, Duration atMost) {
        Await.until(page.title() + " hears something", atMost, () -> hears() > level);
        return true;
    }

    /// The id of somebody by name, from the list of people.
    String participant(String name) {
        var row = page.locator("li.person").filter(new Locator.FilterOptions().setHasText(name));
        row.first().waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED));
        return row.first().getAttribute("data-participant");
    }

    @SuppressWarnings("unchecked") // Playwright gives what JavaScript gave
    private List<Integer> sample(String participant, String track) {
        return (List<Integer>) page.evaluate(SAMPLE, List.of(participant, track));
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) complaints.add(message.text());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
