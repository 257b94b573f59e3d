package lectern.whiteboard;

import java.util.List;
import lectern.protocol.BoardMessage;
import lectern.protocol.board.PageId;

/// What a [BoardClient] wants done, and what has changed in it.
public sealed interface BoardOutput {
    /// Send this.
    record Say(BoardMessage message) implements BoardOutput {}

    /// What is shown of a page changed in these shapes, in this order.
    record SheetEdited(PageId page, List<Edit> edits) implements BoardOutput {}

    /// A page is to be painted anew: [BoardClient#sheet] gives another object. It has in it what was done until
    /// [BoardClient#drain].
    record SheetReplaced(PageId page) implements BoardOutput {}

    /// The pages, the current one, who may draw, or what is handed out.
    record PagesChanged() implements BoardOutput {}

    record PresenceChanged(PageId page) implements BoardOutput {}

    /// The server didn't take an edit; it was taken back here.
    record EditRefused(String why) implements BoardOutput {}
}
