package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/// What happened in a room. Each has a sequence number and is in the lesson's journal before anybody hears of it:
/// the room is nothing but these, one after the other. Not all are for everybody.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface RoomEvent
        permits BoardEvent, RoomEvent.ClassStarted, RoomEvent.Joined, RoomEvent.Away, RoomEvent.Returned,
        RoomEvent.Left, RoomEvent.TrackChanged, RoomEvent.LinkReplaced, RoomEvent.Invited, RoomEvent.InvitationRevoked,
        RoomEvent.ClassEnded {
    /// A lesson begins: the first event of a room, and again each time the room is gone on with after a lesson is over. Then
    /// nobody is in the room, links and invitations made before are worth nothing, and the board is as it was left.
    @JsonTypeName("class-started")
    record ClassStarted(String title) implements RoomEvent {
        public ClassStarted {
            Check.text("title", title, 1, Limits.TITLE_CHARS);
        }
    }

    @JsonTypeName("joined")
    record Joined(Participant participant) implements RoomEvent {
        public Joined {
            Check.present("participant", participant);
        }
    }

    /// The line broke; the place is kept for a while.
    @JsonTypeName("away")
    record Away(ParticipantId participant) implements RoomEvent {
        public Away {
            Check.present("participant", participant);
        }
    }

    @JsonTypeName("returned")
    record Returned(ParticipantId participant) implements RoomEvent {
        public Returned {
            Check.present("participant", participant);
        }
    }

    /// Gone: `left`, `removed`, or `slow` for one who didn't come back.
    @JsonTypeName("left")
    record Left(ParticipantId participant, Reason reason) implements RoomEvent {
        public Left {
            Check.present("participant", participant);
            Check.present("reason", reason);
        }
    }

    @JsonTypeName("track-changed")
    record TrackChanged(ParticipantId participant, TrackKind track, boolean on) implements RoomEvent {
        public TrackChanged {
            Check.present("participant", participant);
            Check.present("track", track);
        }
    }

    /// The tokens of this role made before are worth nothing now.
    ///
    /// @param generation counts up from 1; tokens of the role with a smaller one are refused
    @JsonTypeName("link-replaced")
    record LinkReplaced(Role role, int generation) implements RoomEvent {
        public LinkReplaced {
            Check.present("role", role);
            Check.range("generation", generation, 1, Integer.MAX_VALUE);
        }
    }

    /// A personal link was made. Teachers alone hear of it.
    @JsonTypeName("invited")
    record Invited(Invitation invitation) implements RoomEvent {
        public Invited {
            Check.present("invitation", invitation);
        }
    }

    /// A personal link lets nobody in any more. Teachers alone hear of it.
    @JsonTypeName("invitation-revoked")
    record InvitationRevoked(InvitationId id) implements RoomEvent {
        public InvitationRevoked {
            Check.present("id", id);
        }
    }

    @JsonTypeName("class-ended")
    record ClassEnded(ParticipantId by) implements RoomEvent {
        public ClassEnded {
            Check.present("by", by);
        }
    }
}
