package lectern.materials;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/// A deck that has become a PDF: what its pages are.
///
/// @param title        as the deck says it, may be empty
/// @param pages        of the PDF, in order
/// @param missingFonts that the deck asks for and this machine doesn't have
/// @param incomplete   slides with something that could not be drawn
@JsonTypeName("deck")
public record Deck(String title, List<Page> pages, List<String> missingFonts, List<Incomplete> incomplete)
        implements
            Answer {
    public Deck {
        if (title == null || pages == null || pages.isEmpty()) throw new IllegalArgumentException("title and pages");
        pages = List.copyOf(pages);
        missingFonts = List.copyOf(missingFonts);
        incomplete = List.copyOf(incomplete);
    }

    /// @param slide  from 0
    /// @param step   of the slide's animation: how often was clicked, from 0
    /// @param hidden whether a show skips the slide
    /// @param notes  the speaker's, on the slide's first page; may be empty
    public record Page(int slide, int step, boolean hidden, String notes) {}

    /// @param slide from 0
    public record Incomplete(int slide, List<Part> parts) {
        public Incomplete {
            parts = List.copyOf(parts);
        }

        /// Whether an office program could draw more.
        boolean wantsOffice() { return !parts.stream().allMatch(Part::isNobodys); }
    }

    /// What a slide can have that isn't drawn.
    public enum Part {
        CHART, DIAGRAM, OBJECT, EQUATION, PICTURE, LINKED_PICTURE, INK, MODEL, FILM, SOUND;

        /// What a page can't have, whoever draws it.
        boolean isNobodys() { return this == FILM || this == SOUND || this == LINKED_PICTURE; }
    }
}
