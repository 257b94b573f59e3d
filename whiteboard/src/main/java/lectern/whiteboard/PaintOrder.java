package lectern.whiteboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lectern.protocol.board.Shape;

/// What is on a page from the lowest to the topmost. What comes and goes is only noted; the next reader pays for what came
/// since the last: nearly always a few shapes that belong on top.
final class PaintOrder {
    private Placed[] sorted = new Placed[16];
    private int size;
    private final List<Placed> fresh = new ArrayList<>();
    private int gone;

    void add(Placed placed) { fresh.add(placed); }

    /// One that was added is `gone` now.
    void removed() {
        // Whoever never reads, as a server, shouldn't keep what is long gone.
        if (++gone > 1024 && gone > (size + fresh.size()) / 2) settle();
    }

    int size() { return size + fresh.size() - gone; }

    double top() {
        settle();
        return size == 0 ? 0 : sorted[size - 1].order;
    }

    List<Shape> shapes() {
        settle();
        var shapes = new Shape[size];
        for (int i = 0; i < size; i++) shapes[i] = sorted[i].shape;
        return Collections.unmodifiableList(Arrays.asList(shapes));
    }

    List<Shape> touching(Bounds bounds) {
        settle();
        List<Shape> found = new ArrayList<>(Math.min(size, 1024));
        for (int i = 0; i < size; i++) if (sorted[i].touches(bounds)) found.add(sorted[i].shape);
        return found;
    }

    private void settle() {
        if (gone > 0) sweep();
        if (!fresh.isEmpty()) merge();
    }

    private void sweep() {
        int kept = 0;
        for (int i = 0; i < size; i++) if (!sorted[i].gone) sorted[kept++] = sorted[i];
        Arrays.fill(sorted, kept, size, null);
        size = kept;
        fresh.removeIf(placed -> placed.gone);
        gone = 0;
    }

    /// From the top down, so that nothing below the lowest new one is moved.
    private void merge() {
        Collections.sort(fresh);
        int total = size + fresh.size();
        if (total > sorted.length) sorted = Arrays.copyOf(sorted, Math.max(total, sorted.length * 2));
        int old = size - 1;
        int to = total - 1;
        for (int next = fresh.size() - 1; next >= 0; to--) {
            if (old >= 0 && sorted[old].compareTo(fresh.get(next)) > 0) sorted[to] = sorted[old--];
            else sorted[to] = fresh.get(next--);
        }
        size = total;
        fresh.clear();
    }
}
