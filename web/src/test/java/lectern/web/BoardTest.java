package lectern.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.protocol.board.Board;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.InkCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whiteboard in the page, with a server that a test plays: what a hand does there, what is said of it, and what is painted.
class BoardTest {
    private static final String STUDENT = "/j/AQIAAAABAAAAAGkAAAAAB3I3azJtOQAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final ParticipantId TEACHER = new ParticipantId("p1");
    private static final PageId G1 = new PageId("g1");
    private static final PageId G2 = new PageId("g2");

    private static TestSite site;
    private static Chromium chromium;
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;
    private ScriptedRoom room;
    private long revision;
    private final Map<String, Long> told = new HashMap<>();

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
    void openPage() {
        context = chromium.context(new Browser.NewContextOptions().setLocale("en").setViewportSize(1280, 800));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        room = new ScriptedRoom(page);
        room.board = board(Drawing.ALL, paper("g1", 1), paper("g2", 2));
    }

    @AfterEach
    void closePage() {
        context.close();
        assertEquals(List.of(), complaints);
    }

    private static lectern.protocol.board.Page paper(String id, double order) {
        return page(id, order, new Ground.Paper(Ground.Paper.Ruling.PLAIN, false), null);
    }

    private static lectern.protocol.board.Page page(String id, double order, Ground ground, Region curtain) {
        return new lectern.protocol.board.Page(new PageId(id), order, "", ground, 1600, 900, null, false, false,
                false, curtain, null);
    }

    private static Board board(Drawing drawing, lectern.protocol.board.Page... pages) {
        return new Board(List.of(pages), pages[0].id(), drawing, null);
    }

    private void inClass() {
        page.navigate(site.address() + STUDENT);
        page.locator("#name").fill("Ben");
        page.locator("[data-action=join]").click();
        assertThat(page.locator(".board-surface")).isVisible();
        room.until("opens the page", () -> !room.said(BoardMessage.OpenPages.class).isEmpty());
        page.waitForTimeout(200); // fitted and painted
    }

    private BoundingBox paper() { return page.locator(".board-surface").boundingBox(); }

    /// A place on the page as a place in the window, for a page of 1600 x 900 that is fitted whole beside the tools.
    private double[] at(double x, double y) {
        BoundingBox box = paper();
        boolean overScreen = page.locator(".board[data-over-screen]").count() > 0;
        BoundingBox bar = page.locator(".board-tools").boundingBox();
        double left = overScreen ? 0 : bar.x + bar.width - box.x;
        double margin = overScreen ? 0 : Math.min(12, box.width / 30);
        double zoom = Math.min((box.width - left - 2 * margin) / 1600, (box.height - 2 * margin) / 900);
        return new double[]{ box.x + left + (box.width - left) / 2 + (x - 800) * zoom,
                box.y + box.height / 2 + (y - 450) * zoom};
    }

