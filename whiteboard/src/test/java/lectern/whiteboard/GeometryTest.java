package lectern.whiteboard;

import static lectern.whiteboard.Shapes.filled;
import static lectern.whiteboard.Shapes.line;
import static lectern.whiteboard.Shapes.stroke;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import org.junit.jupiter.api.Test;

class GeometryTest {
    @Test
    void boundsHaveTheLinesWidthInThem() {
        assertEquals(new Bounds(8, 18, 52, 42), Bounds.of(Shapes.box("p1-a", 1, 10, 20)
                .withForm(new Form.Rectangle(40, 20))));
        assertEquals(new Bounds(-2, -2, 12, 32), Bounds.of(line("p1-l", 0, 0, 10, 30)));
        // Turned by a quarter about its corner: 20 high becomes 20 to the left.
        Bounds turned = Bounds.of(Shapes.box("p1-a", 1, 0, 0).withFrame(new Frame(0, 0, 90, 1, 1)));
        assertEquals(-22, turned.minX(), 1e-9);
        assertEquals(42, turned.maxY(), 1e-9);
        Bounds mirrored = Bounds.of(Shapes.box("p1-a", 1, 0, 0).withFrame(new Frame(0, 0, 0, -2, 1)));
        assertEquals(-82, mirrored.minX(), 1e-9);
    }

    @Test
    void whatIsFilledIsHitInsideAndWhatIsNotOnItsLine() {
        Shape empty = Shapes.box("p1-a", 1, 0, 0);
        assertTrue(Hit.near(empty, 20, 3, 1));
        assertFalse(Hit.near(empty, 20, 10, 1));
        assertTrue(Hit.near(filled("p1-f", new Form.Rectangle(40, 20), Frame.at(0, 0)), 20, 10, 0));
        assertFalse(Hit.near(filled("p1-e", new Form.Ellipse(40, 20), Frame.at(0, 0)), 1, 1, 0), "the corner");
        assertTrue(Hit.near(filled("p1-e", new Form.Ellipse(40, 20), Frame.at(0, 0)), 20, 10, 0));
        assertTrue(Hit.near(new Shape(Shapes.id("p1-t"), 1, Frame.at(0, 0), Shapes.PEN,
                new Form.Text("hi", 40, 26, 20, false)), 20, 13, 0), "text anywhere");
        assertTrue(Hit.within(empty, new Bounds(-2, -2, 42, 22)));
        assertFalse(Hit.within(empty, new Bounds(-1, -2, 42, 22)));
    }

    @Test
    void aFastEraserMissesNothingOnItsWay() {
        Shape ink = stroke("p1-i", 0, 0, 100, 0);
        assertTrue(Hit.crossed(ink, 150, 0, 150, 1_000, 1));
        assertFalse(Hit.crossed(ink, 250, 0, 250, 1_000, 1));
    }

