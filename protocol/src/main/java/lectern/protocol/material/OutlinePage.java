package lectern.protocol.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import lectern.protocol.BoardLimits;
import lectern.protocol.Check;
import org.jspecify.annotations.Nullable;

/// A page of a document.
///
/// @param width  in page units
/// @param height in page units
/// @param text   whether it may have text
/// @param slide  of a deck, from 0; in other documents the page itself
/// @param step   how many clicks into the slide, from 0
/// @param hidden whether the deck's author hid the slide
/// @param notes  the speaker's; null where there are none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutlinePage(double width, double height, boolean text, int slide, int step, boolean hidden,
        @Nullable String notes) {
    public OutlinePage {
        BoardLimits.range("width", width, 0, 1e6);
        BoardLimits.range("height", height, 0, 1e6);
        Check.range("slide", slide, 0, 100_000);
        Check.range("step", step, 0, 1_000);
        Check.optional("notes", notes, BoardLimits.TEXT_CHARS);
    }
}
