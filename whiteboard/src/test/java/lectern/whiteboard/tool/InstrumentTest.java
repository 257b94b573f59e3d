package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.protocol.board.Form;
import lectern.protocol.board.Point;
import lectern.whiteboard.tool.Instrument.Compass;
import lectern.whiteboard.tool.Instrument.Protractor;
import lectern.whiteboard.tool.Instrument.Ruler;
import org.junit.jupiter.api.Test;

class InstrumentTest {
    private static final double EXACT = 1e-9;
    private final Paper paper = new Paper();

    private <T extends Instrument> T lying(Class<T> kind) { return assertInstanceOf(kind, paper.box.instrument()); }

    private void lay(Instrument instrument) { paper.did(paper.box.lay(instrument)); }

    @Test
    void penNearARulersEdgeIsHeldOnIt() {
        lay(new Ruler(400, 400, 0, 600, 80));
        paper.take(ToolKind.PEN).pull(150, 355, 250, 349, 350, 371, 500, 352);
        List<Point> ink = paper.ink(paper.only());
        assertEquals(4, ink.size());
        for (Point point : ink) assertEquals(360, point.y(), EXACT);
    }

    @Test
    void penThatIsPushedOverARulerStaysOnItsEdge() {
        lay(new Ruler(400, 400, 0, 600, 80));
        paper.take(ToolKind.PEN).pull(300, 355, 320, 400, 340, 430, 360, 380);
        for (Point point : paper.ink(paper.only())) assertEquals(360, point.y(), EXACT);
    }

    @Test
    void farFromTheRulerOrBesideItsEndThePenIsFree() {
        lay(new Ruler(400, 400, 0, 600, 80));
        paper.take(ToolKind.PEN).pull(300, 340, 320, 341);
        assertEquals(340, paper.ink(paper.only()).getFirst().y());
        paper.pull(50, 360.5, 80, 361);
        assertEquals(360.5, paper.ink(paper.sheet.shapes().getLast()).getFirst().y());
    }

    @Test
    void penThatLeavesTheEdgeIsFreeAgain() {
        lay(new Ruler(400, 400, 0, 600, 80));
        paper.take(ToolKind.PEN).pull(300, 355, 320, 300);
        assertEquals(new Point(320, 300), paper.ink(paper.only()).getLast());
    }

    @Test
    void reachIsOfTheScreen() {
        paper.zoom = 4;
        lay(new Ruler(400, 400, 0, 600, 80));
        paper.take(ToolKind.PEN).pull(300, 355, 320, 355);
        assertEquals(355, paper.ink(paper.only()).getFirst().y());
    }

    @Test
    void turnedRulerHoldsLinesToo() {
        lay(new Ruler(0, 0, 45, 600, 80));
        paper.take(ToolKind.LINE).pull(-30, 30, 60, 125);
        var line = (Form.Path) paper.only().form();
        Point to = line.points().getLast();
        assertEquals(to.x(), to.y(), EXACT);
    }

    @Test
    void rulerIsMovedByItsBodyAndTurnedByItsEnds() {
        lay(new Ruler(400, 400, 0, 600, 80));
        paper.take(ToolKind.PEN).pull(400, 400, 410, 420);
        assertEquals(new Ruler(410, 420, 0, 600, 80), lying(Ruler.class));
        assertEquals(0, paper.sheet.size());
        // By its right end, down by a quarter turn about its left end.
        paper.pull(710, 420, 110, 1020);
        Ruler turned = lying(Ruler.class);
        assertEquals(90, turned.degrees(), EXACT);
        assertEquals(110, turned.x(), EXACT);
        assertEquals(720, turned.y(), EXACT);
        paper.shift = true;
        Point end = turned.end(1);
        paper.pull(end.x(), end.y(), end.x() + 500, end.y() - 90);
        assertEquals(0, lying(Ruler.class).degrees() % 15, EXACT);
        var laid = paper.last(ToolOutput.Laid.class);
        assertNotNull(laid);
        assertEquals(paper.box.instrument(), laid.instrument());
    }

    @Test
    void escapePutsTheInstrumentBack() {
        var ruler = new Ruler(400, 400, 0, 600, 80);
        lay(ruler);
        paper.down(400, 400);
        paper.move(500, 500);
        paper.key(ToolKey.Key.ESCAPE);
        assertEquals(ruler, lying(Ruler.class));
    }

    @Test
    void compassDrawsArcsHoweverRoughTheHand() {
        lay(new Compass(0, 0, 200, 90));
        paper.take(ToolKind.PEN).pull(205, 0, 0, -260, -150, 0);
        List<Point> ink = paper.ink(paper.only());
        assertTrue(ink.size() > 40, () -> "only " + ink.size() + " points");
        for (Point point : ink) assertEquals(200, Math.hypot(point.x(), point.y()), 0.25);
        assertEquals(-200, ink.getLast().x(), 0.25);
    }

    @Test
    void compassIsMovedByItsNeedleAndOpenedByItsLeg() {
        lay(new Compass(0, 0, 200, 0));
        paper.pull(0, 0, 50, 60);
        assertEquals(new Compass(50, 60, 200, 0), lying(Compass.class));
        paper.pull(250, 60, 50, 160);
        assertEquals(100, lying(Compass.class).radius(), EXACT);
        assertEquals(90, lying(Compass.class).degrees(), EXACT);
    }

    @Test
    void protractorGuidesRaysAtWholeDegrees() {
        lay(Protractor.at(400, 400));
        paper.take(ToolKind.PEN).pull(402, 399, 440, 380, 500, 342, 573.4, 300.2);
        List<Point> ink = paper.ink(paper.only());
        assertEquals(2, ink.size());
        assertEquals(new Point(400, 400), ink.getFirst());
        assertEquals(30, lying(Protractor.class).angle());
        double drawn = Math.toDegrees(Math.atan2(400 - ink.getLast().y(), ink.getLast().x() - 400));
        assertEquals(30, drawn, 0.1);
    }

    @Test
    void protractorShowsTheAngleUnderThePointer() {
        lay(new Protractor(0, 0, 0, 200, Double.NaN));
        paper.input(PointerInput.Kind.HOVER, 0, -100);
        assertEquals(90, lying(Protractor.class).angle());
        paper.input(PointerInput.Kind.HOVER, -100, -100);
        assertEquals(135, lying(Protractor.class).angle());
        paper.input(PointerInput.Kind.HOVER, 0, 100);
        assertTrue(Double.isNaN(lying(Protractor.class).angle()));
        // Turned, it measures from its own zero.
        paper.shift = true;
        Point end = lying(Protractor.class).end(1);
        paper.pull(end.x(), end.y(), 0, -200);
        assertEquals(-90, lying(Protractor.class).degrees(), EXACT);
        paper.input(PointerInput.Kind.HOVER, -100, 0);
        assertEquals(90, lying(Protractor.class).angle());
    }
}
