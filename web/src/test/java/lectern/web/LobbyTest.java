package lectern.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Before the class: what is asked for, what is said when there is no device, what is remembered.
class LobbyTest {
    private static final String STUDENT = "/j/AQIAAAABAAAAAGkAAAAAB3I3azJtOQAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String WATCHER = "/j/AQMAAAABAAAAAGkAAAAAB3I3azJtOQAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String COUNT_ASKS = """
            window.asked = [];
            const ask = navigator.mediaDevices?.getUserMedia?.bind(navigator.mediaDevices);
            if (ask) navigator.mediaDevices.getUserMedia = wish => {
                window.asked.push((wish.audio ? 'microphone ' : '') + (wish.video ? 'camera' : '')); return ask(wish); };""";

    private static TestSite site;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        site = new TestSite();
        chromium = new Chromium(Chromium.Devices.FAKE, "--host-resolver-rules=MAP lectern.test 127.0.0.1");
    }

    @AfterAll
    static void close() {
        chromium.close();
        site.close();
    }

    private static BrowserContext english() {
        return chromium.context(new Browser.NewContextOptions().setLocale("en"));
    }

    private static Page lobby(BrowserContext context, String address) {
        var page = context.newPage();
        page.addInitScript(COUNT_ASKS);
        page.navigate(address);
        page.waitForSelector("body[data-view]");
        return page;
    }

    @Test
    void asksOnceForBothAndShowsThem() {
        try (var context = english()) {
            var page = lobby(context, site.address() + STUDENT);
            assertThat(page.locator(".join[data-picture]")).isVisible();
            assertEquals("microphone camera", page.evaluate("() => asked.join()"));
            assertThat(page.locator("select[data-device=camera] option")).not().hasCount(0);
            page.waitForFunction("() => document.querySelector('[role=meter]').getAttribute('aria-valuenow') > 5");
        }
    }

    @Test
    void aWatcherIsAskedForNothing() {
        try (var context = english()) {
            var page = lobby(context, site.address() + WATCHER);
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Watch the class");
            assertThat(page.locator(".preview, [data-toggle], select")).hasCount(0);
            page.locator("#name").fill("Mum");
            page.locator("[data-action=join]").click();
            assertThat(page.getByText("Trying again")).isVisible(); // no server behind this page
            assertEquals("", page.evaluate("() => asked.join()"));
        }
    }

    @Test
    void aNameIsNeededAndRemembered() {
        try (var context = english()) {
            var page = lobby(context, site.address() + STUDENT);
            page.locator("[data-action=join]").click();
            assertThat(page.getByText("Please enter your name.")).isVisible();
            assertThat(page.locator("#name")).isFocused();
            page.locator("#name").fill("  Ben <b>Müller</b> ");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Trying again")).isVisible();
            page.getByText("Cancel").click();
            assertThat(page.locator("#name")).hasValue("Ben <b>Müller</b>");
            page.reload();
            assertThat(page.locator("#name")).hasValue("Ben <b>Müller</b>");
        }
    }

    @Test
    void offIsRememberedAndTheCameraIsReallyOff() {
        try (var context = english()) {
            var page = lobby(context, site.address() + STUDENT);
            assertThat(page.locator(".join[data-picture]")).isVisible();
            page.locator("[data-toggle=camera]").click();
            assertThat(page.getByText("Your camera is off")).isVisible();
            assertThat(page.locator("[data-toggle=camera][data-off]")).isVisible();
            page.reload();
            assertThat(page.locator("[data-toggle=microphone]:not([data-off])")).isVisible();
            assertEquals("microphone ", page.evaluate("() => asked.join()"));
            page.locator("[data-toggle=camera]").click();
            assertThat(page.locator(".join[data-picture]")).isVisible();
        }
    }

    @Test
    void aPageThatIsNotSecureSaysSo() {
        try (var context = english()) {
            var page = lobby(context, site.address().replace("localhost", "lectern.test") + STUDENT);
            assertThat(page.locator("[data-trouble=camera-insecure]")).containsText("https");
            assertThat(page.locator(".trouble")).hasCount(1);
            assertThat(page.locator("[data-action=join]")).isEnabled();
        }
    }

    @Test
    void languageAndLookSwitchInPlaceAndAreRemembered() {
        try (var context = english()) {
            var page = lobby(context, site.address() + STUDENT);
            page.locator("[data-action=language]").click();
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("准备好加入了吗？");
            page.locator("[data-action=theme]").click();
            assertThat(page.locator("html[data-theme=dark]")).hasCount(1);
            assertEquals("rgb(6, 9, 13)", page.evaluate("() => getComputedStyle(document.body).backgroundColor"));
            page.reload();
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("准备好加入了吗？");
            assertThat(page.locator("html[data-theme=dark]")).hasCount(1);
        }
    }

    @Test
    void anAddressWithoutATokenSaysSo() {
        try (var context = english()) {
            var page = lobby(context, site.address() + "/j/");
            assertThat(page.locator("main.over[data-reason=token-wrong]")).containsText("This link isn’t right");
            assertEquals("", page.evaluate("() => asked.join()"));
        }
    }

    /// A browser of its own: one that has no devices, or in which nobody answers the browser's question with yes.
    @Test
    void missingAndRefusedDevicesAreSaidInWords() {
        try (var bare = new Chromium(Chromium.Devices.NONE);
                var context = bare.context(new Browser.NewContextOptions().setLocale("en"))) {
            context.grantPermissions(List.of("camera", "microphone"));
            var page = lobby(context, site.address() + STUDENT);
            assertThat(page.locator("[data-trouble=camera-missing]")).containsText("No camera found");
            assertThat(page.locator("[data-trouble=microphone-missing]")).containsText("No microphone found");
            assertThat(page.locator("select[data-device=camera]")).isDisabled();
        }
        try (var strict = new Chromium(Chromium.Devices.REFUSED);
                var context = strict.context(new Browser.NewContextOptions().setLocale("en"))) {
            var page = lobby(context, site.address() + STUDENT);
            assertThat(page.locator("[data-trouble=camera-refused]")).containsText("The browser blocks the camera");
            assertThat(page.locator("[data-trouble=microphone-refused]")).isVisible();
        }
    }
}
