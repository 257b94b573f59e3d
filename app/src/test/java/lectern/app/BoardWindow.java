package lectern.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.ui.board.BoardSurface;
import lectern.ui.model.BoardListener;
import lectern.ui.model.BoardModel;
import lectern.whiteboard.Edit;
import org.testfx.api.FxRobot;

/// The whiteboard in the app's window: drawn on with the display's mouse and keyboard, in the page's coordinates. What is
/// painted is read from the display.
final class BoardWindow {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Duration SOON = Duration.ofSeconds(10);

    final FxRobot robot = new FxRobot();
    final BoardModel model;
    private final Desktop desktop;
    private final BoardSurface surface;
    volatile double liftedMs, arrivedMs, paintedMs;

    BoardWindow(Desktop desktop) {
        this.desktop = desktop;
        model = desktop.model.lesson.board;
        surface = (BoardSurface) find("#board");
        onFx(() -> {
            surface.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> liftedMs = nowMs());
            return model.listen(new BoardListener() {
                @Override
                public void edited(PageId page, List<Edit> edits) {
                    arrivedMs = nowMs();
                    paintedMs = 0;
                    new Painted().start();
                }
            });
        });
    }

    /// Ink that came before a frame is with the display when the frame after it begins.
    private final class Painted extends AnimationTimer {
        private int frames;

        @Override
        public void handle(long nowNs) {
            if (++frames < 3) return;
            paintedMs = nowMs();
            stop();
        }
    }

    static double nowMs() {
        var now = java.time.Instant.now();
        return now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
    }

    /// Waits until it is shown.
    Node find(String selector) {
        return Await.some("on the screen: " + selector, SOON, () -> onFx(() -> Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
                .filter(BoardWindow::isShown).findFirst().orElse(null)));
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) if (!each.isVisible()) return false;
        return true;
    }

    /// Waits for something of the model or the screen.
    void check(String what, BooleanSupplier holds) {
        Await.until(what, SOON, () -> onFx(holds::getAsBoolean));
        System.out.println("board: " + what);
    }

    List<Shape> shapes() { return onFx(() -> model.sheet(viewed()).shapes()); }

    Shape last() { return shapes().getLast(); }

    long hash() { return onFx(() -> model.sheet(viewed()).hash()); }

    PageId viewed() {
        var page = model.viewed.get();
        if (page == null) throw new AssertionError("no page is shown");
        return page.id();
    }

    Point2D place(double x, double y) {
        return onFx(() -> surface.localToScreen(surface.view().screenX(x), surface.view().screenY(y)));
    }

    void drag(double... places) {
        robot.moveTo(place(places[0], places[1]));
        robot.press(MouseButton.PRIMARY);
        for (int i = 2; i < places.length; i += 2) {
            double x = places[i - 2], y = places[i - 1];
            for (int step = 1; step <= 4; step++)
                robot.moveTo(place(x + (places[i] - x) * step / 4, y + (places[i + 1] - y) * step / 4));
        }
        robot.release(MouseButton.PRIMARY);
    }

    void click(double x, double y) { robot.clickOn(place(x, y)); }

    void click(String selector) {
        robot.clickOn(find(selector));
    }

    /// With the board in focus, where letters are tools.
    void type(KeyCode key) {
        focus();
        robot.type(key);
    }

    void command(KeyCode key) {
        focus();
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
    }

    void scroll(double x, double y, int ticks) {
        robot.moveTo(place(x, y));
        robot.press(KeyCode.CONTROL);
        robot.scroll(ticks, VerticalDirection.UP);
        robot.release(KeyCode.CONTROL);
    }

    void focus() {
        onFx(() -> {
            surface.requestFocus();
            return true;
        });
    }

    /// Whether ink is on the display there.
    boolean isDark(double x, double y) {
        for (int dy = -3; dy <= 3; dy++) if (colour(place(x, y).add(0, dy)).getBrightness() < 0.75) return true;
        return false;
    }

    Color colour(double x, double y) { return colour(place(x, y)); }

    private static Color colour(Point2D at) {
        return onFx(() -> new Robot().getPixelColor(at));
    }

    /// Also from the JavaFX thread.
    static <T> T onFx(Callable<T> task) {
        if (!Platform.isFxApplicationThread()) return Desktop.onFx(task);
        try {
            return task.call();
        } catch (Exception trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /// How many pixels within a node of the screen are dark.
    int dark(Node node) {
        return onFx(() -> {
            var shot = node.snapshot(null, null);
            int dark = 0;
            for (int y = 0; y < shot.getHeight(); y++)
                for (int x = 0; x < shot.getWidth(); x++)
                    if (shot.getPixelReader().getColor(x, y).getBrightness() < 0.4) dark++;
            return dark;
        });
    }

    double zoom() { return onFx(() -> surface.view().zoom()); }

    void picture(String name) throws Exception {
        Files.createDirectories(PICTURES);
        check("settled for " + name, surface::isSettled);
        desktop.screenshot(PICTURES.resolve(name + ".png"));
    }
}
