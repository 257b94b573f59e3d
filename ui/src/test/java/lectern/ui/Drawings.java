package lectern.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Look.Dash;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;

/// What a teacher and students draw, for pictures of the board.
final class Drawings {
    private static final String RED = "#e03131", BLUE = "#1c7ed6", GREEN = "#2f9e44";

    private Drawings() {}

    /// A parabola with what one says about it.
    static List<Change> parabola(String author) {
        return adds(line(author, 1, 140, 740, 1480, 740, Look.pen(Look.INK, 3), true),
                line(author, 2, 800, 820, 800, 90, Look.pen(Look.INK, 3), true),
                ink(author, 3, 460, 1180, x -> 690 - 0.0042 * (820 - x) * (820 - x), BLUE, 6, true),
                line(author, 4, 820, 110, 820, 820, new Look(RED, 3, 1, null, Dash.DASHED), false),
                text(author, 5, 150, 120, "f(x) = ax² + bx + c", 54, Look.INK),
                marker(author, 6, 150, 156, 660),
                text(author, 7, 860, 130, "x = −b / 2a", 40, RED),
                text(author, 8, 860, 760, "vertex 顶点 꼭짓점", 40, GREEN),
                ellipse(author, 9, 790, 662, 60, new Look(GREEN, 4, 1, null, Dash.SOLID)));
    }

    static List<Change> exercise(String author) {
        return adds(text(author, 1, 90, 70, "1.  Draw the graph of  y = 2x − 3", 44, Look.INK),
                line(author, 2, 200, 700, 1300, 700, Look.pen(Look.INK, 3), true),
                line(author, 3, 700, 820, 700, 180, Look.pen(Look.INK, 3), true),
                new Shape(id(author, 4), 4, Frame.at(1080, 150), new Look("#7048e8", 4, 1, null, Dash.DASHED),
                        new Form.Rectangle(380, 220)),
                text(author, 5, 1100, 170, "Your answer", 34, "#7048e8"));
    }

    /// A student's try at the exercise: straighter or less so.
    static List<Change> answer(String author, int wobble) {
        return adds(
                ink(author, 50, 420, 1060, x -> 700 - (x - 700) * 0.95 + 60 + wobble * Math.sin(x / 40), BLUE, 6,
                        false),
                ink(author, 51, 1110, 1400, x -> 290 + 16 * Math.sin(x / 13 + wobble), Look.INK, 4, false));
    }

    private static List<Change> adds(Shape... shapes) {
        var changes = new ArrayList<Change>();
        for (var shape : shapes) changes.add(new Change.Add(shape));
        return changes;
    }

    private static ShapeId id(String author, int number) { return new ShapeId(author + "-s" + number); }

    static Shape ink(String author, int number, double from, double to, DoubleUnaryOperator y, String colour,
            double width,
            boolean even) {
        int n = (int) ((to - from) / 6);
        int[] xs = new int[n], ys = new int[n], pressures = new int[n];
        for (int i = 0; i < n; i++) {
            double x = from + 6.0 * i;
            xs[i] = (int) Math.round((x - from) * 2);
            ys[i] = (int) Math.round(y.applyAsDouble(x) * 2);
            pressures[i] = even ? 50 : (int) (36 + 22 * Math.sin(i / 9.0));
        }
        return new Shape(id(author, number), number, Frame.at(from, 0), Look.pen(colour, width),
                new Form.Ink(1, InkCode.encode(new InkPoints(xs, ys, pressures))));
    }

    private static Shape marker(String author, int number, double x, double y, double to) {
        var shape = ink(author, number, x, to, _ -> y, "#ffd400", 52, true);
        return shape.withLook(new Look("#ffd400", 52, 0.4, null, Dash.SOLID));
    }

    private static Shape line(String author, int number, double x, double y, double toX, double toY, Look look,
            boolean arrow) {
        return new Shape(id(author, number), number, Frame.at(x, y), look,
                new Form.Path(List.of(new Point(0, 0), new Point(toX - x, toY - y)), false, Form.Path.Head.NONE,
                        arrow ? Form.Path.Head.ARROW : Form.Path.Head.NONE));
    }

    private static Shape ellipse(String author, int number, double x, double y, double size, Look look) {
        return new Shape(id(author, number), number, Frame.at(x, y), look, new Form.Ellipse(size, size));
    }

    static Shape text(String author, int number, double x, double y, String words, double size, String colour) {
        return new Shape(id(author, number), number, Frame.at(x, y), Look.pen(colour, 1),
                new Form.Text(words, words.length() * size * 0.66, size * 1.3, size, false));
    }
}
