package lectern.whiteboard.tool;

import lectern.protocol.board.Point;
import org.jspecify.annotations.Nullable;

/// A thing for drawing along that lies on the page, at its owner's screen only. Lengths are in page units, angles in degrees
/// clockwise on the screen.
public sealed interface Instrument {
    /// What a pointer takes it by.
    enum Grip {
        /// Moves it.
        BODY,
        /// Turns it about its other end (ruler) or its middle (protractor).
        START, END,
        /// Opens the compass and turns it.
        LEG
    }

    double MIN_LENGTH = 20;

    /// @param reach in page units
    @Nullable
    Grip gripAt(double x, double y, double reach);

    /// As it is when it was taken at `(fromX, fromY)` and pulled to `(x, y)`.
    ///
    /// @param steps turns by steps of 15°
    Instrument pulled(Grip grip, double fromX, double fromY, double x, double y, boolean steps);

    /// The edge that holds a pen there.
    @Nullable
    Edge edgeAt(double x, double y, double reach);

    /// Whether a pen that is on `edge` stays on it at another place.
    boolean holds(Edge edge, double x, double y, double reach);

    /// A straight edge.
    ///
    /// @param x of its middle, as `y`
    record Ruler(double x, double y, double degrees, double length, double width) implements Instrument {
        public static Ruler at(double x, double y) { return new Ruler(x, y, 0, 700, 70); }

        /// The middle of an end: -1 left, 1 right (when it isn't turned).
        public Point end(int side) { return place(side * length / 2, 0); }

        @Override
        public @Nullable Grip gripAt(double px, double py, double reach) {
            var place = inside(px, py);
            // Near its edges a pen draws; between them it is taken, at its ends for turning.
            boolean between = Math.abs(place.y()) <= Math.max(width / 2 - reach, width / 6);
            if (!between || Math.abs(place.x()) > length / 2) return null;
            if (Math.abs(place.x()) < length / 2 - width) return Grip.BODY;
            return place.x() < 0 ? Grip.START : Grip.END;
        }

        @Override
        public Instrument pulled(Grip grip, double fromX, double fromY, double toX, double toY, boolean steps) {
            if (grip != Grip.START && grip != Grip.END)
                return new Ruler(x + toX - fromX, y + toY - fromY, degrees, length, width);
            int side = grip == Grip.START ? -1 : 1;
            var pivot = end(-side);
            double turned = Angles.between(pivot.x(), pivot.y(), fromX, fromY, toX, toY);
            double next = Angles.normal(steps ? Angles.snap(degrees + turned) : degrees + turned);
            double half = side * length / 2;
            double radians = Math.toRadians(next);
            return new Ruler(pivot.x() + half * Math.cos(radians), pivot.y() + half * Math.sin(radians), next, length,
                    width);
        }

        @Override
        public @Nullable Edge edgeAt(double px, double py, double reach) {
            Edge above = edge(-1);
            Edge below = edge(1);
            double toAbove = above.distance(px, py);
            double toBelow = below.distance(px, py);
            if (Math.min(toAbove, toBelow) > reach) return null;
            return toAbove <= toBelow ? above : below;
        }

        @Override
        public boolean holds(Edge edge, double px, double py, double reach) {
            var place = inside(px, py);
            // No pen goes through a ruler: one that is pushed over it stays on the edge that it came to.
            boolean over = Math.abs(place.x()) <= length / 2 && Math.abs(place.y()) <= width / 2;
            return over || edge.distance(px, py) <= reach;
        }

        private Edge edge(int side) {
            var a = place(-length / 2, side * width / 2);
            var b = place(length / 2, side * width / 2);
            return new Edge.Straight(a.x(), a.y(), b.x(), b.y());
        }

        private Point place(double along, double across) {
            return Angles.turned(x, y, degrees, along, across);
        }

        private Point inside(double px, double py) {
            return Angles.turned(0, 0, -degrees, px - x, py - y);
        }
    }

    /// Draws arcs around its needle.
    ///
    /// @param x       of the needle, as `y`
    /// @param degrees where its leg is
    record Compass(double x, double y, double radius, double degrees) implements Instrument {
        public static Compass at(double x, double y) { return new Compass(x, y, 150, -45); }

        public Point leg() { return Angles.turned(x, y, degrees, radius, 0); }

