package lectern.protocol.material;

import java.util.List;
import lectern.protocol.Check;

/// What there is in a document. For those who moderate, since it has the speaker's notes.
///
/// @param title        as the document says it, may be empty
/// @param missingFonts that the server's machine lacks; others stand in for them
/// @param incomplete   numbers of pages that aren't drawn whole, because that takes LibreOffice
public record Outline(String title, List<OutlinePage> pages, List<String> missingFonts, List<Integer> incomplete) {
    public Outline {
        Check.present("title", title);
        Check.atMost("pages", pages, 10_000);
        Check.atMost("missingFonts", missingFonts, 1_000);
        Check.atMost("incomplete", incomplete, 10_000);
        pages = List.copyOf(pages);
        missingFonts = List.copyOf(missingFonts);
        incomplete = List.copyOf(incomplete);
    }
}
