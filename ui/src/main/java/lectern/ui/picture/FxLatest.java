package lectern.ui.picture;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries a value of which only the newest matters (a level, statistics) to the JavaFX thread: a newer one replaces
/// one that is still waiting, so a slow screen never has a queue. Any thread offers. `fx` is an [Fx] in the program and
/// `Runnable::run` in tests.
public final class FxLatest<T> {
    private final Executor fx;
    private final Consumer<T> show;
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();

    public FxLatest(Executor fx, Consumer<T> show) {
        this.fx = fx;
        this.show = show;
    }

    public void offer(T value) {
        if (waiting.getAndSet(value) == null) fx.execute(this::showWaiting);
    }

    private void showWaiting() {
        var value = waiting.getAndSet(null);
        if (value != null) show.accept(value);
    }
}
