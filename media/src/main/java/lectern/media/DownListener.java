package lectern.media;

/// What a down connection tells. Calls come on the engine's thread.
public interface DownListener {
    void state(ConnectionState state);
}
