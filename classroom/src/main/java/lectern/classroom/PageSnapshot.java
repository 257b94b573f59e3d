package lectern.classroom;

import java.util.List;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;

/// What was on a page at one revision. One and the same is given to all who open the page within its next few edits, so
/// that it is written as JSON once.
public final class PageSnapshot {
    private final PageId page;
    private final long revision;
    private final List<Shape> shapes;

    PageSnapshot(PageId page, long revision, List<Shape> shapes) {
        this.page = page;
        this.revision = revision;
        this.shapes = List.copyOf(shapes);
    }

    public PageId page() {
        return page;
    }

    public long revision() {
        return revision;
    }

    /// In the order in which they are painted.
    public List<Shape> shapes() {
        return shapes;
    }
}
