package lectern.ui.picture;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one door to the JavaFX thread, and the only caller of `Platform.runLater`. What is given to it runs there in the
/// order it was given, also when the giver is the JavaFX thread itself.
public final class Fx implements Executor {
    @Override
    public void execute(Runnable task) { Platform.runLater(task); }
}
