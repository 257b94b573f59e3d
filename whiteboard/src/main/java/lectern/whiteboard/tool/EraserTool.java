package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.Eraser;
import lectern.whiteboard.Hit;
import org.jspecify.annotations.Nullable;

/// Takes away what it comes upon: whole shapes, or parts of ink alone. It is gone from the page when the eraser is lifted.
/// Pictures stay: a worksheet isn't rubbed out with what was written on it.
final class EraserTool implements Tool {
    private final Desk desk;
    /// What was come upon, and what is left of it.
    private final Map<Shape, List<Shape>> rubbed = new LinkedHashMap<>();
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
                rubbed.clear();
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
        boolean parts = desk.style().erasesParts();
        Bounds way = Bounds.around(from.x(), from.y(), radius).union(Bounds.around(to.x(), to.y(), radius));
        boolean more = false;
        for (Shape shape : desk.sheet().in(way)) {
            if (!desk.mayChange(shape)) continue;
            more |= parts ? cut(shape, from, to, radius) : take(shape, from, to, radius);
        }
        if (!more) return List.of();
        Set<ShapeId> hidden = Selection.ids(rubbed.keySet());
        return List.of(new ToolOutput.Preview(rubbed.values().stream().flatMap(List::stream).toList(), hidden));
    }

    private boolean take(Shape shape, Point from, Point to, double radius) {
        if (shape.form() instanceof Form.Picture || rubbed.containsKey(shape)) return false;
        if (!Hit.crossed(shape, from.x(), from.y(), to.x(), to.y(), radius)) return false;
        rubbed.put(shape, List.of());
        return true;
    }

    private boolean cut(Shape shape, Point from, Point to, double radius) {
        if (!(shape.form() instanceof Form.Ink)) return false;
        boolean more = false;
        List<Shape> left = new ArrayList<>();
        for (Shape piece : rubbed.getOrDefault(shape, List.of(shape))) {
            List<Form.Ink> pieces = Eraser.cut(piece, from.x(), from.y(), to.x(), to.y(), radius);
            if (pieces == null) {
                left.add(piece);
                continue;
            }
            more = true;
            for (Form.Ink ink : pieces)
                left.add(new Shape(desk.newId(), shape.order(), shape.frame(), shape.look(), ink));
        }
        if (more) rubbed.put(shape, left);
        return more;
    }

    private List<ToolOutput> finish() {
        List<ShapeId> gone = new ArrayList<>();
        List<Shape> pieces = new ArrayList<>();
        for (var each : rubbed.entrySet()) {
            Shape there = desk.sheet().find(each.getKey().id());
            // Pieces of a stroke that somebody moved meanwhile would be where it was.
            if (there == null || !each.getValue().isEmpty() && !there.equals(each.getKey())) continue;
            if (!desk.mayChange(there)) continue;
            gone.add(there.id());
            pieces.addAll(each.getValue());
        }
        List<Change> changes = new ArrayList<>(Arrange.deletes(gone));
        changes.addAll(Arrange.adds(pieces));
        List<ToolOutput> out = new ArrayList<>(ToolOutput.Commit.of(changes));
        out.addAll(cancel());
        return out;
    }

    @Override
    public boolean isInHand() { return last != null; }

    @Override
    public List<ToolOutput> cancel() {
        if (last == null) return List.of();
        last = null;
        rubbed.clear();
        return List.of(new ToolOutput.NothingInHand());
    }

    @Override
    public ToolOutput.Cursor cursorAt(double x, double y) { return ToolOutput.Cursor.ERASER; }
}
