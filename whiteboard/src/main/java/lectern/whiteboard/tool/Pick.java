package lectern.whiteboard.tool;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.Hit;
import org.jspecify.annotations.Nullable;

/// Which of the shapes that one may change is meant. Those that one may not are as if they weren't there.
final class Pick {
    /// The topmost that the place is on or at most that many page units beside.
    static @Nullable Shape topAt(Desk desk, double x, double y, double tolerance) {
        List<Shape> near = desk.sheet().in(Bounds.around(x, y, tolerance));
        for (int i = near.size() - 1; i >= 0; i--)
            if (Hit.near(near.get(i), x, y, tolerance) && desk.mayChange(near.get(i))) return near.get(i);
        return null;
    }

    /// Those that are wholly in the rectangle.
    ///
    /// @param touched instead, those that reach into it
    static Set<ShapeId> in(Desk desk, Bounds rectangle, boolean touched) {
        return desk.sheet().in(rectangle).stream()
                .filter(shape -> touched ? touches(shape, rectangle) : Hit.within(shape, rectangle))
                .filter(desk::mayChange).map(Shape::id).collect(Collectors.toSet());
    }

    private static boolean touches(Shape shape, Bounds r) {
        return Hit.within(shape, r) || Hit.crossed(shape, r.minX(), r.minY(), r.maxX(), r.minY(), 0)
                || Hit.crossed(shape, r.maxX(), r.minY(), r.maxX(), r.maxY(), 0)
                || Hit.crossed(shape, r.maxX(), r.maxY(), r.minX(), r.maxY(), 0)
                || Hit.crossed(shape, r.minX(), r.maxY(), r.minX(), r.minY(), 0);
    }

    private Pick() {}
}
