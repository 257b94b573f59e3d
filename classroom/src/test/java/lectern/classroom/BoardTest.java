package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ClientMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.protocol.board.Board;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.Look;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Shape;
import org.junit.jupiter.api.Test;

class BoardTest {
    private final Desk desk = new Desk();
    private final Desk.Guest teacher = desk.join(Role.TEACHER, "T");
    private final Desk.Guest student = desk.join(Role.STUDENT, "S");

    private BoardState board() {
        return desk.room.state().board();
    }

    private Page page(PageId id) {
        BoardPage page = board().find(id);
        assertNotNull(page, id + " is there");
        return page.page();
    }

    private void open(Desk.Guest who, PageId... pages) {
        open(who, 0, pages);
    }

    private void open(Desk.Guest who, long revision, PageId... pages) {
        desk.say(who, new BoardMessage.OpenPages(List.of(pages).stream().map(p -> new OpenPage(p, revision)).toList()));
    }

    private void draws(Desk.Guest who, PageId page, int number) {
        desk.say(who, Strokes.edit(page, number, Strokes.add(who.id(), number)));
        assertNull(desk.refused());
    }

    private Board shownTo(Desk.Guest guest) {
        return desk.last.stream()
                .map(o -> o instanceof Outcome.Reply(long to, BoardNews.ShowBoard shown) && to == guest.connection()
                        ? shown.board()
                        : null)
                .filter(b -> b != null).findFirst().orElseThrow();
    }

    /// The events of the last step that this guest is told of.
    private List<RoomEvent> toldTo(Desk.Guest guest) {
        return desk.all(Outcome.Accepted.class).stream().filter(a -> switch (a.audience()) {
            case Audience.Everybody _ -> true;
            case Audience.Only(var some) -> some.contains(guest.id());
        }).map(a -> a.recorded().event()).toList();
    }

    private PageId pageOf(Desk.Guest owner) {
        return board().pages().stream().map(BoardPage::page).filter(p -> owner.id().equals(p.owner()) && !p.collected())
                .map(Page::id).findFirst().orElseThrow();
    }

    @Test
    void aClassBeginsWithAPageAndShowsItToWhoComes() {
        Desk.Guest guest = desk.join(Role.WATCHER, "W");
        assertEquals(List.of(Strokes.G1), shownTo(guest).pages().stream().map(Page::id).toList());
        assertEquals(Strokes.G1, shownTo(guest).current());
        assertEquals(Drawing.NOBODY, shownTo(guest).drawing());
        int admitted = desk.last.indexOf(desk.only(Outcome.Admitted.class));
        assertTrue(desk.last.get(admitted + 1) instanceof Outcome.Reply(_, BoardNews.ShowBoard _), "right after");
        desk.joinAs(Manner.WHIP, Role.STUDENT, "Encoder");
        assertTrue(desk.last.stream().noneMatch(o -> o instanceof Outcome.Reply(_, BoardNews _)),
                "a tool has no board");
    }

    @Test
    void aRoomFromBeforeThereWereBoardsGetsAPage() {
        var old = desk.journal.stream().filter(r -> !(r.event() instanceof BoardEvent)).toList();
        desk.room = Room.replay("r1", old);
        desk.give(new RoomInput.Reopened());
        assertEquals(1, board().pages().size());
        desk.room = Room.replay("r1", desk.journal.subList(0, 3));
        desk.give(new RoomInput.Reopened());
        assertEquals(1, board().pages().size(), "and one that has some keeps them");
    }

    @Test
    void editsAreToldToThoseWhoHaveThePageOpenAndToTheirAuthor() {
        Desk.Guest other = desk.join(Role.STUDENT, "O");
        open(student, Strokes.G1);
        draws(teacher, Strokes.G1, 1);
        var edited = new BoardEvent.Edited(Strokes.G1, 1, teacher.id(), 1,
                List.of(Strokes.add(teacher.id(), 1)));
        assertEquals(List.of(edited), toldTo(student));
        assertEquals(List.of(edited), toldTo(teacher));
        assertEquals(List.of(), toldTo(other));
        open(student);
        assertEquals(new Outcome.HidePage(student.connection(), Strokes.G1), desk.only(Outcome.HidePage.class));
        draws(teacher, Strokes.G1, 2);
        assertEquals(List.of(), toldTo(student));
    }

