package lectern.classroom;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.protocol.BoardEvent;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import org.jspecify.annotations.Nullable;

/// What the board's events add up to: [#apply] is the only way to change it. Pages that were deleted are kept whole, since they
/// may be restored.
final class BoardState {
    private final Map<PageId, BoardPage> pages = new LinkedHashMap<>();
    private final Map<PageId, BoardPage> deleted = new LinkedHashMap<>();
    private @Nullable PageId current;
    private Drawing drawing = Drawing.NOBODY;
    private @Nullable HandOut handOut;
    /// Who has had a page of what is handed out now.
    private final Map<ParticipantId, PageId> given = new LinkedHashMap<>();
    private final Map<ParticipantId, Long> lastEdits = new HashMap<>();
    private int numbersGiven;
    private long weight;

    void apply(Recorded recorded, BoardEvent event) {
        switch (event) {
            case BoardEvent.PageAdded added -> add(added);
            case BoardEvent.PageChanged(Page page) -> {
                BoardPage changed = pages.get(page.id());
                if (changed != null) changed.become(page);
            }
            case BoardEvent.PageDeleted(PageId id) -> {
                BoardPage page = pages.remove(id);
                if (page != null) deleted.put(id, page);
            }
            case BoardEvent.PageRestored(Page page) -> {
                BoardPage restored = deleted.remove(page.id());
                if (restored != null) {
                    restored.become(page);
                    pages.put(page.id(), restored);
                }
            }
            case BoardEvent.TurnedTo(PageId page) -> current = page;
            case BoardEvent.DrawingAllowed(Drawing allowed) -> drawing = allowed;
            case BoardEvent.HandedOut(HandOut out) -> {
                handOut = out;
                given.clear();
            }
            case BoardEvent.Collected _ -> {
                handOut = null;
                given.clear();
            }
            case BoardEvent.Edited edited -> {
                BoardPage page = pages.get(edited.page());
                if (page != null) page.apply(recorded, edited);
                weight += Weight.of(edited.changes());
                lastEdits.put(edited.by(), edited.number());
            }
        }
    }

    private void add(BoardEvent.PageAdded added) {
        BoardPage source = added.copyOf() == null ? null : findKept(added.copyOf());
        var page = new BoardPage(added.page(), source == null ? List.of() : source.sheet().shapes());
        pages.put(added.page().id(), page);
        weight += copyWeight(page);
        numbersGiven++;
        if (current == null) current = added.page().id();
        if (handOut != null && added.page().owner() != null) given.put(added.page().owner(), added.page().id());
    }

    /// A copy shares the shapes themselves.
    static long copyWeight(BoardPage page) {
        return 1_000 + 100L * page.sheet().size();
    }

    boolean isEmpty() { return pages.isEmpty(); }

    Collection<BoardPage> pages() {
        return pages.values();
    }

    @Nullable
    BoardPage find(PageId id) {
        return pages.get(id);
    }

    @Nullable
    BoardPage findDeleted(PageId id) {
        return deleted.get(id);
    }

    /// There, or deleted.
    @Nullable
    BoardPage findKept(PageId id) {
        BoardPage page = pages.get(id);
        return page == null ? deleted.get(id) : page;
    }

    /// Those without an owner, in their order.
    List<Page> pagesOfAll() {
        return pages.values().stream().map(BoardPage::page).filter(p -> p.owner() == null)
                .sorted(Comparator.comparingDouble(Page::order).thenComparing(Page::id)).toList();
    }

    /// Pages ever made and still kept.
    int size() {
        return pages.size() + deleted.size();
    }

    PageId current() {
        PageId page = current;
        if (page == null) throw new IllegalStateException("a board without pages");
        return page;
    }

    Drawing drawing() {
        return drawing;
    }

    @Nullable
    HandOut handOut() {
        return handOut;
    }

    Map<ParticipantId, PageId> given() {
        return given;
    }

    long lastEdit(ParticipantId who) {
        return lastEdits.getOrDefault(who, 0L);
    }

    PageId nextId() {
        return new PageId("g" + (numbersGiven + 1));
    }

    /// About the bytes that all edits and copies take in memory.
    long weight() {
        return weight;
    }

    /// Everything, as one value that can be compared.
    Snapshot snapshot() {
        return new Snapshot(contents(pages), contents(deleted), current, drawing, handOut, Map.copyOf(given),
                Map.copyOf(lastEdits), numbersGiven, weight);
    }

    private static Map<PageId, Content> contents(Map<PageId, BoardPage> pages) {
        var contents = new LinkedHashMap<PageId, Content>();
        pages.forEach((id, page) -> contents.put(id,
                new Content(page.page(), page.revision(), page.sheet().hash(), page.sheet().buried())));
        return contents;
    }

    record Content(Page page, long revision, long hash, int buried) {}

    record Snapshot(Map<PageId, Content> pages, Map<PageId, Content> deleted, @Nullable PageId current, Drawing drawing,
            @Nullable HandOut handOut, Map<ParticipantId, PageId> given, Map<ParticipantId, Long> lastEdits,
            int numbersGiven, long weight) {}
}
