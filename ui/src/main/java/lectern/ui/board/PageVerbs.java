package lectern.ui.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.util.Subscription;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;
import lectern.ui.model.BoardModel;
import lectern.ui.model.Notices;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// What who moderates does with pages. Each is said to the server, which makes it happen.
final class PageVerbs {
    private final Ui ui;
    private final BoardModel model;
    private Subscription coming = Subscription.EMPTY;

    PageVerbs(Ui ui) {
        this.ui = ui;
        model = ui.model.lesson.board;
        ui.onClose(() -> coming.unsubscribe());
    }

    /// After the one that is viewed; the class is turned to it.
    void add(Ground ground) {
        whenAdded(page -> model.turnTo(page.id()));
        model.say(new BoardMessage.AddPage(last(), "", ground, Page.WIDTH, Page.HEIGHT, null));
    }

    /// A sheet of glass over a shared screen; the class is turned to it.
    void addScreen(Ground.Screen ground, double shape) {
        var there = model.pages.stream().filter(page -> page.ground().equals(ground)).findFirst();
        if (there.isPresent()) {
            model.turnTo(there.get().id());
            return;
        }
        whenAdded(page -> model.turnTo(page.id()));
        model.say(new BoardMessage.AddPage(last(), "", ground, Page.WIDTH, Math.clamp(Page.WIDTH / shape, 200, 4000),
                null));
    }

    /// A clean page for each student.
    void handOutEmpty(Ground ground, Function<Page, HandOut> what) {
        whenAdded(page -> model.say(new BoardMessage.HandOutPages(what.apply(page))));
        model.say(new BoardMessage.AddPage(last(), "", ground, Page.WIDTH, Page.HEIGHT, null));
    }

    void duplicate(Page page) {
        whenAdded(copy -> model.turnTo(copy.id()));
        model.say(new BoardMessage.AddPage(page.id(), page.title(), page.ground(), page.width(), page.height(),
                page.id()));
    }

    void delete(Page page) {
        var others = PageRow.ofAll(model);
        if (page.owner() == null && others.size() < 2) return;
        int index = PageRow.indexOf(others, page.id());
        if (page.id().equals(model.current.get()) && index >= 0)
            model.turnTo(others.get(index == 0 ? 1 : index - 1).id());
        model.say(new BoardMessage.DeletePage(page.id()));
        ui.model.lesson.toasts.add(Notices.pageDeleted(() -> model.say(new BoardMessage.RestorePage(page.id()))));
    }

    /// All pages of all that show the document of this one.
    static List<Page> ofDocument(BoardModel model, Page page) {
        if (!(page.ground() instanceof Ground.Document(var document, int _))) return List.of();
        return PageRow.ofAll(model).stream().filter(
                other -> other.ground() instanceof Ground.Document(var its, int _) && its.equals(document)).toList();
    }

    /// Takes a whole document off the board, after asking.
    void deleteDocument(Page page) {
        ui.sheets.ask(ui, ui.text("page.delete.document.title", ofDocument(model, page).size()),
                ui.text("page.delete.document.text"), ui.text("page.delete.document.go"), "danger",
                () -> deleteAll(ofDocument(model, page)));
    }

    /// Takes chosen pages off the board, after asking.
    void delete(List<Page> pages) {
        if (pages.size() == 1) delete(pages.getFirst());
        else
            ui.sheets.ask(ui, ui.text("page.delete.some.title", pages.size()), ui.text("page.delete.document.text"),
                    ui.text("page.delete.document.go"), "danger", () -> deleteAll(pages));
    }

    /// Only those who moderate know of hidden pages.
    void hide(List<Page> pages, boolean hidden) {
        Paced.say(model, pages.stream().filter(page -> page.hidden() != hidden)
                .map(page -> new BoardMessage.ChangePage(page.id(), page.order(), page.title(), page.ground(),
                        page.width(), page.height(), hidden, page.curtain()))
                .toList());
    }

