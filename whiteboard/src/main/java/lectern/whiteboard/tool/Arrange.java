package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.Change;
import lectern.protocol.board.Look;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Bounds;
import org.jspecify.annotations.Nullable;

/// What is done to the selected shapes without a pointer, as changes. The shapes come in the order in which they are painted.
final class Arrange {
    private static final double FARTHEST = 1e12;
    /// Names in one change: it has to fit into a message.
    private static final int IDS = Math.min(1_000, BoardLimits.IDS);

    /// The same shapes by another hand, on top of everything, in the same order among themselves.
    static List<Shape> copies(Desk desk, List<Shape> shapes, Transform.Move move) {
        double order = desk.topOrder();
        List<Shape> copies = new ArrayList<>();
        for (Shape shape : shapes)
            copies.add(new Shape(desk.newId(), order + copies.size(), move.of(shape.frame()), shape.look(),
                    shape.form()));
        return copies;
    }

    static List<Change> adds(List<Shape> shapes) {
        return shapes.stream().<Change>map(Change.Add::new).toList();
    }

    static List<Change> deletes(List<ShapeId> ids) {
        List<Change> deletes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += IDS)
            deletes.add(new Change.Delete(ids.subList(i, Math.min(ids.size(), i + IDS))));
        return deletes;
    }

    static List<Change> restyled(List<Shape> shapes, UnaryOperator<Look> next) {
        List<Change> changes = new ArrayList<>();
        for (Shape shape : shapes) {
            Look look = next.apply(shape.look());
            if (!look.equals(shape.look())) changes.add(new Change.Set(shape.id(), null, null, look, null));
        }
        return changes;
    }

    static List<Change> ordered(Desk desk, List<Shape> shapes, Toolbox.Place place) {
        if (shapes.isEmpty()) return List.of();
        List<Shape> all = desk.sheet().shapes();
        return switch (place) {
            case FRONT ->
                isTop(all, shapes) ? List.of() : spread(shapes, desk.topOrder(), desk.topOrder() + shapes.size());
            case BACK -> {
                double bottom = all.getFirst().order();
                yield spread(shapes, bottom - shapes.size() - 1, bottom - 1);
            }
            case FORWARD -> over(all, shapes);
            case BACKWARD -> under(all, shapes);
        };
    }

    private static boolean isTop(List<Shape> all, List<Shape> shapes) {
        int from = all.size() - shapes.size();
        return from >= 0 && all.subList(from, all.size()).equals(shapes);
    }

    /// Above the lowest of those above that they touch: what they don't touch makes no difference to the eye.
    private static List<Change> over(List<Shape> all, List<Shape> shapes) {
        Set<ShapeId> own = ids(shapes);
        Bounds covered = covered(shapes);
        int at = all.size();
        for (int i = all.size() - 1; i >= 0 && !own.contains(all.get(i).id()); i--)
            if (Bounds.of(all.get(i)).intersects(covered)) at = i;
        return at == all.size() ? List.of() : between(all, shapes, own, at + 1);
    }

    private static List<Change> under(List<Shape> all, List<Shape> shapes) {
        Set<ShapeId> own = ids(shapes);
        Bounds covered = covered(shapes);
        int at = -1;
        for (int i = 0; i < all.size() && !own.contains(all.get(i).id()); i++)
            if (Bounds.of(all.get(i)).intersects(covered)) at = i;
        return at < 0 ? List.of() : between(all, shapes, own, at);
    }

    /// Into the gap below number `gap` of all. Where two neighbours have one order, or no number is left between theirs, the gap
    /// is looked for on the far side.
    private static List<Change> between(List<Shape> all, List<Shape> shapes, Set<ShapeId> own, int gap) {
        List<Shape> others = all.stream().filter(shape -> !own.contains(shape.id())).toList();
        int split = (int) all.subList(0, gap).stream().filter(shape -> !own.contains(shape.id())).count();
        boolean up = own.stream()
                .noneMatch(id -> all.subList(gap, all.size()).stream().anyMatch(s -> s.id().equals(id)));
        while (split > 0 && split < others.size()) {
            double low = others.get(split - 1).order();
            double high = others.get(split).order();
            if (low + (high - low) / (shapes.size() + 1) > low && low < high) return spread(shapes, low, high);
            split += up ? 1 : -1;
        }
        if (others.isEmpty()) return List.of();
        double end = split == 0 ? others.getFirst().order() - 1 : others.getLast().order();
        return spread(shapes, split == 0 ? end - shapes.size() : end, split == 0 ? end + 1 : end + 1);
    }

    /// Their orders evenly between two numbers, without those.
    private static List<Change> spread(List<Shape> shapes, double low, double high) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            double order = Math.clamp(low + (high - low) * (i + 1) / (shapes.size() + 1), -FARTHEST, FARTHEST);
            if (order != shapes.get(i).order())
                changes.add(new Change.Set(shapes.get(i).id(), order, null, null, null));
        }
        return changes;
    }

    private static Set<ShapeId> ids(List<Shape> shapes) {
        Set<ShapeId> ids = new HashSet<>();
        for (Shape shape : shapes) ids.add(shape.id());
        return ids;
    }

    private static Bounds covered(List<Shape> shapes) {
        @Nullable
        Bounds all = null;
        for (Shape shape : shapes) all = all == null ? Bounds.of(shape) : all.union(Bounds.of(shape));
        return all == null ? new Bounds(0, 0, 0, 0) : all;
    }

    private Arrange() {}
}
