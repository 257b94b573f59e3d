package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lectern.protocol.board.Form;
import lectern.protocol.board.Form.Path.Head;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import org.junit.jupiter.api.Test;

class FormToolsTest {
    private final Paper paper = new Paper();

    private static Form.Path path(boolean closed, Head end, double... xy) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < xy.length; i += 2) points.add(new Point(xy[i], xy[i + 1]));
        return new Form.Path(points, closed, Head.NONE, end);
    }

    @Test
    void lineAndArrow() {
        paper.take(ToolKind.LINE).pull(10, 20, 50, 50, 110, 70);
        assertEquals(Frame.at(10, 20), paper.only().frame());
        assertEquals(path(false, Head.NONE, 0, 0, 100, 50), paper.only().form());
        paper.take(ToolKind.ARROW).pull(0, 0, 30, 40);
        assertEquals(path(false, Head.ARROW, 0, 0, 30, 40), paper.sheet.shapes().getLast().form());
    }

    @Test
    void shiftStepsTheDirectionOfALine() {
        paper.shift = true;
        paper.take(ToolKind.LINE).pull(0, 0, 100, 96);
        Point end = ((Form.Path) paper.only().form()).points().getLast();
        assertEquals(98, end.x(), 1e-9);
        assertEquals(98, end.y(), 1e-9);
    }

    @Test
    void rectangleInAnyDirection() {
        paper.take(ToolKind.RECTANGLE).pull(100, 100, 40, 70);
        assertEquals(Frame.at(40, 70), paper.only().frame());
        assertEquals(new Form.Rectangle(60, 30), paper.only().form());
    }

    @Test
    void shiftMakesSquaresAltBeginsInTheMiddle() {
        paper.shift = true;
        paper.take(ToolKind.ELLIPSE).pull(100, 100, 40, 70);
        assertEquals(Frame.at(40, 40), paper.only().frame());
        assertEquals(new Form.Ellipse(60, 60), paper.only().form());
        paper.shift = false;
        paper.alt = true;
        paper.take(ToolKind.RECTANGLE).pull(100, 100, 40, 70);
        assertEquals(Frame.at(40, 70), paper.sheet.shapes().getLast().frame());
        assertEquals(new Form.Rectangle(120, 60), paper.sheet.shapes().getLast().form());
    }

    @Test
    void whatIsPulledIsShownAndAClickIsNothing() {
        paper.take(ToolKind.RECTANGLE);
        paper.down(0, 0);
        paper.move(50, 50);
        var preview = paper.last(ToolOutput.Preview.class);
        assertNotNull(preview);
        paper.up(50, 50);
        assertEquals(preview.shapes().getFirst(), paper.only());
        paper.click(200, 200);
        assertEquals(1, paper.sheet.size());
        assertFalse(paper.box.isInHand());
    }

    private void polygon(double... xy) {
        for (int i = 0; i < xy.length; i += 2) {
            paper.timeMs += 1000;
            paper.click(xy[i], xy[i + 1]);
        }
    }

    @Test
    void polygonEndsAtItsFirstCorner() {
        paper.take(ToolKind.POLYGON);
        polygon(0, 0, 100, 0, 100, 100);
        paper.input(PointerInput.Kind.HOVER, 50, 150);
        var preview = paper.last(ToolOutput.Preview.class);
        assertNotNull(preview);
        assertEquals(path(false, Head.NONE, 0, 0, 100, 0, 100, 100, 50, 150), preview.shapes().getFirst().form());
        polygon(4, 3);
        assertEquals(path(true, Head.NONE, 0, 0, 100, 0, 100, 100), paper.only().form());
        assertFalse(paper.box.isInHand());
    }

    @Test
    void polygonEndsByDoubleClickAndByEnter() {
        paper.take(ToolKind.POLYGON);
        polygon(0, 0, 100, 0, 100, 100);
        paper.click(101, 100);
        assertEquals(path(true, Head.NONE, 0, 0, 100, 0, 100, 100), paper.only().form());
        polygon(0, 0, 100, 0);
        paper.key(ToolKey.Key.ENTER);
        assertEquals(path(false, Head.NONE, 0, 0, 100, 0), paper.sheet.shapes().getLast().form());
    }

    @Test
    void polygonTakesItsLastCornerBackAndEscapeAll() {
        paper.take(ToolKind.POLYGON);
        polygon(0, 0, 100, 0, 500, 500);
        paper.key(ToolKey.Key.DELETE);
        polygon(100, 100);
        paper.key(ToolKey.Key.ENTER);
        assertEquals(path(true, Head.NONE, 0, 0, 100, 0, 100, 100), paper.only().form());
        polygon(0, 0, 100, 0, 500, 500);
        paper.key(ToolKey.Key.ESCAPE);
        assertFalse(paper.box.isInHand());
        assertEquals(1, paper.sheet.size());
    }

    @Test
    void polygonsFirstSideMayBePulled() {
        paper.take(ToolKind.POLYGON);
        paper.pull(0, 0, 50, 0, 100, 0);
        polygon(100, 100);
        paper.key(ToolKey.Key.ENTER);
        assertEquals(path(true, Head.NONE, 0, 0, 100, 0, 100, 100), paper.only().form());
    }

    @Test
    void textIsAskedForAndWritten() {
        paper.take(ToolKind.TEXT).click(100, 100);
        var asked = paper.last(ToolOutput.EditText.class);
        assertNotNull(asked);
        assertNull(asked.id());
        assertEquals(0, asked.width());
        paper.did(paper.box.written(asked, "你好\nworld", 80, 73));
        Shape text = paper.only();
        assertEquals(new Form.Text("你好\nworld", 80, 73, Style.FIRST.textSize(), false), text.form());
        paper.click(text.frame().x() + 5, text.frame().y() + 5);
        var again = paper.last(ToolOutput.EditText.class);
        assertNotNull(again);
        assertEquals(text.id(), again.id());
        paper.did(paper.box.written(again, "你好\nworld", 80, 73));
        assertEquals(1, paper.commits.size());
        paper.did(paper.box.written(again, " \n", 0, 0));
        assertEquals(0, paper.sheet.size());
    }

    @Test
    void pulledTextHasAWidth() {
        paper.take(ToolKind.TEXT).pull(300, 100, 200, 110, 100, 120);
        var asked = paper.last(ToolOutput.EditText.class);
        assertNotNull(asked);
        assertEquals(200, asked.width());
        assertEquals(Frame.at(100, 100), asked.frame());
        paper.did(paper.box.written(asked, "   ", 10, 10));
        assertTrue(paper.commits.isEmpty());
        assertEquals(List.of(), paper.sheet.shapes());
    }
}
