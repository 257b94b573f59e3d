package lectern.app;

import static lectern.app.TeacherAndBen.SOON;
import static lectern.app.TeacherAndBen.check;
import static lectern.app.TeacherAndBen.figures;
import static lectern.app.TeacherAndBen.median;
import static lectern.app.TeacherAndBen.onFx;
import static lectern.app.TeacherAndBen.until;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import lectern.protocol.board.Form;
import lectern.protocol.board.Page;

/// A lesson on the whiteboard: the teacher in the app's window with the server inside, under the display's own mouse and
/// keyboard; Ben, a student, in Chromium. What one does, the other has, in the model and painted.
public final class BoardScenario {
    private static final int TIMES = 10;

    private final TeacherAndBen both;
    private final ChromiumBoard ben;
    private final BoardWindow teacher;

    public static void main(String[] arguments) {
        int status = 1;
        try (var both = new TeacherAndBen(Files.createTempDirectory("lectern-board"))) {
            both.play("board", new BoardScenario(both)::run);
            System.out.println("board: done");
            status = 0;
        } catch (Throwable failure) {
            failure.printStackTrace();
        }
        System.exit(status);
    }

    private BoardScenario(TeacherAndBen both) {
        this.both = both;
        ben = both.ben;
        teacher = both.teacher;
    }

    private void run() throws Exception {
        theTeacherDraws();
        benMayNotDrawUntilTheTeacherAllowsIt();
        strokesAreSeenAtOnce();
        benUndoesErasesMovesAndWrites();
        picturesGoBothWays();
        pagesAreTurnedAndLookedAround();
        theLaserAndTheCursorAreSeen();
        theCurtainHides();
        everybodyHasAPageOfTheirOwn();
    }

    private void theTeacherDraws() throws Exception {
        teacher.type(KeyCode.P);
        teacher.drag(300, 300, 700, 300);
        teacher.check("a stroke is on the page", () -> size() == 1 && form() instanceof Form.Ink);
        until("it is on the display", () -> teacher.isDark(500, 300) && !teacher.isDark(500, 360));
        same("the stroke");
        until("and painted at Ben's", () -> ben.isDark(500, 300) && !ben.isDark(500, 360));

        teacher.type(KeyCode.V);
        teacher.click(500, 300);
        teacher.check("it is selected", () -> teacher.model.selection.get().size() == 1);
        teacher.drag(420, 300, 420, 400);
        teacher.check("and moved", () -> Math.abs(teacher.last().frame().y() - 400) < 8);
        teacher.type(KeyCode.ESCAPE);
        until("on the display", () -> teacher.isDark(500, 400) && !teacher.isDark(500, 300));
        until("and at Ben's", () -> ben.isDark(500, 400) && !ben.isDark(500, 300));

        teacher.type(KeyCode.T);
        teacher.click(300, 600);
        teacher.find("#board-text");
        teacher.robot.write("二次函数 y = x²");
        teacher.robot.type(KeyCode.ESCAPE);
        teacher.check("Chinese is on the page",
                () -> form() instanceof Form.Text text && text.text().equals("二次函数 y = x²"));
        same("the text");
        teacher.picture("board-class");
        both.picture("board-chromium");

        teacher.command(KeyCode.Z);
        teacher.check("undone", () -> size() == 1);
        teacher.command(KeyCode.Y);
        teacher.check("done again", () -> size() == 2);
        same("what was undone and done again");

        double zoom = teacher.zoom(), bens = ben.number("theBoard.surface.view.zoom");
        teacher.scroll(500, 400, 3);
        teacher.check("zoomed", () -> teacher.model.zoom.get() > zoom * 1.2);
        until("Ben, who follows, looks as near", () -> ben.number("theBoard.surface.view.zoom") > bens * 1.1);
        teacher.command(KeyCode.DIGIT0);
        teacher.check("the whole page again", () -> Math.abs(teacher.model.zoom.get() - zoom) < 1e-9);
        until("for Ben too", () -> ben.number("theBoard.surface.view.zoom") < bens * 1.05);

        teacher.type(KeyCode.E);
        teacher.drag(310, 590, 420, 640);
        teacher.check("the text is rubbed out", () -> size() == 1);
        same("what is left");
    }

    private void benMayNotDrawUntilTheTeacherAllowsIt() {
        until("Ben has no pen", () -> ben.page.locator(".board-tools > [data-tool=pen]").isDisabled());
        teacher.click("#drawing");
        teacher.check("all may draw", () -> teacher.model.drawing.get().all());
        until("Ben has a pen", () -> ben.page.locator(".board-tools > [data-tool=pen]").isEnabled());
    }

