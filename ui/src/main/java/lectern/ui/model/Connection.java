package lectern.ui.model;

import java.time.Instant;
import lectern.resources.Phrase;

/// How the line to the class is.
public sealed interface Connection {
    /// The first time in: nothing to show yet.
    record Joining() implements Connection {}

    record Live() implements Connection {}

    /// What was on the screen stays there while the line comes back.
    record Reconnecting(Instant since) implements Connection {}

    /// Over, and it won't come back by itself. `reason` is one sentence a student understands.
    record Ended(Phrase reason) implements Connection {}
}
