package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import lectern.protocol.Check;
import org.jspecify.annotations.Nullable;

/// What somebody is doing on a page right now. It isn't kept, the newest replaces the one before it, and any may be lost: a
/// presence without a `stroke` or `shape` means that nothing is in hand.
///
/// @param cursor where they point; null when they don't
/// @param laser  the cursor is a laser dot, which leaves a short trail
/// @param stroke ink in hand
/// @param shape  anything else in hand, as it would be if it were let go now
/// @param view   of a teacher: the part of the page that those who follow are shown
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Presence(PageId page, @Nullable Point cursor, boolean laser, @Nullable StrokeInHand stroke,
        @Nullable Shape shape, @Nullable Region view) {
    public Presence {
        Check.present("page", page);
    }
}