    @Test
    void anErasedStrokeLeavesPiecesOutOfTheErasersReach() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            Shape ink = new Shape(Shapes.id("p1-w"), 1, Frame.at(100, 100), Shapes.PEN, new Form.Ink(3,
                    InkCode.encode(Handwriting.word(random, 20 + random.nextInt(100), 0.125, 30))));
            Bounds bounds = Bounds.of(ink);
            double x = bounds.minX() + random.nextDouble() * bounds.width();
            double y = bounds.minY() + random.nextDouble() * bounds.height();
            double toX = x + random.nextGaussian() * 20;
            double toY = y + random.nextGaussian() * 20;
            double radius = 1 + random.nextInt(10);
            List<Form.Ink> pieces = Eraser.cut(ink, x, y, toX, toY, radius);
            if (pieces == null) continue;
            for (Form.Ink piece : pieces) {
                // What was rounded to a quantum may be that much nearer.
                assertFalse(Hit.crossed(ink.withForm(piece), x, y, toX, toY, radius - 0.25), "seed " + seed);
                assertTrue(bounds.grownBy(1).contains(Bounds.of(ink.withForm(piece))), "seed " + seed);
            }
        }
    }

    @Test
    void whatTheEraserMissesStays() {
        assertNull(Eraser.cut(stroke("p1-i", 0, 0, 100, 0), 0, 0, 50, 0, 10));
        assertNull(Eraser.cut(line("p1-l", 0, 0, 100, 0), 50, 0, 50, 0, 10), "not ink");
    }

    @Test
    void aStrokeOfOneTapIsADot() {
        var outline = new Outline(Look.pen("ink", 10));
        outline.add(5, 5, InkPoints.FULL);
        double[] dot = outline.polygon();
        for (int i = 0; i < dot.length; i += 2) assertEquals(5, Distance.between(5, 5, dot[i], dot[i + 1]), 1e-9);
        assertTrue(Hit.inside(dot, 5, 5));
    }

    @Test
    void theOutlineOfAStraightStrokeIsAsWideAsItsLook() {
        double[] polygon = Outline.of(Shapes.ink(0, 0, 0, 50, 0, 100, 0, 150, 0, 200, 0), Frame.at(7, 7),
                new Look("ink", 20, 0.5, null, Look.Dash.SOLID));
        assertTrue(Hit.inside(polygon, 100, 9.9) && Hit.inside(polygon, 100, -9.9), "in");
        assertFalse(Hit.inside(polygon, 100, 10.1) || Hit.inside(polygon, 100, -10.1), "out");
        assertTrue(Hit.inside(polygon, -9.7, 0) && Hit.inside(polygon, 209.7, 0), "round ends");
        assertTrue(polygon.length / 2 < 30, "few vertices: " + polygon.length / 2);
    }

    @Test
    void noPartOfAnOutlineIsASpike() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var look = new Look("ink", 1 + random.nextInt(40), random.nextBoolean() ? 1 : 0.4, null, Look.Dash.SOLID);
            int[] xy = new int[2 + 2 * random.nextInt(40)];
            for (int i = 2; i < xy.length; i++) xy[i] = xy[i - 2] + random.nextInt(-30, 31);
            Shape shape = new Shape(Shapes.id("p1-i"), 1, Frame.at(0, 0), look, Shapes.ink(0, xy));
            double[] polygon = Outline.of((Form.Ink) shape.form(), shape.frame(), look);
            Bounds bounds = Bounds.of(shape);
            for (int i = 0; i < polygon.length; i += 2) {
                assertTrue(bounds.grownBy(0.06 * look.width()).contains(polygon[i], polygon[i + 1]), "seed " + seed);
                assertTrue(Hit.near(shape, polygon[i], polygon[i + 1], look.width() * 0.1 + 16), "seed " + seed);
            }
        }
    }

    /// A stroke in hand, painted piece by piece, is the stroke that comes of it.
    @Test
    void whatIsSettledStays() {
        var look = Look.pen("ink", 4);
        InkPoints points = Handwriting.word(new Random(2), 300, 0.25, 40);
        var all = new Outline(look);
        for (int i = 0; i < points.size(); i++)
            all.add(points.x()[i] * 0.25, points.y()[i] * 0.25, points.pressure()[i]);
        var growing = new Outline(look);
        int settled = 0;
        int pieces = 0;
        for (int i = 0; i < points.size(); i++) {
            growing.add(points.x()[i] * 0.25, points.y()[i] * 0.25, points.pressure()[i]);
            int now = growing.settled();
            if (now < settled + 20) continue;
            assertArrayEquals(all.inHand(Math.max(0, settled - 1), now), growing.inHand(Math.max(0, settled - 1), now),
                    "from " + settled + " to " + now);
            settled = now;
            pieces++;
        }
        assertTrue(pieces > 5, "pieces: " + pieces);
        assertTrue(growing.inHand(settled - 1).length > 0);
    }

    @Test
    void nothingBreaksOnShapesOfNoSizeOrAllSizes() {
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            Shape shape = Hostile.shape(random, seed);
            Bounds bounds = Bounds.of(shape);
            assertTrue(bounds.minX() <= bounds.maxX() && bounds.minY() <= bounds.maxY(), "seed " + seed);
            assertTrue(Double.isFinite(bounds.width()) && Double.isFinite(bounds.height()), "seed " + seed);
            double x = Hostile.oneOf(random, 0, 1e7, bounds.centreX(), bounds.minX());
            double y = Hostile.oneOf(random, 0, -1e7, bounds.centreY(), bounds.maxY());
            Hit.near(shape, x, y, Hostile.oneOf(random, 0, 5, 1e6));
            Hit.crossed(shape, x, y, bounds.centreX(), bounds.centreY(), 3);
            if (!(shape.form() instanceof Form.Ink ink)) continue;
            for (double at : Outline.of(ink, shape.frame(), shape.look()))
                assertTrue(Double.isFinite(at), "seed " + seed);
            List<Form.Ink> pieces = Eraser.cut(shape, x, y, bounds.centreX(), bounds.centreY(), 3);
            if (pieces != null) for (Form.Ink piece : pieces) assertNotNull(InkCode.decode(piece.points()));
        }
    }

    @Test
    void thereAndBackThroughAFrame() {
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            var frame = new Frame(random.nextGaussian() * 100, random.nextGaussian() * 100, random.nextDouble() * 360,
                    0.5 + random.nextDouble(), -0.5 - random.nextDouble());
            var placing = new Placing(frame);
            Point point = new Point(random.nextGaussian() * 100, random.nextGaussian() * 100);
            double x = placing.x(point.x(), point.y());
            double y = placing.y(point.x(), point.y());
            assertEquals(point.x(), placing.formX(x, y), 1e-9);
            assertEquals(point.y(), placing.formY(x, y), 1e-9);
        }
    }
}
