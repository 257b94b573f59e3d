package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import lectern.protocol.board.Board;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Shape;

/// What the server says of the whiteboard, besides the [BoardEvent]s that happen.
public sealed interface BoardNews extends ServerMessage {
    /// The board as it is for you, after `welcome`.
    ///
    /// @param lastEdit the number of your last edit that the server has had; what you sent after it, send again
    @JsonTypeName("board")
    record ShowBoard(Board board, long lastEdit) implements BoardNews {
        public ShowBoard {
            Check.present("board", board);
        }
    }

    /// What is on a page that you opened, in parts of a bearable size; edits after `revision` follow, and may already come
    /// between the parts.
    ///
    /// @param part  from 0
    /// @param parts how many there are, at least 1
    @JsonTypeName("page-part")
    record PagePart(PageId page, long revision, int part, int parts, List<Shape> shapes) implements BoardNews {
        public PagePart {
            Check.present("page", page);
            Check.range("parts", parts, 1, 100_000);
            Check.range("part", part, 0, parts - 1L);
            Check.atMost("shapes", shapes, BoardLimits.SHAPES_ON_A_PAGE);
            shapes = List.copyOf(shapes);
        }
    }

    /// What somebody else is doing on a page that you have open.
    @JsonTypeName("presence")
    record Present(ParticipantId participant, Presence presence) implements BoardNews {
        public Present {
            Check.present("participant", participant);
            Check.present("presence", presence);
        }
    }
}
