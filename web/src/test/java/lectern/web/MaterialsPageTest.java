package lectern.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Board;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.protocol.material.MaterialRefusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Teaching materials in the page: brought in, read, turned, searched. The class's server is played by the test, what it serves by
/// [TestMaterials].
class MaterialsPageTest {
    private static final String LINK = "/j/AQIAAAABAAAAAGkAAAAAB3I3azJtOQAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final AssetId DOCUMENT = new AssetId("ab".repeat(32));
    private static final byte[] PDF = "%PDF-1.7 and the rest".getBytes(StandardCharsets.US_ASCII);

    private static TestSite site;
    private static TestMaterials materials;
    private static Chromium chromium;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, lectern.protocol.board.Page> pages = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private BrowserContext context;
    private Page page;
    private ScriptedRoom room;
    private int made = 10;

    @BeforeAll
    static void open() throws Exception {
        site = new TestSite();
        materials = new TestMaterials(site);
        chromium = new Chromium(Chromium.Devices.FAKE);
        Files.createDirectories(Path.of("target/pictures"));
    }

    @AfterAll
    static void close() {
        chromium.close();
        site.close();
    }

    @BeforeEach
    void openPage() {
        materials.failing = false;
        materials.reading.countDown();
        materials.refuses = null;
        materials.hits = "[]";
        materials.fonts = "[]";
        materials.pages = 6;
        materials.breaks.set(0);
        materials.asked.clear();
        openPage(new Browser.NewContextOptions().setLocale("en").setViewportSize(1280, 800));
    }

