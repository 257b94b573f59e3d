package lectern.ui.board;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lectern.protocol.board.Ground;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;
import lectern.whiteboard.Bounds;

/// Over a document's page of which nothing is there yet: that it comes, or why it doesn't.
final class PageHint extends StackPane {
    private static final Duration SOON = Duration.millis(250); // a picture that comes at once needs no word

    private final Ui ui;
    private final BoardModel model;
    private final BoardSurface surface;
    private final PagePictures pictures;
    private final ProgressBar bar = new ProgressBar();
    private final Label why = new Label();
    private final VBox failed;
    private final PauseTransition soon = new PauseTransition(SOON);

    PageHint(Ui ui, BoardSurface surface, PagePictures pictures) {
        this.ui = ui;
        this.surface = surface;
        this.pictures = pictures;
        model = ui.model.lesson.board;
        setPickOnBounds(false);
        setMinSize(0, 0);
        bar.setId("page-coming");
        bar.getStyleClass().add("page-coming");
        var title = new Label(ui.text("page.picture.failed"), Icon.ALERT.node());
        title.getStyleClass().add("subheading");
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        why.setMaxWidth(380);
        var again = new Button(ui.text("page.picture.again"), Icon.REPLACE.node());
        again.setId("page-again");
        again.getStyleClass().add("outline");
        again.setOnAction(_ -> pictures.tryAgain());
        failed = new VBox(8, title, why, again);
        failed.setId("page-failed");
        failed.getStyleClass().add("page-failed");
        failed.setAlignment(Pos.CENTER_LEFT);
        failed.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(bar, failed);
        soon.setOnFinished(_ -> bar.setVisible(true));
        ui.watchAll(this::show, model.viewed, surface.viewProperty());
        ui.onClose(pictures.onChange(_ -> show()));
        ui.onClose(soon::stop);
    }

    private void show() {
        var page = model.viewed.get();
        if (page == null || !(page.ground() instanceof Ground.Document ground) || pictures.hasAny(ground)) {
            soon.stop();
            bar.setVisible(false);
            failed.setVisible(false);
            return;
        }
        var view = surface.view();
        var reason = pictures.reason(DocumentGround.wishes(page, ground, Bounds.of(view.region()),
                view.zoom() * pictures.density()).stream().map(Wish::cut).toList());
        failed.setVisible(reason != null);
        if (reason == null) {
            if (!bar.isVisible()) soon.playFromStart();
            return;
        }
        soon.stop();
        bar.setVisible(false);
        why.setText(reason.isBlank() ? ui.text("page.picture.soon") : reason + " " + ui.text("page.picture.soon"));
    }
}
