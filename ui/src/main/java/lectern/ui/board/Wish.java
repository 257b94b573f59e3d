package lectern.ui.board;

/// A picture that something on the screen wants.
record Wish(Cut cut, Rank rank) {
    /// How soon, the soonest first.
    enum Rank {
        /// Is looked at now.
        SEEN,
        /// In a small picture.
        SMALL,
        /// Beside what is seen, or on a page that may be next.
        NEAR
    }
}
