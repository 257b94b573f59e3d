package lectern.whiteboard.tool;

/// A key that a tool in hand or the selection understands.
public record ToolKey(Key key, boolean shift, boolean alt, boolean ctrl) {
    public enum Key {
        ESCAPE, ENTER,
        /// Delete and backspace alike.
        DELETE, LEFT, RIGHT, UP, DOWN
    }

    public static ToolKey of(Key key) { return new ToolKey(key, false, false, false); }
}
