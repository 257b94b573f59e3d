package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.protocol.board.Point;
import lectern.whiteboard.tool.PointerInput.Device;
import lectern.whiteboard.tool.PointerInput.Kind;
import org.junit.jupiter.api.Test;

class ToolboxTest {
    private final Paper paper = new Paper();

    private ToolOutput.PointAt pointed() {
        var point = paper.last(ToolOutput.PointAt.class);
        assertNotNull(point);
        return point;
    }

    @Test
    void everyToolHasALetterOfItsOwn() {
        Set<Character> letters = new HashSet<>();
        for (ToolKind kind : ToolKind.values()) {
            assertTrue(letters.add(kind.letter()));
            assertEquals(kind, ToolKind.ofLetter(Character.toLowerCase(kind.letter())));
        }
        assertEquals(ToolKind.POLYGON, ToolKind.ofLetter('g'));
        assertNull(ToolKind.ofLetter('z'));
    }

    @Test
    void otherEndOfAPenErasesWhateverToolIsChosen() {
        paper.rectangle("p1-r", 0, 0, 100, 100);
        paper.take(ToolKind.PEN);
        paper.device = Device.ERASER;
        paper.pull(50, -50, 50, 50);
        assertEquals(0, paper.sheet.size());
        paper.device = Device.PEN;
        paper.pull(50, -50, 50, 50);
        assertEquals(1, paper.sheet.size());
    }

    @Test
    void fingersDrawUntilAPenWasSeen() {
        paper.device = Device.TOUCH;
        paper.take(ToolKind.PEN).pull(0, 0, 50, 50);
        assertEquals(1, paper.sheet.size());
        paper.device = Device.PEN;
        paper.input(Kind.HOVER, 0, 0);
        paper.device = Device.TOUCH;
        paper.pull(0, 0, 50, 60);
        assertEquals(1, paper.sheet.size());
        assertEquals(new ToolOutput.PanBy(50, 60), paper.last(ToolOutput.PanBy.class));
    }

    @Test
    void palmThatWasFirstGivesWayToThePen() {
        paper.take(ToolKind.PEN);
        paper.device = Device.TOUCH;
        paper.down(200, 200);
        paper.move(210, 210);
        paper.device = Device.PEN;
        paper.down(0, 0);
        paper.device = Device.TOUCH;
        paper.move(300, 300);
        paper.up(300, 300);
        paper.device = Device.PEN;
        paper.move(10, 0);
        paper.up(20, 0);
        assertEquals(List.of(new Point(0, 0), new Point(10, 0), new Point(20, 0)), paper.ink(paper.only()));
    }

    @Test
    void palmWhileAPenDrawsDoesNothing() {
        paper.take(ToolKind.PEN);
        paper.device = Device.PEN;
        paper.down(0, 0);
        paper.device = Device.TOUCH;
        paper.down(500, 500);
        paper.up(500, 500);
        paper.device = Device.PEN;
        paper.up(20, 0);
        assertEquals(1, paper.sheet.size());
        assertNull(paper.last(ToolOutput.PanBy.class));
    }

    @Test
    void whoMayNotDrawSeesSoAndChangesNothing() {
        paper.mayDraw = false;
        for (ToolKind kind : ToolKind.values()) paper.take(kind).pull(0, 0, 50, 50, 100, 0);
        paper.take(ToolKind.PEN);
        paper.input(Kind.HOVER, 10, 10);
        assertEquals(new ToolOutput.Show(ToolOutput.Cursor.NOT_ALLOWED), paper.last(ToolOutput.Show.class));
        paper.device = Device.ERASER;
        paper.pull(0, 0, 50, 50);
        assertEquals(0, paper.sheet.size());
        assertTrue(paper.commits.isEmpty());
    }

    @Test
    void rightThatIsTakenAwayEndsTheStroke() {
        paper.take(ToolKind.PEN);
        paper.down(0, 0);
        paper.mayDraw = false;
        paper.did(paper.box.pageChanged());
        assertFalse(paper.box.isInHand());
        paper.up(50, 50);
        assertEquals(0, paper.sheet.size());
    }

    @Test
    void othersSeeWhereThePointerIs() {
        paper.take(ToolKind.PEN);
        paper.input(Kind.HOVER, 10, 20);
        assertEquals(new ToolOutput.PointAt(new Point(10, 20), false), pointed());
        paper.input(Kind.LEAVE, 10, 20);
        assertNull(pointed().at());
    }

    @Test
    void laserPointsWhileItHoversAFingerWhileItTouches() {
        paper.take(ToolKind.LASER);
        paper.input(Kind.HOVER, 10, 20);
        assertEquals(new ToolOutput.PointAt(new Point(10, 20), true), pointed());
        assertFalse(paper.box.isInHand());
        paper.take(ToolKind.PEN);
        assertNull(pointed().at());
        paper.device = Device.TOUCH;
        paper.take(ToolKind.LASER);
        paper.down(1, 1);
        paper.move(2, 2);
        assertTrue(pointed().laser());
        paper.up(2, 2);
        assertNull(pointed().at());
        assertEquals(0, paper.sheet.size());
    }

    @Test
    void handKeepsThePlaceThatWasTakenUnderThePointer() {
        paper.take(ToolKind.HAND);
        var view = new Viewport(0, 0, 2, 800, 600);
        paper.down(view.pageX(100), view.pageY(100));
        for (int screen = 100; screen <= 300; screen += 50) {
            paper.move(view.pageX(screen), view.pageY(screen / 2.0));
            var pan = paper.last(ToolOutput.PanBy.class);
            if (pan != null) view = view.pannedBy(pan.dx(), pan.dy());
            paper.said.removeIf(ToolOutput.PanBy.class::isInstance);
        }
        assertEquals(50, view.pageX(300), 1e-9);
        assertEquals(50, view.pageY(150), 1e-9);
    }

    @Test
    void spaceBarIsAHandForAsLong() {
        paper.take(ToolKind.PEN);
        paper.box.pan(true);
        paper.pull(0, 0, 30, 40);
        paper.box.pan(false);
        assertEquals(0, paper.sheet.size());
        assertEquals(new ToolOutput.PanBy(30, 40), paper.last(ToolOutput.PanBy.class));
    }

    @Test
    void anotherToolDropsWhatIsInHandAndWhatIsSelected() {
        paper.rectangle("p1-r", 0, 0, 100, 100);
        paper.take(ToolKind.SELECT).click(0, 50);
        assertEquals(Set.of("p1-r"), paper.selected());
        paper.take(ToolKind.POLYGON).click(10, 10);
        assertEquals(Set.of(), paper.selected());
        assertTrue(paper.box.isInHand());
        paper.take(ToolKind.PEN);
        assertFalse(paper.box.isInHand());
    }

    @Test
    void lostUpIsMadeGoodByTheNextDown() {
        paper.take(ToolKind.PEN);
        paper.down(0, 0);
        paper.move(10, 10);
        paper.pull(100, 100, 120, 100);
        assertEquals(new Point(100, 100), paper.ink(paper.only()).getFirst());
    }

    @Test
    void placesThatAreNoneArePassedOver() {
        paper.take(ToolKind.PEN);
        paper.down(Double.NaN, 0);
        paper.down(0, 0);
        paper.move(Double.POSITIVE_INFINITY, 4);
        paper.move(1e15, 0);
        paper.up(1e300, 0);
        assertEquals(200_000, paper.ink(paper.only()).getLast().x());
    }
}
