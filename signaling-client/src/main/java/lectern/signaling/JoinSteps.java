package lectern.signaling;

/// When each step of one join was done, in nanoseconds since the connection was begun.
public record JoinSteps(long tcpNs, long tlsNs, long webSocketNs, long welcomeNs) {}
