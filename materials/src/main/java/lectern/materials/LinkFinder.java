package lectern.materials;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.jspecify.annotations.Nullable;

/// Finds where a page's links lead: to pages of the document and to the web. What else a PDF can do on a click is left out.
final class LinkFinder {
    private static final int LONGEST_ADDRESS = 2_000;

    static List<PageLinks.Link> read(PDDocument document, PDPage page, AffineTransform toView, Limits limits)
            throws IOException {
        var links = new ArrayList<PageLinks.Link>();
        PDRectangle crop = page.getCropBox();
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (links.size() == limits.links()) break;
            PDRectangle place = annotation.getRectangle();
            if (!(annotation instanceof PDAnnotationLink link) || place == null) continue;
            PageLinks.Target target = target(document, link);
            if (target == null) continue;
            Rectangle2D box = toView.createTransformedShape(
                    new Rectangle2D.Double(place.getLowerLeftX() - crop.getLowerLeftX(),
                            place.getLowerLeftY() - crop.getLowerLeftY(), place.getWidth(), place.getHeight()))
                    .getBounds2D();
            links.add(new PageLinks.Link(new Box(box.getX(), box.getY(), box.getWidth(), box.getHeight()), target));
        }
        return links;
    }

    private static PageLinks.@Nullable Target target(PDDocument document, PDAnnotationLink link) throws IOException {
        var action = link.getAction();
        if (action instanceof PDActionURI uri) {
            String address = uri.getURI();
            return address != null && isWeb(address) ? new PageLinks.ToAddress(address) : null;
        }
        PDDestination destination = action instanceof PDActionGoTo goTo ? goTo.getDestination() : link.getDestination();
        if (destination instanceof PDNamedDestination named)
            destination = document.getDocumentCatalog().findNamedDestinationPage(named);
        if (!(destination instanceof PDPageDestination place)) return null;
        int number = place.retrievePageNumber();
        return number >= 0 && number < document.getNumberOfPages() ? new PageLinks.ToPage(number) : null;
    }

    private static boolean isWeb(String address) {
        String start = address.toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST_ADDRESS && (start.startsWith("http://") || start.startsWith("https://"))
                && address.chars().allMatch(c -> c > ' ' && c != 0x7f);
    }

    private LinkFinder() {}
}