    private void strokesAreSeenAtOnce() {
        ben.take("pen");
        ben.page.locator(".board-size[data-size='1']").click();
        var sheet = new ArrayList<Double>();
        var display = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            double y = 60 + 20 * i;
            int before = teacher.shapes().size();
            ben.drag(850, y, 1050, y);
            double lifted = ben.number("liftedMs");
            teacher.check("Ben's stroke " + i, () -> size() == before + 1 && teacher.paintedMs > 0);
            sheet.add(teacher.arrivedMs - lifted);
            display.add(teacher.paintedMs - lifted);
            until("on the display", () -> teacher.isDark(950, y));
        }
        teacher.type(KeyCode.P);
        var back = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            double y = 60 + 20 * i;
            ben.lookFor(1250, y);
            teacher.drag(1150, y, 1350, y);
            double lifted = teacher.liftedMs;
            until("the teacher's stroke " + i + " at Ben's", () -> ben.number("seenMs") > 0);
            back.add(ben.number("seenMs") - lifted);
        }
        same("the strokes of both");
        figures(Map.of("pageToSheet", sheet, "pageToDisplay", display, "appToPage", back));
        for (var each : List.of(sheet, display, back))
            check(median(each) < 200, "within 200 ms, or half of them: " + each);
    }

    private void benUndoesErasesMovesAndWrites() {
        int before = teacher.shapes().size();
        ben.press("Control+z");
        teacher.check("Ben undid", () -> size() == before - 1);
        ben.press("Control+y");
        teacher.check("and did again", () -> size() == before);
        ben.take("eraser");
        ben.drag(950, 230, 950, 250);
        teacher.check("Ben rubbed out", () -> size() < before);
        same("what is left");
        int left = teacher.shapes().size();
        ben.drag(1250, 230, 1250, 250);
        ben.take("select");
        ben.click(950, 60);
        ben.drag(900, 60, 900, 700);
        teacher.check("Ben moved one of his; the teacher's he couldn't rub out", () -> size() == left
                && teacher.shapes().stream().anyMatch(shape -> Math.abs(shape.frame().y() - 700) < 8));
        ben.press("Escape");
        ben.take("text");
        ben.click(300, 700);
        ben.page.keyboard().insertText("顶点在哪里？");
        ben.press("Escape");
        teacher.check("Ben wrote", () -> size() == left + 1 && form() instanceof Form.Text text
                && text.text().equals("顶点在哪里？"));
        same("all of that");
    }

    private void picturesGoBothWays() throws Exception {
        int before = teacher.shapes().size();
        ben.page.locator(".board-tools input[type=file]")
                .setInputFiles(new FilePayload("a.png", "image/png", png("#d6336c")));
        teacher.check("Ben's picture is on the page", () -> size() == before + 1 && form() instanceof Form.Picture);
        until("and on the display", () -> near(teacher.colour(800, 450), Color.web("#d6336c")));
        onFx(() -> {
            var content = new ClipboardContent();
            content.putImage(image("#2f9e44"));
            Clipboard.getSystemClipboard().setContent(content);
        });
        teacher.command(KeyCode.V);
        teacher.check("the teacher's picture is on the page", () -> size() == before + 2);
        until("and painted at Ben's", () -> {
            int[] rgb = ben.painted(800, 450);
            return Math.abs(rgb[0] - 0x2f) + Math.abs(rgb[1] - 0x9e) + Math.abs(rgb[2] - 0x44) < 30;
        });
        teacher.type(KeyCode.ESCAPE);
        same("the pictures");
        teacher.picture("board-class-full");
        both.picture("board-chromium-full");
    }

    private void pagesAreTurnedAndLookedAround() throws Exception {
        teacher.click("#pages");
        teacher.click("#page-add");
        teacher.click("#add-grid");
        teacher.check("another page", () -> teacher.viewed().value().equals("g2"));
        until("Ben follows", () -> ben.viewed().equals("g2"));
        ben.page.locator("[data-page=previous]").click();
        until("Ben looks around", () -> ben.viewed().equals("g1"));
        teacher.type(KeyCode.P);
        teacher.drag(300, 300, 500, 500);
        teacher.check("drawn on the new page", () -> size() == 1);
        until("Ben is left where he is", () -> ben.viewed().equals("g1"));
        ben.page.locator(".board-follow").click();
        until("Ben follows again", () -> ben.viewed().equals("g2"));
        same("the new page");
        teacher.click("#page-previous");
        teacher.check("back", () -> teacher.viewed().value().equals("g1"));
        until("with Ben", () -> ben.viewed().equals("g1"));
        same("the first page");
    }

    private void theLaserAndTheCursorAreSeen() {
        teacher.type(KeyCode.K);
        until("Ben sees the laser", () -> {
            teacher.robot.moveTo(teacher.place(600, 200 + System.nanoTime() % 50));
            return ben.says("theBoard.client.presences('g1').some(({ presence }) => presence.laser)");
        });
        ben.take("pen");
        Await.until("the teacher sees where Ben points", SOON, () -> {
            ben.moveTo(400 + System.nanoTime() % 50, 200);
            return Desktop.onFx(() -> teacher.model.presences(teacher.viewed()).stream()
                    .anyMatch(doing -> doing.presence().cursor() != null));
        });
        teacher.type(KeyCode.P);
    }

    private void theCurtainHides() throws Exception {
        until("ink and pictures differ", () -> !isCovered());
        teacher.click("#page-menu");
        teacher.click("#page-curtain");
        until("Ben sees them no more", this::isCovered);
        teacher.picture("board-class-curtain");
        teacher.click("#page-menu");
        teacher.click("#page-curtain");
        until("and sees them again", () -> !isCovered());
    }

    private boolean isCovered() {
        int[] stroke = ben.painted(500, 400);
        return Arrays.equals(stroke, ben.painted(800, 450)) && Arrays.equals(stroke, ben.painted(500, 500));
    }

    private void everybodyHasAPageOfTheirOwn() throws Exception {
        teacher.click("#hand-out");
        teacher.click("#hand-out-go");
        teacher.check("Ben has a page of his own", () -> bens() != null);
        Page page = Desktop.onFx(this::bens);
        var grid = teacher.find("#hand-out-grid");
        teacher.check("the teacher sees the grid", grid::isVisible);
        until("Ben looks at it", () -> ben.viewed().equals(page.id().value()));
        teacher.check("and the teacher has it open", () -> teacher.model.isLoaded(page.id()));
        int before = Desktop.onFx(() -> teacher.model.sheet(page.id()).size()), dark = teacher.dark(grid);
        ben.take("pen");
        ben.page.locator(".board-size[data-size='2']").click();
        ben.moveTo(200, 800);
        ben.page.mouse().down();
        ben.go(200, 800, 1400, 800, 200, 820, 1400, 840);
        teacher.check("the teacher sees him writing", () -> teacher.model.presences(page.id()).stream()
                .anyMatch(doing -> doing.presence().stroke() != null));
        ben.page.mouse().up();
        teacher.check("and has it", () -> teacher.model.sheet(page.id()).size() == before + 1);
        Await.until("it is in the grid", SOON, () -> teacher.dark(grid) > dark + 20);
        teacher.picture("board-class-grid");
        both.picture("board-chromium-own");
        teacher.robot.clickOn(grid.lookup(".page-frame"));
        teacher.check("the teacher opens it", () -> teacher.viewed().equals(page.id()));
        teacher.type(KeyCode.P);
        teacher.drag(200, 740, 600, 740);
        teacher.check("and writes on it", () -> size() == before + 2);
        same("Ben's own page");
        teacher.picture("board-class-private");
        teacher.click("#hand-out");
        teacher.click("#collect");
        teacher.check("it is collected", () -> bens() != null && bens().collected());
        until("Ben may no longer draw there", () -> ben.says("!theBoard.client.mayDraw('" + page.id() + "')"));
    }

    private Page bens() {
        return teacher.model.pages.stream().filter(page -> page.owner() != null).findFirst().orElse(null);
    }

    private int size() { return teacher.shapes().size(); }

    private Form form() { return teacher.last().form(); }

    private void same(String what) {
        until("the same at both: " + what, () -> ben.hash() == teacher.hash());
        check(ben.shapes().equals(teacher.shapes()), "shape by shape: " + what);
    }

    private static boolean near(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue()) < 0.1;
    }

    private static WritableImage image(String colour) {
        var image = new WritableImage(240, 160);
        for (int y = 0; y < 160; y++)
            for (int x = 0; x < 240; x++) image.getPixelWriter().setColor(x, y, Color.web(colour));
        return image;
    }

    private static byte[] png(String colour) throws Exception {
        var image = new java.awt.image.BufferedImage(240, 160, java.awt.image.BufferedImage.TYPE_INT_RGB);
        int rgb = Integer.parseInt(colour.substring(1), 16);
        for (int y = 0; y < 160; y++) for (int x = 0; x < 240; x++) image.setRGB(x, y, rgb);
        var bytes = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
