package lectern.ui.lesson;

import javafx.scene.layout.Region;

/// Gives the stage the room there is, but no taller than 4:3: in a narrow window a face filling a tall stage would be
/// cut at both sides.
final class Framed extends Region {
    private static final double TALLEST = 3.0 / 4;
    private final Region content;

    Framed(Region content) {
        this.content = content;
        getChildren().add(content);
        setMinSize(0, 0);
    }

    @Override protected void layoutChildren() {
        double height = Math.min(getHeight(), getWidth() * TALLEST);
        content.resizeRelocate(0, snapPositionY((getHeight() - height) / 2), getWidth(), snapSizeY(height));
    }
}
