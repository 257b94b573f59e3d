package lectern.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import javafx.util.Duration;
import lectern.media.MediaEngine;
import lectern.media.MediaSettings;
import lectern.signaling.FileCache;
import lectern.ui.LecternWindow;
import lectern.ui.model.ScreenModel;
import lectern.ui.picture.Fx;
import lectern.ui.picture.Pictures;
import org.jspecify.annotations.Nullable;

/// The window on the screen, with everything behind it. Made and closed on the main thread; what touches the window runs
/// on the JavaFX thread.
final class Desktop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Desktop.class.getName());
    private static final Duration METER = Duration.millis(80);
    private static final long CACHE_BYTES = 512L << 20;
    private static final int STARTUP_SECONDS = 30;

    final ScreenModel model = new ScreenModel();
    final DesktopClassroom classroom;
    private final SettingsFile settingsFile;
    private final Stage stage;

    /// JavaFX warns that it came by the class path, where it works as well. Kept, or the level is forgotten.
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    static Desktop open(Command.Look look, Sources sources, Hosting hosting, Folders folders,
            Lifetime lifetime) {
        needDisplay();
        JAVAFX_LOG.setLevel(Level.SEVERE);
        var started = new CompletableFuture<Void>();
        try {
            startJavaFx(started);
            started.orTimeout(STARTUP_SECONDS, TimeUnit.SECONDS).join();
        } catch (RuntimeException e) {
            throw new CommandException("The window can't be opened: " + words(e) + ". Is there a display? "
                    + "./start brings up a virtual one where there is none; --server and --headless need none.");
        }
        Platform.setImplicitExit(false);
        return onFx(() -> new Desktop(look, sources, hosting, folders, lifetime));
    }

    private static void startJavaFx(CompletableFuture<Void> started) {
        try {
            Platform.startup(() -> started.complete(null));
        } catch (IllegalStateException _) {
            started.complete(null); // it runs already: another window in this process
        }
    }

    private Desktop(Command.Look look, Sources sources, Hosting hosting, Folders folders,
            Lifetime lifetime) {
        settingsFile = new SettingsFile(folders.settings());
        var settings = settingsFile.read().with(look);
        model.settings.name.set(settings.name());
        model.settings.language.set(settings.language());
        model.settings.theme.set(settings.theme());
        model.home.title.set(settings.title());
        var surfaces = new Pictures();
        var fx = new Fx();
        classroom = new DesktopClassroom(model, surfaces, MediaEngine.start(new MediaSettings(sources.soundForEars())),
                sources, hosting, settings, new FileCache(folders.files(), CACHE_BYTES), folders.clips(),
                folders.library(), fx);
        stage = new Stage();
        stage.setTitle("Lectern");
        stage.setOnCloseRequest(_ -> lifetime.end());
        new LecternWindow(stage, model, surfaces, classroom).show();
        classroom.listLessons();
        tellWhenShown();
        var meter = new Timeline(new KeyFrame(METER, _ -> classroom.tick()));
        meter.setCycleCount(Animation.INDEFINITE);
        meter.play();
    }

    /// The second tick after showing begins when the first picture of the window is with the renderer.
    private static void tellWhenShown() {
        new AnimationTimer() {
            private int ticks;

            @Override
            public void handle(long nowNs) {
                if (++ticks < 2) return;
                stop();
                LOG.log(System.Logger.Level.INFO, "The window is up.");
            }
        }.start();
    }

    /// Runs something on the JavaFX thread and waits for its value.
    static <T> T onFx(Callable<T> task) {
        var value = new CompletableFuture<T>();
        new Fx().execute(() -> {
            try {
                value.complete(task.call());
            } catch (Throwable trouble) {
                value.completeExceptionally(trouble);
            }
        });
        try {
            return value.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) throw known;
            throw e;
        }
    }

    /// Waits until something is so on the JavaFX thread; false when it took too long.
    static boolean soon(int seconds, BooleanSupplier condition) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() - deadlineNs > 0) return false;
            Thread.sleep(20);
        }
        return true;
    }

    void screenshot(Path file) {
        onFx(() -> {
            var image = stage.getScene().snapshot(null);
            int width = (int) image.getWidth(), height = (int) image.getHeight();
            var argb = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            try {
                PngFile.write(file, width, height, argb);
            } catch (IOException e) {
                throw new CommandException("the picture can't be written to " + file + ": " + e.getMessage());
            }
            return true;
        });
    }

    @Override
    public void close() {
        settingsFile.write(onFx(() -> {
            stage.hide();
            return classroom.settings();
        }));
        classroom.close();
    }

    /// JavaFX on Linux says it badly, and late.
    private static void needDisplay() {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
        if (linux && !headless && blank(System.getenv("DISPLAY")) && blank(System.getenv("WAYLAND_DISPLAY")))
            throw new CommandException("There is no display here (DISPLAY isn't set). ./start brings up a virtual one; "
                    + "--server and --headless need none.");
    }

    private static boolean blank(@Nullable String text) { return text == null || text.isBlank(); }

    private static String words(Throwable trouble) {
        Throwable cause = trouble.getCause() == null ? trouble : trouble.getCause();
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
