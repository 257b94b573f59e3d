package lectern.print;

import java.util.List;
import lectern.protocol.board.Page;
import lectern.protocol.board.Shape;

/// A page and what is on it.
///
/// @param shapes in the order in which they are painted
/// @param isOver whether it is to lie over the document's own page: what is on it alone, in the page's own size
public record PrintedPage(Page page, List<Shape> shapes, boolean isOver) {
    public PrintedPage {
        shapes = List.copyOf(shapes);
    }

    public PrintedPage(Page page, List<Shape> shapes) { this(page, shapes, false); }

    public PrintedPage over() { return new PrintedPage(page, shapes, true); }
}
