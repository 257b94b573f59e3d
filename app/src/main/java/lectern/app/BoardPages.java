package lectern.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.collections.ListChangeListener;
import lectern.protocol.BoardMessage;
import lectern.protocol.board.Ground;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.ui.board.Paced;
import lectern.ui.model.BoardModel;
import org.jspecify.annotations.Nullable;

/// Puts pages on the board for an import, and takes them off again. Any thread; what touches the board runs on the JavaFX
/// thread.
final class BoardPages {
    private static final int ANSWER_SECONDS = 60;

    private final BoardModel board;
    private final Executor fx;

    BoardPages(BoardModel board, Executor fx) {
        this.board = board;
        this.fx = fx;
    }

    /// Says it, and waits until they are there. Where what comes of it is cancelled, or takes too long, they are taken off again as
    /// they come.
    ///
    /// @param onEach on the JavaFX thread, with how many have come
    CompletableFuture<List<PageId>> add(@Nullable PageId after, List<NewPage> pages, IntConsumer onEach) {
        var added = new CompletableFuture<List<PageId>>();
        fx.execute(() -> {
            if (added.isDone()) return;
            new Coming(pages, added, onEach).await();
            board.say(new BoardMessage.AddPages(after, pages));
        });
        return added.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    /// The pages of one message. JavaFX thread.
    private final class Coming {
        private final Set<PageId> known = new HashSet<>();
        private final Set<Ground> wanted = new HashSet<>();
        private final int count;
        private final CompletableFuture<List<PageId>> added;
        private final IntConsumer onEach;
        private final List<PageId> come = new ArrayList<>();
        private final ListChangeListener<Page> listener = _ -> look();
        private boolean unwanted;

        Coming(List<NewPage> pages, CompletableFuture<List<PageId>> added, IntConsumer onEach) {
            this.added = added;
            this.onEach = onEach;
            count = pages.size();
            pages.forEach(page -> wanted.add(page.ground()));
            board.pages.forEach(page -> known.add(page.id()));
        }

        void await() {
            board.pages.addListener(listener);
            added.whenComplete((_, failure) -> fx.execute(() -> {
                if (failure == null) return;
                unwanted = true;
                remove(List.copyOf(come), null);
                CompletableFuture.delayedExecutor(ANSWER_SECONDS, TimeUnit.SECONDS, fx)
                        .execute(() -> board.pages.removeListener(listener));
            }));
        }

        private void look() {
            var fresh = new ArrayList<PageId>();
            for (Page page : board.pages)
                if (page.owner() == null && wanted.contains(page.ground()) && known.add(page.id()))
                    fresh.add(page.id());
            if (fresh.isEmpty()) return;
            come.addAll(fresh);
            if (come.size() >= count) board.pages.removeListener(listener);
            if (unwanted) {
                remove(fresh, null);
                return;
            }
            onEach.accept(come.size());
            if (come.size() >= count) added.complete(List.copyOf(come));
        }
    }

    void turnTo(PageId page) { fx.execute(() -> board.turnTo(page)); }

    /// Takes them off again.
    ///
    /// @param instead what the class is turned to where it is on one of them
    void remove(List<PageId> pages, @Nullable PageId instead) {
        fx.execute(() -> {
            PageId current = board.current.get();
            if (current != null && pages.contains(current) && instead != null) board.turnTo(instead);
            Paced.say(board, pages.reversed().stream().map(BoardMessage.DeletePage::new).toList());
        });
    }
}
