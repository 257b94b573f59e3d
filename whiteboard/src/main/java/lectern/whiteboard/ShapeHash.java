package lectern.whiteboard;

import java.util.List;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;

/// 64 bits of a shape, the same in every process: what `hashCode` of a record doesn't promise.
final class ShapeHash {
    private long hash = 0x9e3779b97f4a7c15L;

    static long of(Shape shape) {
        var hash = new ShapeHash();
        hash.add(shape.id().value()).add(shape.order());
        Frame frame = shape.frame();
        hash.add(frame.x()).add(frame.y()).add(frame.rotation()).add(frame.scaleX()).add(frame.scaleY());
        Look look = shape.look();
        String fill = look.fill();
        hash.add(look.colour()).add(look.width()).add(look.opacity()).add(fill == null ? "" : fill)
                .add(look.dash().ordinal());
        switch (shape.form()) {
            case Form.Ink ink -> hash.add(1).add(ink.precision()).add(ink.points());
            case Form.Path path -> hash.add(2).add(path.closed() ? 1 : 0).add(path.start().ordinal())
                    .add(path.end().ordinal()).add(path.points());
            case Form.Rectangle rectangle -> hash.add(3).add(rectangle.width()).add(rectangle.height());
            case Form.Ellipse ellipse -> hash.add(4).add(ellipse.width()).add(ellipse.height());
            case Form.Text text -> hash.add(5).add(text.text()).add(text.width()).add(text.height()).add(text.size())
                    .add(text.bold() ? 1 : 0);
            case Form.Picture picture -> hash.add(6).add(picture.asset().value()).add(picture.width())
                    .add(picture.height());
        }
        return hash.hash;
    }

    private ShapeHash add(long value) {
        hash = (hash ^ value) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 32;
        return this;
    }

    /// -0.0 counts as 0.0.
    private ShapeHash add(double value) { return add(Double.doubleToLongBits(value + 0.0)); }

    private ShapeHash add(String value) {
        for (int i = 0; i < value.length(); i++) hash = hash * 31 + value.charAt(i);
        return add(value.length());
    }

    private ShapeHash add(List<Point> points) {
        for (Point point : points) add(point.x()).add(point.y());
        return add(points.size());
    }
}
