package lectern.materials;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/// A document that can be shown.
///
/// @param title as the document says it, may be empty
@JsonTypeName("document")
public record Document(String title, List<Page> pages) implements Answer {
    public Document {
        if (title == null || pages == null || pages.isEmpty()) throw new IllegalArgumentException("title and pages");
        pages = List.copyOf(pages);
    }

    /// One page as it is looked at: cropped and turned.
    ///
    /// @param width  in page units, 1/96 inch
    /// @param height in page units
    /// @param text   whether fonts are used on it, so that asking for its text is worth while
    public record Page(double width, double height, boolean text) {}
}
