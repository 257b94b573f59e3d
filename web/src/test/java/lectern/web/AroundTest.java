package lectern.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.TrackKind;
import lectern.protocol.board.Board;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.Look;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is found around the board in the page: pages, who may draw, private pages, files in and out. The server is played by
/// the test: it answers what is said as the real one would.
class AroundTest {
    private static final String LINK = "/j/AQIAAAABAAAAAGkAAAAAB3I3azJtOQAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final ParticipantId TEACHER = new ParticipantId("p1");
    private static final ParticipantId BEN = new ParticipantId("p2");
    private static final ParticipantId WANG = new ParticipantId("p3");
    private static final Ground PLAIN = new Ground.Paper(Ground.Paper.Ruling.PLAIN, false);

    private static TestSite site;
    private static Chromium chromium;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private final Map<String, lectern.protocol.board.Page> pages = new HashMap<>();
    private BrowserContext context;
    private Page page;
    private ScriptedRoom room;
    private int made = 10;

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

    @BeforeEach
    void openPage() { openPage(new Browser.NewContextOptions().setLocale("en").setViewportSize(1280, 800)); }

    private void openPage(Browser.NewContextOptions options) {
        if (context != null) context.close();
        context = chromium.context(options);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        room = new ScriptedRoom(page);
        room.people = List.of(ScriptedRoom.person("p1", "Ms. Okafor", Role.TEACHER),
                ScriptedRoom.person("p2", "Ben", Role.STUDENT), ScriptedRoom.person("p3", "王芳", Role.STUDENT));
    }

    @AfterEach
    void closePage() {
        context.close();
        assertEquals(List.of(), complaints);
    }

    // The class.

    private void asTeacher(lectern.protocol.board.Page... those) {
        room.role = Role.TEACHER;
        room.self = TEACHER;
        inClass(those);
    }

    private void inClass(lectern.protocol.board.Page... those) {
        for (var one : those) pages.put(one.id().value(), one);
        room.board = new Board(List.of(those), those[0].id(), Drawing.NOBODY, room.handOut);
        page.navigate(site.address() + LINK);
        page.locator("#name").fill("Ben");
        page.locator("[data-action=join]").click();
        assertThat(page.locator(".board-surface")).isVisible();
        room.until("opens the page", () -> !room.said(BoardMessage.OpenPages.class).isEmpty());
        answerOpens();
        page.waitForTimeout(200);
    }

    /// Pages without a shape, for those that were opened and aren't answered yet.
    private void answerOpens() {
        var open = room.said(BoardMessage.OpenPages.class).getLast();
        for (OpenPage one : open.pages())
            if (answered.add(one.page().value()))
                room.tell(new BoardNews.PagePart(one.page(), 0, 0, 1, List.of()));
    }

    private final Set<String> answered = new HashSet<>();

    private static lectern.protocol.board.Page paper(String id, double order, String title) {
        return new lectern.protocol.board.Page(new PageId(id), order, title, PLAIN, 1600, 900, null, false, false,
                false, null, null);
    }

    private static lectern.protocol.board.Page of(ParticipantId owner, String id, boolean collected, boolean shown) {
        return new lectern.protocol.board.Page(new PageId(id), 5, "left long ago", PLAIN, 1600, 900, owner, collected,
                shown, false, null, null);
    }

    private <T extends BoardMessage> T last(Class<T> type) {
        room.until("says " + type.getSimpleName(), () -> !room.said(type).isEmpty());
        return room.said(type).getLast();
    }

    private <T extends BoardMessage> T said(Class<T> type, int count) {
        room.until("says " + type.getSimpleName() + " " + count, () -> room.said(type).size() >= count);
        return room.said(type).get(count - 1);
    }

    private void added(lectern.protocol.board.Page one) {
        pages.put(one.id().value(), one);
        room.happens(new BoardEvent.PageAdded(one, null));
    }

    /// Makes the page that was asked for, as the server would.
    private lectern.protocol.board.Page make(BoardMessage.AddPage asked) {
        var one = new lectern.protocol.board.Page(new PageId("g" + made++), 100 + made, asked.title(), asked.ground(),
                asked.width(), asked.height(), null, false, false, false, null, null);
        added(one);
        return one;
    }

