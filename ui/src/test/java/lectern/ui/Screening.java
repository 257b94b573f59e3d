package lectern.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import lectern.ui.board.BoardSurface;
import lectern.ui.model.Source;
import lectern.ui.picture.OnFx;
import lectern.ui.picture.Pictures;
import lectern.ui.picture.PicturesTick;

/// A window over a scripted classroom, and pictures of it in any size: the headless screen is 1000x1000, but a scene
/// that isn't shown can be laid out in whatever size it is given.
final class Screening implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "pictures");

    final ScriptedClassroom classroom = new ScriptedClassroom();
    final Pictures pictures = new Pictures();
    final ScriptedDialogs dialogs = new ScriptedDialogs();
    private Stage stage;
    private LecternWindow window;
    private final List<Throwable> bugs = new CopyOnWriteArrayList<>();

    Screening open() {
        onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, bug) -> bugs.add(bug));
            stage = new Stage();
            window = new LecternWindow(stage, classroom.model, pictures, classroom, dialogs);
        });
        return this;
    }

    Parent root() { return stage.getScene().getRoot(); }

    Stage stage() { return stage; }

    LecternWindow window() { return window; }

    Node find(String selector) {
        var node = root().lookup(selector);
        if (node == null) throw new AssertionError("no " + selector + " on the screen");
        return node;
    }

    /// Lays out in this size until nothing moves any more, and brings pictures for all who are seen.
    void settle(int width, int height) {
        for (int round = 0; round < 4; round++) {
            onFx(() -> {
                root().resize(width, height);
                root().applyCss();
                layoutAll(root());
            });
            double seconds = 3 + round;
            for (var person : classroom.model.lesson.people) {
                if (person.cameraOn.get() && !person.self)
                    Scenery.camera(pictures.of(person.id, Source.CAMERA), person.name, seconds);
                if (person.screenOn.get()) Scenery.slide(pictures.of(person.id, Source.SCREEN), seconds);
            }
            if (classroom.model.devices.cameraOn.get() && classroom.model.devices.cameraProblem.get() == null)
                Scenery.camera(pictures.preview(), "Margaret Okafor", seconds);
            onFx(() -> PicturesTick.flip(pictures));
        }
        onFx(() -> {
            if (root().lookup("#board") instanceof BoardSurface board) board.paintNow();
        });
    }

    /// What a scroll pane holds is laid out by the pulse of a shown window alone, and cached; there is no such pulse here.
    private static void layoutAll(Node node) {
        node.setCache(false);
        if (!(node instanceof Parent parent)) return;
        parent.layout();
        parent.getChildrenUnmodifiable().forEach(Screening::layoutAll);
    }

    BufferedImage picture(String name, int width, int height) {
        settle(width, height);
        return save(name, root(), width, height);
    }

    static BufferedImage save(String name, Node node, int width, int height) {
        var image = onFx(() -> {
            var parameters = new SnapshotParameters();
            parameters.setFill(Color.TRANSPARENT);
            if (width > 0) parameters.setViewport(new Rectangle2D(0, 0, width, height)); // focus borders stick out
            var shot = node.snapshot(parameters, null);
            int w = (int) shot.getWidth(), h = (int) shot.getHeight();
            var pixels = new int[w * h];
            shot.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
            var buffered = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
            buffered.setRGB(0, 0, w, h, pixels, 0, w);
            return buffered;
        });
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(image, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return image;
    }

    @Override
    public void close() {
        onFx(() -> window.close());
        if (!bugs.isEmpty())
            throw new AssertionError(bugs.size() + " exceptions on the JavaFX thread", bugs.getFirst());
    }

    static <T> T onFx(Callable<T> task) { return OnFx.get(task); }

    static void onFx(Runnable task) { OnFx.run(task); }
}
