package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import lectern.protocol.Role;
import lectern.protocol.board.Form;
import lectern.protocol.board.Ground.Paper.Ruling;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.ui.board.Assets;
import lectern.ui.board.BoardSurface;
import lectern.ui.board.ScriptedBoard;
import lectern.ui.model.BoardModel;
import lectern.ui.picture.Fx;
import lectern.whiteboard.tool.ToolKind;
import org.testfx.api.FxRobot;

/// A board drawn on with a real keyboard and mouse on a real (virtual) X display: what is on the page, and what is painted.
public final class BoardScenario {
    private final FxRobot robot = new FxRobot();
    private final BoardModel model = new BoardModel();
    private final ScriptedBoard board = new ScriptedBoard(model);
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private BoardSurface surface;

    private BoardScenario() {}

    public static void main(String[] arguments) {
        try {
            new BoardScenario().run();
            System.out.println("desk: done");
            System.exit(0);
        } catch (Throwable failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private void run() {
        onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, bug) -> bugs.add(bug));
            board.enter(Role.TEACHER, ScriptedBoard.paper("g1", Ruling.PLAIN, false),
                    ScriptedBoard.paper("g2", Ruling.DOTTED, true));
            surface = new BoardSurface(model, new Assets(board, new Fx(), _ -> {}), _ -> "Alice");
            var stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setScene(new Scene(surface, 1280, 760));
            stage.show();
            surface.requestFocus();
        });
        check("the page is there", () -> model.isLoaded(ScriptedBoard.PAGE));
        pen();
        undone();
        moved();
        erased();
        written();
        zoomed();
        pasted();
        darkPaper();
        assertEquals(List.of(), bugs);
    }

    private void pen() {
        drag(200, 200, 700, 200);
        check("a stroke is on the page", () -> sheet().size() == 1 && shape(0).form() instanceof Form.Ink);
        check("it is black on the screen", () -> isDark(450, 200));
        check("beside it is paper", () -> colour(450, 260).equals(Color.WHITE));
        check("the server has the same",
                () -> board.sheets.get(ScriptedBoard.PAGE).hash() == model.sheet(ScriptedBoard.PAGE).hash());
    }

    private void undone() {
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        check("undone", () -> sheet().isEmpty());
        check("gone from the screen", () -> colour(450, 200).equals(Color.WHITE));
        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        check("done again", () -> sheet().size() == 1 && isDark(450, 200));
    }

    private void moved() {
        robot.type(KeyCode.V);
        check("V selects", () -> model.tool.get() == ToolKind.SELECT);
        robot.clickOn(new Point2D(450, 200).add(origin()));
        check("selected", () -> model.selection.get().size() == 1);
        drag(330, 200, 330, 350); // beside its handles
        check("moved on the page", () -> Math.abs(place(0).getY() - 350) < 6);
        robot.type(KeyCode.ESCAPE);
        check("nothing is selected", () -> model.selection.get().isEmpty());
        check("moved on the screen", () -> isDark(450, 350) && !isDark(450, 200));
    }

    private void erased() {
        robot.type(KeyCode.R);
        drag(800, 150, 1000, 250);
        check("a rectangle", () -> sheet().size() == 2 && sheet().getLast().form() instanceof Form.Rectangle);
        robot.type(KeyCode.E);
        drag(900, 120, 900, 180);
        check("erased", () -> sheet().size() == 1);
    }

    private void written() {
        robot.type(KeyCode.T);
        robot.clickOn(new Point2D(200, 500).add(origin()));
        check("there is a place to write", () -> surface.lookup("#board-text").isFocused());
        robot.write("你好，二次函数 p v z");
        robot.type(KeyCode.ENTER);
        robot.write("f(x)");
        robot.clickOn(new Point2D(900, 600).add(origin()));
        check("Chinese is on the page", () -> sheet().size() == 2 && sheet().getLast().form() instanceof Form.Text text
                && text.text().equals("你好，二次函数 p v z\nf(x)") && text.height() > 2 * text.size());
        check("letters chose no tool", () -> model.tool.get() == ToolKind.TEXT);
        robot.type(KeyCode.ESCAPE);
        check("it is on the screen", () -> inked(180, 480, 400, 60) > 300);
        Screening.save("board-desk", surface, 1280, 760);
        robot.doubleClickOn(new Point2D(260, 500).add(origin()));
        check("written on", () -> surface.lookup("#board-text").isFocused());
        robot.type(KeyCode.END);
        robot.write("!");
        robot.type(KeyCode.ESCAPE);
        check("changed", () -> sheet().getLast().form() instanceof Form.Text text && text.text().contains("!"));
    }

    private void zoomed() {
        double before = onFx(() -> model.zoom.get());
        robot.moveTo(new Point2D(300, 300).add(origin()));
        robot.press(KeyCode.CONTROL);
        robot.scroll(4, VerticalDirection.UP);
        robot.release(KeyCode.CONTROL);
        check("zoomed", () -> Math.abs(model.zoom.get() - before) > 0.2);
        check("painted in the new zoom", () -> surface.isSettled());
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT0).release(KeyCode.DIGIT0, KeyCode.CONTROL);
        check("whole again", () -> Math.abs(model.zoom.get() - before) < 1e-9 && surface.isSettled());
        robot.moveTo(new Point2D(640, 380).add(origin()));
        robot.press(MouseButton.MIDDLE).moveBy(60, 40).release(MouseButton.MIDDLE);
        check("panned by the middle button", () -> surface.view().x() < -50);
        check("and nothing was drawn", () -> sheet().size() == 2);
        onFx(() -> surface.fit());
    }

    private void pasted() {
        onFx(() -> {
            var content = new ClipboardContent();
            content.putImage(picture());
            Clipboard.getSystemClipboard().setContent(content);
            surface.requestFocus();
        });
        robot.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
        check("a picture is on the page",
                () -> sheet().size() == 3 && sheet().getLast().form() instanceof Form.Picture);
        check("and on the screen", () -> colour(640, 380).equals(Color.web("#2f9e44")));
    }

    private void darkPaper() {
        onFx(() -> model.turnTo(new PageId("g2")));
        check("another page", () -> model.viewed.get() != null && model.viewed.get().id().value().equals("g2"));
        onFx(() -> {
            model.tool.set(ToolKind.PEN);
            surface.requestFocus();
        });
        check("dark", () -> colour(640, 390).getBrightness() < 0.3);
        drag(300, 300, 800, 300);
        check("ink is white on it", () -> model.sheet(new PageId("g2")).size() == 1
                && inked(350, 290, 400, 20) > 200);
    }

    private void drag(double x1, double y1, double x2, double y2) {
        var from = new Point2D(x1, y1).add(origin());
        robot.moveTo(from);
        robot.press(MouseButton.PRIMARY);
        for (int i = 1; i <= 10; i++)
            robot.moveTo(from.add((x2 - x1) * i / 10, (y2 - y1) * i / 10));
        robot.release(MouseButton.PRIMARY);
    }

    private Point2D origin() { return onFx(() -> surface.localToScreen(0, 0)); }

    private List<Shape> sheet() { return model.sheet(ScriptedBoard.PAGE).shapes(); }

    private Shape shape(int i) { return sheet().get(i); }

    /// Where a shape's frame is on the screen.
    private Point2D place(int i) {
        var frame = shape(i).frame();
        return new Point2D(surface.view().screenX(frame.x()), surface.view().screenY(frame.y()));
    }

    private boolean isDark(int x, int y) {
        var shot = surface.snapshot(null, null);
        for (int dy = -3; dy <= 3; dy++)
            if (shot.getPixelReader().getColor(x, y + dy).getBrightness() < 0.5) return true;
        return false;
    }

    private Color colour(int x, int y) { return surface.snapshot(null, null).getPixelReader().getColor(x, y); }

    /// How many pixels differ from the paper in the upper left corner.
    private int inked(int left, int top, int width, int height) {
        var shot = surface.snapshot(null, null).getPixelReader();
        var paper = shot.getColor(2, 2);
        int count = 0;
        for (int y = top; y < top + height; y++)
            for (int x = left; x < left + width; x++)
                if (Math.abs(shot.getColor(x, y).getBrightness() - paper.getBrightness()) > 0.3) count++;
        return count;
    }

    private static Image picture() {
        var image = new WritableImage(200, 120);
        for (int y = 0; y < 120; y++)
            for (int x = 0; x < 200; x++) image.getPixelWriter().setColor(x, y, Color.web("#2f9e44"));
        return image;
    }

    /// Waits up to 10 s: windows and frames take their time.
    private static void check(String what, Supplier<Boolean> holds) {
        long endNs = System.nanoTime() + 10_000_000_000L;
        while (!onFx(holds::get)) {
            if (System.nanoTime() - endNs > 0) throw new AssertionError(what);
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        System.out.println("desk: " + what);
    }
}