    private void change(BoardMessage.ChangePage asked) {
        var before = pages.get(asked.page().value());
        var next = new lectern.protocol.board.Page(before.id(), asked.order(), asked.title(), asked.ground(),
                asked.width(), asked.height(), before.owner(), before.collected(), before.shown(), asked.hidden(),
                asked.curtain(), before.playback());
        pages.put(before.id().value(), next);
        room.happens(new BoardEvent.PageChanged(next));
    }

    private void turn(String id) { room.happens(new BoardEvent.TurnedTo(new PageId(id))); }

    private void draw(String id, String by, Change... changes) {
        long revision = revisions.merge(id, 1L, Long::sum);
        room.happens(new BoardEvent.Edited(new PageId(id), revision, new ParticipantId(by), revision,
                List.of(changes)));
    }

    private static Change rectangle(String id, String colour) {
        return new Change.Add(new Shape(new ShapeId(id), 5, Frame.at(300, 200), new Look(colour, 8, 1, colour,
                Look.Dash.SOLID), new Form.Rectangle(900, 500)));
    }

    private static Change ink(String id, double x, double y) {
        int[] xs = new int[40];
        int[] ys = new int[40];
        int[] pressure = new int[40];
        for (int i = 0; i < 40; i++) {
            xs[i] = i * 60;
            ys[i] = (int) (Math.sin(i / 5.0) * 300);
            pressure[i] = 20 + i;
        }
        return new Change.Add(new Shape(new ShapeId(id), 6, Frame.at(x, y), new Look("#1769d1", 8, 1, null,
                Look.Dash.SOLID), new Form.Ink(2, InkCode.encode(new InkPoints(xs, ys, pressure)))));
    }

    private Locator action(String name) { return page.locator("[data-action=" + name + "]:visible"); }

    private void pages() {
        page.locator(".board [data-action=pages]").click();
        assertThat(page.locator(".pages-drawer")).isVisible();
    }

    private Locator itemOf(String id) { return page.locator(".page-item[data-page=" + id + "]"); }

    private void menuOf(String id, String what) {
        itemOf(id).locator("[data-action=page-more]").click();
        action(what).click();
    }

    private List<String> titles() { return page.locator(".page-item .page-title").allTextContents(); }

    private void picture(String name) {
        page.waitForTimeout(500);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")));
    }

    /// Red, green, blue in the middle of a small picture.
    private List<Integer> middleOf(Locator canvas) {
        Object rgba = canvas.evaluate("""
                canvas => [...canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data]""");
        return ((List<?>) rgba).stream().map(each -> ((Number) each).intValue()).limit(3).toList();
    }

    // Pages.

    @Test
    void pagesAreAddedNamedMovedAndDeletedAndComeBack() {
        asTeacher(paper("g1", 1, "Start"), paper("g2", 2, "Middle"), paper("g3", 3, "End"));
        pages();
        assertEquals(List.of("Start", "Middle", "End"), titles());
        action("add-page").click();
        page.locator(".popover [data-ground=dark]:visible").click();
        var add = last(BoardMessage.AddPage.class);
        assertEquals(new Ground.Paper(Ground.Paper.Ruling.PLAIN, true), add.ground());
        assertEquals(new PageId("g1"), add.after());
        var made = make(add);
        assertEquals(made.id(), last(BoardMessage.TurnTo.class).page());
        turn(made.id().value());

        menuOf("g2", "rename");
        page.keyboard().insertText("分数");
        page.keyboard().press("Enter");
        var renamed = said(BoardMessage.ChangePage.class, 1);
        assertEquals("分数", renamed.title());
        assertEquals(2, renamed.order());
        change(renamed);
        assertThat(itemOf("g2").locator(".page-title")).hasText("分数");

        itemOf("g3").locator(".page-open").focus();
        page.keyboard().press("Alt+ArrowUp");
        var moved = said(BoardMessage.ChangePage.class, 2);
        assertEquals(1.5, moved.order());
        change(moved);
        room.until("moved", () -> titles().subList(0, 3).equals(List.of("Start", "End", "分数")));
        assertThat(itemOf("g3").locator(".page-open")).isFocused();

        picture("board-pages");
        menuOf("g3", "delete-page");
        assertEquals(new PageId("g3"), last(BoardMessage.DeletePage.class).page());
        room.happens(new BoardEvent.PageDeleted(new PageId("g3")));
        assertThat(itemOf("g3")).hasCount(0);
        page.locator(".toast .link").click();
        assertEquals(new PageId("g3"), last(BoardMessage.RestorePage.class).page());
        room.happens(new BoardEvent.PageRestored(pages.get("g3")));
        assertThat(itemOf("g3")).hasCount(1);

        menuOf("g1", "duplicate-page");
        assertEquals(new PageId("g1"), said(BoardMessage.AddPage.class, 2).copyOf());
        itemOf("g1").locator("[data-action=page-more]").click();
        page.locator(".popover [data-ground=grid]:visible").click();
        assertEquals(new Ground.Paper(Ground.Paper.Ruling.GRID, false),
                said(BoardMessage.ChangePage.class, 3).ground());
    }

