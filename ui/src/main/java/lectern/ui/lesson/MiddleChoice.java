package lectern.ui.lesson;

import java.util.Set;
import lectern.ui.model.Middle;
import org.jspecify.annotations.Nullable;

/// Decides when the middle changes by itself: a screen that begins to be shared takes it, and so does somebody who is
/// pinned; the board takes it back when they end, and whenever the teacher turns to a page. What a person chose stays
/// until one of these happens.
final class MiddleChoice {
    private Set<String> sharing = Set.of();
    private String pinned = "";
    private String current = "";
    private boolean begun;

    /// @param sharing   who shares a screen
    /// @param current   the page that the teacher turned to; empty before there is one
    /// @param overInk   the viewed page lies on a shared screen and so shows it
    /// @return what has the middle from now on; null is no change
    @Nullable
    Middle next(Set<String> sharing, String pinned, String current, boolean overInk) {
        boolean began = !this.sharing.containsAll(sharing), ended = !this.sharing.isEmpty() && sharing.isEmpty();
        boolean pins = !pinned.equals(this.pinned), turned = !current.equals(this.current);
        boolean first = !begun;
        begun = true;
        this.sharing = Set.copyOf(sharing);
        this.pinned = pinned;
        this.current = current;
        if (pins) return pinned.isEmpty() ? Middle.BOARD : Middle.PICTURE;
        if (turned && !first && pinned.isEmpty()) return Middle.BOARD;
        if (began) return overInk ? Middle.BOARD : Middle.PICTURE;
        return ended && pinned.isEmpty() ? Middle.BOARD : null;
    }
}
