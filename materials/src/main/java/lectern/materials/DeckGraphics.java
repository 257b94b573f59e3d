package lectern.materials;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.sl.draw.DrawTextParagraph;

/// Draws one page of a deck into a PDF.
final class DeckGraphics extends PdfBoxGraphics2D {
    private final List<Link> links = new ArrayList<>();

    /// @param place   in points from the page's upper left corner
    /// @param address as POI says it: the web's, or a part's name
    record Link(Rectangle2D place, String address) {}

    DeckGraphics(PDDocument document, float width, float height, TextWriter writer, DeckPictures pictures)
            throws IOException {
        super(document, width, height);
        setFontTextDrawer(writer);
        setImageEncoder(pictures);
    }

    List<Link> links() { return links; }

    /// @param place in the coordinates that are drawn in now
    void link(Rectangle2D place, String address) {
        if (address == null) return;
        links.add(new Link(getTransform().createTransformedShape(place).getBounds2D(), address));
    }

    @Override
    public void drawString(AttributedCharacterIterator line, float x, float y) {
        TextWriter.marked(line, DrawTextParagraph.HYPERLINK_HREF)
                .forEach((place, address) -> link(AffineTransform.getTranslateInstance(x, y)
                        .createTransformedShape(place).getBounds2D(), address.toString()));
        super.drawString(line, x, y);
    }

    @Override
    public void fill(Shape shape) {
        if (getPaint() instanceof PictureFill pictures) pictures.fill(this, shape);
        else super.fill(shape);
    }
}
