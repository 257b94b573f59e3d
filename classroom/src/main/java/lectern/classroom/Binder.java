package lectern.classroom;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.TrackKind;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Playback;
import org.jspecify.annotations.Nullable;

/// The pages of the board, which teacher and assistants put in, move, take out, turn to, hand out and collect.
final class Binder {
    /// About what all pages together may take in memory.
    static final long BOARD_BYTES = 512L << 20;
    private static final Ground PLAIN = new Ground.Paper(Ground.Paper.Ruling.PLAIN, false);

    private final RoomState room;
    private final BoardState board;
    private final Onlookers onlookers;
    private final Predicate<ParticipantId> isTool;
    private final BoardTalk.Recorder recorder;

    Binder(RoomState room, Onlookers onlookers, Predicate<ParticipantId> isTool, BoardTalk.Recorder recorder) {
        this.room = room;
        this.board = room.board();
        this.onlookers = onlookers;
        this.isTool = isTool;
        this.recorder = recorder;
    }

    @Nullable
    Refusal add(BoardMessage.AddPage message) {
        BoardPage source = message.copyOf() == null ? null : board.find(message.copyOf());
        BoardPage after = message.after() == null ? null : board.find(message.after());
        if (source == null && message.copyOf() != null || after == null && message.after() != null)
            return Refusal.NO_PAGE;
        if (!isShared(message.ground())) return Refusal.NO_SCREEN;
        if (board.size() >= BoardLimits.PAGES
                || board.weight() + (source == null ? 0 : BoardState.copyWeight(source)) > BOARD_BYTES)
            return Refusal.FULL;
        double order = orderAfter(after);
        var page = new Page(board.nextId(), order, message.title(), message.ground(), message.width(),
                message.height(), null, false, false, false, null, null);
        recorder.record(new BoardEvent.PageAdded(page, message.copyOf()), Onlookers.EVERYBODY);
        return null;
    }

    /// All of them, or none.
    @Nullable
    Refusal addAll(BoardMessage.AddPages message) {
        BoardPage after = message.after() == null ? null : board.find(message.after());
        if (after == null && message.after() != null) return Refusal.NO_PAGE;
        for (NewPage page : message.pages()) if (!isShared(page.ground())) return Refusal.NO_SCREEN;
        if (board.size() + message.pages().size() > BoardLimits.PAGES || board.weight() > BOARD_BYTES)
            return Refusal.FULL;
        for (NewPage it : message.pages()) {
            var page = new Page(board.nextId(), orderAfter(after), it.title(), it.ground(), it.width(), it.height(),
                    null,
                    false, false, it.hidden(), null, null);
            recorder.record(new BoardEvent.PageAdded(page, null), onlookers.knowing(page));
            after = present(page.id());
        }
        return null;
    }

    @Nullable
    Refusal play(BoardMessage.PlayClip message, Instant now) {
        BoardPage page = board.find(message.page());
        if (page == null) return Refusal.NO_PAGE;
        if (!(page.page().ground() instanceof Ground.Clip))
            return new Refusal(Reason.NOT_ALLOWED, "This page isn't a clip.");
        become(playing(page.page(), new Playback(message.playing(), message.positionS(), message.rate(), now)));
        return null;
    }

    /// Clips stand still between two lessons, where they were.
    void stopClips(Instant now) {
        for (BoardPage page : List.copyOf(board.pages())) {
            Playback playback = page.page().playback();
            if (playback == null || !playback.playing()) continue;
            double positionS = Math.min(playback.positionS(now), BoardLimits.CLIP_S);
            become(playing(page.page(), new Playback(false, positionS, playback.rate(), now)));
        }
    }

