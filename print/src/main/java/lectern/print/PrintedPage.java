package lectern.print;

import java.util.List;
import lectern.protocol.board.Page;
import lectern.protocol.board.Shape;

/// A page and what is on it.
///
/// @param shapes in the order in which they are painted
public record PrintedPage(Page page, List<Shape> shapes) {
    public PrintedPage {
        shapes = List.copyOf(shapes);
    }
}
