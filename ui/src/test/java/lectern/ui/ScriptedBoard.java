package lectern.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Board;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Ground.Paper.Ruling;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Playback;
import lectern.ui.board.ScriptedDeck;
import lectern.ui.board.ScriptedFiles;
import lectern.ui.model.BoardModel;
import lectern.ui.model.ClassModel;
import lectern.whiteboard.Sheet;

/// A server of boards with one client, which it answers at once; what others do is done to it by its methods. It trusts
/// everybody: what is allowed is tested where it is decided.
final class ScriptedBoard {
    static final ParticipantId SELF = new ParticipantId("self");
    final List<BoardMessage> said = new ArrayList<>();
    private final ClassModel lesson;
    private final BoardModel model;
    private final Map<PageId, Page> pages = new HashMap<>();
    private final Map<PageId, Page> deleted = new HashMap<>();
    private final Map<PageId, Sheet> sheets = new HashMap<>();
    private Set<PageId> open = Set.of();
    private Drawing drawing = Drawing.NOBODY;
    private HandOut handOut;
    private PageId current;
    private final Deque<BoardMessage> waiting = new ArrayDeque<>();
    private boolean answering;
    private int ids;
    private long edits;

    ScriptedBoard(ClassModel lesson, Role role, int count) {
        this.lesson = lesson;
        model = lesson.board;
        for (int i = 0; i < count; i++) put(page("", new Ground.Paper(Ruling.PLAIN, false), i, null));
        current = new PageId("g1");
        model.enter(SELF, role, "x", this::hear);
        model.received(new BoardNews.ShowBoard(new Board(all(), current, drawing, handOut), 0));
    }

    List<Page> all() {
        return pages.values().stream().sorted(Comparator.comparingDouble(Page::order).thenComparing(Page::id)).toList();
    }

    Page page(String id) { return pages.get(new PageId(id)); }

    Sheet sheet(String id) { return sheets.get(new PageId(id)); }

    Drawing drawing() { return drawing; }

    PageId current() { return current; }

    /// What somebody (we too) does on a page.
    void edit(String page, ParticipantId by, List<Change> changes) { edited(new PageId(page), by, ++edits, changes); }

    /// As the teacher does, where that isn't us.
    void teacher(BoardMessage message) { hear(message); }

    /// One after the other, as a server does: an answer may make the client ask again.
    private void hear(BoardMessage message) {
        said.add(message);
        waiting.add(message);
        if (answering) return;
        answering = true;
        while (!waiting.isEmpty()) answer(waiting.remove());
        answering = false;
    }

    private void answer(BoardMessage message) {
        switch (message) {
            case BoardMessage.OpenPages(var wanted) -> {
                var before = open;
                open = Set.copyOf(wanted.stream().map(it -> it.page()).toList());
                for (var id : open)
                    if (!before.contains(id))
                        model.received(new BoardNews.PagePart(id,
                                sheets.get(id).revision(), 0, 1, sheets.get(id).shapes()));
            }
            case BoardMessage.Edit(var page, long number, var changes) -> edited(page, SELF, number, changes);
            case BoardMessage.ShowPresence _ -> {
            }
            case BoardMessage.AddPage(var after, var title, var ground, double width, double height, var copyOf) -> {
                var made = page(title, ground, orderAfter(after), null, width, height);
                put(made);
                if (copyOf != null) sheets.put(made.id(), sheets.get(copyOf).copy());
                model.happened(new BoardEvent.PageAdded(made, copyOf));
            }
            case BoardMessage.AddPages(var after, var all) -> {
                for (var it : all) {
                    var plain = page(it.title(), it.ground(), orderAfter(after), null, it.width(), it.height());
                    var made = new Page(plain.id(), plain.order(), plain.title(), plain.ground(), plain.width(),
                            plain.height(), null, false, false, it.hidden(), null, null);
                    put(made);
                    model.happened(new BoardEvent.PageAdded(made, null));
                    after = made.id();
                }
            }
            case BoardMessage.PlayClip(var id, boolean playing, double positionS, double rate) -> {
                var was = pages.get(id);
                change(new Page(id, was.order(), was.title(), was.ground(), was.width(), was.height(), was.owner(),
                        was.collected(), was.shown(), was.hidden(), was.curtain(),
                        new Playback(playing, positionS, rate, java.time.Instant.now())));
            }
            case BoardMessage.ChangePage(var id, double order, var title, var ground, double width, double height, boolean hidden, var curtain) -> {
                var was = pages.get(id);
                change(new Page(id, order, title, ground, width, height, was.owner(), was.collected(), was.shown(),
                        hidden, curtain, was.playback()));
            }
            case BoardMessage.DeletePage(var id) -> {
                deleted.put(id, pages.remove(id));
                model.happened(new BoardEvent.PageDeleted(id));
                if (id.equals(current)) turn(all().getFirst().id());
            }
            case BoardMessage.RestorePage(var id) -> {
                pages.put(id, deleted.remove(id));
                model.happened(new BoardEvent.PageRestored(pages.get(id)));
            }
            case BoardMessage.TurnTo(var id) -> turn(id);
            case BoardMessage.AllowDrawing(var next) -> {
                drawing = next;
                model.happened(new BoardEvent.DrawingAllowed(next));
            }
            case BoardMessage.HandOutPages(var next) -> handOut(next);
            case BoardMessage.Collect _ -> {
                handOut = null;
                for (var page : List.copyOf(pages.values()))
                    if (page.owner() != null) change(with(page, true, page.shown()));
                model.happened(new BoardEvent.Collected());
            }
        }
    }

