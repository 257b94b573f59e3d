package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Point;
import lectern.whiteboard.Placing;
import org.junit.jupiter.api.Test;

class TransformTest {
    private static final double EXACT = 1e-9;

    private static Frame any(Random random) {
        return new Frame(random.nextDouble(-2000, 2000), random.nextDouble(-2000, 2000), random.nextDouble(-180, 180),
                random.nextDouble(0.2, 5), -random.nextDouble(0.2, 5));
    }

    @Test
    void thereAndBackIsTheSameFrame() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Frame frame = any(random);
            double x = random.nextDouble(-1000, 1000);
            double y = random.nextDouble(-1000, 1000);
            Transform transform = switch (i % 3) {
                case 0 -> new Transform.Move(x, y);
                case 1 -> new Transform.Scale(x, y, frame.rotation(), random.nextDouble(0.2, 5),
                        -random.nextDouble(0.2, 5));
                default -> new Transform.Turn(x, y, random.nextDouble(-360, 360));
            };
            Frame back = transform.inverse().of(transform.of(frame));
            assertEquals(frame.x(), back.x(), EXACT);
            assertEquals(frame.y(), back.y(), EXACT);
            assertEquals(0, Angles.normal(frame.rotation() - back.rotation()), EXACT);
            assertEquals(frame.scaleX(), back.scaleX(), EXACT);
            assertEquals(frame.scaleY(), back.scaleY(), EXACT);
        }
    }

    /// What happens to the frame happens to every point of the form.
    @Test
    void pointsGoWhereTheFrameSays() {
        var random = new Random(8);
        for (int i = 0; i < 500; i++) {
            Frame frame = any(random);
            var scale = new Transform.Scale(30, 40, frame.rotation(), 1.7, 0.6);
            var turn = new Transform.Turn(30, 40, 33);
            double px = random.nextDouble(-100, 100);
            double py = random.nextDouble(-100, 100);
            var before = new Placing(frame);
            var scaled = new Placing(scale.of(frame));
            Point in = Angles.turned(0, 0, -frame.rotation(), before.x(px, py) - 30, before.y(px, py) - 40);
            Point expected = Angles.turned(30, 40, frame.rotation(), in.x() * 1.7, in.y() * 0.6);
            assertEquals(expected.x(), scaled.x(px, py), 1e-8);
            assertEquals(expected.y(), scaled.y(px, py), 1e-8);
            var turned = new Placing(turn.of(frame));
            Point round = Angles.turned(30, 40, 33, before.x(px, py) - 30, before.y(px, py) - 40);
            assertEquals(round.x(), turned.x(px, py), 1e-8);
            assertEquals(round.y(), turned.y(px, py), 1e-8);
        }
    }
}
