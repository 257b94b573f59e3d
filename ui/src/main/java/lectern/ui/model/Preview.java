package lectern.ui.model;

import java.time.Instant;
import lectern.resources.Phrase;
import org.jspecify.annotations.Nullable;

/// What is known of a file once it was looked into.
///
/// @param missing it isn't where it was
/// @param pages   how many; 0 where nobody knows, 1 of what has no pages
/// @param picture of the first page, PNG or JPEG; empty where there is none
/// @param problem why a class can't be shown it
/// @param note    what one should know of it, although it can be shown
public record Preview(boolean missing, long bytes, Instant changed, int pages, byte[] picture,
        @Nullable Phrase problem, @Nullable Phrase note) {
    public static final Preview MISSING = new Preview(true, 0, Instant.EPOCH, 0, new byte[0], null, null);
}