    private void openPage(Browser.NewContextOptions options) {
        if (context != null) context.close();
        context = chromium.context(options);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource"))
                complaints.add(message.text());
        });
        room = new ScriptedRoom(page);
    }

    @AfterEach
    void closePage() {
        materials.reading.countDown();
        context.close();
        assertEquals(List.of(), complaints);
    }

    // The class.

    private void asTeacher(lectern.protocol.board.Page... those) {
        room.role = Role.TEACHER;
        room.self = new ParticipantId("p1");
        inClass(those);
    }

    private void inClass(lectern.protocol.board.Page... those) {
        for (var one : those) pages.put(one.id().value(), one);
        room.board = new Board(List.of(those), those[0].id(), Drawing.NOBODY, null);
        page.navigate(site.address() + LINK);
        page.locator("#name").fill("Ben");
        page.locator("[data-action=join]").click();
        assertThat(page.locator(".board-surface")).isVisible();
        room.until("opens the page", () -> !room.said(BoardMessage.OpenPages.class).isEmpty());
        answerOpens();
    }

    private void answerOpens() {
        for (OpenPage one : room.said(BoardMessage.OpenPages.class).getLast().pages())
            if (answered.add(one.page().value()))
                room.tell(new BoardNews.PagePart(one.page(), 0, 0, 1, List.of()));
    }

    private static lectern.protocol.board.Page paper(String id, double order) {
        return new lectern.protocol.board.Page(new PageId(id), order, "Start",
                new Ground.Paper(Ground.Paper.Ruling.PLAIN,
                        false),
                1600, 900, null, false, false, false, null, null);
    }

    private static lectern.protocol.board.Page sheet(int number) {
        return new lectern.protocol.board.Page(new PageId("g" + (number + 1)), number, "", new Ground.Document(DOCUMENT,
                number), TestMaterials.WIDTH, TestMaterials.HEIGHT, null, false, false, false, null, null);
    }

    private static lectern.protocol.board.Page[] sheets(int count) {
        return IntStream.range(0, count).mapToObj(MaterialsPageTest::sheet).toArray(lectern.protocol.board.Page[]::new);
    }

    private <T extends BoardMessage> T said(Class<T> type, int count) {
        room.until("says " + type.getSimpleName() + " " + count, () -> room.said(type).size() >= count);
        return room.said(type).get(count - 1);
    }

    private void turn(String id) { room.happens(new BoardEvent.TurnedTo(new PageId(id))); }

    /// Makes the pages that were asked for, as the server would.
    private List<lectern.protocol.board.Page> make(BoardMessage.AddPages asked) {
        var all = new ArrayList<lectern.protocol.board.Page>();
        for (NewPage one : asked.pages()) {
            var page = new lectern.protocol.board.Page(new PageId("g" + made++), 100 + made, one.title(), one.ground(),
                    one.width(), one.height(), null, false, false, one.hidden(), null, null);
            pages.put(page.id().value(), page);
            all.add(page);
            room.happens(new BoardEvent.PageAdded(page, null));
        }
        return all;
    }

    private void change(BoardMessage.ChangePage asked) {
        var before = pages.get(asked.page().value());
        var next = new lectern.protocol.board.Page(before.id(), asked.order(), asked.title(), asked.ground(),
                asked.width(), asked.height(), before.owner(), before.collected(), before.shown(), asked.hidden(),
                asked.curtain(), before.playback());
        pages.put(before.id().value(), next);
        room.happens(new BoardEvent.PageChanged(next));
    }

    private Locator action(String name) { return page.locator("[data-action=" + name + "]:visible"); }

    private void drawer() {
        page.locator(".board [data-action=pages]").click();
        assertThat(page.locator(".pages-drawer")).isVisible();
    }

    private Locator itemOf(String id) { return page.locator(".page-item[data-page=" + id + "]"); }

    private void menuOf(String id, String what) {
        itemOf(id).locator("[data-action=page-more]").click();
        action(what).click();
    }

    private void choose(FilePayload... files) { page.locator("[data-import=pages]").setInputFiles(files); }

    private static FilePayload pdf(String name, byte[] bytes) {
        return new FilePayload(name, "application/pdf", bytes);
    }

    private void picture(String name) {
        page.waitForTimeout(500);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")));
    }

    private void untilPainted(String what) {
        room.until(what, () -> Arrays.equals(new int[]{ 0x17, 0x69, 0xd1}, pixelOfPage(400, 20)));
    }

    /// The colour at a place of the page on the board.
    private int[] pixelOfPage(double x, double y) {
        var rgba = (List<?>) page.evaluate("""
                ([x, y]) => {
                  const canvas = document.querySelector('[data-layer=content]');
                  const layer = new DOMMatrix(document.querySelector('.page-layer').style.transform);
                  const scale = canvas.width / canvas.clientWidth;
                  const at = layer.transformPoint({ x, y });
                  return [...canvas.getContext('2d').getImageData(at.x * scale, at.y * scale, 1, 1).data];
                }""", List.of(x, y));
        return rgba.stream().limit(3).mapToInt(each -> ((Number) each).intValue()).toArray();
    }

    // Looking at it.

    @Test
    void pagesAreShownAndTheNextOnesFetchedBefore() {
        inClass(sheets(6));
        untilPainted("painted");
        room.until("prefetched", () -> materials.asked.stream().filter(path -> path.endsWith("/0")).count() >= 3);
        assertTrue(materials.asked.indexOf("GET /document/" + DOCUMENT + "/0/0") < materials.asked
                .indexOf("GET /document/" + DOCUMENT + "/1/0"), "what is seen comes first: " + materials.asked);
        picture("material-page");
        materials.asked.clear();
        turn("g2");
        untilPainted("the second");
        assertFalse(materials.asked.contains("GET /document/" + DOCUMENT + "/1/0"), "it was there already");
    }

    @Test
    void atFourHundredPerCentThePixelsAreThoseThatWereServed() throws Exception {
        inClass(sheets(2));
        untilPainted("painted");
        zoomTo(4);
        room.until("tiles", () -> materials.asked.stream().anyMatch(path -> path.matches(".*/0/2/\\d+-\\d+")));
        page.waitForTimeout(600);
        room.until("sharp", () -> difference() < 1);
        picture("material-400");
        assertTrue(difference() < 1, "mean difference " + difference());
    }

    /// Between what is on the board and the page painted at that size, per colour of a pixel.
    private double difference() {
        try {
            var place = (Map<?, ?>) page.evaluate("""
                    () => {
                      const layer = new DOMMatrix(document.querySelector('.page-layer').style.transform);
                      const canvas = document.querySelector('[data-layer=content]');
                      return { zoom: layer.a, x: Math.round(layer.e), y: Math.round(layer.f),
                        url: canvas.toDataURL('image/png').slice(22) };
                    }""");
            assertEquals(4, ((Number) place.get("zoom")).doubleValue(), 0.002);
            BufferedImage seen = ImageIO
                    .read(new ByteArrayInputStream(Base64.getDecoder().decode((String) place
                            .get("url"))));
            int left = ((Number) place.get("x")).intValue();
            int top = ((Number) place.get("y")).intValue();
            var served = TestMaterials.paint(0, 2, new Region(0, 0, TestMaterials.WIDTH, TestMaterials.HEIGHT));
            long sum = 0;
            long count = 0;
            for (int y = 0; y < seen.getHeight(); y++)
                for (int x = 0; x < seen.getWidth(); x++) {
                    if (x - left < 4 || y - top < 4 || x - left >= served.getWidth() - 4
                            || y - top >= served.getHeight() - 4)
                        continue;
                    int one = seen.getRGB(x, y);
                    int other = served.getRGB(x - left, y - top);
                    for (int shift = 0; shift < 24; shift += 8)
                        sum += Math.abs((one >> shift & 255) - (other >> shift & 255));
                    count += 3;
                }
            assertTrue(count > 300_000, "too little of the page is seen: " + count);
            return (double) sum / count;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void zoomTo(double zoom) {
        var box = page.locator(".board-surface").boundingBox();
        double now = ((Number) page.evaluate("new DOMMatrix(document.querySelector('.page-layer').style.transform).a"))
                .doubleValue();
        page.mouse().move(box.x + box.width / 2, box.y + box.height * 0.78); // where the page is as fine as print
        page.keyboard().down("Control");
        page.mouse().wheel(0, -Math.log(zoom / now) / 0.0022);
        page.keyboard().up("Control");
    }

    @Test
    void whatCannotBeHadIsSaidAndTriedAgain() {
        materials.failing = true;
        inClass(sheets(1));
        room.until("tried", () -> materials.asked.stream().filter(path -> path.endsWith("/0/0")).count() >= 3);
        picture("material-failed");
        materials.failing = false;
        untilPainted("it comes after all");
    }

    @Test
    void wordsAreSelectedAndLinksFollowed() {
        inClass(sheets(6));
        untilPainted("painted");
        assertThat(page.locator(".page-line")).hasCount(3);
        page.locator("[data-tool=read]").click();
        var first = page.locator(".page-line span", new Page.LocatorOptions().setHasText(Pattern.compile("^One")))
                .boundingBox();
        var last = page.locator(".page-line span", new Page.LocatorOptions().setHasText("together")).boundingBox();
        page.mouse().move(first.x + 1, first.y + first.height / 2);
        page.mouse().down();
        page.mouse().move(last.x + last.width - 1, last.y + last.height / 2,
                new com.microsoft.playwright.Mouse.MoveOptions()
                        .setSteps(8));
        page.mouse().up();
        assertEquals("One half and one third\nare five sixths together",
                page.evaluate("getSelection().toString().trim()"));
        picture("material-select");

        page.locator(".page-link").first().click();
        assertThat(page.locator("[data-dialog=link-dialog]")).containsText(TestMaterials.ADDRESS);
        picture("material-link");
        context.route(TestMaterials.ADDRESS, route -> route.fulfill(new Route.FulfillOptions().setBody("There.")));
        var opened = context.waitForPage(() -> action("open-link").click());
        opened.waitForURL(TestMaterials.ADDRESS);
        assertEquals("There. ", opened.evaluate("`${document.body.textContent} ${document.referrer}`"));
        assertEquals(true, opened.evaluate("opener === null"));
        opened.close();
        page.locator(".page-link").nth(1).click();
        room.until("on page 3", () -> page.locator(".board-where").textContent().startsWith("3 / 6"));
        assertThat(page.locator(".page-line").first()).containsText("Page 3");
    }

    @Test
    void aWatcherMaySelectTextToo() {
        room.role = Role.WATCHER;
        inClass(sheets(2));
        untilPainted("painted");
        assertThat(page.locator(".board-tools .board-tool:visible")).hasCount(2);
        page.locator("[data-tool=read]").click();
        assertThat(page.locator(".board-surface[data-reads]")).isVisible();
    }

    @Test
    void pagesAreSearched() {
        materials.hits = "[{\"page\":\"g5\",\"places\":["
                + TestMaterials.json(TestMaterials.placed(4).getFirst().place())
                + "],\"around\":\"…at last a pizza\"},{\"page\":\"g2\",\"places\":["
                + TestMaterials.json(TestMaterials.placed(1).get(5).place()) + ','
                + TestMaterials.json(TestMaterials.placed(1).get(8).place())
                + "],\"around\":\"One half and one third\"}]";
        asTeacher(sheets(6));
        untilPainted("painted");
        page.locator(".board-surface").focus();
        page.keyboard().press("Control+f");
        assertThat(page.locator(".page-search input")).isFocused();
        page.keyboard().insertText("half");
        assertThat(page.locator(".search-hit")).hasCount(2);
        assertThat(page.locator(".search-count")).hasText("3 found");
        page.keyboard().press("Enter");
        assertThat(page.locator(".search-count")).hasText("1 of 3");
        assertThat(page.locator(".page-mark")).hasCount(2);
        assertThat(page.locator(".page-mark[data-current]")).hasCount(1);
        assertThat(page.locator(".board-context")).containsText("Only you are on this page");
        untilPainted("the second");
        picture("material-search");
        action("next-hit").click();
        action("next-hit").click();
        assertThat(page.locator(".search-count")).hasText("3 of 3");
        assertTrue(room.said(BoardMessage.TurnTo.class).isEmpty(), "nobody else is turned there");
        page.locator("[data-way=show]").click();
        assertEquals(new PageId("g5"), said(BoardMessage.TurnTo.class, 1).page());
        action("close-search").click();
        assertThat(page.locator(".page-mark")).hasCount(0);
    }

    // Bringing it in.

    @Test
    void aPdfIsUploadedReadAndTurnedTo() {
        materials.fonts = "[\"Garamond\",\"Frutiger\"]";
        asTeacher(paper("g1", 1));
        drawer();
        choose(pdf("lesson.pdf", PDF));
        var first = said(BoardMessage.AddPages.class, 1);
        assertEquals(new PageId("g1"), first.after());
        assertEquals(4, first.pages().size());
        assertEquals("Fractions", first.pages().getFirst().title());
        assertTrue(first.pages().get(3).hidden());
        assertArrayEquals(PDF,
                materials.uploaded.get(((Ground.Document) first.pages().getFirst().ground()).document().value()));
        var pages = make(first);
        var rest = said(BoardMessage.AddPages.class, 2);
        assertEquals(pages.getLast().id(), rest.after());
        assertEquals(2, rest.pages().size());
        make(rest);
        assertEquals(pages.getFirst().id(), said(BoardMessage.TurnTo.class, 1).page());
        turn(pages.getFirst().id().value());
        untilPainted("the first page");
        assertThat(page.locator(".toast")).containsText("Garamond, Frutiger");
        assertThat(page.locator(".notes-words")).containsText("Ask what a half of a half is.");
        assertThat(page.locator(".material-task")).hasCount(0);
        assertThat(itemOf(pages.get(3).id().value())).hasAttribute("data-hidden", "");
        picture("material-added");
    }

    @Test
    void aBrokenUploadGoesOnWhereItWas() {
        asTeacher(paper("g1", 1));
        drawer();
        byte[] large = Arrays.copyOf(PDF, 3_000_000);
        new Random(5).nextBytes(large);
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        materials.breaks.set(2);
        choose(pdf("large.pdf", large));
        var first = said(BoardMessage.AddPages.class, 1);
        assertArrayEquals(large,
                materials.uploaded.get(((Ground.Document) first.pages().getFirst().ground()).document().value()));
        assertEquals(1, materials.asked.stream().filter(what -> what.startsWith("POST")).count());
        assertTrue(materials.asked.contains("from " + (1 << 19)), "goes on within the first piece: " + materials.asked);
    }

    @Test
    void whatIsDroppedOnTheBoardIsAddedWithItsProgressAndCanBeCancelled() {
        materials.reading = new CountDownLatch(1);
        materials.pages = 240;
        asTeacher(paper("g1", 1));
        page.evaluate(
                """
                        () => {
                          const files = new DataTransfer();
                          files.items.add(new File(['%PDF-1.7 of long ago'], 'The long book.pdf', { type: 'application/pdf' }));
                          files.items.add(new File(['%PDF-1.7 other'], 'Another.pdf', { type: 'application/pdf' }));
                          document.querySelector('.board-surface').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true }));
                        }""");
        var task = page.locator(".material-task").first();
        assertThat(task).containsText("Reading, page 80 of 240");
        assertThat(page.locator(".material-task").nth(1)).containsText("Waiting…");
        picture("material-tasks");
        materials.reading.countDown();
        var first = said(BoardMessage.AddPages.class, 1);
        var made = make(first);
        said(BoardMessage.AddPages.class, 2);
        task.locator("[data-action=cancel-import]").click();
        make(room.said(BoardMessage.AddPages.class).get(1));
        room.until("taken back", () -> room.said(BoardMessage.DeletePage.class).size() >= made.size() + 200);
        assertEquals(made.getFirst().id(), room.said(BoardMessage.DeletePage.class).getFirst().page());
    }

    @Test
    void whyAFileIsNotAddedIsSaid() {
        materials.refuses = MaterialRefusal.NEEDS_OFFICE;
        asTeacher(paper("g1", 1));
        drawer();
        choose(new FilePayload("old.ppt", "application/vnd.ms-powerpoint",
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1".getBytes(StandardCharsets.ISO_8859_1)),
                new FilePayload("program.exe", "application/octet-stream", new byte[]{ 'M', 'Z', 1}),
                new FilePayload("photo.heic", "",
                        "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(page.locator(".material-task[data-refused]")).hasCount(3);
        assertThat(page.locator(".material-task").nth(0)).containsText("LibreOffice");
        assertThat(page.locator(".material-task").nth(1)).containsText("This kind of file");
        assertThat(page.locator(".material-task").nth(2)).containsText("HEIC");
        assertEquals(1, materials.asked.stream().filter(what -> what.startsWith("POST")).count());
        picture("material-refused");
        for (int i = 0; i < 3; i++) page.locator("[data-action=cancel-import]").first().click();
        assertThat(page.locator(".material-tasks")).isHidden();
    }

    @Test
    void pagesAreHiddenAndShownAgain() {
        asTeacher(sheets(4));
        drawer();
        menuOf("g2", "hide-page");
        var hidden = said(BoardMessage.ChangePage.class, 1);
        assertEquals(new PageId("g2"), hidden.page());
        assertTrue(hidden.hidden());
        change(hidden);
        assertThat(itemOf("g2")).hasAttribute("data-hidden", "");
        picture("material-hidden");
        menuOf("g2", "show-page");
        assertFalse(said(BoardMessage.ChangePage.class, 2).hidden());
    }

    @Test
    void severalPagesAreDeletedAfterAskingAndComeBack() {
        asTeacher(paper("g9", -1), sheet(0), sheet(1), sheet(2));
        drawer();
        menuOf("g2", "choose-material");
        assertThat(page.locator(".page-item[data-chosen]")).hasCount(3);
        picture("material-chosen");
        menuOf("g2", "delete-page");
        assertThat(page.locator("[data-dialog=delete-dialog]")).containsText("3 pages go");
        assertTrue(room.said(BoardMessage.DeletePage.class).isEmpty(), "asked first");
        action("delete-now").click();
        said(BoardMessage.DeletePage.class, 3);
        for (String id : List.of("g1", "g2", "g3")) room.happens(new BoardEvent.PageDeleted(new PageId(id)));
        assertThat(page.locator(".page-item")).hasCount(1);
        page.locator(".toast .link").click();
        said(BoardMessage.RestorePage.class, 3);
    }

    @Test
    void aPageThatIsWrittenOnIsDeletedAfterAsking() {
        asTeacher(sheets(2));
        drawer();
        room.until("open", () -> room.said(BoardMessage.OpenPages.class).getLast().pages().size() == 2);
        answerOpens();
        room.happens(new BoardEvent.Edited(new PageId("g2"), 1, new ParticipantId("p1"), 1,
                List.of(new Change.Add(new Shape(
                        new ShapeId("p1-a"), 1, Frame.at(10, 10), new Look("ink", 4, 1, null, Look.Dash.SOLID),
                        new Form.Rectangle(90, 90))))));
        menuOf("g2", "delete-page");
        assertThat(page.locator("[data-dialog=delete-dialog]")).containsText("Something is written");
        action("delete-now").click();
        assertEquals(new PageId("g2"), said(BoardMessage.DeletePage.class, 1).page());
    }

    @Test
    void documentPagesAreSavedAsPictures() throws Exception {
        asTeacher(sheets(1));
        untilPainted("painted");
        page.locator("[data-action=board-more]").click();
        action("export").click();
        var download = page.waitForDownload(() -> page.locator("[data-format=png]").click());
        BufferedImage saved = ImageIO.read(download.path().toFile());
        assertEquals(2 * (int) TestMaterials.WIDTH, saved.getWidth());
        assertEquals(0x1769d1, saved.getRGB(800, 40) & 0xffffff);
        page.locator("[data-action=board-more]").click();
        action("export").click();
        var drawing = page.waitForDownload(() -> page.locator("[data-format=svg]").click());
        String svg = Files.readString(drawing.path());
        assertEquals(20, svg.split("<image ").length - 1, "tiles of level 2");
    }

    // How it looks.

    @Test
    void looksAsItShouldOnSmallScreensInTheDarkAndInChinese() {
        openPage(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1180, 820).setHasTouch(true)
                .setDeviceScaleFactor(2).setColorScheme(ColorScheme.DARK));
        materials.refuses = MaterialRefusal.ENCRYPTED;
        asTeacher(sheets(6));
        untilPainted("painted");
        drawer();
        choose(pdf("分数.pdf", PDF));
        assertThat(page.locator(".material-task[data-refused]")).containsText("密码");
        assertThat(page.locator(".notes-words")).isVisible();
        picture("material-tablet-dark-zh");

        openPage(new Browser.NewContextOptions().setLocale("en").setViewportSize(390, 844).setHasTouch(true)
                .setIsMobile(true)
                .setDeviceScaleFactor(3));
        answered.clear();
        materials.refuses = null;
        materials.reading = new CountDownLatch(1);
        asTeacher(sheets(6));
        untilPainted("painted");
        picture("material-phone");
        drawer();
        choose(pdf("A rather long name of a lesson about fractions.pdf", PDF));
        assertThat(page.locator(".material-task")).containsText("Reading");
        picture("material-phone-drawer");
        action("search").click();
        page.locator(".page-search input").fill("half");
        assertThat(page.locator(".search-count")).hasText("Nothing found");
        picture("material-phone-search");
    }
}
