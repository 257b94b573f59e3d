package lectern.materials;

import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.Paint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import lectern.materials.Deck.Part;
import lectern.materials.DeckPicture.Cut;
import lectern.materials.DeckSteps.Target;
import org.apache.poi.sl.draw.DrawFactory;
import org.apache.poi.sl.draw.DrawGraphicalFrame;
import org.apache.poi.sl.draw.DrawNothing;
import org.apache.poi.sl.draw.DrawPaint;
import org.apache.poi.sl.draw.DrawPictureShape;
import org.apache.poi.sl.draw.DrawShape;
import org.apache.poi.sl.draw.DrawTextParagraph;
import org.apache.poi.sl.draw.Drawable;
import org.apache.poi.sl.draw.geom.Outline;
import org.apache.poi.sl.usermodel.GraphicalFrame;
import org.apache.poi.sl.usermodel.PaintStyle.TexturePaint;
import org.apache.poi.sl.usermodel.PictureShape;
import org.apache.poi.sl.usermodel.PlaceableShape;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.xslf.usermodel.XSLFDiagram;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSimpleShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;

/// How one step of one slide is drawn: what is hidden then isn't, and what can't be drawn is noted.
final class DeckDrawing extends DrawFactory {
    private static final double PARTS = 100_000;

    private final XSLFSlide slide;
    private final Set<Target> hidden;
    private final DeckFonts fonts;
    private final DeckPictures pictures;
    private final Set<Part> missing = EnumSet.noneOf(Part.class);

    DeckDrawing(XSLFSlide slide, Set<Target> hidden, DeckFonts fonts, DeckPictures pictures) {
        this.slide = slide;
        this.hidden = hidden;
        this.fonts = fonts;
        this.pictures = pictures;
    }

    Set<Part> missing() { return missing; }

    void draw(DeckGraphics graphics) {
        graphics.setRenderingHint(Drawable.DRAW_FACTORY, this);
        graphics.setRenderingHint(Drawable.FONT_HANDLER, fonts);
        slide.draw(graphics);
    }

    @Override
    public Drawable getDrawable(Shape<?, ?> shape) {
        if (shape instanceof XSLFShape it && isHidden(it, Target.WHOLE)) return new DrawNothing(shape);
        if (shape instanceof XSLFDiagram diagram && diagram.getGroupShape() != null)
            return super.getDrawable((Shape<?, ?>) diagram.getGroupShape());
        Drawable drawable = super.getDrawable(shape);
        return shape instanceof XSLFSimpleShape it && it.getHyperlink() != null
                ? new Linked(drawable, it, it.getHyperlink().getAddress())
                : drawable;
    }

    @Override
    public DrawTextParagraph getDrawable(TextParagraph<?, ?, ?> paragraph) {
        boolean unseen = paragraph instanceof XSLFTextParagraph it && it.getParentShape() != null
                && isHidden(it.getParentShape(), number(it));
        return new DeckParagraph(paragraph, fonts, unseen);
    }

    @Override
    public DrawPictureShape getDrawable(PictureShape<?, ?> shape) { return new Picture(shape); }

    @Override
    public DrawGraphicalFrame getDrawable(GraphicalFrame<?, ?> of) {
        return new DrawGraphicalFrame(of) {
            @Override
            public void draw(Graphics2D graphics) {
                if (of.getFallbackPicture() == null && of instanceof XSLFGraphicFrame frame)
                    missing.add(frame.hasChart() ? Part.CHART : frame.hasDiagram() ? Part.DIAGRAM : Part.OBJECT);
                super.draw(graphics);
            }
        };
    }

    @Override
    public DrawPaint getPaint(PlaceableShape<?, ?> shape) {
        return new DrawPaint(shape) {
            @Override
            protected Paint getTexturePaint(TexturePaint fill, Graphics2D graphics) {
                try (var data = fill.getImageData()) {
                    DeckPicture picture = data == null ? null : pictures.of(data);
                    if (picture != null) return new PictureFill(picture, fill);
                } catch (IOException unreadable) {
                    // It is one of those that can't be drawn.
                }
                missing.add(Part.PICTURE);
                return new java.awt.Color(0, 0, 0, 0);
            }
        };
    }

    /// A table's cell is no shape of its own.
    private boolean isHidden(XSLFShape shape, int paragraph) {
        return !(shape instanceof XSLFTableCell) && !hidden.isEmpty() && shape.getSheet() == slide
                && hidden.contains(new Target(shape.getShapeId(), paragraph));
    }

    private static int number(XSLFTextParagraph paragraph) {
        XSLFTextShape shape = paragraph.getParentShape();
        int number = 0;
        for (XSLFTextParagraph other : shape) {
            if (other.getXmlObject() == paragraph.getXmlObject()) return number;
            number++;
        }
        return number;
    }

    /// A shape that leads somewhere.
    private record Linked(Drawable inner, XSLFSimpleShape shape, @Nullable String address) implements Drawable {
        @Override
        public void applyTransform(Graphics2D graphics) { inner.applyTransform(graphics); }

        @Override
        public void drawContent(Graphics2D graphics) { inner.drawContent(graphics); }

        @Override
        public void draw(Graphics2D graphics) {
            inner.draw(graphics);
            Rectangle2D place = DrawShape.getAnchor(graphics, shape);
            if (graphics instanceof DeckGraphics pdf && place != null && address != null) pdf.link(place, address);
        }
    }

    private final class Picture extends DrawPictureShape {
        Picture(PictureShape<?, ?> shape) { super(shape); }

        @Override
        public void drawContent(Graphics2D graphics) {
            var shape = (XSLFPictureShape) getShape();
            if (shape.isExternalLinkedPicture()) {
                missing.add(Part.LINKED_PICTURE);
                return;
            }
            var data = shape.getPictureData();
            DeckPicture picture = data == null ? null : pictures.of(new ByteArrayInputStream(data.getData()));
            if (picture == null) {
                missing.add(Part.PICTURE);
                return;
            }
            Rectangle2D place = getAnchor(graphics, shape);
            var clip = new Path2D.Double();
            for (Outline outline : computeOutlines(graphics)) clip.append(outline.getOutline(), false);
            Insets cut = shape.getClipping();
            picture.draw(graphics, place,
                    cut == null
                            ? Cut.NONE
                            : new Cut(cut.left / PARTS, cut.top / PARTS, cut.right / PARTS, cut.bottom / PARTS),
                    1, clip.getCurrentPoint() == null ? place : clip);
        }
    }
}
