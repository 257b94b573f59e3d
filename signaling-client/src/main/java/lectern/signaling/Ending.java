package lectern.signaling;

import lectern.protocol.Reason;

/// Why a session is over and won't come back by itself.
public sealed interface Ending {
    /// The server said so; [Reason#LEFT] also when we left ourselves.
    record Said(Reason reason, String message) implements Ending {}

    /// Who answers there has another key than the link promises.
    record NotThisHost() implements Ending {}

    /// Nobody answered the first time, for [Session#JOIN_PATIENCE_NS]. After a first welcome a session never gives up.
    record NoAnswer(String why) implements Ending {}
}
