package lectern.whiteboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.protocol.board.Shape;

/// Finds shapes by where they are: a page without end in cells, each with the shapes that touch it.
///
/// A small view is answered from its cells. A view with a large part of the page in it is answered by going through all
/// shapes in their painted order: that is cheaper than sorting what the cells hold.
final class Grid {
    private static final double CELL = 256;
    /// A shape or view over more cells isn't looked at by cells.
    private static final long MANY_CELLS = 256;
    /// Sorting n candidates costs about as much as looking at eight times as many.
    private static final int WORTH_SORTING = 8;

    private final Map<Long, List<Placed>> cells = new HashMap<>();
    private final List<Placed> wide = new ArrayList<>();
    private int search;

    void add(Placed placed) {
        Bounds bounds = Bounds.of(placed.shape);
        placed.minX = bounds.minX();
        placed.minY = bounds.minY();
        placed.maxX = bounds.maxX();
        placed.maxY = bounds.maxY();
        var span = Span.of(bounds);
        if (span.cells() > MANY_CELLS) {
            wide.add(placed);
            return;
        }
        for (int y = span.y0; y <= span.y1; y++)
            for (int x = span.x0; x <= span.x1; x++)
                cells.computeIfAbsent(key(x, y), _ -> new ArrayList<>(4)).add(placed);
    }

    void remove(Placed placed) {
        var span = Span.of(new Bounds(placed.minX, placed.minY, placed.maxX, placed.maxY));
        if (span.cells() > MANY_CELLS) {
            drop(wide, placed);
            return;
        }
        for (int y = span.y0; y <= span.y1; y++) for (int x = span.x0; x <= span.x1; x++) {
            List<Placed> cell = cells.get(key(x, y));
            if (cell == null) continue;
            drop(cell, placed);
            if (cell.isEmpty()) cells.remove(key(x, y));
        }
    }

    List<Shape> in(Bounds bounds, PaintOrder order) {
        var span = Span.of(bounds);
        if (span.cells() > MANY_CELLS) return order.touching(bounds);
        int candidates = wide.size();
        for (int y = span.y0; y <= span.y1; y++) for (int x = span.x0; x <= span.x1; x++) {
            List<Placed> cell = cells.get(key(x, y));
            if (cell != null) candidates += cell.size();
        }
        if (candidates > 64 && candidates > order.size() / WORTH_SORTING) return order.touching(bounds);
        search++;
        var found = new Placed[candidates];
        int count = pick(wide, bounds, found, 0);
        for (int y = span.y0; y <= span.y1; y++) for (int x = span.x0; x <= span.x1; x++) {
            List<Placed> cell = cells.get(key(x, y));
            if (cell != null) count = pick(cell, bounds, found, count);
        }
        Arrays.sort(found, 0, count);
        List<Shape> shapes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) shapes.add(found[i].shape);
        return shapes;
    }

    private int pick(List<Placed> from, Bounds bounds, Placed[] found, int count) {
        int next = count;
        for (Placed placed : from) {
            if (placed.found == search || !placed.touches(bounds)) continue;
            placed.found = search;
            found[next++] = placed;
        }
        return next;
    }

    /// What was put in last is taken out first, mostly: it is what somebody is moving.
    private static void drop(List<Placed> list, Placed placed) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i) != placed) continue;
            list.set(i, list.getLast());
            list.removeLast();
            return;
        }
    }

    private static long key(int x, int y) { return (long) x << 32 | y & 0xffffffffL; }

    private record Span(int x0, int y0, int x1, int y1) {
        static Span of(Bounds bounds) {
            return new Span(cell(bounds.minX()), cell(bounds.minY()), cell(bounds.maxX()), cell(bounds.maxY()));
        }

        long cells() { return ((long) x1 - x0 + 1) * ((long) y1 - y0 + 1); }

        /// Far out all is one cell, so that any number is a place.
        private static int cell(double at) {
            return (int) Math.max(-1e9, Math.min(1e9, Math.floor(at / CELL)));
        }
    }
}
