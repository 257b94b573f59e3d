package lectern.signaling;

import java.time.Instant;
import lectern.protocol.ServerMessage;

/// Hears what comes of a [SocketLink]. Every call is made on the link's own thread.
public interface LinkListener {
    void received(ServerMessage message);

    void state(SessionState state);

    /// @param server its clock, half of that ago
    void roundTrip(long ns, Instant server);

    /// Just before each welcome is received: how long the way there took.
    void joined(JoinSteps steps);
}