    @Test
    void anEditIsDoneOnceHoweverOftenItIsSaid() {
        draws(teacher, Strokes.G1, 5);
        desk.say(teacher, Strokes.edit(Strokes.G1, 5, Strokes.add(teacher.id(), 6)));
        assertEquals(List.of(), desk.last);
        desk.say(teacher, Strokes.edit(Strokes.G1, 3, Strokes.add(teacher.id(), 6)));
        assertEquals(List.of(), desk.last);
        desk.give(new RoomInput.ConnectionLost(teacher.connection()));
        Desk.Guest again = desk.resume(teacher, Role.TEACHER);
        var shown = desk.last.stream()
                .map(o -> o instanceof Outcome.Reply(_, BoardNews.ShowBoard b) ? b.lastEdit() : 0L)
                .mapToLong(Long::longValue).max().orElseThrow();
        assertEquals(5, shown);
        draws(again, Strokes.G1, 6);
    }

    @Test
    void aRefusedEditIsNamedByItsNumber() {
        desk.say(student, Strokes.edit(Strokes.G1, 9, Strokes.add(student.id(), 1)));
        var refused = desk.last.getFirst() instanceof Outcome.Reply(_, ServerMessage.Refused r) ? r : null;
        assertNotNull(refused);
        assertEquals(List.of(Reason.NOT_ALLOWED, "edit", 9L),
                List.of(refused.reason(), refused.to(), refused.number()));
        desk.say(teacher, new BoardMessage.AllowDrawing(new Drawing(false, Set.of(student.id()))));
        draws(student, Strokes.G1, 10);
        desk.say(teacher, new BoardMessage.AllowDrawing(new Drawing(false, Set.of(student.id()))));
        assertEquals(List.of(), desk.last, "as it is");
    }

    @Test
    void aPageIsShownAsASnapshotThatManyShareAndTheEditsSince() {
        for (int i = 1; i <= 3; i++) draws(teacher, Strokes.G1, i);
        open(student, Strokes.G1);
        PageSnapshot first = desk.only(Outcome.ShowPage.class).snapshot();
        assertEquals(3, first.revision());
        assertEquals(3, first.shapes().size());
        draws(teacher, Strokes.G1, 4);
        open(teacher, Strokes.G1);
        assertSame(first, desk.only(Outcome.ShowPage.class).snapshot());
        assertEquals(List.of(4L), repeated());
        for (int i = 5; i <= 200; i++) draws(teacher, Strokes.G1, i);
        Desk.Guest late = desk.join(Role.STUDENT, "Late");
        open(late, Strokes.G1);
        assertEquals(200, desk.only(Outcome.ShowPage.class).snapshot().revision(), "too much had happened since");
        assertEquals(List.of(), repeated());
    }

    @Test
    void whoComesBackHearsWhatTheyMissed() {
        for (int i = 1; i <= 20; i++) draws(teacher, Strokes.G1, i);
        open(student, 17, Strokes.G1);
        assertEquals(List.of(18L, 19L, 20L), repeated());
        assertEquals(3, desk.last.size());
        open(student);
        open(student, 20, Strokes.G1);
        assertEquals(List.of(), desk.last);
        open(student);
        open(student, 21, Strokes.G1);
        assertEquals(20, desk.only(Outcome.ShowPage.class).snapshot().revision(), "who knows more than there is");
        for (int i = 21; i <= 1_500; i++) draws(teacher, Strokes.G1, i);
        open(student);
        open(student, 100, Strokes.G1);
        assertEquals(1_500, desk.only(Outcome.ShowPage.class).snapshot().revision(), "too long ago");
    }

    private List<Long> repeated() {
        var revisions = new ArrayList<Long>();
        for (Outcome outcome : desk.last)
            if (outcome instanceof Outcome.Reply(_, ServerMessage.Happened(_, _, BoardEvent.Edited edited)))
                revisions.add(edited.revision());
        return revisions;
    }

    @Test
    void manyPagesOpenedAtOnceDontBringMoreEditsThanMayWait() {
        var pages = new ArrayList<PageId>(List.of(Strokes.G1));
        for (int i = 0; i < 30; i++) {
            desk.say(teacher, Strokes.page());
            pages.add(((BoardEvent.PageAdded) desk.journal.getLast().event()).page().id());
        }
        open(student, pages.toArray(PageId[]::new));
        int number = 0;
        for (PageId page : pages) for (int i = 0; i < 60; i++) draws(teacher, page, ++number);
        open(teacher, pages.toArray(PageId[]::new));
        int bytes = 0;
        for (Outcome outcome : desk.last)
            if (outcome instanceof Outcome.Reply(_, ServerMessage.Happened(_, _, BoardEvent.Edited edited)))
                bytes += Weight.of(edited.changes());
        assertEquals(pages.size(), desk.all(Outcome.ShowPage.class).size());
        assertTrue(bytes > 100_000 && bytes <= PageTail.BYTES, "bytes: " + bytes);
    }

