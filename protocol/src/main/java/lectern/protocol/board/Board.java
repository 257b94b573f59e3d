package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import lectern.protocol.BoardLimits;
import lectern.protocol.Check;
import org.jspecify.annotations.Nullable;

/// The board as one participant may know it: its pages without what is on them.
///
/// @param current the page that the teacher has turned to
/// @param handOut what students work on now, each on a page of their own; null when nothing is handed out
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Board(List<Page> pages, PageId current, Drawing drawing, @Nullable HandOut handOut) {
    public Board {
        Check.atMost("pages", pages, BoardLimits.PAGES);
        pages = List.copyOf(pages);
        Check.present("current", current);
        Check.present("drawing", drawing);
    }
}
