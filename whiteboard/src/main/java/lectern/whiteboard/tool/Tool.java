package lectern.whiteboard.tool;

import java.util.List;

/// One tool as a state machine. Between a `down` and its `up` or `cancel` it may have something in hand.
interface Tool {
    List<ToolOutput> handle(PointerInput input);

    default List<ToolOutput> key(ToolKey key) {
        return key.key() == ToolKey.Key.ESCAPE ? cancel() : List.of();
    }

    /// Whether dropping it would lose something.
    boolean isInHand();

    /// Drops what is in hand.
    List<ToolOutput> cancel();

    /// The page changed by another hand than this one.
    default List<ToolOutput> pageChanged() { return List.of(); }

    /// What the pointer looks like there.
    ToolOutput.Cursor cursorAt(double x, double y);
}
