package lectern.ui.part;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// Lectern's mark, drawn as in `lectern.svg`.
public final class Mark extends StackPane {
    private static final double DRAWN_SIZE = 48;

    public Mark(double size) {
        getStyleClass().add("mark");
        var tile = new Rectangle(DRAWN_SIZE, DRAWN_SIZE);
        tile.setArcWidth(24);
        tile.setArcHeight(24);
        tile.getStyleClass().add("tile-shape");
        var book = new SVGPath();
        book.setContent(
                "M22.8 15.6C19.6 13.1 15.4 11.9 10.6 12c-.9 0-1.6.7-1.6 1.6v13.2c0 .9.7 1.6 1.6 1.6 4.6-.1 8.7.9 "
                        + "12.2 3.1zM25.2 15.6C28.4 13.1 32.6 11.9 37.4 12c.9 0 1.6.7 1.6 1.6v13.2c0 .9-.7 1.6-1.6 1.6-4.6-.1-8.7"
                        + ".9-12.2 3.1z");
        book.getStyleClass().add("pages");
        var stand = new SVGPath();
        stand.setContent("M22.4 33.6h3.2v3h5.6a1.4 1.4 0 0 1 0 2.8h-14.4a1.4 1.4 0 0 1 0-2.8h5.6z");
        stand.getStyleClass().add("stand");
        var drawing = new Group(tile, book, stand);
        drawing.getTransforms().add(new Scale(size / DRAWN_SIZE, size / DRAWN_SIZE));
        getChildren().add(new Group(drawing));
        setMinSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }
}
