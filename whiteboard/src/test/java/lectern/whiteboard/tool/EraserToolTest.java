package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.junit.jupiter.api.Test;

class EraserToolTest {
    private final Paper paper = new Paper();

    private Shape stroke() {
        paper.take(ToolKind.PEN).pull(0, 100, 100, 100, 200, 100, 300, 100);
        paper.commits.clear();
        return paper.sheet.shapes().getLast();
    }

    @Test
    void takesWholeShapesWhenItIsLifted() {
        Shape stroke = stroke();
        paper.rectangle("p2-r", 400, 50, 100, 100);
        paper.lie("p2-p", Frame.at(0, 0), new Form.Picture(new AssetId("a".repeat(64)), 600, 600));
        paper.take(ToolKind.ERASER);
        paper.down(150, 50);
        paper.move(150, 150);
        var preview = paper.last(ToolOutput.Preview.class);
        assertNotNull(preview);
        assertEquals(Set.of(stroke.id()), preview.hidden());
        assertEquals(3, paper.sheet.size());
        paper.move(400, 100);
        paper.up(420, 100);
        assertEquals(List.of(new ToolOutput.Commit(
                List.of(new Change.Delete(List.of(stroke.id(), new ShapeId("p2-r")))), false)), paper.commits);
        assertEquals("p2-p", paper.only().id().value());
    }

    @Test
    void cutsPiecesOutOfInk() {
        Shape stroke = stroke();
        paper.rectangle("p1-r", 140, 90, 20, 20);
        paper.style = paper.style.withEraser(20, true);
        paper.take(ToolKind.ERASER).pull(150, 50, 150, 150);
        assertEquals(1, paper.commits.size());
        assertEquals(3, paper.sheet.size());
        List<Shape> pieces = paper.sheet.shapes().stream().filter(s -> s.form() instanceof Form.Ink).toList();
        for (Shape piece : pieces) {
            assertEquals(stroke.look(), piece.look());
            assertEquals(stroke.order(), piece.order());
        }
        assertEquals(300, pieces.stream().mapToDouble(p -> paper.ink(p).getLast().x()).max().orElseThrow(), 0.5);
        double gapFrom = pieces.stream().mapToDouble(p -> paper.ink(p).getLast().x()).min().orElseThrow();
        assertTrue(gapFrom < 140.5 && gapFrom > 135, "gap from " + gapFrom);
    }

    @Test
    void goingOverAPieceAgainCutsThePiece() {
        stroke();
        paper.style = paper.style.withEraser(20, true);
        paper.take(ToolKind.ERASER);
        paper.pull(150, 50, 150, 150, 250, 150, 250, 50, 250, 150, 50, 150, 50, 50);
        assertEquals(1, paper.commits.size());
        assertEquals(4, paper.sheet.size());
    }

    @Test
    void rubbedOutWholly() {
        stroke();
        paper.style = paper.style.withEraser(20, true);
        paper.take(ToolKind.ERASER).pull(-20, 100, 320, 100);
        assertEquals(0, paper.sheet.size());
    }

    @Test
    void leavesWhatOneMayNotChange() {
        paper.onlyOwn = true;
        paper.rectangle("p2-r", 0, 0, 100, 100);
        paper.take(ToolKind.ERASER).pull(50, -50, 50, 200);
        assertTrue(paper.commits.isEmpty());
    }

    @Test
    void isAsLargeOnTheScreenAtAnyZoom() {
        paper.zoom = 0.1;
        paper.rectangle("p1-r", 0, 0, 100, 100);
        paper.take(ToolKind.ERASER).click(-100, 50);
        assertEquals(0, paper.sheet.size());
    }

    @Test
    void escapeBringsAllBack() {
        stroke();
        paper.take(ToolKind.ERASER);
        paper.down(150, 50);
        paper.move(150, 150);
        paper.key(ToolKey.Key.ESCAPE);
        paper.up(150, 150);
        assertTrue(paper.commits.isEmpty());
        assertNotNull(paper.last(ToolOutput.NothingInHand.class));
    }
}
