package lectern.classroom;

import java.util.List;
import java.util.Map;
import lectern.protocol.ClientMessage;
import lectern.protocol.ParticipantId;
import org.jspecify.annotations.Nullable;

/// What a room is told. Connections are numbers that the server gives and never uses twice; the room knows which participant
/// is behind each.
public sealed interface RoomInput {
    /// A lesson begins: the first in a room without events, or another after one that is over.
    record Open(String title) implements RoomInput {}

    /// The server has come up again with this room's events while its lesson was going on: nobody is connected.
    record Reopened() implements RoomInput {}

    /// @param version of the protocol
    /// @param wanted  how they want to be called
    /// @param resumes whose resume key they showed; null without a genuine one
    record Join(long connection, int version, Grant grant, @Nullable String wanted, @Nullable ParticipantId resumes,
            Manner manner) implements RoomInput {}

    record Message(long connection, ClientMessage message) implements RoomInput {}

    /// A WHEP reader's offer: the lines by which it can receive, in its order.
    record ReaderOffer(long connection, String sdp, List<String> videoMids, List<String> audioMids)
            implements
                RoomInput {}

    record ConnectionLost(long connection) implements RoomInput {}

    /// A media connection of somebody carries now.
    record MediaUp(ParticipantId participant) implements RoomInput {}

    /// A media connection of somebody is gone for good.
    record MediaLost(ParticipantId participant) implements RoomInput {}

    /// How loud they are: 0 loudest, 127 silent. Names those who changed.
    record Levels(Map<ParticipantId, Integer> levels) implements RoomInput {}

    /// How good the lines are, 0 to 4. Names those that are measured.
    record Lines(Map<ParticipantId, Integer> bars) implements RoomInput {}

    /// A deadline has come.
    record TimePassed() implements RoomInput {}
}
