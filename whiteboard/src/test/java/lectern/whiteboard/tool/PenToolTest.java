package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.whiteboard.InkCode;
import org.junit.jupiter.api.Test;

class PenToolTest {
    private final Paper paper = new Paper();

    @Test
    void strokeKeepsItsPoints() {
        paper.take(ToolKind.PEN).pull(100, 100, 110, 100, 110.25, 100.25, 120, 108.5);
        Shape shape = paper.only();
        assertEquals(Frame.at(100, 100), shape.frame());
        assertEquals(Style.FIRST.pen(), shape.look());
        // The third was nearer than 0.7 pixels to the second.
        assertEquals(List.of(new Point(100, 100), new Point(110, 100), new Point(120, 108.5)), paper.ink(shape));
        assertFalse(paper.commits.getFirst().sameStep());
    }

    @Test
    void drawSaysFromWherePointsAreNew() {
        paper.take(ToolKind.PEN);
        paper.down(0, 0);
        paper.move(10, 0);
        var draw = assertInstanceOf(ToolOutput.Draw.class, paper.last(ToolOutput.Draw.class));
        assertEquals(1, draw.from());
        assertEquals(2, draw.stroke().size());
        var said = draw.stroke().inHand(draw.from());
        assertEquals(1, said.from());
        assertEquals(40, InkCode.decode(said.points()).x()[0]);
        paper.up(10, 0);
        assertEquals(draw.stroke().id(), paper.only().id());
        assertInstanceOf(ToolOutput.NothingInHand.class, paper.last(ToolOutput.NothingInHand.class));
    }

    @Test
    void tapIsADot() {
        paper.take(ToolKind.PEN).click(5, 5);
        assertEquals(List.of(new Point(5, 5)), paper.ink(paper.only()));
    }

    @Test
    void quantumFollowsZoom() {
        for (var expected : new double[][]{ { 1, 2}, { 8, 5}, { 0.1, -1}, { 2, 3}}) {
            var each = new Paper();
            each.zoom = expected[0];
            each.take(ToolKind.PEN).pull(0, 0, 400, 400);
            assertEquals((int) expected[1], ((Form.Ink) each.only().form()).precision());
        }
    }

    @Test
    void escapeDropsTheStroke() {
        paper.take(ToolKind.PEN);
        paper.down(0, 0);
        paper.move(50, 50);
        paper.key(ToolKey.Key.ESCAPE);
        paper.move(60, 60);
        paper.up(60, 60);
        assertEquals(0, paper.sheet.size());
        assertFalse(paper.box.isInHand());
    }

    @Test
    void shiftMakesTheRestOneStraightLine() {
        paper.take(ToolKind.MARKER);
        paper.shift = true;
        paper.pull(0, 0, 30, 4, 60, 2, 100, 7);
        assertEquals(List.of(new Point(0, 0), new Point(100, 0)), paper.ink(paper.only()));
    }

    @Test
    void freeThenStraightThenFree() {
        paper.take(ToolKind.PEN);
        paper.down(0, 0);
        paper.move(10, 5);
        paper.shift = true;
        paper.move(40, 6);
        paper.move(60, 4);
        paper.shift = false;
        paper.move(70, 20);
        paper.up(70, 20);
        assertEquals(List.of(new Point(0, 0), new Point(10, 5), new Point(60, 5), new Point(70, 20)),
                paper.ink(paper.only()));
    }

    @Test
    void longStrokesGoOnAsTheNextInTheSameStep() {
        paper.take(ToolKind.PEN);
        paper.down(0, 0);
        // As rough as a hand can be: every point far from where it was expected.
        for (int i = 1; i <= 9000; i++) paper.move(i % 2 == 0 ? 5_000 + i : -5_000, i % 3 * 4_000);
        paper.up(0, 0);
        assertTrue(paper.sheet.size() > 2);
        for (Shape shape : paper.sheet.shapes())
            assertTrue(((Form.Ink) shape.form()).points().length() <= BoardLimits.INK_CHARS);
        assertEquals(List.of(false, true, true),
                paper.commits.stream().map(ToolOutput.Commit::sameStep).limit(3).toList());
        List<Point> before = paper.ink(paper.sheet.shapes().get(0));
        assertEquals(before.getLast(), paper.ink(paper.sheet.shapes().get(1)).getFirst());
    }

    @Test
    void slowHandsPressHarder() {
        var slow = pressures(1);
        var quick = pressures(60);
        assertTrue(slow.getLast() > 50, slow::toString);
        assertTrue(quick.getLast() < 25, quick::toString);
    }

    @Test
    void pressureNeverJumps() {
        paper.take(ToolKind.PEN);
        paper.down(0, 0);
        double x = 0;
        for (int i = 0; i < 200; i++) paper.move(x += i / 20 % 2 == 0 ? 1 : 80, 0);
        paper.up(x, 0);
        var pressure = InkCode.decode(((Form.Ink) paper.only().form()).points()).pressure();
        for (int i = 1; i < pressure.length; i++)
            assertTrue(Math.abs(pressure[i] - pressure[i - 1]) <= 3, "at " + i);
    }

    private List<Integer> pressures(double step) {
        var each = new Paper();
        each.take(ToolKind.PEN);
        each.down(0, 0);
        for (int i = 1; i <= 100; i++) each.move(i * step, 0);
        each.up(100 * step, 0);
        List<Integer> pressures = new ArrayList<>();
        for (int p : InkCode.decode(((Form.Ink) each.only().form()).points()).pressure()) pressures.add(p);
        return pressures;
    }

    @Test
    void penSaysItsPressureItself() {
        paper.device = PointerInput.Device.PEN;
        paper.pressure = 0.25;
        paper.take(ToolKind.PEN);
        paper.down(0, 0);
        paper.pressure = 0.5;
        paper.move(10, 0);
        paper.pressure = 0;
        paper.up(20, 0);
        var pressure = InkCode.decode(((Form.Ink) paper.only().form()).points()).pressure();
        assertEquals(List.of(16, 32, 32), List.of(pressure[0], pressure[1], pressure[2]));
    }

    @Test
    void markerIsEvenlyWide() {
        paper.take(ToolKind.MARKER).pull(0, 0, 10, 0, 90, 0);
        for (int p : InkCode.decode(((Form.Ink) paper.only().form()).points()).pressure()) assertEquals(63, p);
        assertEquals(0.4, paper.only().look().opacity());
    }
}
