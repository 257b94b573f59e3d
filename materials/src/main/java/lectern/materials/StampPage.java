package lectern.materials;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A page to be written: a document's page with something over it, or that alone. Pages are counted from 0, lengths in page units.
///
/// @param document    the PDF it comes from; null: there is nothing below the overlay
/// @param x           where the document's page has its left edge on the paper
/// @param y           the same for its upper edge
/// @param width       of the paper; 0: as wide as the document's page, without one as the overlay
/// @param height      of the paper; 0: the same
/// @param overlay     a PDF of which a page is spread over the whole paper; null: nothing
/// @param overlayPage of the overlay
public record StampPage(@Nullable Path document, int page, double x, double y, double width, double height,
        @Nullable Path overlay, int overlayPage) {
    public StampPage {
        if (page < 0 || overlayPage < 0 || !(width >= 0 && height >= 0) || Double.isNaN(x) || Double.isNaN(y))
            throw new IllegalArgumentException("pages, places and sizes");
        if (document == null && overlay == null && !(width > 0 && height > 0))
            throw new IllegalArgumentException("blank paper has a size");
    }

    /// A document's page in its own size.
    public static StampPage over(Path document, int page, @Nullable Path overlay, int overlayPage) {
        return new StampPage(document, page, 0, 0, 0, 0, overlay, overlayPage);
    }

    /// The overlay's page in its own size.
    public static StampPage alone(Path overlay, int overlayPage) {
        return new StampPage(null, 0, 0, 0, 0, 0, overlay, overlayPage);
    }
}
