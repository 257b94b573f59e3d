package lectern.whiteboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;

/// Shapes that nobody draws and anybody may send: of no size, of all sizes, mirrored, as far away as it goes.
final class Hostile {
    static Shape shape(Random random, int number) {
        Look look = new Look("ink", oneOf(random, 0.1, 4, 400), oneOf(random, 0.01, 0.4, 1),
                random.nextBoolean() ? "#ffffff" : null, Look.Dash.values()[random.nextInt(3)]);
        Frame frame = new Frame(oneOf(random, 0, 1e7, -1e7, random.nextGaussian() * 1_000),
                oneOf(random, 0, 1e7, -1e7, random.nextGaussian() * 1_000),
                oneOf(random, 0, 90, -360, 360, random.nextDouble() * 360), scale(random), scale(random));
        return new Shape(Shapes.id("p" + (1 + random.nextInt(9)) + "-h" + number),
                oneOf(random, 0, -0.0, 1e12, -1e12, random.nextInt(20)), frame, look, form(random));
    }

    static Form form(Random random) {
        double width = oneOf(random, 0, 1e6, 1e-9, 50);
        double height = oneOf(random, 0, 1e6, 1e-9, 50);
        return switch (random.nextInt(6)) {
            case 0 -> new Form.Rectangle(width, height);
            case 1 -> new Form.Ellipse(width, height);
            case 2 -> new Form.Text("\u0000\ud800x", width, height, oneOf(random, 1, 1000), true);
            case 3 -> new Form.Picture(new AssetId("0".repeat(64)), width, height);
            case 4 -> {
                List<Point> points = new ArrayList<>();
                for (int i = 2 + random.nextInt(6); i > 0; i--)
                    points.add(new Point(oneOf(random, 0, 1e7, -1e7, 5), oneOf(random, 0, 1e7, -1e7, 5)));
                yield new Form.Path(points, random.nextBoolean(), Form.Path.Head.values()[random.nextInt(2)],
                        Form.Path.Head.values()[random.nextInt(2)]);
            }
            default -> new Form.Ink(random.nextInt(13) - 4, InkCode.encode(points(random)));
        };
    }

    static InkPoints points(Random random) {
        int size = 1 + random.nextInt(12);
        int reach = 1 << random.nextInt(29);
        int[][] at = new int[3][size];
        for (int i = 0; i < size; i++) {
            boolean still = i > 0 && random.nextInt(3) == 0;
            at[0][i] = still ? at[0][i - 1] : random.nextInt(-reach, reach + 1);
            at[1][i] = still ? at[1][i - 1] : random.nextInt(-reach, reach + 1);
            at[2][i] = random.nextInt(64);
        }
        return new InkPoints(at[0], at[1], at[2]);
    }

    private static double scale(Random random) { return oneOf(random, 1, 1, -1, 1e-4, -1e4, 1e4, 2.5); }

    static double oneOf(Random random, double... values) { return values[random.nextInt(values.length)]; }

    private Hostile() {}
}
