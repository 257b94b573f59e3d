package lectern.ui.lesson;

import javafx.scene.layout.Region;

/// Gives the stage the room there is. A shared screen gets just its own shape, so that there are no bars; anything else
/// gets all of it, but no taller than 4:3, or a face that fills a tall stage would be cut at both sides.
final class Framed extends Region {
    private static final double TALLEST = 3.0 / 4;
    private final StageView stage;

    Framed(StageView stage) {
        this.stage = stage;
        getChildren().add(stage);
        setMinSize(0, 0);
        stage.shape().subscribe(this::requestLayout);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth(), height = getHeight(), shape = stage.shape().get();
        if (shape > 0) {
            width = Math.min(width, height * shape);
            height = width / shape;
        } else height = Math.min(height, width * TALLEST);
        stage.resizeRelocate(snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2),
                snapSizeX(width), snapSizeY(height));
    }
}
