package lectern.ui.picture;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Runs a piece of a test on the JavaFX thread, which it starts at first use, and waits for it.
public final class OnFx {
    private OnFx() {}

    public static <T> T get(Callable<T> task) {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException _) {
            // runs already
        }
        var future = new FutureTask<>(task);
        Platform.runLater(future);
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("on the JavaFX thread", e);
        }
    }

    public static void run(Runnable task) {
        get(() -> {
            task.run();
            return null;
        });
    }
}
