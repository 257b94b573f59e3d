package lectern.materials;

import java.awt.Color;
import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Dimension2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;
import lectern.materials.DeckPicture.Cut;
import org.apache.poi.sl.usermodel.Insets2D;
import org.apache.poi.sl.usermodel.PaintStyle.TexturePaint;

/// A shape filled with a picture, once or again and again.
final class PictureFill implements Paint {
    /// A pixel of a picture that says nothing else, in points.
    private static final double PIXEL = 0.75;
    private static final int MOST_TILES = 2_500;
    private static final double PARTS = 100_000;

    private final DeckPicture picture;
    private final TexturePaint fill;

    PictureFill(DeckPicture picture, TexturePaint fill) {
        this.picture = picture;
        this.fill = fill;
    }

    void fill(DeckGraphics graphics, Shape shape) {
        Rectangle2D bounds = shape.getBounds2D();
        double alpha = fill.getAlpha() >= 0 ? Math.min(1, fill.getAlpha() / PARTS) : 1;
        Dimension2D scale = fill.getScale();
        if (scale == null || fill.getStretch() != null || !tile(graphics, shape, bounds, scale, alpha)) {
            Insets2D room = fill.getStretch();
            Rectangle2D place = room == null
                    ? bounds
                    : new Rectangle2D.Double(bounds.getX() + room.left / PARTS * bounds.getWidth(),
                            bounds.getY() + room.top / PARTS * bounds.getHeight(),
                            (1 - (room.left + room.right) / PARTS) * bounds.getWidth(),
                            (1 - (room.top + room.bottom) / PARTS) * bounds.getHeight());
            var clip = new Area(shape);
            clip.intersect(new Area(place));
            picture.draw(graphics, place, cut(), alpha, clip);
        }
    }

    private boolean tile(DeckGraphics graphics, Shape shape, Rectangle2D bounds, Dimension2D scale, double alpha) {
        double width = picture.stored.getWidth() * PIXEL * (scale.getWidth() == 0 ? 1 : scale.getWidth());
        double height = picture.stored.getHeight() * PIXEL * (scale.getHeight() == 0 ? 1 : scale.getHeight());
        if (!(width > 0 && height > 0) || bounds.getWidth() / width * (bounds.getHeight() / height) > MOST_TILES)
            return false;
        for (double y = bounds.getMinY(); y < bounds.getMaxY(); y += height)
            for (double x = bounds.getMinX(); x < bounds.getMaxX(); x += width)
                picture.draw(graphics, new Rectangle2D.Double(x, y, width, height), cut(), alpha, shape);
        return true;
    }

    private Cut cut() {
        Insets2D cut = fill.getInsets();
        return cut == null
                ? Cut.NONE
                : new Cut(cut.left / PARTS, cut.top / PARTS, cut.right / PARTS, cut.bottom / PARTS);
    }

    /// Where a text's height is tried out nothing is looked at.
    @Override
    public PaintContext createContext(ColorModel model, Rectangle device, Rectangle2D user, AffineTransform transform,
            RenderingHints hints) {
        return Color.WHITE.createContext(model, device, user, transform, hints);
    }

    @Override
    public int getTransparency() { return TRANSLUCENT; }
}
