package lectern.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lectern.materials.Refusal;
import lectern.protocol.BoardLimits;
import lectern.resources.Phrase;
import lectern.ui.model.MaterialKind;
import lectern.ui.model.Notices;
import org.jspecify.annotations.Nullable;

/// Why a class can't be shown a file, in words.
final class Reasons {
    private static final Set<String> PHOTOS = Set.of("heic", "heif", "hif");

    private Reasons() {}

    static Phrase of(Refusal why) {
        return switch (why) {
            case BROKEN -> Notices.FILE_BROKEN;
            case ENCRYPTED -> Notices.FILE_ENCRYPTED;
            case TOO_MANY_PAGES -> Phrase.of("library.problem.pages");
            case PAGE_TOO_LARGE -> Notices.FILE_PAGE_TOO_LARGE;
            case TOO_SLOW -> Notices.FILE_TOO_SLOW;
            case TOO_LARGE -> Phrase.of("library.problem.large", BoardLimits.DOCUMENT_BYTES >> 20);
            case TOO_MUCH_MEMORY -> Notices.FILE_TOO_HEAVY;
            case UNPACKS_TOO_LARGE -> Notices.FILE_UNPACKS_TOO_LARGE;
            case OTHER_KIND -> Phrase.of("library.problem.kind");
            case NEEDS_OFFICE -> Phrase.of("library.problem.office");
            case HEIC -> Phrase.of("library.problem.heic");
            case EMPTY -> Notices.FILE_EMPTY;
            case NOT_THERE -> Notices.FILE_GONE;
            case STOPPED -> Notices.FILE_NOT_READ;
        };
    }

    /// Of files that aren't put with a class's since their names say that they can't be shown; null where all can. Of several
    /// reasons, the one that more can be done about.
    static @Nullable Phrase ofLeftOut(List<Path> files) {
        var left = files.stream().filter(it -> MaterialKind.of(it).isEmpty()).map(MaterialKind::ending).toList();
        if (left.stream().anyMatch(PHOTOS::contains)) return Phrase.of("library.problem.heic");
        return left.isEmpty() ? null : Phrase.of("library.problem.kind");
    }

    /// Whether the same file would be refused again, whatever is installed and however busy the machine is.
    static boolean isForGood(Refusal why) {
        return switch (why) {
            case BROKEN, ENCRYPTED, TOO_MANY_PAGES, PAGE_TOO_LARGE, HEIC, EMPTY, TOO_LARGE, UNPACKS_TOO_LARGE -> true;
            case TOO_SLOW, TOO_MUCH_MEMORY, OTHER_KIND, NEEDS_OFFICE, NOT_THERE, STOPPED -> false;
        };
    }
}
