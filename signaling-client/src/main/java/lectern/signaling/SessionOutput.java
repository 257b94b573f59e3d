package lectern.signaling;

import java.time.Instant;
import lectern.protocol.ClientMessage;
import lectern.protocol.ServerMessage;

/// What a [Session] wants done, in this order.
public sealed interface SessionOutput {
    record Connect(int socket) implements SessionOutput {}

    record Transmit(int socket, ClientMessage message) implements SessionOutput {}

    /// Close once everything transmitted has left.
    record Close(int socket) implements SessionOutput {}

    record Deliver(ServerMessage message) implements SessionOutput {}

    record StateChanged(SessionState state) implements SessionOutput {}

    /// @param server its clock, in its answer
    record RoundTrip(long ns, Instant server) implements SessionOutput {}
}