    @Test
    void aPageIsPulledToAnotherPlaceByTheMouse() {
        asTeacher(paper("g1", 1, "one"), paper("g2", 2, "two"), paper("g3", 3, "three"));
        pages();
        BoundingBox from = itemOf("g3").boundingBox();
        BoundingBox to = itemOf("g1").boundingBox();
        page.mouse().move(from.x + 60, from.y + 30);
        page.mouse().down();
        page.mouse().move(to.x + 60, to.y + 40, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(6));
        page.mouse().move(to.x + 60, to.y + 10, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(3));
        assertThat(itemOf("g1")).hasAttribute("data-place", "before");
        picture("board-pages-pull");
        page.mouse().up();
        assertEquals(0, last(BoardMessage.ChangePage.class).order());
        assertTrue(room.said(BoardMessage.TurnTo.class).isEmpty(), "pulling is no click");
        itemOf("g2").locator(".page-open").click();
        assertEquals(new PageId("g2"), last(BoardMessage.TurnTo.class).page());
    }

    @Test
    void smallPicturesShowWhatIsInSightAndAreOpenedForThat() {
        var many = new lectern.protocol.board.Page[30];
        for (int i = 0; i < 30; i++) many[i] = paper("g" + (i + 1), i + 1, "");
        asTeacher(many);
        pages();
        room.until("opens what is in sight", () -> {
            answerOpens();
            int open = room.said(BoardMessage.OpenPages.class).getLast().pages().size();
            return open > 3 && open < 20;
        });
        draw("g2", "p1", rectangle("p1-a", "#1769d1"));
        room.until("painted", () -> middleOf(itemOf("g2").locator("canvas")).equals(List.of(23, 105, 209)));
        page.locator("[data-action=close-pages]").click();
        room.until("closes them", () -> room.said(BoardMessage.OpenPages.class).getLast().pages().size() == 1);
    }

    @Test
    void aStudentLooksAroundAndFollowsAgain() {
        inClass(paper("g1", 1, "Start"), paper("g2", 2, "Next"));
        pages();
        assertThat(action("add-page")).hasCount(0);
        assertThat(page.locator("[data-action=page-more]:visible")).hasCount(0);
        itemOf("g2").locator(".page-open").click();
        assertThat(page.locator(".board-context")).containsText("You are looking around");
        picture("board-looking-around");
        page.locator("[data-way=follow]").click();
        assertThat(page.locator(".board-context")).isHidden();
        assertThat(page.locator(".page-open[aria-current]")).hasCount(1);
        assertTrue(room.said(BoardMessage.TurnTo.class).isEmpty());
    }

    @Test
    void aCurtainIsHungPulledAndTakenAway() {
        asTeacher(paper("g1", 1, ""));
        action("board-more").click();
        action("curtain").click();
        var hung = said(BoardMessage.ChangePage.class, 1);
        assertEquals(new Region(0, 360, 1600, 540), hung.curtain());
        change(hung);
        var edge = page.locator(".curtain-edge[data-side=top]");
        assertThat(edge).isVisible();
        BoundingBox box = edge.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + 120,
                new com.microsoft.playwright.Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
        var pulled = last(BoardMessage.ChangePage.class);
        assertTrue(pulled.curtain().y() > 430, pulled.toString());
        assertEquals(900, pulled.curtain().y() + pulled.curtain().height(), 0.01);
        page.waitForTimeout(200);
        change(room.said(BoardMessage.ChangePage.class).getLast());
        picture("board-curtain");
        edge.focus();
        page.keyboard().press("ArrowUp");
        int told = room.said(BoardMessage.ChangePage.class).size();
        page.locator("[data-action=curtain-open]").click();
        room.until("taken away", () -> room.said(BoardMessage.ChangePage.class).size() > told);
        assertNull(last(BoardMessage.ChangePage.class).curtain());
    }

