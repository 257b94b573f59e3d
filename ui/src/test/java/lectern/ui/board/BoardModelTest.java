package lectern.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground.Paper.Ruling;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.ui.model.BoardListener;
import lectern.ui.model.BoardModel;
import lectern.whiteboard.Edit;
import org.junit.jupiter.api.Test;

class BoardModelTest {
    private static final PageId SECOND = new PageId("g2");
    private static final Page[] PAGES = { ScriptedBoard.paper("g1", Ruling.PLAIN, false),
            ScriptedBoard.paper("g2", Ruling.GRID, true)};

    private long nowMs = 1_000;
    private final BoardModel model = new BoardModel(() -> nowMs);
    private final ScriptedBoard board = new ScriptedBoard(model);

    @Test
    void thePageOfTheTeacherIsOpenedAndShown() {
        board.enter(Role.STUDENT, PAGES);
        assertEquals(List.of(PAGES), model.pages);
        assertEquals(PAGES[0], model.viewed.get());
        assertTrue(model.isLoaded(ScriptedBoard.PAGE));
        model.happened(new BoardEvent.TurnedTo(SECOND));
        assertEquals(PAGES[1], model.viewed.get());
        assertTrue(model.isLoaded(SECOND));
    }

    @Test
    void whoLooksAroundStaysUntilTheyFollowAgain() {
        board.enter(Role.STUDENT, PAGES);
        model.lookAt(SECOND);
        assertFalse(model.following.get());
        model.happened(new BoardEvent.TurnedTo(ScriptedBoard.PAGE));
        assertEquals(PAGES[1], model.viewed.get());
        model.follow();
        assertEquals(PAGES[0], model.viewed.get());
        assertTrue(model.following.get());
    }

    @Test
    void aPageThatIsGoneLeadsBackToTheTeachers() {
        board.enter(Role.STUDENT, PAGES);
        model.lookAt(SECOND);
        model.happened(new BoardEvent.PageDeleted(SECOND));
        assertEquals(PAGES[0], model.viewed.get());
        assertTrue(model.following.get());
        assertEquals(1, model.pages.size());
    }

    @Test
    void rightsComeAndGo() {
        board.enter(Role.STUDENT, PAGES);
        assertTrue(model.mayDraw.get());
        model.happened(new BoardEvent.DrawingAllowed(Drawing.NOBODY));
        assertFalse(model.mayDraw.get());
        model.happened(new BoardEvent.DrawingAllowed(new Drawing(false, Set.of(ScriptedBoard.SELF))));
        assertTrue(model.mayDraw.get());
    }

    @Test
    void ownEditsAreUndoneOthersAreLeft() {
        board.enter(Role.STUDENT, PAGES);
        var told = new ArrayList<Edit>();
        model.listen(new BoardListener() {
            @Override
            public void edited(PageId page, List<Edit> edits) { told.addAll(edits); }
        });
        board.adds("p9", ScriptedBoard.PAGE, shape(new ShapeId("p9-1")));
        assertFalse(model.canUndo.get());
        var own = shape(model.newId());
        model.edit(ScriptedBoard.PAGE, List.of(new Change.Add(own)));
        assertEquals(2, told.size());
        assertTrue(model.canUndo.get());
        assertFalse(model.unsaved.get(), "the server has it");
        model.undo();
        assertNull(model.sheet(ScriptedBoard.PAGE).find(own.id()));
        assertEquals(1, model.sheet(ScriptedBoard.PAGE).size());
        assertTrue(model.canRedo.get());
        model.redo();
        assertNotNull(model.sheet(ScriptedBoard.PAGE).find(own.id()));
        assertEquals(board.sheets.get(ScriptedBoard.PAGE).hash(), model.sheet(ScriptedBoard.PAGE).hash());
    }

    @Test
    void clearingTakesOnlyWhatOneMayTakeAndIsOneStep() {
        board.enter(Role.STUDENT, PAGES);
        board.adds("p9", ScriptedBoard.PAGE, shape(new ShapeId("p9-1")));
        for (int i = 0; i < 3; i++) model.edit(ScriptedBoard.PAGE, List.of(new Change.Add(shape(model.newId()))));
        model.clear();
        assertEquals(1, model.sheet(ScriptedBoard.PAGE).size());
        model.undo();
        assertEquals(4, model.sheet(ScriptedBoard.PAGE).size());
    }

    @Test
    void whatIsDrawnWithoutALineIsSaidLater() {
        board.enter(Role.TEACHER, PAGES);
        model.lost();
        board.said.clear();
        model.edit(ScriptedBoard.PAGE, List.of(new Change.Add(shape(model.newId()))));
        assertTrue(model.unsaved.get());
        assertEquals(List.of(), board.said);
        model.received(new BoardNews.ShowBoard(new lectern.protocol.board.Board(List.of(PAGES), ScriptedBoard.PAGE,
                Drawing.ALL, null), 0));
        assertTrue(board.said.stream().anyMatch(BoardMessage.Edit.class::isInstance));
        assertFalse(model.unsaved.get());
        assertEquals(1, board.sheets.get(ScriptedBoard.PAGE).size());
    }

    @Test
    void aRefusedEditIsTakenBackAndTold() {
        model.enter(ScriptedBoard.SELF, Role.TEACHER, "t", board.said::add);
        model.received(new BoardNews.ShowBoard(new lectern.protocol.board.Board(List.of(PAGES), ScriptedBoard.PAGE,
                Drawing.ALL, null), 0));
        model.edit(ScriptedBoard.PAGE, List.of(new Change.Add(shape(model.newId()))));
        model.refused(1, "the page is full");
        assertEquals(0, model.sheet(ScriptedBoard.PAGE).size());
        assertEquals("the page is full", model.refused.get());
    }

    @Test
    void theTeachersViewIsKnownToThoseWhoDontModerate() {
        var view = new Region(10, 20, 800, 450);
        var presence = new BoardNews.Present(new ParticipantId("p9"),
                new Presence(ScriptedBoard.PAGE, null, false, null, null, view));
        board.enter(Role.STUDENT, PAGES);
        model.received(presence);
        assertEquals(view, model.teacherView.get());
        model.happened(new BoardEvent.TurnedTo(SECOND));
        assertNull(model.teacherView.get(), "it was of another page");
        board.enter(Role.TEACHER, PAGES);
        model.received(presence);
        assertNull(model.teacherView.get());
    }

    @Test
    void afterTheClassNothingIsLeft() {
        board.enter(Role.TEACHER, PAGES);
        model.edit(ScriptedBoard.PAGE, List.of(new Change.Add(shape(model.newId()))));
        model.reset();
        assertEquals(0, model.pages.size());
        assertNull(model.viewed.get());
        assertFalse(model.canUndo.get());
        assertEquals(0, model.sheet(ScriptedBoard.PAGE).size());
    }

    private static Shape shape(ShapeId id) {
        return new Shape(id, 1, Frame.at(10, 10), Look.pen(Look.INK, 3), new Form.Rectangle(100, 50));
    }
}
