package lectern.media;

/// What an up connection tells. Calls come on the engine's thread.
public interface UpListener {
    /// A line was added or fell silent (a screen shared or ended): ask for a new [UpConnection#offer].
    void negotiationNeeded();

    void state(ConnectionState state);
}
