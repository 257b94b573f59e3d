package lectern.whiteboard.tool;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.Placing;
import lectern.whiteboard.tool.SelectionBox.Pulls;
import org.jspecify.annotations.Nullable;

/// What is selected, as it is now, with the box around it.
///
/// @param shapes in the order in which they are painted
/// @param box    null when nothing is selected
record Selection(List<Shape> shapes, @Nullable SelectionBox box) {
    static final Selection NOTHING = new Selection(List.of(), null);

    static Selection of(Collection<Shape> chosen) {
        if (chosen.isEmpty()) return NOTHING;
        List<Shape> shapes = inOrder(chosen);
        return new Selection(shapes, shapes.size() == 1 ? single(shapes.getFirst()) : group(shapes));
    }

    static List<Shape> inOrder(Collection<Shape> shapes) {
        return shapes.stream().sorted((a, b) -> {
            int byOrder = Double.compare(a.order(), b.order());
            return byOrder != 0 ? byOrder : a.id().compareTo(b.id());
        }).toList();
    }

    Set<ShapeId> ids() { return ids(shapes); }

    static Set<ShapeId> ids(Collection<Shape> shapes) {
        // Not Set.copyOf: names that count up fill its table in runs, and with thousands of them each is searched for.
        Set<ShapeId> ids = HashSet.newHashSet(shapes.size());
        for (Shape shape : shapes) ids.add(shape.id());
        return Collections.unmodifiableSet(ids);
    }

    boolean isEmpty() { return shapes.isEmpty(); }

    boolean has(ShapeId id) { return shapes.stream().anyMatch(shape -> shape.id().equals(id)); }

    ToolOutput said() { return new ToolOutput.Selected(ids(), box); }

    /// The text, when a single text is selected.
    @Nullable
    Shape text() {
        return shapes.size() == 1 && shapes.getFirst().form() instanceof Form.Text ? shapes.getFirst() : null;
    }

    /// As large as the shape in its own directions, turned with it.
    private static SelectionBox single(Shape shape) {
        Frame frame = shape.frame();
        if (isLine(shape.form()) && shape.form() instanceof Form.Path path) return line(path, new Placing(frame));
        Bounds own = extent(shape.form(), new Frame(0, 0, 0, frame.scaleX(), frame.scaleY()));
        Point middle = Angles.turned(frame.x(), frame.y(), frame.rotation(), own.centreX(), own.centreY());
        Pulls pulls = shape.form() instanceof Form.Text ? Pulls.TEXT : keepsRatio(shape) ? Pulls.EVEN : Pulls.FREE;
        return new SelectionBox(middle.x(), middle.y(), own.width(), own.height(), frame.rotation(),
                pulls);
    }

    /// A line or an arrow, which has two ends to be pulled at.
    static boolean isLine(Form form) { return form instanceof Form.Path path && path.points().size() == 2; }

    private static SelectionBox line(Form.Path line, Placing placing) {
        Point a = line.points().getFirst();
        Point b = line.points().getLast();
        double fromX = placing.x(a.x(), a.y());
        double fromY = placing.y(a.x(), a.y());
        double dx = placing.x(b.x(), b.y()) - fromX;
        double dy = placing.y(b.x(), b.y()) - fromY;
        return new SelectionBox(fromX + dx / 2, fromY + dy / 2, Math.hypot(dx, dy), 0,
                Math.toDegrees(Math.atan2(dy, dx)), Pulls.ENDS);
    }

    private static SelectionBox group(List<Shape> shapes) {
        Bounds all = around(shapes);
        boolean even = shapes.stream().anyMatch(shape -> shape.frame().rotation() != 0 || keepsRatio(shape));
        return new SelectionBox(all.centreX(), all.centreY(), all.width(), all.height(), 0,
                even ? Pulls.EVEN : Pulls.FREE);
    }

    static Bounds around(List<Shape> shapes) {
        Bounds all = extent(shapes.getFirst().form(), shapes.getFirst().frame());
        for (Shape shape : shapes) all = all.union(extent(shape.form(), shape.frame()));
        return all;
    }

    /// Letters and pictures aren't pressed flat.
    static boolean keepsRatio(Shape shape) {
        return shape.form() instanceof Form.Text || shape.form() instanceof Form.Picture;
    }

    /// What the middle of its lines covers: a handle that is pulled by 10 makes a rectangle 10 wider, whatever its line.
    private static Bounds extent(Form form, Frame frame) {
        double[] xy = switch (form) {
            case Form.Ink ink -> points(ink);
            case Form.Path path -> path.points().stream()
                    .flatMapToDouble(p -> DoubleStream.of(p.x(), p.y())).toArray();
            case Form.Rectangle it -> corners(it.width(), it.height());
            case Form.Ellipse it -> corners(it.width(), it.height());
            case Form.Text it -> corners(it.width(), it.height());
            case Form.Picture it -> corners(it.width(), it.height());
        };
        var placing = new Placing(frame);
        double minX = Double.POSITIVE_INFINITY, minY = minX, maxX = -minX, maxY = -minX;
        for (int i = 0; i < xy.length; i += 2) {
            double x = placing.x(xy[i], xy[i + 1]);
            double y = placing.y(xy[i], xy[i + 1]);
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
        }
        return new Bounds(minX, minY, maxX, maxY);
    }

    private static double[] points(Form.Ink ink) {
        var points = InkCode.decode(ink.points());
        double quantum = Math.scalb(1.0, -ink.precision());
        double[] xy = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            xy[2 * i] = points.x()[i] * quantum;
            xy[2 * i + 1] = points.y()[i] * quantum;
        }
        return xy;
    }

    private static double[] corners(double width, double height) {
        return new double[]{ 0, 0, width, 0, width, height, 0, height};
    }
}
