package lectern.app;

import lectern.materials.Refusal;
import lectern.protocol.material.MaterialRefusal;
import lectern.resources.Phrase;
import lectern.ui.model.Notices;

/// Why a file isn't shown, in words for the person who wanted it to be.
final class MaterialWords {
    /// As the class's server says it.
    static Phrase of(MaterialRefusal why) {
        return switch (why) {
            case BROKEN -> Notices.FILE_BROKEN;
            case ENCRYPTED -> Notices.FILE_ENCRYPTED;
            case TOO_MANY_PAGES -> Notices.FILE_TOO_LONG;
            case PAGE_TOO_LARGE -> Notices.FILE_PAGE_TOO_LARGE;
            case TOO_SLOW -> Notices.FILE_TOO_SLOW;
            case TOO_MUCH_MEMORY -> Notices.FILE_TOO_HEAVY;
            case OTHER_KIND -> Notices.FILE_UNREADABLE_KIND;
            case EMPTY -> Notices.FILE_EMPTY;
            case NOT_THERE -> Notices.FILE_GONE;
            case NEEDS_OFFICE -> Notices.FILE_NEEDS_OFFICE;
            case HEIC -> Notices.FILE_HEIC;
            case TOO_LARGE -> Notices.FILE_TOO_LARGE;
            case UNPACKS_TOO_LARGE -> Notices.FILE_UNPACKS_TOO_LARGE;
            case FAILED -> Notices.FILE_NOT_READ;
        };
    }

    /// As our own reading process says it.
    static Phrase of(Refusal why) {
        return switch (why) {
            case BROKEN -> Notices.FILE_BROKEN;
            case ENCRYPTED -> Notices.FILE_ENCRYPTED;
            case TOO_MANY_PAGES -> Notices.FILE_TOO_LONG;
            case PAGE_TOO_LARGE -> Notices.FILE_PAGE_TOO_LARGE;
            case TOO_SLOW -> Notices.FILE_TOO_SLOW;
            case TOO_MUCH_MEMORY -> Notices.FILE_TOO_HEAVY;
            case UNPACKS_TOO_LARGE -> Notices.FILE_UNPACKS_TOO_LARGE;
            case TOO_LARGE -> Notices.FILE_TOO_LARGE;
            case OTHER_KIND -> Notices.FILE_UNREADABLE_KIND;
            case NEEDS_OFFICE -> Notices.FILE_NEEDS_OFFICE;
            case HEIC -> Notices.FILE_HEIC;
            case EMPTY -> Notices.FILE_EMPTY;
            case NOT_THERE -> Notices.FILE_GONE;
            case STOPPED -> Notices.FILE_NOT_READ;
        };
    }

    private MaterialWords() {}
}