    @Test
    void aHandOutGivesEachStudentTheirOwnCopyAlsoThoseWhoComeLater() {
        draws(teacher, Strokes.G1, 1);
        desk.joinAs(Manner.WHIP, Role.STUDENT, "Encoder");
        Desk.Guest assistant = desk.join(Role.ASSISTANT, "A");
        Desk.Guest watcher = desk.join(Role.WATCHER, "W");
        desk.say(teacher, new BoardMessage.HandOutPages(new HandOut(Strokes.G1, null)));
        assertEquals(2, desk.all(Outcome.Accepted.class).size(), "for one student");
        assertEquals(2, toldTo(student).size());
        assertEquals(2, toldTo(assistant).size());
        assertEquals(1, toldTo(watcher).size());
        PageId own = pageOf(student);
        assertEquals("S", page(own).title());
        open(student, own);
        assertEquals(List.of(Strokes.shape(teacher.id(), 1)), desk.only(Outcome.ShowPage.class).snapshot().shapes());
        draws(student, own, 1);
        assertEquals(1, board().find(Strokes.G1).sheet().size(), "the worksheet stays as it was");

        Desk.Guest late = desk.join(Role.STUDENT, "Late");
        PageId lates = pageOf(late);
        assertEquals(Set.of(Strokes.G1, lates),
                shownTo(late).pages().stream().map(Page::id).collect(Collectors.toSet()));
        assertEquals(List.of(), toldTo(student).stream().filter(e -> e instanceof BoardEvent).toList());
        desk.give(new RoomInput.ConnectionLost(late.connection()));
        desk.resume(late, Role.STUDENT);
        assertEquals(1, board().pages().stream().filter(p -> late.id().equals(p.page().owner())).count());

        desk.say(teacher, new BoardMessage.Collect());
        assertTrue(page(own).collected() && page(lates).collected());
        assertNull(board().handOut());
        desk.say(student, Strokes.edit(own, 2, Strokes.add(student.id(), 2)));
        assertEquals(Reason.NOT_ALLOWED, desk.refused());
        draws(teacher, own, 2);
        desk.join(Role.STUDENT, "Later");
        assertEquals(3, board().pages().size(), "nothing is handed out any more");
    }

    @Test
    void someAreGivenAPageAndASecondHandOutCollectsTheFirst() {
        Desk.Guest other = desk.join(Role.STUDENT, "O");
        desk.say(teacher, new BoardMessage.HandOutPages(new HandOut(Strokes.G1, Set.of(other.id()))));
        assertEquals(2, board().pages().size());
        PageId first = pageOf(other);
        desk.say(teacher, new BoardMessage.HandOutPages(new HandOut(Strokes.G1, null)));
        assertTrue(page(first).collected());
        assertEquals(4, board().pages().size());
        desk.say(teacher, new BoardMessage.DeletePage(pageOf(student)));
        desk.give(new RoomInput.ConnectionLost(student.connection()));
        desk.resume(student, Role.STUDENT);
        assertEquals(3, board().pages().size(), "what was taken away isn't given again");
    }

    @Test
    void aPrivatePageIsShownToAllWhileTheTeacherIsTurnedToIt() {
        Desk.Guest other = desk.join(Role.STUDENT, "O");
        desk.say(teacher, new BoardMessage.HandOutPages(new HandOut(Strokes.G1, Set.of(student.id()))));
        PageId own = pageOf(student);
        open(other, own);
        assertEquals(List.of(), desk.last, "nothing to see");
        desk.say(teacher, new BoardMessage.TurnTo(own));
        assertEquals(List.of(BoardEvent.PageChanged.class, BoardEvent.TurnedTo.class),
                toldTo(other).stream().map(Object::getClass).toList());
        assertTrue(page(own).shown());
        open(other, own);
        desk.only(Outcome.ShowPage.class);
        draws(student, own, 1);
        assertEquals(1, toldTo(other).size());
        desk.say(other, Strokes.edit(own, 1, Strokes.add(other.id(), 1)));
        assertEquals(Reason.NOT_ALLOWED, desk.refused(), "to look isn't to draw");

        desk.say(teacher, new BoardMessage.TurnTo(Strokes.G1));
        assertEquals(2, toldTo(other).size(), "they hear of it a last time");
        assertFalse(page(own).shown());
        assertEquals(new Outcome.HidePage(other.connection(), own), desk.only(Outcome.HidePage.class));
        draws(student, own, 2);
        assertEquals(List.of(), toldTo(other));
        desk.say(teacher, new BoardMessage.ChangePage(own, 1, "S.", Strokes.PAPER, 10, 10, false, null));
        assertEquals(List.of(), toldTo(other));
        assertEquals(1, toldTo(student).size());
    }

