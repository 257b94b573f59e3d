package lectern.ui.board;

import javafx.scene.Cursor;
import lectern.whiteboard.tool.ToolOutput;

/// What the pointer looks like. The system's own shapes: pictures of ours would be of one size on every screen.
final class Cursors {
    private Cursors() {}

    static Cursor of(ToolOutput.Cursor cursor) {
        return switch (cursor) {
            case ARROW, NOT_ALLOWED -> Cursor.DEFAULT;
            case CROSS, ERASER -> Cursor.CROSSHAIR;
            case TEXT -> Cursor.TEXT;
            case LASER -> Cursor.NONE; // the dot is shown
            case HAND -> Cursor.OPEN_HAND;
            case GRABBING -> Cursor.CLOSED_HAND;
            case MOVE, COPY -> Cursor.MOVE;
            case ROTATE -> Cursor.HAND;
            case RESIZE_NS -> Cursor.V_RESIZE;
            case RESIZE_EW -> Cursor.H_RESIZE;
            case RESIZE_NWSE -> Cursor.NW_RESIZE;
            case RESIZE_NESW -> Cursor.NE_RESIZE;
        };
    }
}
