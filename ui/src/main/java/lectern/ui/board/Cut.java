package lectern.ui.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.material.Tiling;
import lectern.whiteboard.Bounds;

/// One picture of a document's page: the whole of it, or a square that [Tiling] cuts out of it.
///
/// @param whole then column and row are 0
record Cut(AssetId document, int number, int level, boolean whole, int column, int row) {
    /// Those of a level that show a part of the page, from its middle outwards.
    static List<Cut> of(Page page, Ground.Document ground, int level, Bounds part) {
        var tiling = Tiling.of(page.width(), page.height(), level);
        if (tiling.isWhole()) return List.of(new Cut(ground.document(), ground.number(), level, true, 0, 0));
        double side = Math.scalb((double) Tiling.TILE, -level);
        int left = index(part.minX() / side, tiling.columns()), right = index(part.maxX() / side, tiling.columns());
        int top = index(part.minY() / side, tiling.rows()), bottom = index(part.maxY() / side, tiling.rows());
        if (part.maxX() <= 0 || part.maxY() <= 0 || part.minX() >= page.width() || part.minY() >= page.height())
            return List.of();
        var cuts = new ArrayList<Cut>();
        for (int row = top; row <= bottom; row++)
            for (int column = left; column <= right; column++)
                cuts.add(new Cut(ground.document(), ground.number(), level, false, column, row));
        cuts.sort(Comparator.comparingDouble(cut -> Math.hypot((cut.column + 0.5) * side - part.centreX(),
                (cut.row + 0.5) * side - part.centreY())));
        return cuts;
    }

    /// What it shows, in page units.
    Bounds bounds(Page page) {
        return Bounds.of(Tiling.of(page.width(), page.height(), level).region(column, row));
    }

    boolean isOf(Ground.Document ground) {
        return number == ground.number() && document.equals(ground.document());
    }

    private static int index(double at, int count) { return Math.clamp((int) Math.floor(at), 0, count - 1); }
}
