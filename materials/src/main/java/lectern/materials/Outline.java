package lectern.materials;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a document is to a class: its pages, in the order in which they are shown.
///
/// @param title        as the document says it, may be empty
/// @param missingFonts that the document asks for and this machine doesn't have
/// @param incomplete   numbers of the pages, from 0, on which something could not be drawn
public record Outline(String title, List<Page> pages, List<String> missingFonts, List<Integer> incomplete) {
    public Outline {
        if (title == null || pages == null || pages.isEmpty() || missingFonts == null)
            throw new IllegalArgumentException("title, pages and fonts");
        pages = List.copyOf(pages);
        incomplete = List.copyOf(incomplete);
        missingFonts = List.copyOf(missingFonts);
    }

    /// @param width  in page units, 1/96 inch
    /// @param height in page units
    /// @param text   whether asking for its text is worth while
    /// @param slide  the slide it shows, from 0; of what is no deck, the page's own number
    /// @param step   of the slide's animation, from 0
    /// @param hidden whether the deck's author hid the slide
    /// @param notes  the speaker's, may be empty
    public record Page(double width, double height, boolean text, int slide, int step, boolean hidden,
            String notes) {}

    static Outline of(Document document) {
        var pages = new ArrayList<Page>();
        for (Document.Page page : document.pages())
            pages.add(new Page(page.width(), page.height(), page.text(), pages.size(), 0, false, ""));
        return new Outline(document.title(), pages, List.of(), List.of());
    }

    /// @param document the PDF that was made of the deck
    static Outline of(Deck deck, Document document) {
        Set<Integer> unfinished = deck.incomplete().stream().map(Deck.Incomplete::slide).collect(Collectors.toSet());
        var pages = new ArrayList<Page>();
        var incomplete = new ArrayList<Integer>();
        for (int i = 0; i < document.pages().size(); i++) {
            Document.Page page = document.pages().get(i);
            Deck.Page slide = i < deck.pages().size() ? deck.pages().get(i) : new Deck.Page(i, 0, false, "");
            pages.add(new Page(page.width(), page.height(), page.text(), slide.slide(), slide.step(), slide.hidden(),
                    slide.notes()));
            if (unfinished.contains(slide.slide())) incomplete.add(i);
        }
        return new Outline(deck.title(), pages, deck.missingFonts(), incomplete);
    }
}
