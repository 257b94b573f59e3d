package lectern.materials;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ImageObserver;
import java.awt.image.ImageProducer;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// A picture that stands in the PDF already and has no pixels here.
final class DeckPicture extends Image {
    final PDImageXObject stored;

    /// What is cut off at each side, as parts of the picture; below 0 there is room.
    record Cut(double left, double top, double right, double bottom) {
        static final Cut NONE = new Cut(0, 0, 0, 0);
    }

    DeckPicture(PDImageXObject stored) { this.stored = stored; }

    /// @param place where what isn't cut off goes
    void draw(Graphics2D graphics, Rectangle2D place, Cut cut, double alpha, Shape clip) {
        double shownWidth = 1 - cut.left() - cut.right();
        double shownHeight = 1 - cut.top() - cut.bottom();
        if (place.isEmpty() || shownWidth <= 0 || shownHeight <= 0) return;
        Shape before = graphics.getClip();
        Composite composite = graphics.getComposite();
        graphics.clip(clip);
        if (alpha < 1) graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
        double width = place.getWidth() / shownWidth;
        double height = place.getHeight() / shownHeight;
        var at = AffineTransform.getTranslateInstance(place.getX() - cut.left() * width,
                place.getY() - cut.top() * height);
        at.scale(width / stored.getWidth(), height / stored.getHeight());
        graphics.drawImage(this, at, null);
        if (alpha < 1) graphics.setComposite(composite);
        graphics.setClip(before);
    }

    @Override
    public int getWidth(ImageObserver observer) { return stored.getWidth(); }

    @Override
    public int getHeight(ImageObserver observer) { return stored.getHeight(); }

    @Override
    public ImageProducer getSource() { throw new UnsupportedOperationException("it has no pixels"); }

    @Override
    public Graphics getGraphics() { throw new UnsupportedOperationException("it has no pixels"); }

    @Override
    public Object getProperty(String name, ImageObserver observer) { return UndefinedProperty; }
}