    /// Between two pages that are as close as numbers can be is no room for a third: then all get new places.
    private double orderAfter(@Nullable BoardPage after) {
        List<Page> pages = board.pagesOfAll();
        if (after == null) return pages.isEmpty() ? 1 : pages.getFirst().order() - 1;
        double place = after.page().order();
        var next = pages.stream().filter(p -> p.order() > place).findFirst();
        if (next.isEmpty()) return place + 1;
        double between = place + (next.get().order() - place) / 2;
        if (between > place && between < next.get().order()) return between;
        for (int i = 0; i < pages.size(); i++) become(moved(pages.get(i), i + 1));
        return orderAfter(after);
    }

    @Nullable
    Refusal change(BoardMessage.ChangePage to) {
        BoardPage page = board.find(to.page());
        if (page == null) return Refusal.NO_PAGE;
        Page now = page.page();
        if (!to.ground().equals(now.ground()) && !isShared(to.ground())) return Refusal.NO_SCREEN;
        // Hiding the page that the class is on would take it away under everybody's hands: it is hidden when they turn on.
        boolean shown = now.owner() == null ? to.hidden() && now.id().equals(board.current()) : now.shown();
        become(new Page(now.id(), to.order(), to.title(), to.ground(), to.width(), to.height(), now.owner(),
                now.collected(), shown, to.hidden(), to.curtain(),
                to.ground().equals(now.ground()) ? now.playback() : null));
        return null;
    }

    private boolean isShared(Ground ground) {
        return !(ground instanceof Ground.Screen(ParticipantId of)) || room.isOn(of, TrackKind.SCREEN);
    }

    @Nullable
    Refusal delete(PageId id) {
        BoardPage page = board.find(id);
        if (page == null) return Refusal.NO_PAGE;
        if (page.page().owner() == null && board.pagesOfAll().size() == 1)
            return new Refusal(Reason.NOT_ALLOWED, "The last page stays.");
        delete(page);
        return null;
    }

    private void delete(BoardPage page) {
        if (page.page().id().equals(board.current())) turnTo(neighbourOf(page.page()));
        recorder.record(new BoardEvent.PageDeleted(page.page().id()), onlookers.knowing(page.page()));
        onlookers.close(page.page().id(), null);
    }

    private BoardPage neighbourOf(Page page) {
        BoardPage neighbour = null;
        for (Page other : board.pagesOfAll())
            if (!other.id().equals(page.id()) && !other.hidden()
                    && (neighbour == null || other.order() <= page.order()))
                neighbour = board.find(other.id());
        return neighbour == null ? addPlain() : neighbour;
    }

    BoardPage addPlain() {
        var page = new Page(board.nextId(), 1, "", PLAIN, Page.WIDTH,
                Page.HEIGHT, null, false, false, false, null, null);
        recorder.record(new BoardEvent.PageAdded(page, null), Onlookers.EVERYBODY);
        return present(page.id());
    }

    /// A private page that was collected with the others while it was away comes back collected.
    @Nullable
    Refusal restore(PageId id) {
        BoardPage deleted = board.findDeleted(id);
        if (deleted == null) return Refusal.NO_PAGE;
        Page page = deleted.page();
        boolean collected = page.owner() != null && (page.collected() || !board.given().containsValue(id));
        Page restored = with(page, collected, page.shown());
        recorder.record(new BoardEvent.PageRestored(restored), onlookers.knowing(restored));
        return null;
    }

    @Nullable
    Refusal turnTo(PageId id) {
        BoardPage page = board.find(id);
        if (page == null) return Refusal.NO_PAGE;
        turnTo(page);
        return null;
    }

    private void turnTo(BoardPage next) {
        BoardPage before = present(board.current());
        if (next == before) return;
        if (!BoardRights.isForAll(next.page())) become(with(next.page(), next.page().collected(), true));
        recorder.record(new BoardEvent.TurnedTo(next.page().id()), Onlookers.EVERYBODY);
        if (before.page().shown()) become(with(before.page(), before.page().collected(), false));
    }

