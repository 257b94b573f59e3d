package lectern.ui.board;

import java.util.List;
import java.util.Set;
import lectern.protocol.board.Page;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.Sheet;

/// A page as it is to be painted.
///
/// @param lifted         shapes that something else paints meanwhile, or nothing
/// @param throughCurtain what is covered shows through, as for those who moderate
/// @param highlights     between the ground and the ink
public record Content(Page page, Sheet sheet, Set<ShapeId> lifted, boolean throughCurtain,
        List<Highlight> highlights) {
    Content(Page page, Sheet sheet, Set<ShapeId> lifted, boolean throughCurtain) {
        this(page, sheet, lifted, throughCurtain, List.of());
    }

    public boolean isDark() { return Paper.isDark(page.ground()); }

    List<Shape> in(Bounds part) {
        var shapes = sheet.in(part);
        return lifted.isEmpty() ? shapes : shapes.stream().filter(shape -> !lifted.contains(shape.id())).toList();
    }
}