    @Test
    void thePagesOfSomebodyWhoLeftStay() {
        desk.say(teacher, new BoardMessage.HandOutPages(new HandOut(Strokes.G1, null)));
        PageId own = pageOf(student);
        desk.say(teacher, new ClientMessage.Remove(student.id()));
        assertEquals(student.id(), page(own).owner());
        desk.say(teacher, new BoardMessage.Collect());
        assertTrue(page(own).collected());
    }

    @Test
    void aDeletedPageComesBackWholeAndTheLastOneStays() {
        draws(teacher, Strokes.G1, 1);
        desk.say(teacher, new BoardMessage.DeletePage(Strokes.G1));
        assertEquals(Reason.NOT_ALLOWED, desk.refused());
        desk.say(teacher, new BoardMessage.AddPage(Strokes.G1, "two", Strokes.PAPER, 10, 10, Strokes.G1));
        PageId second = new PageId("g2");
        assertEquals(2.0, page(second).order());
        assertEquals(board().find(Strokes.G1).sheet().hash(), board().find(second).sheet().hash());
        open(student, Strokes.G1);
        desk.say(teacher, new BoardMessage.DeletePage(Strokes.G1));
        assertEquals(List.of(new BoardEvent.TurnedTo(second), new BoardEvent.PageDeleted(Strokes.G1)),
                toldTo(student));
        desk.only(Outcome.HidePage.class);
        desk.say(teacher, Strokes.edit(Strokes.G1, 2, Strokes.add(teacher.id(), 2)));
        assertEquals(Reason.NOT_ALLOWED, desk.refused());
        desk.say(teacher, new BoardMessage.RestorePage(Strokes.G1));
        assertEquals(1, board().find(Strokes.G1).sheet().size());
        assertEquals(second, board().current());
        desk.say(teacher, new BoardMessage.RestorePage(Strokes.G1));
        assertEquals(Reason.NOT_ALLOWED, desk.refused(), "it is there");
        desk.say(teacher, Strokes.page());
        assertEquals(new PageId("g3"), ((BoardEvent.PageAdded) desk.journal.getLast().event()).page().id());
        assertEquals(0.0, page(new PageId("g3")).order(), "at the front");
    }

    @Test
    void aPageFitsBetweenAnyTwo() {
        PageId after = Strokes.G1;
        desk.say(teacher, new BoardMessage.AddPage(Strokes.G1, "last", Strokes.PAPER, 10, 10, null));
        for (int i = 0; i < 80; i++)
            desk.say(teacher, new BoardMessage.AddPage(after, "" + i, Strokes.PAPER, 10, 10, null));
        var titles = board().pagesOfAll().stream().map(Page::title).toList();
        for (int i = 0; i < 80; i++) assertEquals("" + (79 - i), titles.get(1 + i));
        assertEquals("last", titles.getLast());
    }

