package lectern.classroom;

import lectern.protocol.Reason;
import org.jspecify.annotations.Nullable;

/// Why something that was asked for on the board isn't done.
record Refusal(Reason reason, String why) {
    static final Refusal NO_PAGE = new Refusal(Reason.NOT_ALLOWED, "There is no such page.");
    static final Refusal FULL = new Refusal(Reason.TOO_MANY, "The board is full.");
    static final Refusal NO_SCREEN = new Refusal(Reason.OUT_OF_ORDER, "They don't share a screen.");

    static @Nullable Refusal notAllowed(@Nullable String why) {
        return why == null ? null : new Refusal(Reason.NOT_ALLOWED, why);
    }
}
