package lectern.signaling;

/// How a [Session] stands.
public sealed interface SessionState {
    /// The first time in.
    record Joining() implements SessionState {}

    record Live() implements SessionState {}

    /// The line broke and is being mended.
    ///
    /// @param attempt     how many times in a row it was tried, from 1
    /// @param retryInNs   how long from now until the next try; 0 while one is under way
    record Reconnecting(int attempt, long retryInNs) implements SessionState {}

    record Ended(Ending why) implements SessionState {}
}
