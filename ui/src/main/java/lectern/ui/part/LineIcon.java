package lectern.ui.part;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// Icons that the icon font hasn't got, in the same manner: lines on a square of 24, round at their ends.
public enum LineIcon {
    MARKER("M9 11.5 16.6 4a2 2 0 0 1 2.8 0l.9.9a2 2 0 0 1 0 2.8L12.8 15.3M9 11.5l-1.8 3.7 1.9 1.9 3.7-1.8M9 11.5l3.8 3.8"
            + "M7.6 15.8 5 18.4h3.4M4 21.5h16"), ERASER(
                    "M8.2 20 3.6 15.4a2 2 0 0 1 0-2.8L12.4 3.8a2 2 0 0 1 2.8 0l5 5a2 2 0 0 1 0 2.8L11.8 20zM8 8.2l7.8 7.8"
                            + "M8.2 20H20.5"), HAND(
                                    "M7.5 11V5.6a1.6 1.6 0 0 1 3.2 0V10.5M10.7 10V3.9a1.6 1.6 0 0 1 3.2 0V10.5M13.9 10.4V5.3a1.6 1.6 0 0 1 3.2 0v6"
                                            + "M17.1 11V8.3a1.6 1.6 0 0 1 3.2 0v6.4a7 7 0 0 1-7 7h-1.1a6.6 6.6 0 0 1-5.2-2.6l-4-5.4a1.6 1.6 0 0 1 2.5-2l2 2.1V11"), LASER(
                                                    "M3.5 20.5 12 12M12 5V2.5M12 21.5V19M19 12h2.5M16.9 7.1l1.8-1.8M16.9 16.9l1.8 1.8M7.1 7.1 5.3 5.3"
                                                            + "M12 9.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2z"), SHAPES(
                                                                    "M3 3.5h9.5v9.5H3zM15.2 10.4a5.6 5.6 0 1 1-5.4 6.2"), POLYGON(
                                                                            "M12 3l9 6.6-3.4 10.6H6.4L3 9.6z"), RULER(
                                                                                    "M16.2 2.8 2.8 16.2a1.2 1.2 0 0 0 0 1.7l3.3 3.3a1.2 1.2 0 0 0 1.7 0L21.2 7.8a1.2 1.2 0 0 0 0-1.7l-3.3-3.3"
                                                                                            + "a1.2 1.2 0 0 0-1.7 0zM13.6 5.4l2.2 2.2M10.6 8.4l1.5 1.5M7.6 11.4l2.2 2.2M4.7 14.3l1.5 1.5"), COMPASS(
                                                                                                    "M12 2.5v2.6M12 5.1a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM10.9 9.2 5.5 21.5M13.1 9.2 18.5 21.5M4.5 14.5"
                                                                                                            + "c2 1.8 4.6 2.7 7.5 2.7s5.5-.9 7.5-2.7"), PROTRACTOR(
                                                                                                                    "M2.5 18.5a9.5 9.5 0 0 1 19 0zM8.5 18.5a3.5 3.5 0 0 1 7 0M12 9v2.4M5.3 11.8 7 13.5M18.7 11.8 17 13.5"), CURTAIN(
                                                                                                                            "M2.5 3.5h19M4.5 3.5v16M19.5 3.5v16M4.5 19.5c3.4-1.4 5.2-6.6 5.5-16M19.5 19.5c-3.4-1.4-5.2-6.6-5.5-16"), WIDTH(
                                                                                                                                    "M3 6h18M3 11.5h18M3 12.5h18M3 18h18M3 19h18M3 20h18"), PAGES(
                                                                                                                                            "M3 3h18v11.5H3zM3 18.5h3.6V21H3zM10.2 18.5h3.6V21h-3.6zM17.4 18.5H21V21h-3.6z"), WORDS(
                                                                                                                                                    "M3 7.5V4h3.5M21 7.5V4h-3.5M3 16.5V20h3.5M21 16.5V20h-3.5M9.2 7.5h1.2a1.6 1.6 0 0 1 1.6 1.6v5.8a1.6 1.6 0 0 1-1.6 1.6H9.2M14.8 7.5h-1.2A1.6 1.6 0 0 0 12 9.1v5.8a1.6 1.6 0 0 0 1.6 1.6h1.2");

    private static final double DRAWN_SIZE = 24;

    private final String path;

    LineIcon(String path) { this.path = path; }

    public StackPane node() { return node(18); }

    /// A new node; its colour comes from the style sheet.
    public StackPane node(double size) {
        var line = new SVGPath();
        line.setContent(path);
        line.getStyleClass().add("line");
        var frame = new SVGPath(); // keeps the drawing where it is in its square
        frame.setContent("M0 0h24v24H0z");
        frame.setFill(null);
        var drawing = new Group(frame, line);
        drawing.getTransforms().add(new Scale(size / DRAWN_SIZE, size / DRAWN_SIZE));
        var icon = new StackPane(new Group(drawing));
        icon.getStyleClass().add("line-icon");
        icon.setMinSize(size, size);
        icon.setMaxSize(size, size);
        icon.setMouseTransparent(true);
        return icon;
    }
}
