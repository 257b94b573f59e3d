package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.protocol.board.Form;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.Hit;
import org.jspecify.annotations.Nullable;

/// Takes away what it comes upon; it is gone from the page when the eraser is lifted. Pictures stay: a worksheet isn't rubbed out
/// with what was written on it.
final class EraserTool implements Tool {
    private final Desk desk;
    private final Map<ShapeId, Shape> erased = new LinkedHashMap<>();
    private @Nullable Point last;

    EraserTool(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<ToolOutput> handle(PointerInput input) {
        Point from = last;
        Point to = new Point(input.x(), input.y());
        return switch (input.kind()) {
            case DOWN -> {
                erased.clear();
                yield rub(to, to);
            }
            case MOVE -> from == null ? List.of() : rub(from, to);
            case UP -> {
                if (from == null) yield List.of();
                rub(from, to);
                yield finish();
            }
            case CANCEL -> cancel();
            case HOVER, LEAVE -> List.of();
        };
    }

    private List<ToolOutput> rub(Point from, Point to) {
        last = to;
        double radius = desk.units(desk.style().eraserWidth() / 2);
        int before = erased.size();
        Bounds way = Bounds.around(from.x(), from.y(), radius).union(Bounds.around(to.x(), to.y(), radius));
        for (Shape shape : desk.sheet().in(way)) {
            if (erased.containsKey(shape.id()) || shape.form() instanceof Form.Picture) continue;
            if (Hit.crossed(shape, from.x(), from.y(), to.x(), to.y(), radius) && desk.mayChange(shape))
                erased.put(shape.id(), shape);
        }
        if (erased.size() == before) return List.of();
        return List.of(new ToolOutput.Preview(List.of(), Set.copyOf(erased.keySet())));
    }

    private List<ToolOutput> finish() {
        List<ShapeId> ids = erased.keySet().stream().filter(id -> desk.sheet().find(id) != null).toList();
        List<ToolOutput> out = new ArrayList<>();
        if (!ids.isEmpty()) out.addAll(Steps.of(Steps.delete(ids), false));
        out.addAll(cancel());
        return out;
    }

    @Override
    public boolean isInHand() { return last != null; }

    @Override
    public List<ToolOutput> cancel() {
        if (last == null) return List.of();
        last = null;
        erased.clear();
        return List.of(new ToolOutput.NothingInHand());
    }

    @Override
    public ToolOutput.Cursor cursorAt(double x, double y) { return ToolOutput.Cursor.ERASER; }
}
