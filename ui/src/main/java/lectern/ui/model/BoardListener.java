package lectern.ui.model;

import java.util.List;
import lectern.protocol.board.PageId;
import lectern.whiteboard.Edit;

/// Told what changed on pages, for what paints them. Properties of [BoardModel] tell the rest.
public interface BoardListener {
    default void edited(PageId page, List<Edit> edits) {}

    /// What was known of the page doesn't hold any more: it came anew.
    default void replaced(PageId page) {}

    default void presenceChanged(PageId page) {}
}
