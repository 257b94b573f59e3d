package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.tool.SelectionBox.Handle;
import lectern.whiteboard.tool.SelectionBox.Pulls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelectToolTest {
    private static final double EXACT = 1e-9;
    private final Paper paper = new Paper();

    @BeforeEach
    void selecting() {
        paper.take(ToolKind.SELECT);
        paper.rectangle("p1-a", 100, 100, 100, 50);
        paper.rectangle("p2-b", 300, 100, 100, 50);
    }

    private void pull(Handle handle, double dx, double dy) {
        Point at = box().at(handle, 1 / paper.zoom);
        paper.pull(at.x(), at.y(), at.x() + dx, at.y() + dy);
    }

    private SelectionBox box() {
        var selected = paper.last(ToolOutput.Selected.class);
        assertNotNull(selected);
        assertNotNull(selected.box());
        return selected.box();
    }

    private void select(String... ids) {
        paper.did(paper.box.select(List.of(ids).stream().map(ShapeId::new).toList()));
    }

    private void assertFrame(Frame expected, Frame frame) {
        assertEquals(expected.x(), frame.x(), EXACT, frame::toString);
        assertEquals(expected.y(), frame.y(), EXACT, frame::toString);
        assertEquals(expected.rotation(), frame.rotation(), EXACT, frame::toString);
        assertEquals(expected.scaleX(), frame.scaleX(), EXACT, frame::toString);
        assertEquals(expected.scaleY(), frame.scaleY(), EXACT, frame::toString);
    }

    @Test
    void clickSelectsAndShiftAddsAndTakesAway() {
        paper.click(100, 120);
        assertEquals(Set.of("p1-a"), paper.selected());
        paper.shift = true;
        paper.click(300, 120);
        assertEquals(Set.of("p1-a", "p2-b"), paper.selected());
        paper.click(100, 120);
        assertEquals(Set.of("p2-b"), paper.selected());
        paper.shift = false;
        paper.click(600, 600);
        assertEquals(Set.of(), paper.selected());
        assertTrue(paper.commits.isEmpty());
    }

    @Test
    void marqueeTakesWhatItEnclosesWithAltWhatItTouches() {
        paper.pull(50, 50, 350, 200);
        assertEquals(Set.of("p1-a"), paper.selected());
        paper.alt = true;
        paper.pull(50, 50, 350, 200);
        assertEquals(Set.of("p1-a", "p2-b"), paper.selected());
        var marquee = paper.last(ToolOutput.Marquee.class);
        assertNotNull(marquee);
        assertEquals(300, marquee.region().width());
    }

    @Test
    void whatOneMayNotChangeIsAsIfItWerentThere() {
        paper.onlyOwn = true;
        paper.click(300, 120);
        assertEquals(Set.of(), paper.selected());
        paper.did(paper.box.selectAll());
        assertEquals(Set.of("p1-a"), paper.selected());
        // One's own under somebody else's is reached through it.
        paper.rectangle("p2-c", 100, 100, 100, 50);
        paper.click(600, 600);
        paper.click(100, 120);
        assertEquals(Set.of("p1-a"), paper.selected());
    }

    @Test
    void pullMovesInOneCommit() {
        paper.pull(100, 120, 130, 130, 140, 170);
        assertEquals(List.of(new ToolOutput.Commit(
                List.of(new Change.Set(new ShapeId("p1-a"), null, Frame.at(140, 150), null, null)), false)),
                paper.commits);
        assertEquals(Set.of("p1-a"), paper.selected());
        assertEquals(new SelectionBox(190, 175, 100, 50, 0, Pulls.FREE), box());
    }

    @Test
    void shiftMovesStraight() {
        paper.shift = true;
        paper.pull(100, 120, 150, 130);
        assertFrame(Frame.at(150, 100), paper.find("p1-a").frame());
    }

    @Test
    void altMovesACopyWithAnOwnId() {
        paper.alt = true;
        paper.pull(300, 120, 310, 130, 300, 220);
        assertFrame(Frame.at(300, 100), paper.find("p2-b").frame());
        assertEquals(3, paper.sheet.size());
        Shape copy = paper.box.selected().getFirst();
        assertTrue(copy.id().isBy(Paper.ME));
        assertFrame(Frame.at(300, 200), copy.frame());
        assertEquals(copy, paper.sheet.shapes().getLast());
    }

    @Test
    void tremblingIsAClick() {
        paper.pull(100, 120, 102, 121);
        assertTrue(paper.commits.isEmpty());
        assertEquals(Set.of("p1-a"), paper.selected());
    }

    @Test
    void escapeLeavesAllAsItWas() {
        paper.down(100, 120);
        paper.move(200, 200);
        paper.key(ToolKey.Key.ESCAPE);
        paper.up(200, 200);
        assertTrue(paper.commits.isEmpty());
        assertEquals(new SelectionBox(150, 125, 100, 50, 0, Pulls.FREE), box());
        paper.key(ToolKey.Key.ESCAPE);
        assertEquals(Set.of(), paper.selected());
    }

    @Test
    void everyHandlePullsItsSides() {
        Object[][] cases = { { Handle.EAST, new Frame(100, 100, 0, 1.5, 1)},
                { Handle.SOUTH, new Frame(100, 100, 0, 1, 1.5)},
                { Handle.WEST, new Frame(150, 100, 0, 0.5, 1)}, { Handle.NORTH, new Frame(100, 125, 0, 1, 0.5)},
                { Handle.SOUTH_EAST, new Frame(100, 100, 0, 1.5, 1.5)},
                { Handle.NORTH_WEST, new Frame(150, 125, 0, 0.5, 0.5)},
                { Handle.NORTH_EAST, new Frame(100, 125, 0, 1.5, 0.5)},
                { Handle.SOUTH_WEST, new Frame(150, 100, 0, 0.5, 1.5)}};
        for (Object[] each : cases) {
            select("p1-a");
            pull((Handle) each[0], 50, 25);
            assertFrame((Frame) each[1], paper.find("p1-a").frame());
            paper.sheet.apply(List.of(new Change.Set(new ShapeId("p1-a"), null, Frame.at(100, 100), null, null)));
            paper.did(paper.box.pageChanged());
        }
    }

    @Test
    void pulledOverItsOtherSideItIsMirrored() {
        select("p1-a");
        pull(Handle.EAST, -150, 0);
        assertFrame(new Frame(100, 100, 0, -0.5, 1), paper.find("p1-a").frame());
    }

    @Test
    void shiftKeepsTheRatioAndAltTheMiddle() {
        select("p1-a");
        paper.shift = true;
        pull(Handle.SOUTH_EAST, 100, 50);
        assertFrame(new Frame(100, 100, 0, 2, 2), paper.find("p1-a").frame());
        paper.shift = false;
        paper.alt = true;
        pull(Handle.EAST, -50, 0);
        assertFrame(new Frame(150, 100, 0, 1, 2), paper.find("p1-a").frame());
    }

    @Test
    void turnedShapesResizeAlongTheirOwnAxes() {
        paper.lie("p1-t", new Frame(500, 500, 90, 1, 1), new Form.Rectangle(100, 50));
        select("p1-t");
        assertEquals(100, box().width(), EXACT);
        // Its right side looks down.
        pull(Handle.EAST, 7, 50);
        assertFrame(new Frame(500, 500, 90, 1.5, 1), paper.find("p1-t").frame());
    }

    @Test
    void picturesAndTextsKeepTheirRatio() {
        paper.lie("p1-p", Frame.at(500, 500), new Form.Picture(new AssetId("a".repeat(64)), 200, 100));
        select("p1-p");
        assertFalse(box().has(Handle.EAST));
        pull(Handle.SOUTH_EAST, 200, 100);
        assertFrame(new Frame(500, 500, 0, 2, 2), paper.find("p1-p").frame());
    }

    @Test
    void textPulledAtItsSideBreaksItsLinesElsewhere() {
        paper.lie("p1-t", Frame.at(500, 500), new Form.Text("words", 100, 130, 20, false));
        select("p1-t");
        pull(Handle.WEST, -150, 0);
        assertEquals(new Form.Text("words", 250, 52, 20, false), paper.find("p1-t").form());
        assertFrame(Frame.at(350, 500), paper.find("p1-t").frame());
    }

    @Test
    void groupsResizeTogether() {
        paper.did(paper.box.selectAll());
        assertEquals(new SelectionBox(250, 125, 300, 50, 0, Pulls.FREE), box());
        pull(Handle.EAST, 300, 0);
        assertFrame(new Frame(100, 100, 0, 2, 1), paper.find("p1-a").frame());
        assertFrame(new Frame(500, 100, 0, 2, 1), paper.find("p2-b").frame());
        assertEquals(1, paper.commits.size());
    }

    @Test
    void groupWithATurnedMemberResizesEvenly() {
        paper.lie("p1-t", new Frame(200, 300, 30, 1, 1), new Form.Rectangle(10, 10));
        paper.did(paper.box.selectAll());
        assertFalse(box().has(Handle.EAST));
        double width = box().width();
        double height = box().height();
        pull(Handle.SOUTH_EAST, width, height);
        assertFrame(new Frame(100, 100, 0, 2, 2), paper.find("p1-a").frame());
        assertFrame(new Frame(300, 500, 30, 2, 2), paper.find("p1-t").frame());
    }

    @Test
    void turnsAboutItsMiddleWithShiftInSteps() {
        select("p1-a");
        Point handle = box().at(Handle.ROTATE, 1);
        assertEquals(new Point(150, 100 - SelectionBox.ROTATE_PIXELS), handle);
        paper.pull(handle.x(), handle.y(), 250, 125);
        assertFrame(new Frame(175, 75, 90, 1, 1), paper.find("p1-a").frame());
        paper.shift = true;
        Point turned = box().at(Handle.ROTATE, 1);
        paper.pull(turned.x(), turned.y(), 250, 150);
        assertEquals(105, paper.find("p1-a").frame().rotation(), EXACT);
    }

    @Test
    void transformsThereAndBackAreExact() {
        select("p1-a", "p2-b");
        Frame before = paper.find("p1-a").frame();
        pull(Handle.ROTATE, 77, 31);
        double turned = paper.find("p1-a").frame().rotation();
        assertTrue(Math.abs(turned) > 10);
        var back = new Transform.Turn(250, 125, -turned);
        assertFrame(before, back.of(paper.find("p1-a").frame()));
    }

    @Test
    void arrowKeysNudgeInOneStep() {
        select("p1-a");
        paper.key(ToolKey.Key.RIGHT);
        paper.shift = true;
        paper.key(ToolKey.Key.DOWN);
        assertFrame(Frame.at(101, 110), paper.find("p1-a").frame());
        assertEquals(List.of(false, true), paper.commits.stream().map(ToolOutput.Commit::sameStep).toList());
        // Somebody moved it (or it was undone): the next nudge is a step of its own.
        paper.sheet.apply(List.of(new Change.Set(new ShapeId("p1-a"), null, Frame.at(0, 0), null, null)));
        paper.did(paper.box.pageChanged());
        paper.key(ToolKey.Key.UP);
        assertFalse(paper.commits.getLast().sameStep());
        assertFrame(Frame.at(0, -10), paper.find("p1-a").frame());
    }

    @Test
    void deleteTakesAllSelected() {
        paper.did(paper.box.selectAll());
        paper.key(ToolKey.Key.DELETE);
        assertEquals(0, paper.sheet.size());
        assertEquals(1, paper.commits.size());
        var selected = paper.last(ToolOutput.Selected.class);
        assertNotNull(selected);
        assertNull(selected.box());
    }

    @Test
    void whatOthersDeleteIsNotSelectedAndNotCommitted() {
        select("p1-a", "p2-b");
        paper.down(300, 120);
        paper.move(350, 120);
        paper.sheet.apply(List.of(new Change.Delete(List.of(new ShapeId("p1-a")))));
        paper.did(paper.box.pageChanged());
        paper.move(360, 120);
        paper.up(360, 120);
        assertEquals(1, paper.commits.getFirst().changes().size());
        assertEquals(Set.of("p2-b"), paper.selected());
    }

    @Test
    void recolourAndWidth() {
        paper.did(paper.box.selectAll());
        paper.did(paper.box.recolour("#ff0000"));
        assertEquals("#ff0000", paper.find("p2-b").look().colour());
        paper.did(paper.box.recolour("#ff0000"));
        assertEquals(1, paper.commits.size());
    }

    @Test
    void duplicateAndPasteMakeOwnShapes() {
        select("p2-b");
        paper.did(paper.box.duplicate());
        Shape copy = paper.box.selected().getFirst();
        assertFrame(Frame.at(320, 120), copy.frame());
        assertTrue(copy.id().isBy(Paper.ME));
        paper.did(paper.box.paste(List.of(paper.find("p2-b"), paper.find("p1-a")), new Point(1000, 1000)));
        assertEquals(2, paper.box.selected().size());
        // Side by side as they were, the first one below.
        assertFrame(Frame.at(850, 975), paper.box.selected().get(0).frame());
        assertFrame(Frame.at(1050, 975), paper.box.selected().get(1).frame());
    }

    @Test
    void manyAtOnce() {
        for (int i = 0; i < 1_200; i++) paper.rectangle("p1-m" + i, i, 500, 10, 10);
        paper.did(paper.box.selectAll());
        paper.pull(100, 120, 200, 120);
        assertEquals(1, paper.commits.size());
        assertEquals(Frame.at(1299, 500), paper.find("p1-m1199").frame());
        paper.did(paper.box.duplicate());
        assertEquals(1202, paper.box.selected().size());
        assertTrue(paper.box.selected().stream().allMatch(shape -> paper.sheet.find(shape.id()) == shape));
        paper.did(paper.box.delete());
        assertEquals(1202, paper.sheet.size());
    }

    @Test
    void endsOfALineArePulled() {
        var line = new Form.Path(List.of(new Point(0, 0), new Point(100, 0)), false, Form.Path.Head.NONE,
                Form.Path.Head.ARROW);
        paper.lie("p1-l", new Frame(500, 500, 90, 2, 1), line);
        select("p1-l");
        assertFalse(box().has(Handle.SOUTH_EAST));
        Point end = box().at(Handle.EAST, 1);
        assertEquals(700, end.y(), EXACT);
        pull(Handle.EAST, 50, 100);
        var longer = (Form.Path) paper.find("p1-l").form();
        assertEquals(new Point(0, 0), longer.points().getFirst());
        assertEquals(150, longer.points().getLast().x(), EXACT);
        assertEquals(-50, longer.points().getLast().y(), EXACT);
        assertEquals(Form.Path.Head.ARROW, longer.end());
        paper.shift = true;
        pull(Handle.WEST, 43, 7);
        Point start = box().at(Handle.WEST, 1);
        Point other = box().at(Handle.EAST, 1);
        double degrees = Math.toDegrees(Math.atan2(other.y() - start.y(), other.x() - start.x()));
        assertEquals(Math.rint(degrees / 15) * 15, degrees, 1e-6);
    }

    @Test
    void doubleClickOnATextAsksForIt() {
        paper.lie("p1-t", Frame.at(500, 500), new Form.Text("words", 100, 26, 20, true));
        paper.click(550, 510);
        assertNull(paper.last(ToolOutput.EditText.class));
        paper.click(551, 510);
        var asked = paper.last(ToolOutput.EditText.class);
        assertNotNull(asked);
        assertEquals(new ShapeId("p1-t"), asked.id());
        assertTrue(asked.bold());
    }
}
