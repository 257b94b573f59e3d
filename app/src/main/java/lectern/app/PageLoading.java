package lectern.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.util.Subscription;
import lectern.print.PrintedPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.ui.model.BoardListener;
import lectern.ui.model.BoardModel;
import lectern.whiteboard.Edit;

/// Opens pages of the board, some at a time, and takes down what is on them. JavaFX thread.
final class PageLoading {
    /// Only so many may be open at once, and the person looks at some.
    private static final int AT_ONCE = 60;

    private final BoardModel board;
    private final List<Page> pages;
    private final List<PrintedPage> taken = new ArrayList<>();
    private final CompletableFuture<List<PrintedPage>> result = new CompletableFuture<>();
    private Subscription held = Subscription.EMPTY;
    private List<Page> some = List.of();

    /// @param pages those that aren't there are passed over
    PageLoading(BoardModel board, List<PageId> pages) {
        this.board = board;
        Set<PageId> wanted = new HashSet<>(pages);
        this.pages = board.pages.stream().filter(page -> wanted.contains(page.id())).toList();
    }

    /// In the board's order.
    CompletableFuture<List<PrintedPage>> start() {
        Subscription listening = board.listen(new BoardListener() {
            @Override
            public void edited(PageId page, List<Edit> edits) { look(); }

            @Override
            public void replaced(PageId page) { look(); }
        });
        result.whenComplete((_, _) -> {
            listening.unsubscribe();
            held.unsubscribe();
        });
        next();
        return result;
    }

    void cancel() { result.cancel(false); }

    private void next() {
        held.unsubscribe();
        some = pages.subList(taken.size(), Math.min(pages.size(), taken.size() + AT_ONCE));
        held = board.hold(new HashSet<>(some.stream().map(Page::id).toList()));
        look();
    }

    private void look() {
        if (result.isDone() || !some.stream().allMatch(page -> board.isLoaded(page.id()))) return;
        for (Page page : some) taken.add(new PrintedPage(page, board.sheet(page.id()).shapes()));
        if (taken.size() == pages.size()) result.complete(List.copyOf(taken));
        else next();
    }
}