    private void pull(double... places) {
        double[] from = at(places[0], places[1]);
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        for (int i = 2; i < places.length; i += 2) {
            double[] to = at(places[i], places[i + 1]);
            page.mouse().move(to[0], to[1], new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        }
        page.mouse().up();
    }

    private List<BoardMessage.Edit> edits() { return room.said(BoardMessage.Edit.class); }

    private BoardMessage.Edit edit(int count) {
        room.until(count + " edits", () -> edits().size() >= count);
        return edits().get(count - 1);
    }

    private static Shape added(BoardMessage.Edit edit) {
        return assertInstanceOf(Change.Add.class, edit.changes().getFirst()).shape();
    }

    private void tellEdited(String by, Change... changes) {
        long number = told.merge(by, 1L, Long::sum);
        room.happens(new BoardEvent.Edited(G1, ++revision, new ParticipantId(by), number, List.of(changes)));
    }

    private static Shape rectangle(String id, double x, double y, String colour) {
        return new Shape(new ShapeId(id), 5, Frame.at(x, y), new Look(colour, 4, 1, colour, Look.Dash.SOLID),
                new Form.Rectangle(200, 100));
    }

    /// Red, green, blue of what is painted at a place of the page.
    private List<Integer> pixel(String layer, double x, double y) {
        double[] place = at(x, y);
        BoundingBox box = paper();
        Object rgba = page.evaluate("""
                ([layer, x, y]) => {
                  const canvas = document.querySelector(`canvas[data-layer=${layer}]`);
                  const scale = canvas.width / canvas.clientWidth;
                  return [...canvas.getContext('2d').getImageData(x * scale, y * scale, 1, 1).data];
                }""", List.of(layer, place[0] - box.x, place[1] - box.y));
        return ((List<?>) rgba).stream().map(each -> ((Number) each).intValue()).limit(3).toList();
    }

    private void untilPixel(double x, double y, int... rgb) {
        List<Integer> wanted = List.of(rgb[0], rgb[1], rgb[2]);
        room.until("painted " + wanted + " at " + x + "," + y, () -> pixel("content", x, y).equals(wanted));
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")));
    }

    @Test
    void aMouseDrawsAndItIsSaidPaintedAndUndone() {
        inClass();
        assertEquals(new BoardMessage.OpenPages(List.of(new lectern.protocol.board.OpenPage(G1, 0))),
                room.said(BoardMessage.OpenPages.class).getFirst());
        page.locator(".board-size[data-size='2']").click();
        pull(400, 300, 800, 300, 800, 500);
        var edit = edit(1);
        assertEquals(1, edit.number());
        Shape shape = added(edit);
        assertTrue(shape.id().isBy(ScriptedRoom.SELF));
        var ink = InkCode.decode(assertInstanceOf(Form.Ink.class, shape.form()).points());
        assertTrue(ink.size() > 10, ink.toString());
        assertEquals(400, shape.frame().x(), 2);
        untilPixel(600, 300, 0, 0, 0);
        assertEquals(List.of(255, 255, 255), pixel("content", 600, 400));
        assertTrue(room.said(BoardMessage.ShowPresence.class).stream().anyMatch(it -> it.presence().stroke() != null));

        tellEdited("p2", edit.changes().toArray(Change[]::new));
        page.keyboard().press("Control+z");
        assertEquals(List.of(new Change.Delete(List.of(shape.id()))), edit(2).changes());
        untilPixel(600, 300, 255, 255, 255);
        page.keyboard().press("Control+y");
        assertEquals(List.of(new Change.Restore(List.of(shape.id()))), edit(3).changes());
        untilPixel(600, 300, 0, 0, 0);
    }

    @Test
    void aPenPressesErasesAndMakesTouchAPalm() {
        inClass();
        page.evaluate(
                """
                        ([x, y]) => {
                          const board = document.querySelector('.board-surface');
                          board.setPointerCapture = () => {};
                          window.point = (type, pointerType, id, x, y, more) => board.dispatchEvent(new PointerEvent(type,
                            { pointerType, pointerId: id, clientX: x, clientY: y, bubbles: true, cancelable: true, buttons: 1, ...more }));
                          for (let i = 0; i <= 20; i++)
                            point(i === 0 ? 'pointerdown' : 'pointermove', 'pen', 7, x + i * 8, y, { pressure: i / 20 || 0.02 });
                          point('pointerup', 'pen', 7, x + 160, y, { buttons: 0, pressure: 0 });
                        }""",
                List.of(at(400, 300)[0], at(400, 300)[1]));
        var ink = InkCode.decode(assertInstanceOf(Form.Ink.class, added(edit(1)).form()).points());
        assertTrue(ink.pressure()[2] < 10 && ink.pressure()[ink.size() - 3] > 50, "thin to thick");

        // A palm and a finger: no ink, the finger moves the paper.
        page.evaluate("""
                ([x, y]) => {
                  point('pointerdown', 'touch', 8, x, y);
                  for (let i = 0; i < 10; i++) point('pointermove', 'touch', 8, x + 10 * i, y + 5 * i);
                  point('pointerup', 'touch', 8, x + 90, y + 45, { buttons: 0 });
                }""", List.of(at(400, 600)[0], at(400, 600)[1]));
        assertThat(page.locator(".board-follow")).isVisible();
        page.locator(".board-follow").click();
        assertEquals(1, edits().size());

        page.evaluate("""
                ([x, y]) => {
                  point('pointerdown', 'pen', 7, x, y - 30, { buttons: 32, button: 5, pressure: 0.5 });
                  point('pointermove', 'pen', 7, x, y, { buttons: 32, pressure: 0.5 });
                  point('pointerup', 'pen', 7, x, y, { buttons: 0, button: 5 });
                }""", List.of(at(500, 300)[0], at(500, 300)[1]));
        assertInstanceOf(Change.Delete.class, edit(2).changes().getFirst());
    }

    @Test
    void twoFingersZoomAndDropTheStroke() {
        inClass();
        String before = page.locator(".board-percent").textContent();
        page.evaluate(
                """
                        ([x, y]) => {
                          const board = document.querySelector('.board-surface');
                          board.setPointerCapture = () => {};
                          const point = (type, id, x, y) => board.dispatchEvent(new PointerEvent(type,
                            { pointerType: 'touch', pointerId: id, clientX: x, clientY: y, bubbles: true, cancelable: true, buttons: 1 }));
                          point('pointerdown', 1, x, y);
                          point('pointermove', 1, x + 3, y);
                          point('pointerdown', 2, x + 100, y);
                          for (let i = 0; i <= 100; i += 10) point('pointermove', 2, x + 100 + i, y);
                          point('pointerup', 1, x, y);
                          point('pointerup', 2, x + 200, y);
                        }""",
                List.of(at(600, 400)[0], at(600, 400)[1]));
        room.until("zoomed", () -> !page.locator(".board-percent").textContent().equals(before));
        assertEquals(List.of(), edits());
    }

    @Test
    void othersDrawOverAndUnderWhatIsPending() {
        inClass();
        tellEdited("p1", new Change.Add(rectangle("p1-r", 300, 200, "#1769d1")));
        untilPixel(400, 250, 23, 105, 209);
        page.keyboard().press("r");
        page.locator("[data-tool=select]").first().click();
        // Mine, pending, while theirs comes: both are there.
        page.locator("[data-tool=shapes]").click();
        page.locator(".board-menu [data-tool=rectangle]").click();
        page.locator(".board-style [data-act=fill]").click();
        page.locator(".board-style [data-colour='#d0342c']").click();
        pull(700, 500, 900, 600);
        Shape mine = added(edit(1));
        assertEquals("#d0342c", mine.look().colour());
        tellEdited("p1", new Change.Add(rectangle("p1-s", 300, 600, "#1f8a3b")));
        untilPixel(400, 650, 31, 138, 59);
        untilPixel(800, 550, 243, 204, 202);
        room.tell(new ServerMessage.Refused(Reason.NOT_ALLOWED, "The teacher hasn't allowed you to draw.", "edit", 1L));
        untilPixel(800, 550, 255, 255, 255);
        assertThat(page.locator(".toast")).containsText("hasn't allowed");
        assertThat(page.locator("[data-tool=undo]")).isDisabled();
    }

    @Test
    void chineseTextIsWrittenInAField() {
        inClass();
        page.locator(".board-tools > [data-tool=text]").click();
        double[] place = at(300, 300);
        page.mouse().click(place[0], place[1]);
        assertThat(page.locator(".board-text")).isFocused();
        page.keyboard().insertText("你好，世界");
        page.keyboard().press("Enter");
        page.keyboard().insertText("mv");
        picture("board-writing");
        page.keyboard().press("Escape");
        Shape shape = added(edit(1));
        var text = assertInstanceOf(Form.Text.class, shape.form());
        assertEquals("你好，世界\nmv", text.text());
        assertTrue(text.width() > 4 * text.size() && text.width() < 7 * text.size(), text.toString());
        assertEquals(2 * 1.3 * text.size(), text.height(), 0.01);
        assertThat(page.locator(".board-text")).isHidden();
        // Written again: emptied, it goes.
        page.mouse().click(place[0] + 5, place[1]);
        assertThat(page.locator(".board-text")).hasValue("你好，世界\nmv");
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        page.keyboard().press("Escape");
        assertEquals(List.of(new Change.Delete(List.of(shape.id()))), edit(2).changes());
    }

    @Test
    void selectsMovesRecoloursAndDeletesOnesOwnOnly() {
        inClass();
        tellEdited("p1", new Change.Add(rectangle("p1-r", 300, 200, "#1769d1")),
                new Change.Add(rectangle("p2-r", 700, 200, "#1f8a3b")));
        untilPixel(800, 250, 31, 138, 59);
        page.keyboard().press("Tab");
        page.locator(".board-tools > [data-tool=select]").click();
        double[] theirs = at(400, 250);
        page.mouse().click(theirs[0], theirs[1]);
        assertThat(page.locator(".board-style")).isHidden();
        pull(800, 250, 900, 350);
        var move = assertInstanceOf(Change.Set.class, edit(1).changes().getFirst());
        assertEquals(new ShapeId("p2-r"), move.id());
        assertEquals(800, move.frame().x(), 2);
        untilPixel(720, 220, 255, 255, 255);
        untilPixel(980, 380, 31, 138, 59);
        page.locator(".board-style [data-colour='#d0342c']").click();
        assertEquals("#d0342c", assertInstanceOf(Change.Set.class, edit(2).changes().getFirst()).look().colour());
        picture("board-selected");
        page.locator(".board-style [data-act=duplicate]").click();
        assertTrue(added(edit(3)).id().isBy(ScriptedRoom.SELF));
        page.locator(".board-surface").focus();
        page.keyboard().press("ArrowRight");
        assertInstanceOf(Change.Set.class, edit(4).changes().getFirst());
        page.keyboard().press("Delete");
        assertInstanceOf(Change.Delete.class, edit(5).changes().getFirst());
    }

    @Test
    void lettersAreToolsOnTheBoardAlone() {
        inClass();
        page.locator(".board-surface").focus();
        for (var each : Map.of("m", "marker", "e", "eraser", "v", "select", "h", "hand", "k", "laser").entrySet()) {
            page.keyboard().press(each.getKey());
            assertThat(page.locator(".board-tools > [data-tool=" + each.getValue() + "][aria-pressed=true]"))
                    .isVisible();
        }
        assertThat(page.locator("[data-tool=microphone][data-off]")).hasCount(0);
        page.locator("[data-tool=people]").focus();
        page.keyboard().press("m");
        assertThat(page.locator("[data-tool=microphone][data-off]")).isVisible();
    }

    @Test
    void whoMayNotDrawPointsAndIsTold() {
        room.board = board(Drawing.NOBODY, paper("g1", 1));
        inClass();
        assertThat(page.locator(".board-note")).hasText("The teacher hasn’t allowed drawing");
        assertThat(page.locator(".board-tools > [data-tool=pen]")).isDisabled();
        pull(400, 300, 800, 300);
        room.until("points", () -> room.said(BoardMessage.ShowPresence.class).stream()
                .anyMatch(it -> it.presence().cursor() != null));
        assertEquals(List.of(), edits());
        room.happens(new BoardEvent.DrawingAllowed(new Drawing(false, Set.of(ScriptedRoom.SELF))));
        assertThat(page.locator(".board-note")).isHidden();
        pull(400, 300, 800, 300);
        edit(1);
    }

    @Test
    void followsTheTeacherOrLooksAround() {
        inClass();
        room.happens(new BoardEvent.TurnedTo(G2));
        assertThat(page.locator(".board-where")).hasText("2 / 2");
        room.until("opens it",
                () -> room.said(BoardMessage.OpenPages.class).getLast().pages().getFirst().page().equals(G2));
        String whole = page.locator(".board-percent").textContent();
        room.tell(new BoardNews.Present(TEACHER, new Presence(G2, new Point(900, 500), false, null, null,
                new Region(700, 400, 400, 225))));
        room.until("looks where the teacher looks", () -> !page.locator(".board-percent").textContent().equals(whole));
        page.locator("[data-page=previous]").click();
        assertThat(page.locator(".board-where")).hasText("1 / 2");
        assertThat(page.locator(".board-follow")).isVisible();
        page.locator(".board-follow").click();
        assertThat(page.locator(".board-where")).hasText("2 / 2");
        assertThat(page.locator(".board-follow")).isHidden();
    }

    @Test
    void aTeacherTurnsTheClassAndShowsWhereTheyLook() {
        room.role = Role.TEACHER;
        room.self = TEACHER;
        inClass();
        page.locator("[data-page=next]").click();
        room.until("turns", () -> room.said(BoardMessage.TurnTo.class).equals(List.of(new BoardMessage.TurnTo(G2))));
        page.locator("[data-page=plus]").click();
        room.until("leads", () -> room.said(BoardMessage.ShowPresence.class).stream()
                .anyMatch(it -> it.presence().view() != null));
    }

    @Test
    void picturesAreUploadedThenPut() throws Exception {
        inClass();
        var image = new java.awt.image.BufferedImage(320, 200, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 320; x++) for (int y = 0; y < 200; y++) image.setRGB(x, y, 0x1769d1);
        var bytes = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", bytes);
        page.locator(".board-tools input[type=file]")
                .setInputFiles(new FilePayload("a.png", "image/png", bytes.toByteArray()));
        var picture = assertInstanceOf(Form.Picture.class, added(edit(1)).form());
        assertTrue(site.assets.containsKey("/asset/" + picture.asset().value()));
        assertEquals("Bearer p2.key", site.keys.getLast());
        untilPixel(800, 450, 23, 105, 209);
        page.locator(".board-tools input[type=file]")
                .setInputFiles(new FilePayload("a.txt", "text/plain", new byte[]{ 65}));
        assertThat(page.locator(".toast")).containsText("isn’t a picture");
    }

    @Test
    void aScreenIsShownWithInkOverItWhereThePageIsThere() {
        inClass();
        room.happens(new RoomEvent.TrackChanged(TEACHER, TrackKind.SCREEN, true));
        assertThat(page.locator(".stage .tile[data-track=screen]")).isVisible();
        assertThat(page.locator(".board")).isHidden();
        room.happens(new BoardEvent.PageAdded(page("g3", 3, new Ground.Screen(TEACHER), null), null));
        room.happens(new BoardEvent.TurnedTo(new PageId("g3")));
        assertThat(page.locator(".stage .tile[data-track=screen]")).isVisible();
        assertThat(page.locator(".board[data-over-screen]")).isVisible();
        pull(400, 300, 800, 300);
        assertEquals(new PageId("g3"), edit(1).page());
        room.happens(new BoardEvent.TurnedTo(G1));
        assertThat(page.locator(".stage .tile")).hasCount(0);
        assertThat(page.locator(".board:not([data-over-screen])")).isVisible();
    }

    @Test
    void aCurtainCoversForStudents() {
        room.board = board(Drawing.ALL, page("g1", 1, new Ground.Paper(Ground.Paper.Ruling.GRID, false),
                new Region(0, 450, 1600, 450)));
        inClass();
        tellEdited("p1", new Change.Add(rectangle("p1-r", 700, 600, "#1769d1")));
        page.waitForTimeout(200);
        assertEquals(List.of(93, 104, 117), pixel("content", 800, 650));
    }

    @Test
    void whatIsDrawnWithoutALineIsSaidWhenItIsBack() {
        inClass();
        pull(400, 300, 600, 300);
        edit(1);
        room.lastEdit = 0;
        room.breakLine();
        assertThat(page.locator(".banner")).isVisible();
        pull(400, 500, 600, 500);
        room.until("says both again", () -> edits().size() >= 3);
        List<Long> numbers = edits().stream().map(BoardMessage.Edit::number).toList();
        assertEquals(List.of(1L, 1L, 2L), numbers);
    }
}
