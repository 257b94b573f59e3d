package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.tool.PointerInput.Device;
import lectern.whiteboard.tool.PointerInput.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever hands do, in any order: every commit is one that a server takes ([Paper] checks), and what is left is consistent.
class RandomInputTest {
    private static final int INPUTS = 6_000;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8})
    void anyInputLeavesAConsistentBoard(long seed) {
        var random = new Random(seed);
        var paper = new Paper();
        paper.onlyOwn = seed % 2 == 0;
        try {
            for (int i = 0; i < INPUTS; i++) {
                step(paper, random, i);
                check(paper);
            }
            paper.did(paper.box.drop());
            paper.did(paper.box.turned());
            assertFalse(paper.box.isInHand());
            assertTrue(paper.box.selected().isEmpty());
            assertTrue(paper.commits.size() > 100, () -> "only " + paper.commits.size() + " commits");
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + " after " + paper.commits.size() + " commits: " + e, e);
        }
    }

    private static void check(Paper paper) {
        for (Shape shape : paper.box.selected()) {
            Shape there = paper.sheet.find(shape.id());
            assertNotNull(there, "selected and gone: " + shape.id());
            assertTrue(paper.mayChange(there));
        }
        var selected = paper.last(ToolOutput.Selected.class);
        if (selected != null && !paper.box.isInHand())
            assertTrue(Selection.ids(paper.box.selected()).equals(selected.ids()), "another selection than was said");
        if (paper.said.size() > 10_000) paper.said.subList(0, 5_000).clear();
    }

    private static void step(Paper paper, Random random, int i) {
        paper.shift = random.nextInt(6) == 0;
        paper.alt = random.nextInt(8) == 0;
        switch (random.nextInt(40)) {
            case 0, 1 -> paper.take(ToolKind.values()[random.nextInt(ToolKind.values().length)]);
            case 2 -> paper.key(ToolKey.Key.values()[random.nextInt(ToolKey.Key.values().length)]);
            case 3 -> paper.device = Device.values()[random.nextInt(4)];
            case 4 -> paper.did(paper.box.lay(instrument(random)));
            case 5 -> command(paper, random);
            case 6 -> others(paper, random, i);
            case 7 -> {
                paper.zoom = Math.pow(2, random.nextInt(-4, 4));
                paper.mayDraw = random.nextInt(10) != 0;
                paper.did(paper.box.pageChanged());
                paper.style = paper.style.withEraser(5 + random.nextInt(60), random.nextBoolean());
                paper.pressure = random.nextBoolean() ? Double.NaN : random.nextDouble();
            }
            case 8 -> write(paper, random);
            case 9 -> paper.input(Kind.values()[random.nextInt(Kind.values().length)], far(random), far(random));
            default -> {
                switch (random.nextInt(4)) {
                    case 0 -> paper.pull(trace(random));
                    case 1 -> paper.click(near(random), near(random));
                    case 2 -> handle(paper, random);
                    default -> paper.input(Kind.values()[random.nextInt(Kind.values().length)], near(random),
                            near(random));
                }
            }
        }
    }

    private static double[] trace(Random random) {
        double[] xy = new double[2 * (2 + random.nextInt(20))];
        for (int i = 0; i < xy.length; i++) xy[i] = near(random);
        return xy;
    }

    private static void handle(Paper paper, Random random) {
        var selected = paper.last(ToolOutput.Selected.class);
        if (selected == null || selected.box() == null) return;
        var handles = SelectionBox.Handle.values();
        Point at = selected.box().at(handles[random.nextInt(handles.length)], 1 / paper.zoom);
        paper.pull(at.x(), at.y(), near(random), near(random), random.nextBoolean() ? near(random) : far(random),
                near(random));
    }

    private static double near(Random random) { return random.nextInt(5) * 100 + random.nextInt(20); }

    private static double far(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> 1e18;
            case 3 -> -1e7;
            default -> random.nextGaussian() * 1e5;
        };
    }

    private static Instrument instrument(Random random) {
        double x = near(random);
        double y = near(random);
        return switch (random.nextInt(3)) {
            case 0 -> Instrument.Ruler.at(x, y);
            case 1 -> Instrument.Compass.at(x, y);
            default -> Instrument.Protractor.at(x, y);
        };
    }

    private static void command(Paper paper, Random random) {
        var box = paper.box;
        paper.did(switch (random.nextInt(7)) {
            case 0 -> box.selectAll();
            case 1 -> random.nextInt(4) == 0 ? box.delete() : List.of();
            case 2 -> box.recolour(random.nextBoolean() ? "ink" : "#ff0000");
            case 3 -> box.selected().size() < 20 ? box.duplicate() : List.of();
            case 4, 5 -> box.order(Toolbox.Place.values()[random.nextInt(4)]);
            default -> box.selected().size() < 20
                    ? box.paste(box.selected(), new Point(near(random), near(random)))
                    : List.of();
        });
    }

    /// Others draw, move and delete meanwhile.
    private static void others(Paper paper, Random random, int i) {
        List<Shape> all = paper.sheet.shapes();
        List<Change> changes = new ArrayList<>();
        if (!all.isEmpty() && random.nextBoolean()) {
            Shape any = all.get(random.nextInt(all.size()));
            changes.add(random.nextBoolean()
                    ? new Change.Delete(List.of(any.id()))
                    : new Change.Set(any.id(), null, Frame.at(near(random), near(random)), null, null));
        } else {
            String author = random.nextBoolean() ? "p1-z" : "p2-";
            changes.add(new Change.Add(new Shape(new ShapeId(author + i), random.nextInt(20), frame(random),
                    Look.pen("ink", 3), form(random))));
        }
        paper.sheet.apply(changes);
        paper.did(paper.box.pageChanged());
    }

    private static Frame frame(Random random) {
        double turned = random.nextBoolean() ? 0 : random.nextInt(720) - 360;
        return new Frame(near(random), near(random), turned, random.nextBoolean() ? 1 : -2, 1);
    }

    private static Form form(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Form.Rectangle(near(random), near(random));
            case 1 -> new Form.Ellipse(near(random), 0);
            case 2 -> new Form.Text("Wörter 字", 100, 50, 20, false);
            case 3 -> new Form.Picture(new AssetId("0".repeat(64)), 120, 80);
            default -> new Form.Path(List.of(new Point(0, 0), new Point(near(random), 0)), false,
                    Form.Path.Head.NONE, Form.Path.Head.ARROW);
        };
    }

    private static void write(Paper paper, Random random) {
        var asked = paper.last(ToolOutput.EditText.class);
        if (asked == null) return;
        paper.did(paper.box.written(asked, random.nextInt(5) == 0 ? "  " : "text " + random.nextInt(), 90, 40));
    }
}
