package lectern.ui.board;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import lectern.protocol.board.Form;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Outline;

/// The outlines of ink on the page, kept as long as there is room: making one costs more than painting it.
final class Outlines {
    private static final int ROOM = 2_000_000; // vertices: 32 MB

    /// @param xs   as many as `ys`: the vertices of a polygon that is filled by its winding
    /// @param size the longer side of the upright rectangle around it, in page units
    record Polygon(Shape shape, double[] xs, double[] ys, double size) {
        boolean isOf(Shape other) {
            return shape == other || shape.form().equals(other.form()) && shape.frame().equals(other.frame())
                    && shape.look().width() == other.look().width()
                    && shape.look().opacity() == other.look().opacity();
        }
    }

    private final Map<ShapeId, Polygon> kept = new LinkedHashMap<>(256, 0.75f, true);
    private int vertices;

    Polygon of(Shape shape) {
        var known = kept.get(shape.id());
        if (known != null && known.isOf(shape)) return known;
        var polygon = made(shape);
        var before = kept.put(shape.id(), polygon);
        vertices += polygon.xs.length - (before == null ? 0 : before.xs.length);
        makeRoom();
        return polygon;
    }

    private static Polygon made(Shape shape) {
        double[] xy = Outline.of((Form.Ink) shape.form(), shape.frame(), shape.look());
        var xs = new double[xy.length / 2];
        var ys = new double[xy.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = shape.frame().x() + xy[2 * i];
            ys[i] = shape.frame().y() + xy[2 * i + 1];
        }
        return new Polygon(shape, xs, ys, Math.max(extent(xs), extent(ys)));
    }

    private static double extent(double[] values) {
        double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return Math.max(0, most - least);
    }

    private void makeRoom() {
        Iterator<Polygon> oldest = kept.values().iterator();
        while (vertices > ROOM && kept.size() > 1 && oldest.hasNext()) {
            vertices -= oldest.next().xs.length;
            oldest.remove();
        }
    }
}
