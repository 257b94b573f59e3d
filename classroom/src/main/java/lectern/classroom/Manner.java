package lectern.classroom;

/// How somebody takes part.
public enum Manner {
    /// Speaks our protocol.
    CLIENT,
    /// Sends by WHIP and says nothing else: an encoder, a camera.
    WHIP,
    /// Receives by WHEP and says nothing else: a player.
    WHEP;

    /// Who has no WebSocket is as present as their media connection.
    boolean livesByMedia() {
        return this != CLIENT;
    }
}
