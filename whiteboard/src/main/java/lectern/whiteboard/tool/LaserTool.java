package lectern.whiteboard.tool;

import java.util.List;
import lectern.protocol.board.Point;

/// A dot that everybody sees and that leaves nothing. A mouse or pen points while it hovers, a finger while it touches.
final class LaserTool implements Tool {
    private boolean shown;
    private boolean down;

    @Override
    public List<ToolOutput> handle(PointerInput input) {
        down = input.kind() == PointerInput.Kind.DOWN || input.kind() == PointerInput.Kind.MOVE;
        return switch (input.kind()) {
            case DOWN, MOVE, HOVER -> point(input);
            case UP -> input.device() == PointerInput.Device.TOUCH ? cancel() : point(input);
            case CANCEL, LEAVE -> cancel();
        };
    }

    private List<ToolOutput> point(PointerInput input) {
        shown = true;
        return List.of(new ToolOutput.PointAt(new Point(input.x(), input.y()), true));
    }

    @Override
    public boolean isInHand() { return down; }

    @Override
    public List<ToolOutput> cancel() {
        if (!shown) return List.of();
        shown = false;
        down = false;
        return List.of(new ToolOutput.PointAt(null, false));
    }

    @Override
    public ToolOutput.Cursor cursorAt(double x, double y) { return ToolOutput.Cursor.LASER; }
}
