package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import lectern.protocol.BoardLimits;
import lectern.protocol.Check;
import lectern.protocol.ParticipantId;
import org.jspecify.annotations.Nullable;

/// A page of the board, without what is drawn on it.
///
/// @param order     pages are shown from the smallest to the largest
/// @param title     empty when it has none
/// @param width     of the part that everybody is shown at first; one may draw beyond it
/// @param owner     whose private page it is: seen by them and by those who moderate, and by all while it is `shown`
/// @param collected handed in: its owner may look at it and no longer draw
/// @param hidden    known to those who moderate alone, and to all while it is `shown`
/// @param curtain   what is covered for everybody who doesn't moderate
/// @param playback  how the clip plays that the page is; null where it hasn't been played
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page(PageId id, double order, String title, Ground ground, double width, double height,
        @Nullable ParticipantId owner, boolean collected, boolean shown, boolean hidden, @Nullable Region curtain,
        @Nullable Playback playback) {
    public static final double WIDTH = 1600;
    public static final double HEIGHT = 900;

    public Page {
        Check.present("id", id);
        BoardLimits.range("order", order, -1e12, 1e12);
        Check.present("title", title);
        Check.optional("title", title, BoardLimits.PAGE_TITLE_CHARS);
        Check.present("ground", ground);
        BoardLimits.range("width", width, 10, 20_000);
        BoardLimits.range("height", height, 10, 20_000);
    }
}
