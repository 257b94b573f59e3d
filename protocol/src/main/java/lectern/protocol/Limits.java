package lectern.protocol;

/// What a message may hold at most. Both sides check; the server's word counts.
public final class Limits {
    /// The version spoken here. A client says its own in `join`; another major one is told so and turned away.
    public static final int VERSION = 1;
    /// One WebSocket text message, in bytes of UTF-8.
    public static final int MESSAGE_BYTES = 128 * 1024;
    /// What the server says at once, and one event in the journal: a client's message with everything written out, or the list of
    /// all pages.
    public static final int SERVER_MESSAGE_BYTES = 4 * 1024 * 1024;
    /// One SDP, in characters.
    public static final int SDP_CHARS = 64 * 1024;
    public static final int NAME_CHARS = 80;
    public static final int TITLE_CHARS = 120;
    public static final int TOKEN_CHARS = 1024;
    /// Tiles that one client may ask for.
    public static final int VIEWS = 64;
    /// Lines that one publishing connection may have.
    public static final int TRACKS = 8;

    /// Personal links that one room may have at a time.
    public static final int INVITATIONS = 500;
    /// Personal links in one message: with the longest names and host a hundred stay under [#MESSAGE_BYTES].
    public static final int INVITATIONS_TOLD = 100;

    private Limits() {}
}
