package lectern.whiteboard.tool;

import lectern.protocol.board.Point;
import org.jspecify.annotations.Nullable;

/// Holds a pen on the instrument that lies on the page, from where it first touches an edge until it leaves it.
final class Guide {
    private static final double REACH_PIXELS = 12;
    private final Desk desk;
    private @Nullable Instrument instrument;
    private @Nullable Edge edge;

    Guide(Desk desk) {
        this.desk = desk;
    }

    @Nullable
    Instrument instrument() { return instrument; }

    void lay(@Nullable Instrument next) { instrument = next; }

    @Nullable
    Edge edge() { return edge; }

    /// The pen comes down; nothing holds it yet.
    void begin() { edge = null; }

    /// Where the pen is that is pushed there.
    Point hold(double x, double y) {
        if (instrument == null) return new Point(x, y);
        double reach = desk.units(REACH_PIXELS);
        if (edge == null || !instrument.holds(edge, x, y, reach)) edge = instrument.edgeAt(x, y, reach);
        if (edge == null) return new Point(x, y);
        if (edge instanceof Edge.Ray ray && instrument instanceof Instrument.Protractor protractor) {
            // So near to the middle there is no direction yet.
            if (ray.distance(x, y) <= reach) return new Point(ray.x(), ray.y());
            instrument = protractor.showing(ray.degrees(x, y));
        }
        return edge.nearest(x, y);
    }
}
