package lectern.media;

/// What a down connection tells. Calls come on the engine's thread.
public interface DownListener {
    void state(ConnectionState state);

    /// A path to the server was found; the keys come next.
    default void path() {}
}
