package lectern.ui.board;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.material.Tiling;
import lectern.whiteboard.Bounds;
import org.jspecify.annotations.Nullable;

/// Paints a page of a document with the pictures that are there: those of the resolution that the screen needs, and while they
/// come what is known of the page otherwise, smaller or larger.
final class DocumentGround {
    private final PagePictures pictures;

    DocumentGround(PagePictures pictures) { this.pictures = pictures; }

    void paint(GraphicsContext g, Page page, Ground.Document ground, Bounds part, double zoom) {
        int wanted = Tiling.levelFor(zoom * pictures.density());
        if (isWhole(page, ground, wanted, part)) {
            draw(g, page, ground, wanted, part, zoom);
            return;
        }
        var under = under(page, ground, wanted, part);
        if (under != null) draw(g, page, ground, under, part, zoom);
        else for (int level = Tiling.MIN_LEVEL; level < wanted; level++) draw(g, page, ground, level, part, zoom);
        draw(g, page, ground, wanted, part, zoom);
    }

    /// The level that is next to the wanted one among those that cover it all: rather too sharp than blurred.
    private @Nullable Integer under(Page page, Ground.Document ground, int wanted, Bounds part) {
        for (int level = wanted + 1; level <= Tiling.MAX_LEVEL; level++)
            if (isWhole(page, ground, level, part)) return level;
        for (int level = wanted - 1; level >= Tiling.MIN_LEVEL; level--)
            if (isWhole(page, ground, level, part)) return level;
        return null;
    }

    private boolean isWhole(Page page, Ground.Document ground, int level, Bounds part) {
        return Cut.of(page, ground, level, part).stream().allMatch(pictures::has);
    }

    private void draw(GraphicsContext g, Page page, Ground.Document ground, int level, Bounds part, double zoom) {
        for (var cut : Cut.of(page, ground, level, part)) {
            Image image = pictures.image(cut);
            if (image == null) continue;
            var at = cut.bounds(page);
            // On whole pixels, or a seam would be seen between two of them.
            double pixels = zoom * pictures.density();
            double left = Math.rint(at.minX() * pixels) / pixels, top = Math.rint(at.minY() * pixels) / pixels;
            double right = Math.rint(at.maxX() * pixels) / pixels, bottom = Math.rint(at.maxY() * pixels) / pixels;
            g.drawImage(image, left, top, Math.max(right - left, 1 / pixels), Math.max(bottom - top, 1 / pixels));
        }
    }

    /// What a viewer of this part wants, what is seen first.
    static List<Wish> wishes(Page page, Ground.Document ground, Bounds seen, double pixelsPerUnit) {
        int level = Tiling.levelFor(pixelsPerUnit);
        var wishes = new ArrayList<Wish>();
        int all = level;
        // Something for all of the page, where it is cut: to pan over, and to see at once.
        while (all > Tiling.MIN_LEVEL && !Tiling.of(page.width(), page.height(), all).isWhole()) all--;
        if (all < level) wishes.addAll(ranked(page, ground, Math.max(Tiling.MIN_LEVEL, all - 1), seen, Wish.Rank.SEEN));
        wishes.addAll(ranked(page, ground, level, seen, Wish.Rank.SEEN));
        wishes.addAll(ranked(page, ground, level, seen.grownBy(Math.max(seen.width(), seen.height()) / 4),
                Wish.Rank.NEAR));
        return wishes;
    }

    static List<Wish> ranked(Page page, Ground.Document ground, int level, Bounds part, Wish.Rank rank) {
        return Cut.of(page, ground, level, part).stream().map(cut -> new Wish(cut, rank)).toList();
    }
}
