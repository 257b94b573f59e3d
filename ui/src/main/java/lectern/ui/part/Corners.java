package lectern.ui.part;

import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.transform.Scale;

/// Rounds the corners of a moving picture by covering them in the colour behind it (style class `corner`). A rounded
/// clip would look the same and make the renderer draw the picture twice, each frame.
public final class Corners extends Region {
    private static final double OUT = 0.6; // a little more than the corner, so that no seam of picture is left at the rim

    public Corners(double radius) {
        setMouseTransparent(true);
        for (int corner = 0; corner < 4; corner++) {
            var path = new Path(new MoveTo(-OUT, -OUT), new LineTo(radius, -OUT), new LineTo(radius, 0),
                    new ArcTo(radius, radius, 0, 0, radius, false, false), new LineTo(-OUT, radius), new ClosePath());
            path.getStyleClass().add("corner");
            path.setManaged(false);
            path.getTransforms().add(new Scale(corner % 2 == 0 ? 1 : -1, corner < 2 ? 1 : -1));
            getChildren().add(path);
        }
    }

    @Override
    protected void layoutChildren() {
        for (int corner = 0; corner < 4; corner++) {
            var path = getChildren().get(corner);
            path.setLayoutX(corner % 2 == 0 ? 0 : getWidth());
            path.setLayoutY(corner < 2 ? 0 : getHeight());
        }
    }
}
