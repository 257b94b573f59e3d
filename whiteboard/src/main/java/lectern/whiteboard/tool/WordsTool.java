package lectern.whiteboard.tool;

import java.util.List;

/// Selects words of the page's ground. Where those stand only the screen knows, which does the rest; nothing on the page
/// changes.
final class WordsTool implements Tool {
    @Override
    public List<ToolOutput> handle(PointerInput input) { return List.of(); }

    @Override
    public boolean isInHand() { return false; }

    @Override
    public List<ToolOutput> cancel() { return List.of(); }

    @Override
    public ToolOutput.Cursor cursorAt(double x, double y) { return ToolOutput.Cursor.TEXT; }
}