    @Nullable
    Refusal handOut(HandOut handOut) {
        BoardPage worksheet = board.find(handOut.worksheet());
        if (worksheet == null) return Refusal.NO_PAGE;
        var students = room.people().stream().filter(p -> p.role() == Role.STUDENT && handOut.isFor(p.id())
                && !isTool.test(p.id())).toList();
        if (isFull(students.size(), handOut)) return Refusal.FULL;
        collect();
        recorder.record(new BoardEvent.HandedOut(handOut), Onlookers.EVERYBODY);
        for (Participant student : students) give(student, handOut);
        return null;
    }

    private boolean isFull(int copies, HandOut handOut) {
        BoardPage worksheet = board.findKept(handOut.worksheet());
        return worksheet == null || board.size() + copies > BoardLimits.PAGES
                || board.weight() + copies * BoardState.copyWeight(worksheet) > BOARD_BYTES;
    }

    private void give(Participant student, HandOut handOut) {
        BoardPage worksheet = board.findKept(handOut.worksheet());
        if (worksheet == null) return;
        Page sheet = worksheet.page();
        // A screen is nothing that everybody can have a copy of.
        Ground ground = sheet.ground() instanceof Ground.Screen
                ? PLAIN
                : sheet.ground();
        var page = new Page(board.nextId(), sheet.order(), student.name(), ground, sheet.width(), sheet.height(),
                student.id(), false, false, false, null, null);
        recorder.record(new BoardEvent.PageAdded(page, handOut.worksheet()), onlookers.knowing(page));
    }

    void collect() {
        if (board.handOut() == null) return;
        for (PageId id : List.copyOf(board.given().values()))
            if (board.find(id) instanceof BoardPage page && !page.page().collected())
                become(with(page.page(), true, page.page().shown()));
        recorder.record(new BoardEvent.Collected(), Onlookers.EVERYBODY);
    }

    /// Before somebody is welcomed: what is handed out to all is handed out to those who come later, too.
    void giveLate(Participant participant) {
        HandOut handOut = board.handOut();
        if (handOut == null || participant.role() != Role.STUDENT || !handOut.isFor(participant.id())
                || board.given().containsKey(participant.id()) || isFull(1, handOut))
            return;
        give(participant, handOut);
    }

    /// Ink over a screen goes with the screen, unless it was given another ground meanwhile.
    void screenEnded(ParticipantId of) {
        for (BoardPage page : List.copyOf(board.pages()))
            if (page.page().ground() instanceof Ground.Screen(ParticipantId whose) && whose.equals(of)) delete(page);
    }

    /// Nobody shares a screen any more.
    void screensEnded() {
        for (BoardPage page : List.copyOf(board.pages()))
            if (page.page().ground() instanceof Ground.Screen) delete(page);
    }

    /// Those who saw the page and those who will are told; it is closed to those who may no longer see it.
    private void become(Page next) {
        Page before = present(next.id()).page();
        if (next.equals(before)) return;
        recorder.record(new BoardEvent.PageChanged(next), onlookers.knowing(before, next));
        onlookers.close(next.id(), next);
    }

    private BoardPage present(PageId id) {
        BoardPage page = board.find(id);
        if (page == null) throw new IllegalStateException(id + " isn't on the board");
        return page;
    }

    private static Page with(Page page, boolean collected, boolean shown) {
        return new Page(page.id(), page.order(), page.title(), page.ground(), page.width(), page.height(), page.owner(),
                collected, shown, page.hidden(), page.curtain(), page.playback());
    }

    private static Page playing(Page page, Playback playback) {
        return new Page(page.id(), page.order(), page.title(), page.ground(), page.width(), page.height(), page.owner(),
                page.collected(), page.shown(), page.hidden(), page.curtain(), playback);
    }

    private static Page moved(Page page, double order) {
        return new Page(page.id(), order, page.title(), page.ground(), page.width(), page.height(), page.owner(),
                page.collected(), page.shown(), page.hidden(), page.curtain(), page.playback());
    }
}
