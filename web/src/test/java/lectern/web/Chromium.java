package lectern.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The system's own Chromium, headless, with a camera that shows a clock and a microphone that beeps.
final class Chromium implements AutoCloseable {
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--allow-loopback-in-peer-connection", "--disable-features=WebRtcHideLocalIpsWithMdns",
            "--autoplay-policy=no-user-gesture-required");

    /// What the page finds when it asks.
    enum Devices {
        FAKE("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"), NONE, REFUSED(
                "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream=deny");

        private final List<String> flags;

        Devices(String... flags) {
            this.flags = List.of(flags);
        }
    }

    private final Playwright playwright;
    private final Browser browser;

    Chromium(Devices devices, String... moreFlags) {
        Path executable = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Chromium is needed for these tests, at one of " + PLACES));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var flags = new ArrayList<>(FLAGS);
        flags.addAll(devices.flags);
        flags.addAll(List.of(moreFlags));
        browser = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(flags));
    }

    BrowserContext context(Browser.NewContextOptions options) { return browser.newContext(options); }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