    @Test
    void inkOverAScreenGoesWithTheScreenUnlessItWasKept() {
        desk.say(teacher, new BoardMessage.AddPage(null, "", new Ground.Screen(student.id()), 10, 10, null));
        assertEquals(Reason.OUT_OF_ORDER, desk.refused(), "nothing is shared");
        desk.say(student, new ClientMessage.SetTrack(TrackKind.SCREEN, true));
        for (int i = 0; i < 2; i++)
            desk.say(teacher, new BoardMessage.AddPage(null, "", new Ground.Screen(student.id()), 10, 10, null));
        desk.say(teacher, new BoardMessage.TurnTo(new PageId("g2")));
        desk.say(teacher, new BoardMessage.ChangePage(new PageId("g3"), 5, "", Strokes.PAPER, 10, 10, false, null));
        desk.say(student, new ClientMessage.SetTrack(TrackKind.SCREEN, false));
        assertEquals(Set.of("g1", "g3"),
                board().pages().stream().map(p -> p.page().id().value()).collect(Collectors.toSet()));
        assertNotEquals(new PageId("g2"), board().current());

        desk.say(student, new ClientMessage.SetTrack(TrackKind.SCREEN, true));
        desk.say(teacher, new BoardMessage.AddPage(null, "", new Ground.Screen(student.id()), 10, 10, null));
        for (String page : List.of("g1", "g3")) desk.say(teacher, new BoardMessage.DeletePage(new PageId(page)));
        desk.give(new RoomInput.ConnectionLost(student.connection()));
        desk.after(Room.AWAY_FOR);
        assertFalse(desk.isHere(student));
        assertEquals(List.of("g5"), board().pages().stream().map(p -> p.page().id().value()).toList(),
                "where that was the last page, there is a new one");
    }

    @Test
    void presenceGoesToOthersWhoHaveThePageOpenAndNotTooOften() {
        open(student, Strokes.G1);
        open(teacher, Strokes.G1);
        var presence = new Presence(Strokes.G1, new Point(1, 2), false, null, null, null);
        desk.say(student, new BoardMessage.ShowPresence(presence));
        assertEquals(new Outcome.Relay(Set.of(teacher.id()), new BoardNews.Present(student.id(), presence)),
                desk.only(Outcome.Relay.class));
        int relayed = 0;
        for (int i = 0; i < 1_000; i++) {
            desk.now = desk.now.plusMillis(10);
            desk.say(student, new BoardMessage.ShowPresence(presence));
            relayed += desk.all(Outcome.Relay.class).size();
        }
        assertTrue(relayed >= 290 && relayed <= 312, "in ten seconds: " + relayed);
        open(teacher);
        desk.after(Duration.ofSeconds(1));
        desk.say(student, new BoardMessage.ShowPresence(presence));
        assertEquals(List.of(), desk.last);
    }

    @Test
    void inkThatCantBeReadIsRefused() {
        for (String wrong : List.of("AAAA", "AAg", "AAgE", "AAB"))
            desk.say(teacher, Strokes.edit(Strokes.G1, 1, new Change.Add(new Shape(Strokes.id(teacher.id(), 1), 1,
                    Frame.at(0, 0), Look.pen("ink", 1), new Form.Ink(2, wrong)))));
        assertEquals(Reason.MALFORMED, desk.refused());
        assertEquals(0, board().find(Strokes.G1).revision());
    }

    @Test
    void aPageHoldsSoManyShapes() {
        int number = 0;
        while (board().find(Strokes.G1).sheet().size() < BoardLimits.SHAPES_ON_A_PAGE) {
            var changes = new ArrayList<Change>();
            for (int i = 0; i < BoardLimits.CHANGES; i++) changes.add(Strokes.add(teacher.id(), ++number));
            desk.say(teacher, new BoardMessage.Edit(Strokes.G1, number, changes));
            assertNull(desk.refused());
        }
        desk.say(teacher, Strokes.edit(Strokes.G1, ++number, Strokes.add(teacher.id(), number)));
        assertEquals(Reason.TOO_MANY, desk.refused());
        desk.say(teacher, Strokes.edit(Strokes.G1, ++number, Strokes.move(Strokes.id(teacher.id(), 1))));
        assertNull(desk.refused());
    }

    @Test
    void whoMayDrawAnywhereMayUpload() {
        assertTrue(desk.room.mayUpload(teacher.id()));
        assertFalse(desk.room.mayUpload(student.id()));
        Desk.Guest watcher = desk.join(Role.WATCHER, "W");
        desk.say(teacher, new BoardMessage.HandOutPages(new HandOut(Strokes.G1, null)));
        assertTrue(desk.room.mayUpload(student.id()));
        desk.say(teacher, new BoardMessage.Collect());
        assertFalse(desk.room.mayUpload(student.id()));
        desk.say(teacher, new BoardMessage.AllowDrawing(new Drawing(true, Set.of(watcher.id()))));
        assertTrue(desk.room.mayUpload(student.id()));
        assertFalse(desk.room.mayUpload(watcher.id()));
        assertFalse(desk.room.mayUpload(new ParticipantId("p99")));
        assertEquals(Map.of(), board().given());
    }
}
