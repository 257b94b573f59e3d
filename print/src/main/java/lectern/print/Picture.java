package lectern.print;

import lectern.protocol.board.AssetId;

/// A picture that is on a page.
public sealed interface Picture {
    /// A file of the lesson.
    record Asset(AssetId id) implements Picture {}

    /// What a document's page looks like.
    ///
    /// @param number from 0
    record DocumentPage(AssetId document, int number) implements Picture {}
}
