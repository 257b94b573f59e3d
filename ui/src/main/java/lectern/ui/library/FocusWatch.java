package lectern.ui.library;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// Tells when the window comes to the front again: another program may have changed what is in the folders.
final class FocusWatch {
    private final Runnable then;
    private Subscription watched = Subscription.EMPTY;

    private FocusWatch(Runnable then) { this.then = then; }

    static void of(Node node, Ui ui, Runnable then) {
        var watch = new FocusWatch(then);
        ui.onClose(node.sceneProperty().subscribe(watch::show));
        ui.onClose(() -> watch.watched.unsubscribe());
    }

    private void show(@Nullable Scene scene) {
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        if (scene == null || scene.getWindow() == null) return;
        watched = scene.getWindow().focusedProperty().subscribe((_, focused) -> {
            if (focused) then.run();
        });
    }
}
