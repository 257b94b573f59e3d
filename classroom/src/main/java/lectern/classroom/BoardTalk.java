package lectern.classroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.Json;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Board;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Presence;
import org.jspecify.annotations.Nullable;

/// The room's board: takes what participants say of it, and gives the events that follow and who is told of them. What lasts
/// is in [BoardState] and changes by events alone; which pages somebody has open begins anew with every connection.
///
/// Who may know of a page is told of everything that happens to it; what is on it, and who does what on it right now, is told
/// to those who have it open.
final class BoardTalk {
    /// Writes an event down, applies it, tells those it is for.
    interface Recorder {
        void record(BoardEvent event, Audience audience);
    }

    private final RoomState room;
    private final BoardState board;
    private final Recorder recorder;
    private final Consumer<Outcome> follow;
    private final Onlookers onlookers;
    private final Binder binder;

    /// @param isTool whether somebody takes part by a tool that has no board
    BoardTalk(RoomState room, Predicate<ParticipantId> isTool, Recorder recorder, Consumer<Outcome> follow) {
        this.room = room;
        this.board = room.board();
        this.recorder = recorder;
        this.follow = follow;
        this.onlookers = new Onlookers(room, follow);
        this.binder = new Binder(room, onlookers, isTool, recorder);
    }

    /// Every board has a page, also that of a room from before there were any.
    void begin() {
        if (board.isEmpty()) binder.addPlain();
    }

    /// Another lesson on the same board: who might draw, what was handed out and whose screens were shared was of the last one.
    void resetRights(Instant now) {
        if (!board.drawing().equals(Drawing.NOBODY))
            recorder.record(new BoardEvent.DrawingAllowed(Drawing.NOBODY), Onlookers.EVERYBODY);
        binder.collect();
        binder.screensEnded();
        binder.stopClips(now);
    }

    /// Before somebody is welcomed.
    void expect(Participant participant) {
        binder.giveLate(participant);
    }

    /// After somebody was welcomed.
    void enter(Participant participant, long connection) {
        onlookers.add(new BoardViewer(participant.id(), connection));
        var pages = board.pages().stream().map(BoardPage::page).filter(p -> BoardRights.maySee(participant, p))
                .toList();
        var shown = new Board(pages, board.current(), board.drawing(), board.handOut());
        follow.accept(new Outcome.Reply(connection, new BoardNews.ShowBoard(shown, board.lastEdit(participant.id()))));
    }

    /// Their connection is gone.
    void exit(ParticipantId who) {
        onlookers.remove(who);
    }

    void screenEnded(ParticipantId of) {
        binder.screenEnded(of);
    }

    /// Whether they may put a file into the lesson: who may draw anywhere.
    boolean mayUpload(Participant who) {
        return who.role().mayModerate() || board.drawing().allows(who.id()) && who.role().maySend()
                || board.pages().stream().map(BoardPage::page)
                        .anyMatch(p -> who.id().equals(p.owner()) && !p.collected());
    }

    /// Whether they may see a file of the lesson: those who moderate any, others what stands on a page that they see. A document's
    /// own file has all its pages, also those that aren't shown.
    boolean mayRead(Participant who, AssetId asset) {
        return who.role().mayModerate() || board.pages().stream()
                .anyMatch(p -> BoardRights.maySee(who, p.page()) && p.shows(asset));
    }

    /// The pages of documents that they see, in the board's order.
    List<Page> documentPages(Participant who) {
        return board.pages().stream().map(BoardPage::page)
                .filter(p -> p.ground() instanceof Ground.Document && BoardRights.maySee(who, p))
                .sorted(Comparator.comparingDouble(Page::order).thenComparing(Page::id)).toList();
    }

    /// What [Rights] allows this role to say.
    void handle(Participant from, BoardMessage message, Instant now) {
        BoardViewer viewer = onlookers.find(from.id());
        if (viewer == null) return;
        Refusal refusal = switch (message) {
            case BoardMessage.OpenPages open -> open(from, viewer, open);
            case BoardMessage.Edit edit -> edit(from, edit);
            case BoardMessage.ShowPresence(Presence presence) -> show(from, viewer, presence, now);
            case BoardMessage.AddPage add -> binder.add(add);
            case BoardMessage.AddPages add -> binder.addAll(add);
            case BoardMessage.PlayClip play -> binder.play(play, now);
            case BoardMessage.ChangePage change -> binder.change(change);
            case BoardMessage.DeletePage(PageId page) -> binder.delete(page);
            case BoardMessage.RestorePage(PageId page) -> binder.restore(page);
            case BoardMessage.TurnTo(PageId page) -> binder.turnTo(page);
            case BoardMessage.AllowDrawing(Drawing drawing) -> {
                if (!drawing.equals(board.drawing()))
                    recorder.record(new BoardEvent.DrawingAllowed(drawing), Onlookers.EVERYBODY);
                yield null;
            }
            case BoardMessage.HandOutPages(HandOut handOut) -> binder.handOut(handOut);
            case BoardMessage.Collect _ -> {
                binder.collect();
                yield null;
            }
        };
        if (refusal == null) return;
        Long number = message instanceof BoardMessage.Edit edit ? edit.number() : null;
        follow.accept(new Outcome.Reply(viewer.connection,
                new ServerMessage.Refused(refusal.reason(), refusal.why(), Json.typeOf(message), number)));
    }

