package lectern.ui.board;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.util.Subscription;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.ui.model.BoardModel;
import lectern.ui.model.Source;
import lectern.ui.model.View;
import lectern.ui.part.Ui;
import lectern.ui.picture.PictureSurface.Fit;
import lectern.ui.picture.PictureView;
import lectern.whiteboard.tool.Viewport;
import org.jspecify.annotations.Nullable;

/// The picture of a shared screen, where the page lies that is written on over it.
final class ScreenUnderlay extends Region {
    private static final Color AROUND = Color.web("#12151c");
    /// No picture larger than that is asked for, however near one looks: it is enlarged here.
    private static final double LARGEST = 1.5;

    private final Ui ui;
    private final BoardSurface surface;
    private final Runnable onViewsChanged;
    private final BoardModel model;
    private final PictureView picture = new PictureView();
    private final Label waiting = new Label();
    private Subscription watched = Subscription.EMPTY;
    private Ground.@Nullable Screen shown;

    ScreenUnderlay(Ui ui, BoardSurface surface, Runnable onViewsChanged) {
        this.ui = ui;
        this.surface = surface;
        this.onViewsChanged = onViewsChanged;
        model = ui.model.lesson.board;
        setMouseTransparent(true);
        setMinSize(0, 0);
        picture.setManaged(false);
        waiting.getStyleClass().add("screen-waiting");
        waiting.setManaged(false);
        getChildren().addAll(waiting, picture);
        setBackground(new Background(new BackgroundFill(AROUND, CornerRadii.EMPTY, Insets.EMPTY)));
        ui.watch(model.viewed, this::turned);
        ui.watch(surface.viewProperty(), _ -> requestLayout());
        ui.onClose(this::clear);
    }

    private void turned(@Nullable Page page) {
        var now = page != null && page.ground() instanceof Ground.Screen screen ? screen : null;
        setVisible(now != null);
        if (now == null ? shown == null : now.equals(shown)) {
            requestLayout();
            return;
        }
        clear();
        shown = now;
        if (now != null) {
            var from = ui.pictures.of(now.of().value(), Source.SCREEN);
            picture.show(from, Fit.CONTAIN);
            waiting.setText(now.of().equals(model.self())
                    ? ui.text("screen.own")
                    : ui.text("stage.screen.coming"));
            watched = from.imageProperty().subscribe(image -> waiting.setVisible(image == null));
            requestLayout();
        }
        onViewsChanged.run();
    }

    List<View> views() {
        if (shown == null || shown.of().equals(model.self()) || picture.widthPx() <= 0 || getScene() == null)
            return List.of();
        boolean shared = ui.model.lesson.person(shown.of().value()).filter(person -> person.screenOn.get()).isPresent();
        return shared
                ? List.of(new View(shown.of().value(), Source.SCREEN, picture.widthPx(), picture.heightPx()))
                : List.of();
    }

    @Override
    protected void layoutChildren() {
        var page = model.viewed.get();
        if (page == null || shown == null) return;
        Viewport view = surface.view();
        double width = page.width() * view.zoom(), height = page.height() * view.zoom();
        double scale = Math.max(1, Math.max(width / (getWidth() * LARGEST), height / (getHeight() * LARGEST)));
        double x = view.screenX(0), y = view.screenY(0);
        double before = picture.getWidth();
        picture.resizeRelocate(x + (width - width / scale) / 2, y + (height - height / scale) / 2, width / scale,
                height / scale);
        picture.setScaleX(scale);
        picture.setScaleY(scale);
        waiting.autosize();
        waiting.relocate(x + (width - waiting.getWidth()) / 2, y + (height - waiting.getHeight()) / 2);
        if (Math.abs(before - picture.getWidth()) > 1) onViewsChanged.run();
    }

    private void clear() {
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        picture.hide();
        shown = null;
    }
}
