package lectern.signaling;

import lectern.protocol.ClientMessage;
import lectern.protocol.ServerMessage;

/// What can happen to a [Session]. Sockets are numbered by [SessionOutput.Connect]; news of an older one is ignored.
public sealed interface SessionInput {
    record Start() implements SessionInput {}

    record Opened(int socket) implements SessionInput {}

    record Received(int socket, ServerMessage message) implements SessionInput {}

    /// The socket is gone, or never opened.
    ///
    /// @param notThisHost the key presented isn't the link's: trying again is no use
    record Closed(int socket, String why, boolean notThisHost) implements SessionInput {}

    record Send(ClientMessage message) implements SessionInput {}

    /// Don't wait for the end of the pause; also when the system says that the network changed.
    record RetryNow() implements SessionInput {}

    /// The socket lives, but what hangs on it doesn't (media that can't be mended): leave it and come back.
    record StartOver(String why) implements SessionInput {}

    record Leave() implements SessionInput {}

    record TimePassed() implements SessionInput {}
}
