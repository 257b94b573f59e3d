package lectern.whiteboard;

import static lectern.whiteboard.Shapes.add;
import static lectern.whiteboard.Shapes.box;
import static lectern.whiteboard.Shapes.delete;
import static lectern.whiteboard.Shapes.move;
import static lectern.whiteboard.Shapes.restore;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Board;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Shape;
import lectern.protocol.board.StrokeInHand;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class BoardClientTest {
    private static final PageId G1 = new PageId("g1");
    private static final PageId G2 = new PageId("g2");
    private static final ParticipantId ME = new ParticipantId("p1");
    private static final ParticipantId OTHER = new ParticipantId("p2");
    private static final Shape A = box("p1-a", 1, 0, 0);
    private static final Shape B = box("p2-b", 2, 0, 0);

    @Test
    void aPageComesInPartsWithEditsBetweenThem() {
        BoardClient client = client(Role.TEACHER, 0);
        client.open(Set.of(G1));
        assertEquals(List.of(new BoardMessage.OpenPages(List.of(new OpenPage(G1, 0)))), said(client));
        client.received(new BoardNews.PagePart(G1, 5, 0, 2, List.of(A)));
        client.happened(edited(6, OTHER, 1, move("p1-a", 7, 7)));
        assertEquals(0, client.sheet(G1).size(), "nothing half");
        assertFalse(client.isLoaded(G1));
        client.received(new BoardNews.PagePart(G1, 5, 1, 2, List.of(B)));
        assertTrue(client.isLoaded(G1));
        assertEquals(List.of(A.withFrame(Frame.at(7, 7)), B), client.sheet(G1).shapes());
        assertEquals(List.of(new BoardOutput.SheetReplaced(G1)), client.drain());
    }

    @Test
    void whatWasDrawnWithoutAConnectionIsSaidAfterwards() {
        BoardClient client = loaded(Role.TEACHER, A);
        client.edit(G1, List.of(move("p1-a", 1, 1)));
        client.edit(G1, List.of(move("p1-a", 2, 2)));
        client.drain();
        client.lost();
        client.edit(G1, List.of(move("p1-a", 3, 3)));
        assertEquals(List.of(), said(client));
        assertEquals(3, client.pendingEdits());
        client.received(board(Drawing.NOBODY, 1, page(G1, null, false)));
        // The first was had. Whether it was done isn't known, so the page is asked for from its beginning.
        assertEquals(List.of(new BoardMessage.OpenPages(List.of(new OpenPage(G1, 0))),
                new BoardMessage.Edit(G1, 2, List.of(move("p1-a", 2, 2))),
                new BoardMessage.Edit(G1, 3, List.of(move("p1-a", 3, 3)))), said(client));
        client.received(new BoardNews.PagePart(G1, 9, 0, 1, List.of(A.withFrame(Frame.at(1, 1)))));
        assertEquals(2, client.pendingEdits());
        client.happened(edited(10, ME, 2, move("p1-a", 2, 2)));
        client.happened(edited(11, ME, 3, move("p1-a", 3, 3)));
        assertEquals(0, client.pendingEdits());
        assertEquals(Frame.at(3, 3), frame(client, "p1-a"));
    }

    @Test
    void afterAResumeOnlyWhatIsMissingIsAskedFor() {
        BoardClient client = loaded(Role.STUDENT, A);
        client.happened(edited(1, OTHER, 1, move("p1-a", 4, 4)));
        client.lost();
        client.received(board(Drawing.NOBODY, 0, page(G1, null, false)));
        assertEquals(List.of(new BoardMessage.OpenPages(List.of(new OpenPage(G1, 1)))), said(client));
        client.happened(edited(2, OTHER, 2, move("p1-a", 5, 5)));
        assertEquals(Frame.at(5, 5), frame(client, "p1-a"));
    }

    @Test
    void aRefusedEditIsTakenBackAndTold() {
        BoardClient client = loaded(Role.STUDENT, A);
        client.edit(G1, List.of(move("p1-a", 1, 1)));
        client.drain();
        client.refused(1, "Nobody may draw now.");
        assertEquals(List.of(new BoardOutput.SheetEdited(G1, List.of(new Edit(A.id(), A.withFrame(Frame.at(1, 1)), A))),
                new BoardOutput.EditRefused("Nobody may draw now.")), client.drain());
        assertFalse(client.canUndo(G1));
    }

    @Test
    void anAnswerSettlesWhatIsOlder() {
        BoardClient client = loaded(Role.TEACHER, A);
        client.edit(G1, List.of(move("p1-a", 1, 1)));
        client.edit(G1, List.of(Shapes.colour("p1-a", "#ff0000")));
        client.happened(edited(1, ME, 2, Shapes.colour("p1-a", "#ff0000")));
        assertEquals(0, client.pendingEdits());
        assertEquals(Frame.at(0, 0), frame(client, "p1-a"), "the first was refused while nobody listened");
    }

    @Test
    void aRestoreOfWhatIsntKnownAsksForThePageAnew() {
        BoardClient client = loaded(Role.TEACHER, A);
        client.happened(edited(1, OTHER, 1, restore("p2-old")));
        assertEquals(List.of(new BoardMessage.OpenPages(List.of()),
                new BoardMessage.OpenPages(List.of(new OpenPage(G1, 0)))), said(client));
        client.received(new BoardNews.PagePart(G1, 1, 0, 1, List.of(A, box("p2-old", 3, 0, 0))));
        assertEquals(2, client.sheet(G1).size());
    }

    @Test
    void undoRestoresWhatOnlyTheServerRemembers() {
        BoardClient client = loaded(Role.TEACHER, A, B);
        client.edit(G1, List.of(delete("p1-a")));
        client.happened(edited(1, ME, 1, delete("p1-a")));
        client.lost();
        client.received(board(Drawing.NOBODY, 1, page(G1, null, false)));
        client.received(new BoardNews.PagePart(G1, 2_000, 0, 1, List.of(B)));
        client.drain();
        client.undo(G1);
        assertEquals(List.of(new BoardMessage.Edit(G1, 2, List.of(restore("p1-a")))), said(client));
        assertTrue(client.canRedo(G1));
        client.happened(edited(2_001, ME, 2, restore("p1-a")));
        client.received(new BoardNews.PagePart(G1, 2_001, 0, 1, List.of(A, B)));
        client.drain();
        client.redo(G1);
        assertEquals(List.of(new BoardMessage.Edit(G1, 3, List.of(delete("p1-a")))), said(client));
    }

    @Test
    void aPageStaysOpenUntilItsEditsAreAnswered() {
        BoardClient client = loaded(Role.TEACHER, A);
        client.edit(G1, List.of(move("p1-a", 1, 1)));
        client.drain();
        client.open(Set.of(G2));
        assertEquals(Set.of(G1, G2), opened(said(client)));
        client.happened(edited(1, ME, 1, move("p1-a", 1, 1)));
        assertEquals(Set.of(G2), opened(said(client)));
    }

    @Test
    void aGestureTooLargeForOneMessageIsSeveralAndOneUndo() {
        BoardClient client = loaded(Role.TEACHER);
        List<Change> changes = new ArrayList<>();
        var ink = new Form.Ink(2, InkCode.encode(Handwriting.word(new java.util.Random(1), 3_000, 0.25, 30)));
        for (int i = 0; i < 60; i++)
            changes.add(add(new Shape(client.newId(), i, Frame.at(0, 0), Shapes.PEN, ink)));
        for (int i = 0; i < 1_500; i++) changes.add(add(box("p1-box" + i, i, i, i)));
        client.edit(G1, changes);
        List<BoardMessage> said = said(client);
        assertTrue(said.size() > 5, "messages: " + said.size());
        for (BoardMessage message : said)
            assertTrue(Json.write(message).length() < Limits.MESSAGE_BYTES, "a message too long");
        assertEquals(1_560, client.sheet(G1).size());
        client.undo(G1);
        assertEquals(0, client.sheet(G1).size());
        client.redo(G1);
        assertEquals(1_560, client.sheet(G1).size());
        client.undo(G1);
        assertFalse(client.canUndo(G1));
    }

    @Test
    void fiveHundredStepsCanBeUndone() {
        BoardClient client = loaded(Role.TEACHER);
        for (int i = 0; i < 600; i++) client.edit(G1, List.of(add(box("p1-s" + i, i, 0, 0))));
        for (int i = 0; i < 600; i++) client.undo(G1);
        assertEquals(100, client.sheet(G1).size());
    }

    @Test
    void aPrivatePageThatIsNoLongerShownIsForgotten() {
        BoardClient client = client(Role.STUDENT, 0);
        client.happened(new BoardEvent.PageChanged(page(G2, OTHER, true)));
        assertEquals(2, client.pages().size());
        client.open(Set.of(G2));
        assertEquals(Set.of(G2), opened(said(client)));
        client.happened(new BoardEvent.PageChanged(page(G2, OTHER, false)));
        assertNull(client.page(G2));
        assertEquals(Set.of(), opened(said(client)));
        BoardClient teacher = client(Role.TEACHER, 0);
        teacher.happened(new BoardEvent.PageAdded(page(G2, OTHER, false), null));
        assertEquals(G2, teacher.pages().getLast().id());
    }

    @Test
    void whoMayDraw() {
        for (Role role : Role.values()) {
            BoardClient client = client(role, 0);
            client.happened(new BoardEvent.PageAdded(page(G2, ME, false), null));
            assertEquals(role.mayModerate(), client.mayDraw(G1), role + " where nobody may");
            client.happened(new BoardEvent.DrawingAllowed(new Drawing(false, Set.of(ME))));
            assertEquals(role != Role.WATCHER, client.mayDraw(G1), role + " where they may");
            assertEquals(role != Role.WATCHER, client.mayDraw(G2), role + " on their own");
            assertEquals(role != Role.WATCHER, client.mayChange(G1, A), role + " of their own");
            assertEquals(role.mayModerate(), client.mayChange(G1, B), role + " of others");
            Page own = page(G2, ME, false);
            client.happened(new BoardEvent.PageChanged(new Page(G2, own.order(), "", own.ground(), own.width(),
                    own.height(), ME, true, false, false, null, null)));
            assertEquals(role.mayModerate(), client.mayDraw(G2), role + " where it was collected");
            assertFalse(client.mayDraw(new PageId("g9")), role + " where nothing is");
        }
    }

    @Test
    void presenceIsSaidEvery33MillisecondsAndNoPointIsLost() {
        BoardClient client = loaded(Role.TEACHER);
        client.present(stroke(0, 0, 0, 32, 1, 1, 32), 1_000);
        client.present(stroke(2, 5, 5, 40), 1_010);
        client.present(stroke(3, 9, 9, 40, 12, 12, 41), 1_020);
        assertEquals(1, said(client).size());
        assertEquals(1_033, client.nextDeadlineMs());
        client.tick(1_032);
        assertEquals(List.of(), said(client));
        client.tick(1_033);
        assertEquals(List.of(new BoardMessage.ShowPresence(stroke(2, 5, 5, 40, 9, 9, 40, 12, 12, 41))), said(client));
        assertEquals(Long.MAX_VALUE, client.nextDeadlineMs());
    }

    @Test
    void aStrokeInHandIsPutTogetherUntilItIsOnThePage() {
        BoardClient client = loaded(Role.TEACHER);
        client.received(new BoardNews.Present(OTHER, stroke(0, 0, 0, 32, 1, 1, 32)), 1_000);
        client.received(new BoardNews.Present(OTHER, stroke(2, 5, 5, 40)), 1_040);
        assertEquals(GoldenInk.points(0, 0, 32, 1, 1, 32, 5, 5, 40), client.presences(G1).getFirst().ink());
        // A part was missed: a straight line over it.
        client.received(new BoardNews.Present(OTHER, stroke(9, 20, 20, 40)), 1_080);
        assertEquals(4, points(client));
        client.drain();
        client.happened(edited(1, OTHER, 1, add(box("p2-hand", 1, 0, 0))));
        assertNull(client.presences(G1).getFirst().ink());
        assertTrue(client.drain().contains(new BoardOutput.PresenceChanged(G1)));
    }

    @Test
    void whoFallsSilentOrLeavesIsntShown() {
        BoardClient client = loaded(Role.TEACHER);
        var cursor = new Presence(G1, new Point(5, 5), false, null, null, null);
        client.received(new BoardNews.Present(OTHER, cursor), 1_000);
        assertEquals(4_000, client.nextDeadlineMs());
        client.tick(3_999);
        assertEquals(1, client.presences(G1).size());
        client.drain();
        client.tick(4_000);
        assertEquals(0, client.presences(G1).size());
        assertEquals(List.of(new BoardOutput.PresenceChanged(G1)), client.drain());
        client.received(new BoardNews.Present(OTHER, cursor), 5_000);
        client.gone(OTHER);
        assertEquals(0, client.presences(G1).size());
    }

    @Test
    void newIdsAreNewAndMine() {
        BoardClient client = client(Role.STUDENT, 0);
        assertNotEquals(client.newId(), client.newId());
        assertTrue(client.newId().isBy(ME));
    }

    private static int points(BoardClient client) {
        InkPoints ink = client.presences(G1).getFirst().ink();
        return ink == null ? 0 : ink.size();
    }

    private static Presence stroke(int from, int... points) {
        return new Presence(G1, null, false, new StrokeInHand(Shapes.id("p2-hand"), Shapes.PEN, 0, 0, 0, from,
                InkCode.encode(GoldenInk.points(points))), null, null);
    }

    private static BoardClient client(Role role, long lastEdit) {
        var client = new BoardClient(ME, role, "s");
        client.received(board(Drawing.NOBODY, lastEdit, page(G1, null, false)));
        client.drain();
        return client;
    }

    private static BoardClient loaded(Role role, Shape... shapes) {
        BoardClient client = client(role, 0);
        client.happened(new BoardEvent.PageAdded(page(G2, null, false), null));
        client.open(Set.of(G1));
        client.received(new BoardNews.PagePart(G1, 0, 0, 1, List.of(shapes)));
        client.drain();
        return client;
    }

    private static BoardNews.ShowBoard board(Drawing drawing, long lastEdit, Page... pages) {
        return new BoardNews.ShowBoard(new Board(List.of(pages), G1, drawing, null), lastEdit);
    }

    private static Page page(PageId id, @Nullable ParticipantId owner, boolean shown) {
        return new Page(id, 1, "", new Ground.Paper(Ground.Paper.Ruling.PLAIN, false), Page.WIDTH, Page.HEIGHT, owner,
                false, shown, false, null, null);
    }

    private static BoardEvent.Edited edited(long revision, ParticipantId by, long number, Change... changes) {
        return new BoardEvent.Edited(G1, revision, by, number, List.of(changes));
    }

    private static Frame frame(BoardClient client, String id) {
        Shape shape = client.sheet(G1).find(Shapes.id(id));
        if (shape == null) throw new AssertionError("no " + id);
        return shape.frame();
    }

    private static List<BoardMessage> said(BoardClient client) {
        List<BoardMessage> said = new ArrayList<>();
        for (BoardOutput output : client.drain())
            if (output instanceof BoardOutput.Say(var message)) said.add(message);
        return said;
    }

    private static Set<PageId> opened(List<BoardMessage> said) {
        return said.getLast() instanceof BoardMessage.OpenPages(var pages)
                ? Set.copyOf(pages.stream().map(OpenPage::page).toList())
                : Set.of(new PageId("none"));
    }
}
