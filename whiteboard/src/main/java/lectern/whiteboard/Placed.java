package lectern.whiteboard;

import lectern.protocol.board.Shape;

/// A shape's place in a [Sheet]: in its painted order and in its grid. One whose order changes gets a new one.
final class Placed implements Comparable<Placed> {
    final double order;
    Shape shape;
    /// Not on the page any more.
    boolean gone;
    /// As the grid knows it.
    double minX, minY, maxX, maxY;
    /// In which search it was found last.
    int found;

    Placed(Shape shape) {
        this.shape = shape;
        order = shape.order();
    }

    @Override
    public int compareTo(Placed other) {
        // Not Double.compare: -0.0 and 0.0 are equal here, as they are in JavaScript.
        if (order != other.order) return order < other.order ? -1 : 1;
        return shape.id().compareTo(other.shape.id());
    }

    boolean touches(Bounds region) {
        return minX <= region.maxX() && maxX >= region.minX() && minY <= region.maxY() && maxY >= region.minY();
    }
}
