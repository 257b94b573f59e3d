package lectern.whiteboard;

import java.util.List;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;

/// Shapes for tests, by short names.
final class Shapes {
    static final Look PEN = Look.pen("ink", 4);

    static ShapeId id(String id) { return new ShapeId(id); }

    static Shape box(String id, double order, double x, double y) {
        return new Shape(id(id), order, Frame.at(x, y), PEN, new Form.Rectangle(40, 20));
    }

    static Shape filled(String id, Form form, Frame frame) {
        return new Shape(id(id), 1, frame, new Look("ink", 4, 1, "#ffcc00", Look.Dash.SOLID), form);
    }

    static Shape line(String id, double... xy) {
        var points = new java.util.ArrayList<Point>();
        for (int i = 0; i < xy.length; i += 2) points.add(new Point(xy[i], xy[i + 1]));
        return new Shape(id(id), 1, Frame.at(0, 0), PEN,
                new Form.Path(points, false, Form.Path.Head.NONE, Form.Path.Head.NONE));
    }

    /// Points in quanta, x and y in turn, of even pressure.
    static Form.Ink ink(int precision, int... xy) {
        int[] x = new int[xy.length / 2];
        int[] y = new int[x.length];
        int[] pressure = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = xy[2 * i];
            y[i] = xy[2 * i + 1];
            pressure[i] = InkPoints.UNKNOWN;
        }
        return new Form.Ink(precision, InkCode.encode(new InkPoints(x, y, pressure)));
    }

    static Shape stroke(String id, int... xy) {
        return new Shape(id(id), 1, Frame.at(100, 100), PEN, ink(0, xy));
    }

    static Change add(Shape shape) { return new Change.Add(shape); }

    static Change delete(String... ids) { return new Change.Delete(ids(ids)); }

    static Change restore(String... ids) { return new Change.Restore(ids(ids)); }

    static Change move(String id, double x, double y) {
        return new Change.Set(id(id), null, Frame.at(x, y), null, null);
    }

    static Change colour(String id, String colour) {
        return new Change.Set(id(id), null, null, PEN.withColour(colour), null);
    }

    static Change raise(String id, double order) { return new Change.Set(id(id), order, null, null, null); }

    private static List<ShapeId> ids(String... ids) { return List.of(ids).stream().map(ShapeId::new).toList(); }

    private Shapes() {}
}
