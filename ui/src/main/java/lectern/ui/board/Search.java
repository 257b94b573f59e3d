package lectern.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;
import lectern.protocol.material.Hit;
import lectern.ui.model.BoardFiles;
import org.jspecify.annotations.Nullable;

/// What was found on the board's pages, and which place of it is looked at. Words of documents are searched by the server, titles
/// here. JavaFX thread.
final class Search {
    /// A page on which something was found.
    ///
    /// @param places on the page; none where its title alone has the words
    /// @param around the words around the first place
    record Found(Page page, List<Region> places, String around) {
        /// A title is a place, too.
        int count() { return Math.max(1, places.size()); }
    }

    enum State {
        IDLE, SEARCHING, DONE, FAILED
    }

    /// @param at the place that is looked at, of all in their order; -1 for none
    record Result(String query, State state, List<Found> found, int at) {
        static final Result NOTHING = new Result("", State.IDLE, List.of(), -1);

        int count() { return found.stream().mapToInt(Found::count).sum(); }

        /// The page of that place.
        @Nullable
        Found page(int place) {
            int left = place;
            for (var each : found) {
                if (left >= 0 && left < each.count()) return each;
                left -= each.count();
            }
            return null;
        }

        /// Where on its page that place is; null where it is its title.
        @Nullable
        Region place(int place) {
            int left = place;
            for (var each : found) {
                if (left >= 0 && left < each.count()) return each.places.isEmpty() ? null : each.places.get(left);
                left -= each.count();
            }
            return null;
        }

        int firstOf(PageId page) {
            int before = 0;
            for (var each : found) {
                if (each.page.id().equals(page)) return before;
                before += each.count();
            }
            return -1;
        }
    }

    private final BoardFiles files;
    private final Executor fx;
    private final java.util.function.Supplier<List<Page>> row;
    private final Function<Page, String> title;
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(Result.NOTHING);
    private long newest;

    /// @param row the pages in their order
    Search(BoardFiles files, Executor fx, java.util.function.Supplier<List<Page>> row, Function<Page, String> title) {
        this.files = files;
        this.fx = fx;
        this.row = row;
        this.title = title;
    }

    ReadOnlyObjectProperty<Result> resultProperty() { return result.getReadOnlyProperty(); }

    Result result() { return result.get(); }

    /// An answer that comes after another question was asked is thrown away.
    void look(String typed) {
        var query = typed.strip();
        long number = ++newest;
        if (query.isEmpty()) {
            result.set(Result.NOTHING);
            return;
        }
        result.set(new Result(query, State.SEARCHING, titles(query, Map.of()), -1));
        files.search(query).whenComplete((hits, _) -> fx.execute(() -> {
            if (number == newest) answered(query, hits);
        }));
    }

    private void answered(String query, @Nullable List<Hit> hits) {
        var byPage = new HashMap<PageId, Hit>();
        if (hits != null) for (var hit : hits) byPage.put(hit.page(), hit);
        result.set(new Result(query, hits == null ? State.FAILED : State.DONE, titles(query, byPage), -1));
    }

    /// To the next place (or the one before, by -1), round and round.
    void step(int by) {
        var now = result.get();
        int count = now.count();
        if (count == 0) return;
        at(now.at() < 0 ? by > 0 ? 0 : count - 1 : Math.floorMod(now.at() + by, count));
    }

    void at(int place) {
        var now = result.get();
        if (place != now.at()) result.set(new Result(now.query(), now.state(), now.found(), place));
    }

    private List<Found> titles(String query, Map<PageId, Hit> hits) {
        var found = new ArrayList<Found>();
        var folded = query.toLowerCase(Locale.ROOT);
        for (var page : row.get()) {
            var hit = hits.get(page.id());
            if (hit != null) found.add(new Found(page, hit.places(), hit.around()));
            else
                if (Objects.requireNonNullElse(title.apply(page), "").toLowerCase(Locale.ROOT).contains(folded))
                    found.add(new Found(page, List.of(), ""));
        }
        return found;
    }
}
