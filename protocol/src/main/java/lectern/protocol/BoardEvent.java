package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import org.jspecify.annotations.Nullable;

/// What happened on the whiteboard.
public sealed interface BoardEvent extends RoomEvent {
    /// A page came; also when a private page is handed out.
    ///
    /// @param copyOf whose shapes it began with
    @JsonTypeName("page-added")
    record PageAdded(Page page, @Nullable PageId copyOf) implements BoardEvent {
        public PageAdded {
            Check.present("page", page);
        }
    }

    /// The page as it is now. To one who may see it from now on, this is how they hear of it; one who may no longer see it
    /// hears this a last time.
    @JsonTypeName("page-changed")
    record PageChanged(Page page) implements BoardEvent {
        public PageChanged {
            Check.present("page", page);
        }
    }

    @JsonTypeName("page-deleted")
    record PageDeleted(PageId page) implements BoardEvent {
        public PageDeleted {
            Check.present("page", page);
        }
    }

    @JsonTypeName("page-restored")
    record PageRestored(Page page) implements BoardEvent {
        public PageRestored {
            Check.present("page", page);
        }
    }

    @JsonTypeName("turned-to")
    record TurnedTo(PageId page) implements BoardEvent {
        public TurnedTo {
            Check.present("page", page);
        }
    }

    @JsonTypeName("drawing-allowed")
    record DrawingAllowed(Drawing drawing) implements BoardEvent {
        public DrawingAllowed {
            Check.present("drawing", drawing);
        }
    }

    @JsonTypeName("handed-out")
    record HandedOut(HandOut handOut) implements BoardEvent {
        public HandedOut {
            Check.present("handOut", handOut);
        }
    }

    /// Nothing is handed out any more.
    @JsonTypeName("collected")
    record Collected() implements BoardEvent {}

    /// What is on a page changed. Told to those who have it open.
    ///
    /// @param revision counts the edits of this page, from 1, without a gap
    /// @param number   which of its author's edits it is
    @JsonTypeName("edited")
    record Edited(PageId page, long revision, ParticipantId by, long number,
            List<Change> changes) implements BoardEvent {
        public Edited {
            Check.present("page", page);
            Check.range("revision", revision, 1, Long.MAX_VALUE);
            Check.present("by", by);
            Check.range("number", number, 1, Long.MAX_VALUE);
            Check.atMost("changes", changes, BoardLimits.CHANGES);
            changes = List.copyOf(changes);
        }
    }
}