    /// The slides of a deck, after the first page.
    void deck() {
        var pages = new ArrayList<NewPage>();
        for (int i = 0; i < ScriptedDeck.pages(); i++)
            pages.add(new NewPage("", new Ground.Document(ScriptedFiles.DOCUMENT, i), Page.WIDTH, Page.HEIGHT, false));
        hear(new BoardMessage.AddPages(new PageId("g1"), pages));
    }

    private void turn(PageId id) {
        var before = pages.get(current);
        current = id;
        if (pages.get(id).owner() != null) change(with(pages.get(id), pages.get(id).collected(), true));
        model.happened(new BoardEvent.TurnedTo(id));
        if (before != null && before.shown() && !before.id().equals(id))
            change(with(pages.get(before.id()), before.collected(), false));
    }

    private void handOut(HandOut next) {
        handOut = next;
        model.happened(new BoardEvent.HandedOut(next));
        var worksheet = pages.get(next.worksheet());
        for (var person : lesson.people) {
            var id = new ParticipantId(person.self ? SELF.value() : person.id);
            if (person.role != Role.STUDENT || !next.isFor(id)) continue;
            var made = page(person.name, worksheet.ground(), 1000 + ids, id);
            put(made);
            sheets.put(made.id(), sheets.get(worksheet.id()).copy());
            if (model.moderates() || person.self) model.happened(new BoardEvent.PageAdded(made, worksheet.id()));
        }
    }

    private void edited(PageId page, ParticipantId by, long number, List<Change> changes) {
        var sheet = sheets.get(page);
        sheet.apply(changes);
        sheet.revision(sheet.revision() + 1);
        if (open.contains(page)) model.happened(new BoardEvent.Edited(page, sheet.revision(), by, number, changes));
    }

    private void change(Page page) {
        pages.put(page.id(), page);
        model.happened(new BoardEvent.PageChanged(page));
    }

    private void put(Page page) {
        pages.put(page.id(), page);
        sheets.put(page.id(), new Sheet());
    }

    private double orderAfter(PageId after) {
        var row = all().stream().filter(page -> page.owner() == null).toList();
        for (int i = 0; i < row.size(); i++)
            if (row.get(i).id().equals(after))
                return i + 1 < row.size() ? (row.get(i).order() + row.get(i + 1).order()) / 2 : row.get(i).order() + 1;
        return row.getFirst().order() - 1;
    }

    private Page page(String title, Ground ground, double order, ParticipantId owner) {
        return page(title, ground, order, owner, Page.WIDTH, Page.HEIGHT);
    }

    private Page page(String title, Ground ground, double order, ParticipantId owner, double width, double height) {
        return new Page(new PageId("g" + ++ids), order, title, ground, width, height, owner, false, false, false, null,
                null);
    }

    private static Page with(Page page, boolean collected, boolean shown) {
        return new Page(page.id(), page.order(), page.title(), page.ground(), page.width(), page.height(), page.owner(),
                collected, shown, page.hidden(), page.curtain(), page.playback());
    }

}
