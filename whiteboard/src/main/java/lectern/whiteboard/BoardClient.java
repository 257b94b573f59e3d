package lectern.whiteboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Board;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.jspecify.annotations.Nullable;

/// The whole board of one client, as a state machine: what the server says and what the person does come in, messages and
/// what is to be painted anew come out by [#drain].
///
/// A person may go on drawing while the connection is gone. Their edits stay pending; `board` says after the resume which of
/// them the server has had, and the later ones are said again. The server takes edits in the order of their numbers, so an
/// answer to one settles all that are older: one of those that nobody answers was refused while nobody listened.
///
/// A page is told to be open while it is shown, and as long as edits of it are pending: their confirmation comes only there.
public final class BoardClient {
    private final ParticipantId self;
    private final Role role;
    private final String stamp;
    private final Map<PageId, Page> pages = new HashMap<>();
    private final Map<PageId, LocalPage> locals = new HashMap<>();
    private final Presences presences = new Presences();
    private final PresenceSender sender = new PresenceSender();
    private Set<PageId> wanted = Set.of();
    private Set<PageId> told = Set.of();
    private @Nullable PageId current;
    private Drawing drawing = Drawing.NOBODY;
    private @Nullable HandOut handOut;
    private boolean online;
    private long lastNumber;
    private long ids;
    private List<BoardOutput> outputs = new ArrayList<>();
    /// Pages that are to be painted anew anyway, with all that comes until then.
    private final Set<PageId> replaced = new HashSet<>();

    /// @param stamp small letters and digits, at most 9, that this participant's other clients (after a restart, say) don't
    ///              have: new ids begin with it
    public BoardClient(ParticipantId self, Role role, String stamp) {
        this.self = self;
        this.role = role;
        this.stamp = stamp;
    }

    // What the server says

    public void received(BoardNews.ShowBoard news) {
        Board board = news.board();
        online = true;
        lastNumber = Math.max(lastNumber, news.lastEdit());
        pages.clear();
        for (Page page : board.pages()) if (mayKnow(page)) pages.put(page.id(), page);
        locals.keySet().retainAll(pages.keySet());
        locals.values().forEach(LocalPage::closed);
        current = board.current();
        drawing = board.drawing();
        handOut = board.handOut();
        presences.clear();
        told = Set.of();
        outputs.add(new BoardOutput.PagesChanged());
        Map<Long, BoardMessage> again = new TreeMap<>();
        locals.forEach((id, local) -> local.replica.pending().forEach((number, changes) -> {
            if (number > news.lastEdit()) again.put(number, new BoardMessage.Edit(id, number, changes));
            else local.had(number);
        }));
        tell();
        again.values().forEach(this::say);
    }

    public void received(BoardNews.PagePart part) {
        LocalPage local = locals.get(part.page());
        if (local == null || !local.received(part)) return;
        outputs.add(new BoardOutput.SheetReplaced(part.page()));
        replaced.add(part.page());
        for (BoardEvent.Edited early : local.takeEarly()) edited(early);
        tell();
    }

    public void received(BoardNews.Present news, long nowMs) {
        if (news.participant().equals(self)) return;
        for (PageId page : presences.received(news.participant(), news.presence(), nowMs))
            outputs.add(new BoardOutput.PresenceChanged(page));
    }

    public void happened(BoardEvent event) {
        switch (event) {
            case BoardEvent.PageAdded it -> put(it.page());
            case BoardEvent.PageChanged it -> put(it.page());
            case BoardEvent.PageRestored it -> put(it.page());
            case BoardEvent.PageDeleted it -> forget(it.page());
            case BoardEvent.TurnedTo it -> current = it.page();
            case BoardEvent.DrawingAllowed it -> drawing = it.drawing();
            case BoardEvent.HandedOut it -> handOut = it.handOut();
            case BoardEvent.Collected _ -> handOut = null;
            case BoardEvent.Edited it -> {
                edited(it);
                return;
            }
        }
        outputs.add(new BoardOutput.PagesChanged());
    }

    /// An edit wasn't done.
    public void refused(long number, String why) {
        settle(number);
        for (var each : locals.entrySet()) {
            LocalPage local = each.getValue();
            if (!local.replica.isPending(number)) continue;
            local.history.refused(number);
            show(each.getKey(), local.replica.refuse(number));
            outputs.add(new BoardOutput.EditRefused(why));
        }
        tell();
    }

    /// Somebody left, or their line broke.
    public void gone(ParticipantId participant) {
        PageId page = presences.gone(participant);
        if (page != null) outputs.add(new BoardOutput.PresenceChanged(page));
    }

    /// The connection is gone. What is done now is kept until there is another.
    public void lost() {
        online = false;
        sender.clear();
    }

    // What the person does

    /// Shows these pages, and no others.
    public void open(Set<PageId> all) {
        wanted = Set.copyOf(all);
        tell();
    }

