package lectern.ui.board;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.media.MediaView;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import lectern.protocol.board.Page;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;
import lectern.whiteboard.tool.Viewport;

/// The clip's picture where the page lies, under what is written on it; for a sound, and while there is no picture, a card.
final class ClipUnderlay extends Region {
    private static final Color AROUND = Color.web("#12151c"), PAGE = Color.BLACK;
    private static final double MEGABYTE = 1 << 20;
    private static final double CARD_WIDTH = 460;

    private final Ui ui;
    private final BoardSurface surface;
    private final ClipShow show;
    private final BoardModel model;
    private final Region paper = new Region();
    private final MediaView picture = new MediaView();
    private final Label title = new Label(), words = new Label();
    private final ProgressIndicator coming = new ProgressIndicator();
    private final VBox card;

    ClipUnderlay(Ui ui, BoardSurface surface, ClipShow show) {
        this.ui = ui;
        this.surface = surface;
        this.show = show;
        model = ui.model.lesson.board;
        setMouseTransparent(true);
        setMinSize(0, 0);
        setBackground(new Background(new BackgroundFill(AROUND, CornerRadii.EMPTY, Insets.EMPTY)));
        paper.setBackground(new Background(new BackgroundFill(PAGE, CornerRadii.EMPTY, Insets.EMPTY)));
        var icon = Icon.MUSIC.node();
        icon.getStyleClass().add("clip-icon");
        title.getStyleClass().add("clip-title");
        words.getStyleClass().add("clip-words");
        for (var label : new Label[]{ title, words}) {
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
        }
        coming.setPrefSize(34, 34);
        card = new VBox(12, icon, title, words, coming);
        card.setId("clip-card");
        card.getStyleClass().add("clip-card");
        card.setAlignment(Pos.CENTER);
        for (var node : new Node[]{ paper, picture, card}) node.setManaged(false);
        for (var node : new Node[]{ icon, title, words, coming})
            node.managedProperty().bind(node.visibleProperty());
        picture.setId("clip-picture");
        picture.setPreserveRatio(false);
        picture.setSmooth(true);
        getChildren().addAll(paper, picture, card);
        ui.watch(show.stageProperty(), stage -> {
            icon.setVisible(!(stage instanceof ClipShow.Stage.Failed));
            shown(stage);
        });
        ui.watch(model.viewed, _ -> requestLayout());
        ui.watch(surface.viewProperty(), _ -> requestLayout());
    }

    private void shown(ClipShow.Stage stage) {
        setVisible(!(stage instanceof ClipShow.Stage.None));
        picture.setMediaPlayer(null);
        coming.setVisible(stage instanceof ClipShow.Stage.Coming);
        title.setText(show.title());
        title.setVisible(!show.title().isBlank());
        String said = switch (stage) {
            case ClipShow.Stage.None _ -> "";
            case ClipShow.Stage.Coming(long bytes) -> bytes == 0
                    ? ui.text("clip.coming")
                    : ui.text("clip.coming.bytes", bytes / MEGABYTE);
            case ClipShow.Stage.Ready(var player) -> {
                if (show.isPicture()) player.show(picture);
                yield "";
            }
            case ClipShow.Stage.Failed(var why) -> why;
        };
        words.setText(said);
        words.setVisible(!said.isEmpty());
        card.setVisible(!(stage instanceof ClipShow.Stage.Ready && show.isPicture()));
        picture.setVisible(!card.isVisible());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var page = model.viewed.get();
        if (page == null || !isVisible()) return;
        Viewport view = surface.view();
        double x = view.screenX(0), y = view.screenY(0);
        double width = page.width() * view.zoom(), height = page.height() * view.zoom();
        paper.resizeRelocate(x, y, width, height);
        place(page, x, y, width, height);
        double across = Math.min(CARD_WIDTH, Math.max(120, Math.min(width, getWidth()) - 24));
        double down = card.prefHeight(across);
        card.resizeRelocate(x + (width - across) / 2, y + (height - down) / 2, across, down);
    }

    /// Only what is in view is painted, however near one looks.
    private void place(Page page, double x, double y, double width, double height) {
        var player = picture.getMediaPlayer();
        double left = Math.max(0, x), top = Math.max(0, y);
        double right = Math.min(getWidth(), x + width), bottom = Math.min(getHeight(), y + height);
        boolean seen = player != null && right > left && bottom > top;
        picture.setVisible(seen && !card.isVisible());
        if (!seen) return;
        double scaleX = player.getMedia().getWidth() / width, scaleY = player.getMedia().getHeight() / height;
        boolean cut = right - left < width - 0.5 || bottom - top < height - 0.5;
        picture.setViewport(cut && scaleX > 0
                ? new Rectangle2D((left - x) * scaleX, (top - y) * scaleY, (right - left) * scaleX,
                        (bottom - top) * scaleY)
                : null);
        picture.setFitWidth(right - left);
        picture.setFitHeight(bottom - top);
        picture.relocate(left, top);
    }
}
