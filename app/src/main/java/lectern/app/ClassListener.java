package lectern.app;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import lectern.media.Pictures;
import lectern.protocol.ParticipantId;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.signaling.SessionState;
import org.jspecify.annotations.Nullable;

/// Hears what goes on in a [LiveClass]. Calls come on the class's thread, after the class has taken note itself.
interface ClassListener {
    void state(SessionState state);

    void received(ServerMessage message, Roster roster);

    /// @param server its clock, half of that ago
    void roundTrip(long ns, Instant server);

    /// Something didn't work, but the class goes on.
    void trouble(String words);

    /// Where the pictures of a track go; null: nowhere.
    @Nullable
    Pictures pictures(ParticipantId participant, TrackKind track);

    /// What we have of the whiteboard now, for reports.
    CompletableFuture<Report.Board> board();
}
