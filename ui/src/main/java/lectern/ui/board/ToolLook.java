package lectern.ui.board;

import java.util.List;
import javafx.scene.Node;
import lectern.ui.part.Icon;
import lectern.ui.part.LineIcon;
import lectern.whiteboard.tool.ToolKind;

/// Each tool's icon and word.
final class ToolLook {
    /// Behind one button.
    static final List<ToolKind> SHAPES = List.of(ToolKind.LINE, ToolKind.ARROW, ToolKind.RECTANGLE, ToolKind.ELLIPSE,
            ToolKind.POLYGON);

    private ToolLook() {}

    /// Whether it needs the right to draw.
    static boolean changesPage(ToolKind tool) {
        return switch (tool) {
            case LASER, HAND, WORDS -> false;
            case SELECT, PEN, MARKER, ERASER, LINE, ARROW, RECTANGLE, ELLIPSE, POLYGON, TEXT -> true;
        };
    }

    /// Whether a click with it is for a link on the page.
    static boolean followsLinks(ToolKind tool) {
        return tool == ToolKind.HAND || tool == ToolKind.SELECT || tool == ToolKind.WORDS;
    }

    static Node icon(ToolKind tool) {
        return switch (tool) {
            case SELECT -> Icon.SELECT.node();
            case PEN -> Icon.PEN.node();
            case MARKER -> LineIcon.MARKER.node();
            case ERASER -> LineIcon.ERASER.node();
            case LINE -> Icon.LINE.node();
            case ARROW -> Icon.ARROW.node();
            case RECTANGLE -> Icon.RECTANGLE.node();
            case ELLIPSE -> Icon.ELLIPSE.node();
            case POLYGON -> LineIcon.POLYGON.node();
            case TEXT -> Icon.TEXT.node();
            case LASER -> LineIcon.LASER.node();
            case HAND -> LineIcon.HAND.node();
            case WORDS -> LineIcon.WORDS.node();
        };
    }

    static String word(ToolKind tool) {
        return switch (tool) {
            case SELECT -> "board.tool.select";
            case PEN -> "board.tool.pen";
            case MARKER -> "board.tool.marker";
            case ERASER -> "board.tool.eraser";
            case LINE -> "board.tool.line";
            case ARROW -> "board.tool.arrow";
            case RECTANGLE -> "board.tool.rectangle";
            case ELLIPSE -> "board.tool.ellipse";
            case POLYGON -> "board.tool.polygon";
            case TEXT -> "board.tool.text";
            case LASER -> "board.tool.laser";
            case HAND -> "board.tool.hand";
            case WORDS -> "board.tool.words";
        };
    }
}
