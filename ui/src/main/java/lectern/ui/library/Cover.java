package lectern.ui.library;

import java.io.ByteArrayInputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import lectern.ui.model.MaterialKind;
import lectern.ui.model.Preview;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;
import lectern.ui.picture.Fx;
import org.jspecify.annotations.Nullable;

/// The small picture of a file's first page, or of one of its pages, in a frame of its own size. What it shows may change;
/// what it waited for is then no longer wanted.
final class Cover extends StackPane {
    private static final int MOST_PX = 800;

    private final Ui ui;
    private final Fx fx = new Fx();
    private final double width, height;
    private @Nullable CompletableFuture<?> waiting;
    private int wish;

    private record Looked(Preview preview, @Nullable Image image) {}

    Cover(Ui ui, double width, double height) {
        this.ui = ui;
        this.width = width;
        this.height = height;
        getStyleClass().add("cover");
        setMinSize(width, height);
        setMaxSize(width, height);
        var clip = new Rectangle(width, height);
        clip.setArcWidth(14);
        clip.setArcHeight(14);
        setClip(clip);
    }

    /// @param then told what the file is, as soon as that is known
    void show(java.nio.file.Path file, MaterialKind kind, Consumer<Preview> then) {
        int mine = begin(About.icon(kind).node());
        var asked = ui.classroom.library().preview(file);
        waiting = asked;
        asked.thenApply(it -> new Looked(it, image(it.picture()))).thenAccept(looked -> fx.execute(() -> {
            if (mine != wish) return;
            waiting = null;
            if (looked.image() != null) picture(looked.image());
            else if (looked.preview().missing()) icon(Icon.MISSING.node(), "gone");
            else if (looked.preview().problem() != null) icon(Icon.ALERT.node(), "refused");
            else icon(About.icon(kind).node(), "plain");
            then.accept(looked.preview());
        }));
    }

    /// One page of it, from 0.
    void page(java.nio.file.Path file, int page) {
        var turning = new ProgressIndicator();
        turning.setMaxSize(22, 22);
        int mine = begin(turning);
        var asked = ui.classroom.library().picture(file, page);
        waiting = asked;
        asked.thenApply(Cover::image).thenAccept(image -> fx.execute(() -> {
            if (mine != wish) return;
            waiting = null;
            if (image != null) picture(image);
            else icon(Icon.ALERT.node(), "refused");
        }));
    }

    void show(Icon icon) { begin(icon.node()); }

    void forget() { begin(new StackPane()); }

    private int begin(Node meanwhile) {
        if (waiting != null) waiting.cancel(false);
        waiting = null;
        icon(meanwhile, "plain");
        return ++wish;
    }

    private void icon(Node icon, String look) {
        getStyleClass().removeAll("gone", "refused", "plain", "filled");
        getStyleClass().add(look);
        getChildren().setAll(icon);
    }

    private void picture(Image image) {
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        double margin = image.getWidth() * height > image.getHeight() * width ? 0 : 8;
        view.setFitWidth(width - 2 * margin);
        view.setFitHeight(height - 2 * margin);
        view.setSmooth(true);
        var page = new StackPane(view);
        page.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        page.getStyleClass().add("cover-page");
        getStyleClass().removeAll("gone", "refused", "plain");
        if (!getStyleClass().contains("filled")) getStyleClass().add("filled");
        getChildren().setAll(page);
    }

    private static @Nullable Image image(byte[] bytes) {
        if (bytes.length == 0) return null;
        var image = new Image(new ByteArrayInputStream(bytes), MOST_PX, MOST_PX, true, true);
        return image.isError() ? null : image;
    }
}