    private void deleteAll(List<Page> pages) {
        var all = PageRow.ofAll(model);
        var gone = pages.stream().map(Page::id).collect(Collectors.toSet());
        if (gone.isEmpty()) return;
        if (gone.size() == all.size())
            model.say(new BoardMessage.AddPage(null, "", new Ground.Paper(Ground.Paper.Ruling.PLAIN, false),
                    Page.WIDTH, Page.HEIGHT, null)); // a board has a page
        var current = model.current.get();
        if (current != null && gone.contains(current)) {
            int index = PageRow.indexOf(all, current);
            all.stream().filter(other -> !gone.contains(other.id()))
                    .min(Comparator.comparingInt(other -> Math.abs(all.indexOf(other) - index)))
                    .ifPresent(other -> model.turnTo(other.id()));
        }
        Paced.say(model, pages.stream().map(page -> new BoardMessage.DeletePage(page.id())).toList());
        ui.model.lesson.toasts.add(Notices.pagesDeleted(pages.size(), () -> Paced.say(model,
                pages.stream().map(page -> new BoardMessage.RestorePage(page.id())).toList())));
    }

    void rename(Page page, String title) {
        var words = title.strip();
        change(page, page.order(), words.substring(0, Math.min(words.length(), BoardLimits.PAGE_TITLE_CHARS)),
                page.ground(),
                page.curtain());
    }

    void ground(Page page, Ground ground) { change(page, page.order(), page.title(), ground, page.curtain()); }

    void curtain(Page page, @Nullable Region curtain) {
        change(page, page.order(), page.title(), page.ground(), curtain);
    }

    /// To stand at `index` among the other pages of all.
    void move(Page page, int index) {
        var others = PageRow.ofAll(model).stream().filter(other -> !other.id().equals(page.id())).toList();
        if (PageRow.indexOf(PageRow.ofAll(model), page.id()) == index) return;
        change(page, PageRow.order(others, index), page.title(), page.ground(), page.curtain());
    }

    /// Those pages, in their order, to stand at `index` among the others.
    void move(List<Page> pages, int index) {
        if (pages.size() == 1) {
            move(pages.getFirst(), index);
            return;
        }
        var others = PageRow.ofAll(model).stream().filter(other -> !pages.contains(other)).toList();
        double first = PageRow.order(others, index);
        double step = others.isEmpty() || index >= others.size()
                ? 1
                : (others.get(index).order() - first) / (pages.size() + 1);
        var moved = new ArrayList<BoardMessage.ChangePage>();
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            moved.add(new BoardMessage.ChangePage(page.id(), first + i * step, page.title(), page.ground(),
                    page.width(), page.height(), page.hidden(), page.curtain()));
        }
        Paced.say(model, moved);
    }

    void clear(Page page) {
        ui.sheets.ask(ui, ui.text("page.clear.title"), ui.text("page.clear.text"), ui.text("page.clear.go"), "danger",
                () -> {
                    model.clear();
                    ui.model.lesson.toasts.add(Notices.pageCleared(() -> {
                        if (model.viewed.get() != null && model.viewed.get().id().equals(page.id())) model.undo();
                    }));
                });
    }

    /// To the page that is `by` further on: with the class, or alone where one doesn't lead it.
    void step(int by) {
        var pages = PageRow.ofAll(model);
        var viewed = model.viewed.get();
        int next = PageRow.indexOf(pages, viewed == null ? null : viewed.id()) + by;
        while (model.moderates() && next >= 0 && next < pages.size() && pages.get(next).hidden()) next += by;
        if (next >= 0 && next < pages.size()) go(pages.get(next).id());
    }

    void go(PageId page) {
        if (model.moderates()) model.turnTo(page);
        else model.lookAt(page);
    }

    private void change(Page page, double order, String title, Ground ground, @Nullable Region curtain) {
        model.say(new BoardMessage.ChangePage(page.id(), order, title, ground, page.width(), page.height(),
                page.hidden(), curtain));
    }

    /// The page of all after which a new one comes.
    private @Nullable PageId last() {
        var pages = PageRow.ofAll(model);
        var viewed = model.viewed.get();
        if (viewed != null && viewed.owner() == null) return viewed.id();
        return pages.isEmpty() ? null : pages.getLast().id();
    }

    /// The next page of all that wasn't there before is the one asked for.
    private void whenAdded(Consumer<Page> then) {
        coming.unsubscribe();
        var known = new HashSet<>(model.pages.stream().map(Page::id).collect(Collectors.toSet()));
        coming = model.pages.subscribe(() -> {
            List<Page> added = PageRow.ofAll(model).stream().filter(page -> !known.contains(page.id())).toList();
            if (added.isEmpty()) return;
            coming.unsubscribe();
            coming = Subscription.EMPTY;
            then.accept(added.getFirst());
        });
    }
}
