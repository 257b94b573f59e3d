package lectern.server;

import java.time.Duration;

/// What one machine outside may ask of the server at most. The defaults fit a class of 300 behind one school's address.
///
/// @param messagesPerSecond   what one WebSocket may say in the long run
/// @param messageBurst        what it may say at once
/// @param queueBytes          what may wait for one WebSocket; one who falls behind further is closed and resumes
/// @param joinTimeout         from the TCP connection to `join`
/// @param silenceTimeout      a WebSocket that says nothing for so long counts as lost (clients ping every 5 s)
/// @param connectionsPerAddress TCP connections from one address
/// @param connections         TCP connections altogether
public record ServerLimits(int messagesPerSecond, int messageBurst, int queueBytes, Duration joinTimeout,
        Duration silenceTimeout, int connectionsPerAddress, int connections) {
    public ServerLimits {
        if (messagesPerSecond < 1 || messageBurst < 1 || queueBytes < 1024 || connectionsPerAddress < 1
                || connections < 1 || joinTimeout.isNegative() || silenceTimeout.isNegative())
            throw new IllegalArgumentException("limits: positive numbers, and a queue of 1024 bytes or more");
    }

    public static ServerLimits defaults() {
        return new ServerLimits(120, 400, 1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(15), 700, 2_000);
    }
}