    public void edit(PageId page, List<Change> changes) { edit(page, changes, false); }

    /// @param sameStep it goes on with the gesture of the last one: one undo takes both back
    public void edit(PageId page, List<Change> changes, boolean sameStep) {
        boolean same = sameStep;
        for (List<Change> message : Messages.of(changes)) {
            boolean more = same;
            perform(page, message, (number, edits) -> local(page).history.did(number, edits, more));
            same = true;
        }
    }

    /// Takes this client's last step on the page back, or the one before where nothing is left of it.
    public void undo(PageId page) {
        LocalPage local = locals.get(page);
        while (local != null && local.history.canUndo())
            if (turn(page, local.history.takeUndo(), local.history::undid)) return;
    }

    public void redo(PageId page) {
        LocalPage local = locals.get(page);
        while (local != null && local.history.canRedo())
            if (turn(page, local.history.takeRedo(), local.history::redid)) return;
    }

    /// Takes back what somebody did last; where that isn't known, deletes the topmost shape they drew.
    public void undoBy(PageId page, ParticipantId author) {
        LocalPage local = locals.get(page);
        if (local == null) return;
        for (List<Edit> edits = local.authors.take(author); !edits.isEmpty(); edits = local.authors.take(author)) {
            List<Change> changes = History.inverse(edits, local.replica.shown());
            if (changes.isEmpty()) continue;
            edit(page, changes);
            return;
        }
        for (Shape shape : local.replica.shown().shapes().reversed()) {
            if (!shape.id().isBy(author)) continue;
            edit(page, List.of(new Change.Delete(List.of(shape.id()))));
            return;
        }
    }

    /// Says what this person is doing; some of it later, by [#tick], and what is overtaken by then never.
    public void present(Presence presence, long nowMs) {
        if (!online) return;
        sender.offer(presence);
        tick(nowMs);
    }

    /// To be called at [#nextDeadlineMs].
    public void tick(long nowMs) {
        Presence due = sender.due(nowMs);
        if (due != null) say(new BoardMessage.ShowPresence(due));
        for (PageId page : presences.expire(nowMs)) outputs.add(new BoardOutput.PresenceChanged(page));
    }

    /// [Long#MAX_VALUE] for never.
    public long nextDeadlineMs() { return Math.min(sender.nextDeadlineMs(), presences.nextDeadlineMs()); }

    /// One that no shape has.
    public ShapeId newId() { return new ShapeId(self.value() + "-" + stamp + Long.toString(ids++, 36)); }

    // What is

    public ParticipantId self() { return self; }

    public Role role() { return role; }

    /// In their order.
    public List<Page> pages() {
        return pages.values().stream().sorted(Comparator.comparingDouble(Page::order).thenComparing(Page::id)).toList();
    }

    public @Nullable Page page(PageId id) { return pages.get(id); }

    /// The page that the teacher turned to; null before `board` came.
    public @Nullable PageId current() { return current; }

    public Drawing drawing() { return drawing; }

    public @Nullable HandOut handOut() { return handOut; }

    public boolean mayDraw(PageId id) {
        Page page = pages.get(id);
        if (page == null || !role.maySend()) return false;
        if (role.mayModerate()) return true;
        return page.owner() == null ? drawing.allows(self) : page.owner().equals(self) && !page.collected();
    }

    public boolean mayChange(PageId page, Shape shape) {
        return mayDraw(page) && (role.mayModerate() || shape.id().isBy(self));
    }

    /// What is on a page, pending edits included; empty where it wasn't loaded.
    public Sheet sheet(PageId page) {
        LocalPage local = locals.get(page);
        return local == null ? new Sheet() : local.replica.shown();
    }

    /// Whether all that is on the page has come.
    public boolean isLoaded(PageId page) {
        LocalPage local = locals.get(page);
        return local != null && local.isWhole();
    }

    /// The topmost shape's; what is to lie above all gets one more.
    public double topOrder(PageId page) { return sheet(page).topOrder(); }

    public List<Presences.Doing> presences(PageId page) { return presences.on(page); }

    public boolean canUndo(PageId page) {
        LocalPage local = locals.get(page);
        return local != null && local.history.canUndo();
    }

    public boolean canRedo(PageId page) {
        LocalPage local = locals.get(page);
        return local != null && local.history.canRedo();
    }

    /// Edits that the server hasn't answered.
    public int pendingEdits() {
        int count = 0;
        for (LocalPage local : locals.values()) count += local.replica.pendingEdits();
        return count;
    }

    /// What there is to do, once.
    public List<BoardOutput> drain() {
        List<BoardOutput> all = outputs;
        outputs = new ArrayList<>();
        replaced.clear();
        return all;
    }

    // Within

    private interface Note {
        void did(long number, List<Edit> edits);
    }

    private interface Turned {
        void did(long number, List<Edit> edits, boolean sameStep);
    }