        @Override
        public @Nullable Grip gripAt(double px, double py, double reach) {
            var leg = leg();
            if (Math.hypot(px - leg.x(), py - leg.y()) <= reach) return Grip.LEG;
            return Math.hypot(px - x, py - y) <= reach ? Grip.BODY : null;
        }

        @Override
        public Instrument pulled(Grip grip, double fromX, double fromY, double toX, double toY, boolean steps) {
            if (grip == Grip.BODY) return new Compass(x + toX - fromX, y + toY - fromY, radius, degrees);
            var leg = leg();
            double legX = leg.x() + toX - fromX;
            double legY = leg.y() + toY - fromY;
            double next = Math.toDegrees(Math.atan2(legY - y, legX - x));
            return new Compass(x, y, Math.max(MIN_LENGTH / 4, Math.hypot(legX - x, legY - y)),
                    Angles.normal(steps ? Angles.snap(next) : next));
        }

        @Override
        public @Nullable Edge edgeAt(double px, double py, double reach) {
            var circle = new Edge.Round(x, y, radius);
            return circle.distance(px, py) <= reach ? circle : null;
        }

        /// An arc that is begun stays an arc, however roughly the hand goes round.
        @Override
        public boolean holds(Edge edge, double px, double py, double reach) { return true; }
    }

    /// A half circle that measures angles counter-clockwise from its right end, as in mathematics.
    ///
    /// @param x       of the middle of its straight side, as `y`
    /// @param degrees where its zero points
    /// @param angle   that it shows, 0 to 359; NaN when it shows none
    record Protractor(double x, double y, double degrees, double radius, double angle) implements Instrument {
        public static Protractor at(double x, double y) { return new Protractor(x, y, 0, 200, Double.NaN); }

        public Protractor showing(double nextAngle) { return new Protractor(x, y, degrees, radius, nextAngle); }

        /// An end of its straight side: 1 is at 0°, -1 at 180°.
        public Point end(int side) { return Angles.turned(x, y, degrees, side * radius, 0); }

        /// What it shows for a place on the page: the whole degree, NaN where the place isn't on it.
        public double angleAt(double px, double py) {
            var place = Angles.turned(0, 0, -degrees, px - x, py - y);
            double far = Math.hypot(place.x(), place.y());
            if (far > radius * 1.1 || far < radius * 0.05 || place.y() > radius * 0.02) return Double.NaN;
            return ray().degrees(px, py);
        }

        @Override
        public @Nullable Grip gripAt(double px, double py, double reach) {
            for (int side = -1; side <= 1; side += 2) {
                var end = end(side);
                if (Math.hypot(px - end.x(), py - end.y()) <= reach) return side < 0 ? Grip.START : Grip.END;
            }
            var place = Angles.turned(0, 0, -degrees, px - x, py - y);
            double far = Math.hypot(place.x(), place.y());
            // The inner part moves it; at the rim and at the middle a pen draws.
            boolean inner = place.y() < -reach && far > 2 * reach && far < radius - 2 * reach;
            return inner ? Grip.BODY : null;
        }

        @Override
        public Instrument pulled(Grip grip, double fromX, double fromY, double toX, double toY, boolean steps) {
            if (grip == Grip.BODY)
                return new Protractor(x + toX - fromX, y + toY - fromY, degrees, radius, angle);
            double next = degrees + Angles.between(x, y, fromX, fromY, toX, toY);
            return new Protractor(x, y, Angles.normal(steps ? Angles.snap(next) : next), radius, angle);
        }

        @Override
        public @Nullable Edge edgeAt(double px, double py, double reach) {
            if (Math.hypot(px - x, py - y) <= reach) return ray();
            var place = Angles.turned(0, 0, -degrees, px - x, py - y);
            var rim = new Edge.Round(x, y, radius);
            if (place.y() <= 0 && rim.distance(px, py) <= reach) return rim;
            var side = straight();
            return side.distance(px, py) <= reach ? side : null;
        }

        @Override
        public boolean holds(Edge edge, double px, double py, double reach) {
            return edge instanceof Edge.Ray || edge.distance(px, py) <= reach;
        }

        Edge.Ray ray() { return new Edge.Ray(x, y, degrees); }

        private Edge straight() {
            var zero = end(1);
            var half = end(-1);
            return new Edge.Straight(half.x(), half.y(), zero.x(), zero.y());
        }
    }
}
