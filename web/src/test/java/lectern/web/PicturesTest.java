package lectern.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every view at the sizes that people have: nothing is cut off, what is pressed is large enough, the policy holds.
/// The pictures are left in `target/pictures` to be looked at.
class PicturesTest {
    record Scene(String name, String path, int width, int height, boolean dark, String language, double scale) {
        @Override
        public String toString() { return name; }

        boolean phone() { return width < 700; }
    }

    private static TestSite site;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        site = new TestSite();
        chromium = new Chromium(Chromium.Devices.FAKE);
        Files.createDirectories(Path.of("target/pictures"));
    }

    @AfterAll
    static void close() {
        chromium.close();
        site.close();
    }

    static Stream<Scene> scenes() {
        String join = "/j/AQIAAAABAAAAAGkAAAAAB3I3azJtOQAAAAAAAAAAAAAAAAAAAAAAAAAA";
        String watch = "/j/AQMAAAABAAAAAGkAAAAAB3I3azJtOQAAAAAAAAAAAAAAAAAAAAAAAAAA";
        String gallery = "/tests/gallery.html?";
        return Stream.of(
                new Scene("join", join, 1440, 900, false, "en", 1),
                new Scene("join-dark-zh", join, 1440, 900, true, "zh-CN", 1),
                new Scene("join-phone", join, 360, 740, false, "en", 2),
                new Scene("join-watcher", watch, 1024, 640, false, "en", 1),
                new Scene("link-wrong", "/j/", 1024, 640, false, "en", 1),
                new Scene("class-1", gallery + "people=1", 1440, 900, false, "en", 1),
                new Scene("class-2", gallery + "people=2", 1440, 900, false, "en", 1),
                new Scene("class-5", gallery + "people=5&toast=1", 1440, 900, false, "en", 1),
                new Scene("class-5-dark-zh", gallery + "people=5&muted=1", 1440, 900, true, "zh-CN", 1),
                new Scene("class-10-screen", gallery + "people=10&screen=1", 1440, 900, false, "en", 1),
                new Scene("class-teacher-small", gallery + "people=5&role=teacher", 1024, 640, false, "en", 1),
                new Scene("invite", gallery + "people=5&role=teacher&invite=1", 1024, 768, false, "en", 1),
                new Scene("invite-phone-dark-zh", gallery + "people=5&role=teacher&invite=1", 360, 740, true, "zh-CN",
                        2),
                new Scene("class-watcher", gallery + "people=5&role=watcher&state=blocked", 1280, 720, false, "en", 1),
                new Scene("class-4k", gallery + "people=5&screen=1", 3840, 2160, false, "en", 1),
                new Scene("board", gallery + "people=5&board=draw&ruler=1", 1440, 900, false, "en", 1),
                new Scene("board-dark-zh", gallery + "people=5&board=dark", 1440, 900, true, "zh-CN", 1),
                new Scene("board-select-small", gallery + "people=5&board=select", 1024, 640, false, "en", 1),
                new Scene("board-closed", gallery + "people=5&board=closed", 1280, 720, true, "en", 1),
                new Scene("board-watcher", gallery + "people=5&board=draw&role=watcher", 1280, 720, false, "en", 1),
                new Scene("board-over", gallery + "people=5&board=over&screen=1", 1440, 900, false, "en", 1),
                new Scene("board-phone", gallery + "people=5&board=draw", 360, 740, false, "zh-CN", 2),
                new Scene("board-phone-dark", gallery + "people=5&board=closed", 360, 740, true, "en", 2),
                new Scene("board-phone-side", gallery + "people=5&board=draw", 740, 360, false, "en", 2),
                new Scene("class-phone", gallery + "people=5", 360, 740, false, "en", 2),
                new Scene("class-phone-dark", gallery + "people=5&screen=1&state=reconnecting", 360, 740, true, "en",
                        2),
                new Scene("class-phone-watcher", gallery + "people=5&role=watcher", 360, 740, false, "zh-CN", 2),
                new Scene("class-phone-side", gallery + "people=5", 740, 360, false, "en", 2));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void looksAsItShould(Scene scene) {
        var options = new Browser.NewContextOptions().setViewportSize(scene.width, scene.height)
                .setColorScheme(scene.dark ? ColorScheme.DARK : ColorScheme.LIGHT).setLocale(scene.language)
                .setDeviceScaleFactor(scene.scale).setHasTouch(scene.phone());
        try (var context = chromium.context(options)) {
            var page = context.newPage();
            var complaints = new ArrayList<String>();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) complaints.add(message.text());
            });
            page.navigate(site.address() + scene.path);
            page.waitForSelector("body[data-view]");
            if (scene.path.contains("board=")) page.waitForSelector(".board-surface");
            else if (scene.path.contains("people=")) page.waitForSelector(".stage .tile[data-picture]");
            else if (page.locator(".preview").count() > 0) page.waitForSelector(".join[data-picture]");
            page.waitForTimeout(400); // transitions end
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", scene.name + ".png")));

            assertEquals(List.of(), complaints);
            assertEquals(List.of(), strings(page, OVERFLOWING), "wider than the page");
            assertEquals(List.of(), strings(page, NAMELESS), "buttons and fields without a name");
            if (scene.phone()) assertEquals(List.of(), strings(page, SMALL), "smaller than a thumb");
            if (scene.language.startsWith("zh")) {
                assertEquals("zh-Hans", page.getAttribute("html", "lang"));
                assertTrue(page.innerText("body").codePoints().anyMatch(Character::isIdeographic));
            }
        }
    }

    private static final String OVERFLOWING = """
            () => [...document.querySelectorAll('body *')].filter(one => !one.closest('.strip, dialog, svg, video, .sounds, .board-tools, .board-style, canvas')
                && one.checkVisibility() && (one.getBoundingClientRect().right > innerWidth + 1
                || one.getBoundingClientRect().left < -1 || one.getBoundingClientRect().bottom > Math.max(innerHeight,
                document.documentElement.scrollHeight) + 1)).map(one => one.outerHTML.slice(0, 120))""";
    private static final String NAMELESS = """
            () => [...document.querySelectorAll('button, input, select, [role=meter], [role=img]')].filter(one =>
                one.checkVisibility() && !one.getAttribute('aria-label') && !one.textContent.trim()
                && !(one.labels && one.labels.length)).map(one => one.outerHTML.slice(0, 120))""";
    private static final String SMALL = """
            () => [...document.querySelectorAll('.toolbar button, .board-tools button, .join button, .join input, .join select')].filter(one =>
                one.checkVisibility()).filter(one => { const box = one.getBoundingClientRect();
                return box.height < 40 || box.width < 44; }).map(one => one.outerHTML.slice(0, 120))""";

    @SuppressWarnings("unchecked") // Playwright hands arrays of texts over as lists of Object
    private static List<String> strings(Page page, String script) {
        return (List<String>) Assertions.assertInstanceOf(List.class, page.evaluate(script));
    }
}
