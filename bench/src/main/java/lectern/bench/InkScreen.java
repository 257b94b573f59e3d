package lectern.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import lectern.protocol.board.Shape;
import lectern.ui.board.Assets;
import lectern.ui.board.BoardSurface;
import lectern.ui.model.BoardModel;
import lectern.ui.picture.Fx;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A board in a window, drawn on by a robot. Each measure comes on stdout as one line of JSON.
///
/// A hand of 125 inputs a second draws; each input is timed from the moment the scene hears of it until the frame that
/// shows it is in the window.
///
/// Arguments: how many inputs, how many frames a second JavaFX may make.
final class InkScreen {
    /// How many lines it says.
    static final int MEASURES = 6;
    private static final int WIDTH = 1280, HEIGHT = 800;
    private static final int LEFT = 40, TOP = 40;

    private final Stage stage = new Stage();
    private final Robot robot = new Robot();
    private final List<Long> inputsNs = new ArrayList<>();
    private final List<Double> inkMs = new ArrayList<>();
    private final List<Double> frameMs = new ArrayList<>();
    private final List<Double> betweenMs = new ArrayList<>();
    private final ScheduledExecutorService clock;
    private @Nullable BoardSurface surface;
    private long lastFrameNs;
    private boolean counting;

    private InkScreen(ScheduledExecutorService clock) {
        this.clock = clock;
        stage.setX(0);
        stage.setY(0);
    }

    public static void main(String[] arguments) throws Exception {
        int inputs = Integer.parseInt(arguments[0]);
        System.setProperty("javafx.animation.pulse", arguments[1]);
        var started = new CompletableFuture<InkScreen>();
        var clock = Executors.newSingleThreadScheduledExecutor();
        Platform.startup(() -> started.complete(new InkScreen(clock)));
        var screen = started.get(30, TimeUnit.SECONDS);
        screen.page("warmUp", List.of());
        screen.draws("warmUp", inputs / 2);
        screen.page("empty", List.of());
        say(screen.draws("drawOnEmpty", inputs));
        say(screen.page("open10000", EchoBoard.strokes(10_000, 1600, 900)));
        say(screen.draws("drawOn10000", inputs));
        say(screen.page("open100000", EchoBoard.strokes(100_000, 16_000, 9_000)));
        say(screen.pans());
        say(screen.zooms());
        System.exit(0);
    }

    private static void say(Object result) {
        System.out.println(JsonMapper.shared().writeValueAsString(result));
    }

    /// Another page in the window; how long until all of it is painted.
    private Map<String, Object> page(String name, List<Shape> shapes) throws Exception {
        long beganNs = System.nanoTime();
        fx(() -> {
            var model = new BoardModel();
            var board = EchoBoard.enter(model, shapes);
            if (surface != null)
                surface.close();
            surface = new BoardSurface(model, new Assets(board, new Fx(), _ -> {}), _ -> "");
            var scene = new Scene(surface, WIDTH, HEIGHT);
            scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> inputsNs.add(System.nanoTime()));
            new FrameClock(scene, this::frame);
            stage.setScene(scene);
            stage.show();
            surface.requestFocus();
        });
        settle();
        var result = new LinkedHashMap<String, Object>();
        result.put("measure", name);
        result.put("shapes", shapes.size());
        result.put("paintedMs", Spread.round((System.nanoTime() - beganNs) / 1e6));
        return result;
    }

    private Runnable frame(long beganNs) {
        var shown = List.copyOf(inputsNs);
        inputsNs.clear();
        return () -> {
            long nowNs = System.nanoTime();
            if (counting) {
                for (long input : shown)
                    inkMs.add((nowNs - input) / 1e6);
                frameMs.add((nowNs - beganNs) / 1e6);
                if (lastFrameNs != 0)
                    betweenMs.add((nowNs - lastFrameNs) / 1e6);
            }
            lastFrameNs = nowNs;
        };
    }

    private Map<String, Object> draws(String name, int inputs) throws Exception {
        var random = new SplittableRandom(1);
        count();
        for (int i = 0; i < inputs; i++) {
            int step = i % 90;
            double x = LEFT + (step * 11) % (WIDTH - 2 * LEFT) + 30 * Math.cos(step * 0.5);
            double y = TOP + 30 + (i / 90 * 47) % (HEIGHT - 2 * TOP - 60) + 25 * Math.sin(step * 0.5);
            fx(() -> {
                robot.mouseMove(x, y);
                if (step == 0)
                    robot.mousePress(MouseButton.PRIMARY);
                if (step == 89)
                    robot.mouseRelease(MouseButton.PRIMARY);
            });
            pause(random.nextLong(5_000_000, 11_000_000));
        }
        fx(() -> robot.mouseRelease(MouseButton.PRIMARY));
        pause(100_000_000);
        counting = false;
        var result = new LinkedHashMap<String, Object>();
        result.put("measure", name);
        result.put("inputs", inkMs.size());
        result.put("inputToPaintedMs", quantiles(inkMs));
        result.put("frameMs", quantiles(frameMs));
        return result;
    }

    private Map<String, Object> pans() throws Exception {
        fx(() -> surface.zoomTo(1));
        settle();
        count();
        for (int i = 0; i < 240; i++) {
            double dx = 18 * Math.cos(i / 40.0), dy = 12;
            fx(() -> surface.panBy(dx, dy));
            pause(16_000_000);
        }
        counting = false;
        long restNs = System.nanoTime();
        settle();
        return moves("pan100000", restNs);
    }

    private Map<String, Object> zooms() throws Exception {
        count();
        for (int i = 0; i < 240; i++) {
            double zoom = Math.exp(Math.log(0.1) * (1 - Math.cos(i / 38.0)) / 2);
            fx(() -> surface.zoomTo(zoom));
            pause(16_000_000);
        }
        counting = false;
        fx(() -> surface.zoomTo(0.1));
        long restNs = System.nanoTime();
        settle();
        return moves("zoom100000", restNs);
    }

    private Map<String, Object> moves(String name, long restNs) {
        var result = new LinkedHashMap<String, Object>();
        result.put("measure", name);
        result.put("frames", frameMs.size());
        result.put("frameMs", quantiles(frameMs));
        result.put("betweenFramesMs", quantiles(betweenMs));
        result.put("wholeAfterRestMs", Spread.round((System.nanoTime() - restNs) / 1e6));
        return result;
    }

    private static Map<String, Double> quantiles(List<Double> values) {
        var result = new LinkedHashMap<String, Double>();
        result.put("p50", Spread.round(JoinTimes.quantile(values, 0.5)));
        result.put("p95", Spread.round(JoinTimes.quantile(values, 0.95)));
        result.put("p99", Spread.round(JoinTimes.quantile(values, 0.99)));
        return result;
    }

    private void count() throws Exception {
        fx(() -> {
            inkMs.clear();
            frameMs.clear();
            betweenMs.clear();
            inputsNs.clear();
            lastFrameNs = 0;
            counting = true;
        });
    }

    /// Until nothing is left to be painted, and that is in the window.
    private void settle() throws Exception {
        do
            pause(20_000_000);
        while (!ask(surface::isSettled));
    }

    private void fx(Runnable deed) throws Exception {
        ask(() -> {
            deed.run();
            return null;
        });
    }

    private static <T> T ask(java.util.concurrent.Callable<T> question) throws Exception {
        var answer = new CompletableFuture<T>();
        new Fx().execute(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.get(120, TimeUnit.SECONDS);
    }

    private void pause(long ns) throws Exception { clock.schedule(() -> {}, ns, TimeUnit.NANOSECONDS).get(); }
}