    private LocalPage local(PageId page) { return locals.computeIfAbsent(page, _ -> new LocalPage()); }

    private void perform(PageId page, List<Change> changes, Note note) {
        LocalPage local = local(page);
        long number = ++lastNumber;
        List<Edit> edits = local.replica.edit(number, changes);
        local.authors.did(self, edits);
        note.did(number, edits);
        show(page, edits);
        tell();
        say(new BoardMessage.Edit(page, number, changes));
    }

    /// Whether something was left to turn back.
    private boolean turn(PageId page, List<Edit> step, Turned note) {
        Sheet sheet = sheet(page);
        List<Change> changes = History.inverse(step, sheet);
        boolean[] same = { false};
        for (List<Change> message : Messages.of(changes)) {
            List<Edit> lacking = lacking(message, step, sheet);
            perform(page, message, (number, edits) -> {
                List<Edit> all = new ArrayList<>(edits);
                all.addAll(lacking);
                note.did(number, all, same[0]);
                same[0] = true;
            });
        }
        return !changes.isEmpty();
    }

    /// What the server restores and this client can't, not having it in its graveyard.
    private static List<Edit> lacking(List<Change> changes, List<Edit> step, Sheet sheet) {
        Set<ShapeId> unknown = new LinkedHashSet<>();
        for (Change change : changes)
            if (change instanceof Change.Restore restore)
                for (ShapeId id : restore.ids()) if (!sheet.isBuried(id)) unknown.add(id);
        return unknown.isEmpty()
                ? List.of()
                : step.stream().filter(it -> it.after() == null && unknown.contains(it.id())).map(Edit::inverse)
                        .toList();
    }

    private void edited(BoardEvent.Edited edited) {
        LocalPage local = locals.get(edited.page());
        if (local == null) return;
        switch (local.turn(edited)) {
            case KEEP -> {
            }
            case PASS_OVER -> {
                // A page that came in parts has this edit in it already.
                boolean mine = edited.by().equals(self) && edited.revision() <= local.replica.revision();
                if (mine) settle(edited.number() + 1);
            }
            case ASK_ANEW -> askAnew(edited.page());
            case DO -> apply(local, edited);
        }
    }

    private void apply(LocalPage local, BoardEvent.Edited edited) {
        boolean own = edited.by().equals(self);
        boolean lacking = local.lacks(edited);
        List<Edit> edits = local.replica.confirm(edited, own);
        if (own) settle(edited.number());
        else local.authors.did(edited.by(), edits);
        for (Change change : edited.changes())
            if (change instanceof Change.Add add && presences.finished(edited.page(), edited.by(), add.shape().id()))
                outputs.add(new BoardOutput.PresenceChanged(edited.page()));
        show(edited.page(), edits);
        if (lacking) askAnew(edited.page());
        else tell();
    }

    private void settle(long number) {
        locals.forEach((page, local) -> {
            if (!local.replica.hasPending()) return;
            for (long old : local.replica.pending().keySet())
                if (old < number) show(page, local.replica.refuse(old));
        });
    }

    private void askAnew(PageId page) {
        LocalPage local = locals.get(page);
        if (local == null) return;
        local.spoiled();
        Set<PageId> without = new LinkedHashSet<>(told);
        without.remove(page);
        say(openPages(without));
        told = without;
        tell();
    }

    private void put(Page page) {
        if (mayKnow(page)) pages.put(page.id(), page);
        else forget(page.id());
        tell();
    }

    private void forget(PageId page) {
        pages.remove(page);
        locals.remove(page);
        tell();
    }

    private boolean mayKnow(Page page) {
        return page.shown() || role.mayModerate()
                || !page.hidden() && (page.owner() == null || page.owner().equals(self));
    }

    /// Tells the server which pages are open, where that has changed.
    private void tell() {
        if (!online) return;
        Set<PageId> open = new LinkedHashSet<>();
        locals.forEach((page, local) -> {
            if (local.replica.hasPending()) open.add(page);
        });
        for (PageId page : wanted) if (pages.containsKey(page) && open.size() < BoardLimits.OPEN_PAGES) open.add(page);
        if (open.equals(told)) return;
        for (PageId page : told) if (!open.contains(page) && locals.containsKey(page)) local(page).closed();
        for (PageId page : open) if (!told.contains(page)) local(page).asked();
        told = open;
        say(openPages(open));
    }

    private BoardMessage openPages(Set<PageId> open) {
        return new BoardMessage.OpenPages(open.stream().map(it -> new OpenPage(it, local(it).revision())).toList());
    }

    private void show(PageId page, List<Edit> edits) {
        if (!edits.isEmpty() && !replaced.contains(page)) outputs.add(new BoardOutput.SheetEdited(page, edits));
    }

    private void say(BoardMessage message) {
        if (online) outputs.add(new BoardOutput.Say(message));
    }
}
