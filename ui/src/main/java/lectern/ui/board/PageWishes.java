package lectern.ui.board;

import java.util.ArrayList;
import java.util.List;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.material.Tiling;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.tool.Viewport;
import org.jspecify.annotations.Nullable;

/// Which pictures a screen wants that shows a page: those in view, and the pages that may be turned to next as they will be
/// seen then, so that they are there in the same frame.
final class PageWishes {
    /// By how much further on they are, the likeliest first.
    private static final int[] NEXT = { 1, -1, 2};
    private static final long NEXT_PX = 16_000_000; // all of them together

    private PageWishes() {}

    /// @param row      the pages in their order
    /// @param marginPx around a page that is shown whole
    /// @param density  the screen's own pixels for one of the view's
    static List<Wish> of(List<Page> row, @Nullable Page page, Viewport view, double marginPx, double density) {
        var wishes = new ArrayList<Wish>();
        if (page != null && page.ground() instanceof Ground.Document ground)
            wishes.addAll(DocumentGround.wishes(page, ground, Bounds.of(view.region()), view.zoom() * density));
        int index = PageRow.indexOf(row, page == null ? null : page.id());
        if (index < 0) return wishes;
        long pixels = 0;
        for (int by : NEXT) {
            if (index + by < 0 || index + by >= row.size()) continue;
            var next = row.get(index + by);
            if (!(next.ground() instanceof Ground.Document ground)) continue;
            var whole = new lectern.protocol.board.Region(0, 0, next.width(), next.height());
            double zoom = Viewport.fitting(whole, view.width(), view.height(), marginPx).zoom();
            int level = Tiling.levelFor(zoom * density);
            var tiling = Tiling.of(next.width(), next.height(), level);
            pixels += (long) tiling.width() * tiling.height();
            if (pixels > NEXT_PX) break;
            wishes.addAll(DocumentGround.ranked(next, ground, level, Bounds.of(whole), Wish.Rank.NEAR));
        }
        return wishes;
    }
}
