package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Region;
import org.jspecify.annotations.Nullable;

/// What a client says of the whiteboard.
public sealed interface BoardMessage extends ClientMessage {
    /// The pages that the client shows, all of them each time. For one that wasn't open before, what is on it comes as
    /// `page-part`s, or as the edits that the client doesn't have yet; then every edit as it happens.
    @JsonTypeName("open-pages")
    record OpenPages(List<OpenPage> pages) implements BoardMessage {
        public OpenPages {
            Check.atMost("pages", pages, BoardLimits.OPEN_PAGES);
            pages = List.copyOf(pages);
        }
    }

    /// Changes what is on a page, as one step: all of it is done, or it is `refused` with its number.
    ///
    /// @param number counts this participant's edits, from 1 or on from `board`'s `lastEdit`; one that the server has
    ///               had already is passed over, so what wasn't acknowledged may be said again after a resume
    @JsonTypeName("edit")
    record Edit(PageId page, long number, List<Change> changes) implements BoardMessage {
        public Edit {
            Check.present("page", page);
            Check.range("number", number, 1, Long.MAX_VALUE);
            Check.atMost("changes", changes, BoardLimits.CHANGES);
            if (changes.isEmpty()) throw new ProtocolException("changes: at least one");
            changes = List.copyOf(changes);
        }
    }

    /// What I am doing on a page: at most every 33 ms.
    @JsonTypeName("presence")
    record ShowPresence(Presence presence) implements BoardMessage {
        public ShowPresence {
            Check.present("presence", presence);
        }
    }

    /// A new page. Teacher and assistant, as everything about pages.
    ///
    /// @param after  the page before it; null is at the front
    /// @param copyOf the page whose shapes it begins with
    @JsonTypeName("add-page")
    record AddPage(@Nullable PageId after, String title, Ground ground, double width, double height,
            @Nullable PageId copyOf) implements BoardMessage {
        public AddPage {
            Check.present("title", title);
            Check.optional("title", title, BoardLimits.PAGE_TITLE_CHARS);
            Check.present("ground", ground);
            BoardLimits.range("width", width, 10, 20_000);
            BoardLimits.range("height", height, 10, 20_000);
        }
    }

    /// New pages, one behind the other: those of a document, say.
    ///
    /// @param after the page before the first of them; null is at the front
    @JsonTypeName("add-pages")
    record AddPages(@Nullable PageId after, List<NewPage> pages) implements BoardMessage {
        public AddPages {
            Check.atMost("pages", pages, BoardLimits.PAGES_AT_ONCE);
            if (pages.isEmpty()) throw new ProtocolException("pages: at least one");
            pages = List.copyOf(pages);
        }
    }

    /// Another place, title, ground or curtain for a page, or hidden or not: all of them as they are to be.
    @JsonTypeName("change-page")
    record ChangePage(PageId page, double order, String title, Ground ground, double width, double height,
            boolean hidden, @Nullable Region curtain) implements BoardMessage {
        public ChangePage {
            Check.present("page", page);
            BoardLimits.range("order", order, -1e12, 1e12);
            Check.present("title", title);
            Check.optional("title", title, BoardLimits.PAGE_TITLE_CHARS);
            Check.present("ground", ground);
            BoardLimits.range("width", width, 10, 20_000);
            BoardLimits.range("height", height, 10, 20_000);
        }
    }

    @JsonTypeName("delete-page")
    record DeletePage(PageId page) implements BoardMessage {
        public DeletePage {
            Check.present("page", page);
        }
    }

    /// Brings a deleted page back with everything that was on it.
    @JsonTypeName("restore-page")
    record RestorePage(PageId page) implements BoardMessage {
        public RestorePage {
            Check.present("page", page);
        }
    }

    /// Turns the class to a page; a private one is shown to all for as long.
    @JsonTypeName("turn-to")
    record TurnTo(PageId page) implements BoardMessage {
        public TurnTo {
            Check.present("page", page);
        }
    }

    /// Plays the clip that a page is, for all: from there, at that speed; or stops it there.
    ///
    /// @param positionS seconds from its beginning
    @JsonTypeName("play-clip")
    record PlayClip(PageId page, boolean playing, double positionS, double rate) implements BoardMessage {
        public PlayClip {
            Check.present("page", page);
            BoardLimits.position(positionS);
            BoardLimits.rate(rate);
        }
    }

    @JsonTypeName("allow-drawing")
    record AllowDrawing(Drawing drawing) implements BoardMessage {
        public AllowDrawing {
            Check.present("drawing", drawing);
        }
    }

    /// Gives students a copy of a page, each their own.
    @JsonTypeName("hand-out")
    record HandOutPages(HandOut handOut) implements BoardMessage {
        public HandOutPages {
            Check.present("handOut", handOut);
        }
    }

    /// Takes in what was handed out: the pages stay, their owners no longer draw on them.
    @JsonTypeName("collect")
    record Collect() implements BoardMessage {}
}
