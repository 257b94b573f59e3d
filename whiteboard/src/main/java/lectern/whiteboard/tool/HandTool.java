package lectern.whiteboard.tool;

import java.util.List;

/// Moves the paper. The place that was taken stays under the pointer: the view pans before the next input is made.
final class HandTool implements Tool {
    private double takenX;
    private double takenY;
    private boolean inHand;

    @Override
    public List<ToolOutput> handle(PointerInput input) {
        return switch (input.kind()) {
            case DOWN -> {
                takenX = input.x();
                takenY = input.y();
                inHand = true;
                yield List.of();
            }
            case MOVE -> !inHand || input.x() == takenX && input.y() == takenY
                    ? List.of()
                    : List.of(new ToolOutput.PanBy(input.x() - takenX, input.y() - takenY));
            case UP, CANCEL -> cancel();
            case HOVER, LEAVE -> List.of();
        };
    }

    @Override
    public boolean isInHand() { return inHand; }

    @Override
    public List<ToolOutput> cancel() {
        if (!inHand) return List.of();
        inHand = false;
        return List.of();
    }

    @Override
    public ToolOutput.Cursor cursorAt(double x, double y) {
        return inHand ? ToolOutput.Cursor.GRABBING : ToolOutput.Cursor.HAND;
    }
}
