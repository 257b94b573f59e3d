package lectern.whiteboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import org.jspecify.annotations.Nullable;

/// Golden examples of where a shape is: its bounds, what hits it, what an eraser leaves.
final class GoldenHits {
    record Near(double x, double y, double tolerance, boolean hit) {}

    record Way(double[] from, double[] to, double radius, boolean hit) {}

    record Case(Shape shape, double[] bounds, List<Near> near, List<Way> crossed) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Erasing(String name, Shape shape, double[] from, double[] to, double radius,
            @Nullable List<Form.Ink> pieces) {}

    static List<Case> cases() {
        List<Form> forms = List.of(new Form.Rectangle(80, 40), new Form.Ellipse(80, 40),
                new Form.Path(List.of(new Point(0, 0), new Point(60, 10), new Point(30, 50)), false,
                        Form.Path.Head.NONE, Form.Path.Head.ARROW),
                new Form.Path(List.of(new Point(0, 0), new Point(60, 10), new Point(30, 50)), true,
                        Form.Path.Head.NONE, Form.Path.Head.NONE),
                new Form.Text("Löwe\n狮子", 60, 52, 20, false), new Form.Picture(new AssetId("ab".repeat(32)), 80, 60),
                Shapes.ink(1, 0, 0, 40, 40, 80, 0, 120, 60), Shapes.ink(0, 10, 10),
                new Form.Rectangle(0, 0), new Form.Ellipse(0, 30));
        List<Frame> frames = List.of(Frame.at(10, 20), new Frame(-30, 5, 30, 1, 1), new Frame(0, 0, -90, -2, 0.5));
        List<Look> looks = List.of(Look.pen("ink", 4), new Look("ink", 10, 0.4, "#ff0000", Look.Dash.DASHED));
        var random = new Random(11);
        List<Case> cases = new ArrayList<>();
        int n = 0;
        for (Form form : forms) for (Frame frame : frames) {
            Look look = looks.get(n++ % looks.size());
            cases.add(hits(new Shape(Shapes.id("p1-s" + n), n, frame, look, form), random));
        }
        return cases;
    }

    private static Case hits(Shape shape, Random random) {
        Bounds bounds = Bounds.of(shape);
        List<Near> near = new ArrayList<>();
        List<Way> crossed = new ArrayList<>();
        Bounds around = bounds.grownBy(15);
        for (int i = 0; i < 8; i++) {
            double x = Math.rint(around.minX() + random.nextDouble() * around.width());
            double y = Math.rint(around.minY() + random.nextDouble() * around.height());
            double toX = Math.rint(x + random.nextGaussian() * 20);
            double toY = Math.rint(y + random.nextGaussian() * 20);
            near.add(new Near(x, y, i, Hit.near(shape, x, y, i)));
            crossed.add(new Way(new double[]{ x, y}, new double[]{ toX, toY}, i + 1,
                    Hit.crossed(shape, x, y, toX, toY, i + 1)));
        }
        return new Case(shape, new double[]{ Rounded.of(bounds.minX()), Rounded.of(bounds.minY()),
                Rounded.of(bounds.maxX()), Rounded.of(bounds.maxY())}, near, crossed);
    }

    static List<Erasing> erasings() {
        Shape line = Shapes.stroke("p1-l", 0, 0, 100, 0);
        Shape bend = Shapes.stroke("p1-b", 0, 0, 40, 0, 80, 0, 80, 40, 80, 80, 40, 80, 0, 80);
        Shape word = new Shape(Shapes.id("p1-w"), 1, Frame.at(100, 100), Shapes.PEN,
                new Form.Ink(2, InkCode.encode(Handwriting.word(new Random(5), 80, 0.25, 30))));
        return List.of(
                erase("beside it", line, 150, 50, 160, 60, 10),
                erase("through the middle", line, 150, 50, 150, 150, 10),
                erase("a touch between two points", line, 150, 100, 150, 100, 5),
                erase("the beginning", line, 90, 100, 110, 100, 5),
                erase("the end", line, 200, 90, 200, 110, 5),
                erase("all of it", line, 100, 100, 200, 100, 5),
                erase("twice through a bend", bend, 130, 80, 130, 200, 4),
                erase("along a bend", bend, 180, 100, 180, 180, 6),
                erase("a dot", Shapes.stroke("p1-d", 5, 5), 100, 100, 110, 110, 3),
                erase("through a word", word, 80, 100, 220, 104, 4),
                erase("turned, mirrored, stretched", bend.withFrame(new Frame(100, 100, 45, -2, 0.5)), 0, 100, 100, 150,
                        6),
                erase("a marker", bend.withLook(new Look("ink", 24, 0.4, null, Look.Dash.SOLID)), 140, 90, 140, 110,
                        4));
    }

    private static Erasing erase(String name, Shape shape, double fromX, double fromY, double toX, double toY,
            double radius) {
        return new Erasing(name, shape, new double[]{ fromX, fromY}, new double[]{ toX, toY}, radius,
                Eraser.cut(shape, fromX, fromY, toX, toY, radius));
    }

    private GoldenHits() {}
}