    /// Pages that aren't there any more, or aren't theirs to see, are passed over: they may have gone while this was said.
    private @Nullable Refusal open(Participant who, BoardViewer viewer, BoardMessage.OpenPages message) {
        var wanted = new LinkedHashSet<PageId>();
        var fresh = new ArrayList<OpenPage>();
        for (OpenPage open : message.pages()) {
            BoardPage page = visible(who, open.page());
            if (page != null && wanted.add(open.page()) && !viewer.open.contains(open.page())) fresh.add(open);
        }
        for (PageId page : viewer.open)
            if (!wanted.contains(page)) follow.accept(new Outcome.HidePage(viewer.connection, page));
        viewer.open.clear();
        viewer.open.addAll(wanted);
        int budget = PageTail.BYTES; // one message must not bring more edits at once than may wait for a slow reader
        for (OpenPage open : fresh)
            if (board.find(open.page()) instanceof BoardPage page)
                budget -= sendPage(viewer, page, open.revision(), budget);
        return null;
    }

    private int sendPage(BoardViewer to, BoardPage page, long known, int budget) {
        var missing = known == 0 ? null : page.editsAfter(known, budget).orElse(null);
        if (missing == null) {
            PageSnapshot snapshot = page.snapshot(budget);
            follow.accept(new Outcome.ShowPage(to.connection, snapshot));
            missing = page.editsAfter(snapshot.revision(), budget).orElseThrow();
        }
        for (Recorded edit : missing)
            follow.accept(new Outcome.Reply(to.connection,
                    new ServerMessage.Happened(edit.seq(), edit.at(), edit.event())));
        return PageTail.weigh(missing);
    }

    private @Nullable Refusal edit(Participant who, BoardMessage.Edit edit) {
        if (edit.number() <= board.lastEdit(who.id())) return null; // said again after a resume
        BoardPage page = visible(who, edit.page());
        if (page == null) return Refusal.NO_PAGE;
        String why = BoardRights.drawing(who, page.page(), board.drawing());
        if (why == null) why = BoardRights.changes(who, edit.changes());
        if (why != null) return Refusal.notAllowed(why);
        String wrong = Inks.wrong(edit.changes());
        if (wrong == null) wrong = page.impossible(edit.changes());
        if (wrong != null) return new Refusal(Reason.MALFORMED, wrong);
        if (page.shapesAfter(edit.changes()) > BoardLimits.SHAPES_ON_A_PAGE)
            return new Refusal(Reason.TOO_MANY, "This page is full.");
        if (board.weight() + Weight.of(edit.changes()) > Binder.BOARD_BYTES) return Refusal.FULL;
        var audience = onlookers.openers(edit.page());
        audience.add(who.id()); // to whom it is the acknowledgement
        recorder.record(new BoardEvent.Edited(edit.page(), page.revision() + 1, who.id(), edit.number(),
                edit.changes()), new Audience.Only(audience));
        return null;
    }

    private @Nullable Refusal show(Participant who, BoardViewer viewer, Presence presence, Instant now) {
        if (!viewer.mayShowPresence(now)) return null;
        BoardPage page = visible(who, presence.page());
        if (page == null) return Refusal.NO_PAGE;
        String why = BoardRights.presence(who, page.page(), board.drawing(), presence);
        if (why != null) return Refusal.notAllowed(why);
        String wrong = Inks.wrong(presence);
        if (wrong != null) return new Refusal(Reason.MALFORMED, wrong);
        var others = onlookers.openers(presence.page());
        others.remove(who.id());
        if (!others.isEmpty()) follow.accept(new Outcome.Relay(others, new BoardNews.Present(who.id(), presence)));
        return null;
    }

    private @Nullable BoardPage visible(Participant who, PageId id) {
        BoardPage page = board.find(id);
        return page != null && BoardRights.maySee(who, page.page()) ? page : null;
    }
}
