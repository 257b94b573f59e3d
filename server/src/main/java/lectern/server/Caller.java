package lectern.server;

import lectern.protocol.ServerMessage;

/// Who is at the other end of a connection, as the room's thread sees them. Neither method waits.
interface Caller {
    void say(Utterance utterance);

    /// The last thing said; the connection closes after it.
    void bye(ServerMessage.Bye bye);
}
