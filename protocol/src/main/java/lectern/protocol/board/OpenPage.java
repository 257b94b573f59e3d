package lectern.protocol.board;

import lectern.protocol.Check;

/// A page that a client shows.
///
/// @param revision how much of it the client has: the number of the last edit it knows, 0 for nothing
public record OpenPage(PageId page, long revision) {
    public OpenPage {
        Check.present("page", page);
        Check.range("revision", revision, 0, Long.MAX_VALUE);
    }
}