    @Test
    void clearingAsksAndIsUndone() {
        asTeacher(paper("g1", 1, ""));
        draw("g1", "p2", rectangle("p2-a", "#d0342c"), ink("p2-b", 100, 100));
        action("board-more").click();
        action("clear-page").click();
        picture("board-clear");
        action("clear-now").click();
        var edit = last(BoardMessage.Edit.class);
        assertEquals(List.of(new Change.Delete(List.of(new ShapeId("p2-a"), new ShapeId("p2-b")))), edit.changes());
        page.locator(".toast .link").click();
        assertInstanceOf(Change.Restore.class, said(BoardMessage.Edit.class, 2).changes().getFirst());
    }

    // Who may draw.

    @Test
    void whoMayDrawIsChosenInOnePlaceOrByPerson() {
        asTeacher(paper("g1", 1, ""));
        assertThat(page.locator(".board-lead")).containsText("Nobody draws");
        action("drawing").click();
        page.locator(".drawing-panel .segment:has([value=all])").click();
        assertEquals(Drawing.ALL, last(BoardMessage.AllowDrawing.class).drawing());
        room.happens(new BoardEvent.DrawingAllowed(Drawing.ALL));
        assertThat(page.locator(".board-lead")).containsText("Everybody draws");
        page.locator(".drawing-panel .segment:has([value=some])").click();
        room.happens(new BoardEvent.DrawingAllowed(Drawing.NOBODY));
        page.locator(".choice:has-text('王芳')").click();
        picture("board-drawing");
        assertEquals(new Drawing(false, Set.of(WANG)), last(BoardMessage.AllowDrawing.class).drawing());
        room.happens(new BoardEvent.DrawingAllowed(new Drawing(false, Set.of(WANG))));
        page.keyboard().press("Escape");
        assertThat(page.locator(".board-lead")).containsText("1 may draw");

        var ben = page.locator(".person[data-participant=p2] [data-action=allow-drawing]");
        assertThat(ben).hasAttribute("aria-pressed", "false");
        ben.click();
        assertEquals(new Drawing(false, Set.of(BEN, WANG)), last(BoardMessage.AllowDrawing.class).drawing());
        room.happens(new BoardEvent.DrawingAllowed(Drawing.ALL));
        assertThat(ben).hasAttribute("aria-pressed", "true");
        ben.click();
        room.until("the others still may", () -> last(BoardMessage.AllowDrawing.class).drawing()
                .equals(new Drawing(false, Set.of(WANG))));
    }

    @Test
    void somebodysLastStepIsUndone() {
        asTeacher(paper("g1", 1, ""));
        draw("g1", "p2", rectangle("p2-a", "#d0342c"));
        draw("g1", "p3", rectangle("p3-a", "#1f8a3b"));
        page.locator(".person[data-participant=p2]").hover();
        picture("board-undo-by");
        page.locator(".person[data-participant=p2] [data-action=undo-by]").click();
        assertEquals(List.of(new Change.Delete(List.of(new ShapeId("p2-a")))), last(BoardMessage.Edit.class).changes());
        page.locator(".person[data-participant=p2]").hover();
        page.locator(".person[data-participant=p2] [data-action=undo-by]").click();
        assertThat(page.locator(".toast")).containsText("nothing of theirs");
    }

    @Test
    void aStudentSeesWhoMayDraw() {
        inClass(paper("g1", 1, ""));
        assertThat(page.locator("[data-action=allow-drawing]:visible")).hasCount(0);
        assertThat(page.locator(".board-note")).containsText("hasn’t allowed");
        room.happens(new BoardEvent.DrawingAllowed(new Drawing(false, Set.of(BEN))));
        assertThat(page.locator(".board-note")).isHidden();
        assertThat(page.locator(".person[data-participant=p2] [aria-label='May draw on the board']")).isVisible();
        assertThat(page.locator(".person[data-participant=p3] [aria-label='May draw on the board']")).hasCount(0);
    }

