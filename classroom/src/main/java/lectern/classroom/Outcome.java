package lectern.classroom;

import java.util.List;
import java.util.Set;
import lectern.protocol.BoardNews;
import lectern.protocol.Invitation;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.PageId;

/// What follows from an input, in the order in which it has to be done.
public sealed interface Outcome {
    /// Write this into the journal, then tell those it is for.
    record Accepted(Recorded recorded, Audience audience) implements Outcome {}

    /// Welcome this connection (the server adds resume key and links); from now on it hears every event that is for it.
    ///
    /// @param seq the last event that `participants` has in it
    record Admitted(long connection, ParticipantId self, boolean resumed, long seq, List<Participant> participants)
            implements
                Outcome {
        public Admitted {
            participants = List.copyOf(participants);
        }
    }

    record Reply(long connection, ServerMessage message) implements Outcome {}

    /// Send this connection what is on a page, in parts, as fast as it reads; edits that happened since follow as replies.
    record ShowPage(long connection, PageSnapshot snapshot) implements Outcome {}

    /// Send this connection no more parts of a page.
    record HidePage(long connection, PageId page) implements Outcome {}

    /// For these, where they keep up.
    record Relay(Set<ParticipantId> to, BoardNews.Present presence) implements Outcome {
        public Relay {
            to = Set.copyOf(to);
        }
    }

    /// For everybody who is admitted.
    record Broadcast(ServerMessage message) implements Outcome {}

    /// Send this connection the room's links as they are now.
    record ShowLinks(long connection) implements Outcome {}

    /// Send this connection these invitations with their links.
    record ShowInvitations(long connection, List<Invitation> invitations) implements Outcome {
        public ShowInvitations {
            invitations = List.copyOf(invitations);
        }
    }

    /// Say goodbye and close.
    record Disconnect(long connection, ServerMessage.Bye bye) implements Outcome {}

    /// Make or grow the receiving connection, or give it new ICE credentials, and send its offer.
    record OfferDown(ParticipantId participant, long connection, Pool pool, boolean restartIce) implements Outcome {}

    record TakeAnswer(ParticipantId participant, long connection, String sdp) implements Outcome {}

    /// Answer the offer of a sending connection.
    record AnswerUp(ParticipantId participant, long connection, String sdp) implements Outcome {}

    /// Answer the offer of a WHEP reader.
    record AnswerReader(ParticipantId participant, long connection, String sdp) implements Outcome {}

    /// From now on drop what this line sends, or let it through again.
    record Pause(ParticipantId participant, String mid, boolean paused) implements Outcome {}

    /// What the lines of somebody's receiving connection carry from now on; those not named carry nothing.
    record Direct(ParticipantId viewer, List<Feed> feeds) implements Outcome {
        public Direct {
            feeds = List.copyOf(feeds);
        }
    }

    /// End all media of somebody.
    record CloseMedia(ParticipantId participant) implements Outcome {}

    /// One line of a receiving connection and the published line it carries.
    ///
    /// @param heightPx at which it is shown; it picks the layer
    record Feed(String mid, ParticipantId from, String fromMid, int heightPx) {}
}
