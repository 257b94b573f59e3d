package lectern.whiteboard;

import lectern.protocol.board.Form;
import lectern.protocol.board.Point;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;

/// An upright rectangle by its sides. Unlike a [Region] it may be anywhere and of any size: what a stroke of extreme scale
/// covers has no place in a message.
public record Bounds(double minX, double minY, double maxX, double maxY) {
    public static Bounds of(Region region) {
        return new Bounds(region.x(), region.y(), region.x() + region.width(), region.y() + region.height());
    }

    public static Bounds around(double x, double y, double distance) {
        return new Bounds(x - distance, y - distance, x + distance, y + distance);
    }

    /// All that is painted of a shape is in here, the width of its lines included.
    public static Bounds of(Shape shape) {
        var corners = new Hull(new Placing(shape.frame()));
        double half = shape.look().width() / 2;
        switch (shape.form()) {
            case Form.Ink ink -> {
                double quantum = Math.scalb(1.0, -ink.precision());
                if (shape.frame().rotation() == 0) {
                    int[] extent = InkCode.extent(ink.points());
                    corners.add(extent[0] * quantum, extent[1] * quantum);
                    corners.add(extent[2] * quantum, extent[3] * quantum);
                    break;
                }
                InkPoints points = InkCode.decode(ink.points());
                for (int i = 0; i < points.size(); i++)
                    corners.add(points.x()[i] * quantum, points.y()[i] * quantum);
            }
            case Form.Path path -> {
                for (Point point : path.points()) corners.add(point.x(), point.y());
                if (path.start() == Form.Path.Head.ARROW || path.end() == Form.Path.Head.ARROW)
                    half = Math.max(half, ArrowHead.length(shape.look().width()));
            }
            case Form.Rectangle rectangle -> corners.box(rectangle.width(), rectangle.height());
            case Form.Ellipse ellipse -> corners.box(ellipse.width(), ellipse.height());
            case Form.Text text -> {
                corners.box(text.width(), text.height());
                half = 0;
            }
            case Form.Picture picture -> {
                corners.box(picture.width(), picture.height());
                half = 0;
            }
        }
        return corners.bounds().grownBy(half);
    }

    public double width() { return maxX - minX; }

    public double height() { return maxY - minY; }

    public double centreX() { return (minX + maxX) / 2; }

    public double centreY() { return (minY + maxY) / 2; }

    public boolean intersects(Bounds other) {
        return minX <= other.maxX && maxX >= other.minX && minY <= other.maxY && maxY >= other.minY;
    }

    public boolean contains(double x, double y) { return x >= minX && x <= maxX && y >= minY && y <= maxY; }

    public boolean contains(Bounds other) {
        return other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY;
    }

    public Bounds union(Bounds other) {
        return new Bounds(Math.min(minX, other.minX), Math.min(minY, other.minY), Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }

    public Bounds grownBy(double distance) {
        return new Bounds(minX - distance, minY - distance, maxX + distance, maxY + distance);
    }

    private static final class Hull {
        private final Placing placing;
        private double minX = Double.POSITIVE_INFINITY;
        private double minY = Double.POSITIVE_INFINITY;
        private double maxX = Double.NEGATIVE_INFINITY;
        private double maxY = Double.NEGATIVE_INFINITY;

        Hull(Placing placing) { this.placing = placing; }

        void add(double x, double y) {
            double atX = placing.x(x, y);
            double atY = placing.y(x, y);
            minX = Math.min(minX, atX);
            minY = Math.min(minY, atY);
            maxX = Math.max(maxX, atX);
            maxY = Math.max(maxY, atY);
        }

        void box(double width, double height) {
            add(0, 0);
            add(width, 0);
            add(width, height);
            add(0, height);
        }

        Bounds bounds() { return new Bounds(minX, minY, maxX, maxY); }
    }
}