    // Private pages.

    @Test
    void pagesAreHandedOutWatchedOpenedShownAndCollected() {
        asTeacher(paper("g1", 1, "Fractions"), paper("g2", 2, ""));
        action("hand-out").click();
        picture("board-hand-out");
        action("hand-out-now").click();
        assertEquals(new HandOut(new PageId("g1"), null), last(BoardMessage.HandOutPages.class).handOut());
        room.happens(new BoardEvent.HandedOut(new HandOut(new PageId("g1"), null)));
        added(of(BEN, "g5", false, false));
        added(of(WANG, "g6", false, false));
        assertThat(page.locator(".grid-cell")).hasCount(2);
        room.until("opens all", () -> {
            answerOpens();
            return room.said(BoardMessage.OpenPages.class).getLast().pages().size() == 3;
        });
        draw("g5", "p2", rectangle("p2-a", "#1769d1"));
        draw("g6", "p3", ink("p3-a", 200, 400));
        room.until("painted",
                () -> middleOf(page.locator(".grid-cell[data-page=g5] canvas")).equals(List.of(23, 105, 209)));
        assertThat(page.locator(".grid-cell[data-page=g5]")).hasAttribute("data-writes", "");
        picture("board-grid");

        page.locator(".grid-cell[data-page=g5]").click();
        assertThat(page.locator(".board-context")).containsText("Ben’s page – only the two of you see it");
        assertTrue(room.said(BoardMessage.TurnTo.class).isEmpty());
        var paper = page.locator(".board-surface").boundingBox();
        page.keyboard().press("p");
        page.mouse().move(paper.x + 400, paper.y + 200);
        page.mouse().down();
        page.mouse().move(paper.x + 500, paper.y + 260, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
        assertEquals(new PageId("g5"), last(BoardMessage.Edit.class).page());
        picture("board-with-student");

        page.locator("[data-way=show]").click();
        assertEquals(new PageId("g5"), last(BoardMessage.TurnTo.class).page());
        pages.put("g5", of(BEN, "g5", false, true));
        room.happens(new BoardEvent.PageChanged(pages.get("g5")));
        turn("g5");
        assertThat(page.locator(".board-context")).containsText("The class sees Ben’s page");
        page.locator("[data-way=stop]").click();
        assertEquals(new PageId("g1"), last(BoardMessage.TurnTo.class).page());
        turn("g1");
        action("hand-out").click();
        action("collect").click();
        last(BoardMessage.Collect.class);
    }

    @Test
    void anEmptyPageIsMadeAndHandedToThoseChosen() {
        asTeacher(paper("g1", 1, ""));
        action("hand-out").click();
        page.locator(".hand-out-dialog .segment:has([value=empty])").click();
        page.locator(".hand-out-dialog .segment:has([value=some])").click();
        assertThat(action("hand-out-now")).isDisabled();
        page.locator(".hand-out-dialog .choice:has-text('Ben')").click();
        action("hand-out-now").click();
        var made = make(last(BoardMessage.AddPage.class));
        assertEquals(new HandOut(made.id(), Set.of(BEN)), last(BoardMessage.HandOutPages.class).handOut());
    }

    @Test
    void aStudentWritesOnTheirOwnPageAndComesBack() {
        inClass(paper("g1", 1, ""));
        room.happens(new BoardEvent.HandedOut(new HandOut(new PageId("g1"), null)));
        added(of(BEN, "g5", false, false));
        assertThat(page.locator(".board-context")).containsText("Your page – only you and the teacher see it");
        assertThat(page.locator(".board-note")).isHidden();
        picture("board-own-page");
        page.locator("[data-way=follow]").click();
        assertThat(page.locator(".board-context")).containsText("You also have a page of your own");
        page.locator("[data-way=own]").click();
        // The teacher shows somebody else's: everybody looks, and goes back after that.
        room.happens(new BoardEvent.PageChanged(of(WANG, "g6", false, true)));
        turn("g6");
        assertThat(page.locator(".board-context")).containsText("The teacher shows 王芳’s page");
        turn("g1");
        room.happens(new BoardEvent.PageChanged(of(WANG, "g6", false, false)));
        assertThat(page.locator(".board-context")).containsText("Your page – only you and the teacher see it");
        room.happens(new BoardEvent.PageChanged(of(BEN, "g5", true, false)));
        room.happens(new BoardEvent.Collected());
        assertThat(page.locator(".board-context")).containsText("You also have");
        page.locator("[data-way=own]").click();
        assertThat(page.locator(".board-context")).containsText("Handed in");
    }

    // The screen.

    @Test
    void theScreenIsWrittenOnAndAStillKept() {
        asTeacher(paper("g1", 1, ""));
        assertThat(action("write-on-screen")).hasCount(0);
        // One's own screen, so that there is a picture without a media server.
        page.evaluate("""
                () => {
                  const canvas = document.createElement('canvas');
                  [canvas.width, canvas.height] = [1200, 900];
                  const pen = canvas.getContext('2d');
                  setInterval(() => {
                    pen.fillStyle = '#1f8a3b';
                    pen.fillRect(0, 0, 1200, 900);
                  }, 50);
                  navigator.mediaDevices.getDisplayMedia = async () => canvas.captureStream(10);
                }""");
        page.locator("[data-tool=share]").click();
        room.happens(new RoomEvent.TrackChanged(TEACHER, TrackKind.SCREEN, true));
        action("write-on-screen").click();
        var asked = last(BoardMessage.AddPage.class);
        assertEquals(new Ground.Screen(TEACHER), asked.ground());
        var made = make(asked);
        assertEquals(made.id(), last(BoardMessage.TurnTo.class).page());
        turn(made.id().value());
        assertThat(page.locator(".stage .tile[data-track=screen][data-picture]")).isVisible();
        picture("board-on-screen");
        BoundingBox before = page.locator(".board-surface").boundingBox();
        pages();
        assertEquals(before.width, page.locator(".board-surface").boundingBox().width, "the ink stays over the screen");
        page.locator("[data-action=close-pages]").click();
        page.locator("[data-way=still]").click();
        var still = assertInstanceOf(Ground.Picture.class, last(BoardMessage.ChangePage.class).ground());
        assertTrue(site.assets.containsKey("/asset/" + still.asset().value()));
    }

    // Files.

    private static byte[] png(int width, int height, int rgb) throws Exception {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) for (int y = 0; y < height; y++) image.setRGB(x, y, rgb);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void picturesBecomePagesEachAfterTheOther() throws Exception {
        asTeacher(paper("g1", 1, ""));
        pages();
        page.locator("[data-import=pages]").setInputFiles(new FilePayload[]{
                new FilePayload("first.png", "image/png", png(800, 600, 0x1769d1)),
                new FilePayload("second.png", "image/png", png(3000, 1500, 0x1f8a3b))});
        var first = said(BoardMessage.AddPage.class, 1);
        assertEquals("first", first.title());
        assertEquals(1200, first.height());
        var made = make(first);
        var second = said(BoardMessage.AddPage.class, 2);
        assertEquals(made.id(), second.after());
        var ground = assertInstanceOf(Ground.Picture.class, second.ground());
        var kept = ImageIO.read(new ByteArrayInputStream(site.assets.get("/asset/" + ground.asset().value())));
        assertEquals(2400, kept.getWidth());
        assertEquals(1200, kept.getHeight());
        var last = make(second);
        assertEquals(made.id(), last(BoardMessage.TurnTo.class).page());
        turn(made.id().value());
        room.until("painted", () -> middleOf(itemOf(last.id().value()).locator("canvas")).equals(List.of(31, 138, 59)));
        picture("board-pictures-as-pages");
    }

    @Test
    void whatTheAppCannotReadIsDrawnAnewOrRefusedInWords() {
        asTeacher(paper("g1", 1, ""));
        String webp = (String) page.evaluate("""
                async () => {
                  const canvas = document.createElement('canvas');
                  [canvas.width, canvas.height] = [64, 48];
                  canvas.getContext('2d').fillRect(0, 0, 64, 48);
                  const blob = await new Promise(take => canvas.toBlob(take, 'image/webp'));
                  const bytes = new Uint8Array(await blob.arrayBuffer());
                  return btoa(String.fromCharCode(...bytes));
                }""");
        var input = page.locator(".board-tools input[type=file]");
        input.setInputFiles(new FilePayload("a.webp", "image/webp", Base64.getDecoder().decode(webp)));
        assertPng(said(BoardMessage.Edit.class, 1));
        input.setInputFiles(new FilePayload("a.svg", "image/svg+xml",
                """
                        <svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="red"/></svg>"""
                        .getBytes(StandardCharsets.UTF_8)));
        assertPng(said(BoardMessage.Edit.class, 2));
        input.setInputFiles(new FilePayload("a.heic", "image/heic", new byte[]{ 1, 2}));
        assertThat(page.locator(".toast").last()).containsText("HEIC");
    }

    private void assertPng(BoardMessage.Edit edit) {
        var form = assertInstanceOf(Form.Picture.class,
                assertInstanceOf(Change.Add.class, edit.changes().getFirst()).shape().form());
        byte[] bytes = site.assets.get("/asset/" + form.asset().value());
        assertEquals("\u0089PNG", new String(bytes, 0, 4, StandardCharsets.ISO_8859_1));
    }

    private void drawEverything(String on) throws Exception {
        draw(on, "p1", rectangle("p1-a", "#e7e9ff"), ink("p1-b", 200, 400),
                new Change.Add(new Shape(new ShapeId("p1-c"), 7, new Frame(400, 100, 10, 1, 1),
                        new Look("ink", 4, 1, null, Look.Dash.SOLID),
                        new Form.Text("a < b & \"c\"\n分数 </text><script>alert(1)</script>", 900, 130, 40, true))),
                new Change.Add(new Shape(new ShapeId("p1-d"), 8, Frame.at(1200, 700),
                        new Look("#d0342c", 6, 0.5, null, Look.Dash.DASHED),
                        new Form.Path(List.of(new Point(0, 0), new Point(700, 100)), false, Form.Path.Head.NONE,
                                Form.Path.Head.ARROW))),
                new Change.Add(new Shape(new ShapeId("p1-e"), 9, Frame.at(100, 700),
                        new Look("#1f8a3b", 3, 1, "#ffd400", Look.Dash.DOTTED), new Form.Ellipse(200, 120))));
    }

    private byte[] save(String which, String format) throws Exception {
        action("board-more").click();
        action("export").click();
        page.locator(".export-dialog .segment:has([value=" + which + "])").click();
        var download = page.waitForDownload(() -> {
            page.locator("[data-format=" + format + "]").click();
            for (int i = 0; i < 10; i++) {
                page.waitForTimeout(50);
                answerOpens();
            }
        });
        saved = download.suggestedFilename();
        try (var in = download.createReadStream()) {
            return in.readAllBytes();
        }
    }

    private String saved = "";

    @Test
    void aPageIsSavedAsPictureAndAsDrawing() throws Exception {
        inClass(new lectern.protocol.board.Page(new PageId("g1"), 1, "Fractions: a/b",
                new Ground.Paper(Ground.Paper.Ruling.GRID, false), 1600, 900, null, false, false, false, null, null));
        drawEverything("g1");
        byte[] png = save("this", "png");
        assertEquals("Fractions a b.png", saved);
        Files.write(Path.of("target/pictures/exported.png"), png);
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertTrue(image.getWidth() > 3600, "beyond the page, too: " + image.getWidth());
        assertEquals(0xe7e9ff, image.getRGB(1400, 1350) & 0xffffff);

        byte[] svg = save("this", "svg");
        assertEquals("Fractions a b.svg", saved);
        var builder = DocumentBuilderFactory.newInstance();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document = builder.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertEquals("a < b & \"c\"", document.getElementsByTagName("tspan").item(0).getTextContent());
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertFalse(new String(svg, StandardCharsets.UTF_8).contains("style="));
    }

    @Test
    void allPagesAreSavedInOneFileWithTheirPictures() throws Exception {
        inClass(paper("g1", 1, "One"), paper("g2", 2, ""));
        draw("g1", "p1", rectangle("p1-a", "#1769d1"));
        byte[] zip = save("all", "png");
        assertEquals("pages.zip", saved);
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                assertEquals(3200, ImageIO.read(new ByteArrayInputStream(in.readAllBytes())).getWidth());
            }
        }
        assertEquals(List.of("1 One.png", "2 Page 2.png"), names);
    }

    @Test
    void theCurtainStaysOnWhatAStudentSaves() throws Exception {
        inClass(new lectern.protocol.board.Page(new PageId("g1"), 1, "", PLAIN, 1600, 900, null, false, false,
                false, new Region(0, 0, 1600, 900), null));
        draw("g1", "p1", rectangle("p1-a", "#1769d1"));
        var image = ImageIO.read(new ByteArrayInputStream(save("this", "png")));
        assertEquals(0x5d6875, image.getRGB(1600, 900) & 0xffffff);
    }

    @Test
    void pagesArePrintedOneASheet() throws Exception {
        inClass(paper("g1", 1, "One"), new lectern.protocol.board.Page(new PageId("g2"), 2, "", PLAIN, 900, 1200, null,
                false, false, false, null, null));
        drawEverything("g1");
        page.evaluate(
                """
                        () => { window.print = () => new Promise(() => {}) && (window.printed = document.querySelectorAll('.printed-page').length) }""");
        action("board-more").click();
        action("export").click();
        page.locator(".export-dialog .segment:has([value=all])").click();
        page.locator("[data-format=pdf]").click();
        room.until("prints", () -> {
            answerOpens();
            return Integer.valueOf(2).equals(page.evaluate("window.printed"));
        });
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
        Files.write(Path.of("target/pictures/exported.pdf"), pdf);
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertEquals(2, text.split("/Type /Page\n", -1).length - 1, "sheets");
        assertFalse(text.contains("/Subtype /Image"), "vectors, no pictures");
        assertThat(page.locator(".printed")).hasCount(0);
    }

    // Looks.

    @Test
    void looksAsItShouldOnAPhoneAndInTheDark() {
        openPage(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(360, 740).setDeviceScaleFactor(2)
                .setHasTouch(true).setColorScheme(ColorScheme.DARK));
        room.handOut = new HandOut(new PageId("g1"), null);
        asTeacher(paper("g1", 1, "分数"), paper("g2", 2, ""), of(BEN, "g5", false, false), of(WANG, "g6", true, false));
        draw("g1", "p1", rectangle("p1-a", "#1769d1"));
        picture("board-phone-dark-zh");
        page.locator(".board [data-action=pages]").click();
        picture("board-phone-pages-dark-zh");
        assertEquals(List.of(), small());
        itemOf("g1").locator("[data-action=page-more]").click();
        picture("board-phone-page-menu-dark-zh");
        page.keyboard().press("Escape");
        page.locator("[data-action=close-pages]").click();
        action("hand-out").click();
        picture("board-phone-grid-dark-zh");
        page.locator(".grid-cell[data-page=g5]").click();
        picture("board-phone-with-student-dark-zh");
        page.locator("[data-action=board-more]").click();
        action("export").click();
        picture("board-phone-export-dark-zh");
        Object wide = page.evaluate("document.documentElement.scrollWidth <= innerWidth");
        assertEquals(true, wide);
    }

    @Test
    void looksAsItShouldForATeacherInTheDark() {
        openPage(new Browser.NewContextOptions().setLocale("en").setViewportSize(1440, 900)
                .setColorScheme(ColorScheme.DARK));
        asTeacher(paper("g1", 1, "Fractions"), paper("g2", 2, "A rather long title of a page"), paper("g3", 3, ""));
        draw("g1", "p1", rectangle("p1-a", "#1769d1"), ink("p1-b", 200, 400));
        pages();
        answerOpens();
        itemOf("g2").locator("[data-action=page-more]").click();
        picture("board-teacher-dark");
    }

    @SuppressWarnings("unchecked") // Playwright hands arrays of texts over as lists of Object
    private List<String> small() {
        return (List<String>) assertInstanceOf(List.class, page.evaluate(
                """
                        () => [...document.querySelectorAll('.pages-drawer button:not(.page-open)')].filter(one => one.checkVisibility())
                          .filter(one => { const box = one.getBoundingClientRect(); return box.height < 40 || box.width < 40; })
                          .map(one => one.outerHTML.slice(0, 120))"""));
    }
}
