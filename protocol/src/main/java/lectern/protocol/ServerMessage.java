package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the server says.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ServerMessage
        permits BoardNews, ServerMessage.Welcome, ServerMessage.Refused, ServerMessage.Bye, ServerMessage.Happened,
        ServerMessage.Offer, ServerMessage.Answer, ServerMessage.Slots, ServerMessage.Levels, ServerMessage.Lines,
        ServerMessage.Links, ServerMessage.Invitations, ServerMessage.Pong {
    /// The answer to `join`: who you are and the room as it is at `seq`. Events after it follow as `happened`.
    ///
    /// @param resume key with which the same participant can come back; a secret of this client
    /// @param links  for those who may invite: links by role, ready to hand out; else empty
    @JsonTypeName("welcome")
    record Welcome(int version, ParticipantId self, Role role, String room, String title, Instant since,
            String resume, boolean resumed, long seq, List<Participant> participants,
            Map<Role, String> links) implements ServerMessage {
        public Welcome {
            Check.present("self", self);
            Check.present("role", role);
            Check.text("room", room, 1, 64);
            Check.text("title", title, 1, Limits.TITLE_CHARS);
            Check.present("since", since);
            Check.text("resume", resume, 1, 64);
            Check.atMost("participants", participants, 10_000);
            participants = List.copyOf(participants);
            links = links == null ? Map.of() : Map.copyOf(links);
        }
    }

    /// Something wasn't done, and why. The connection goes on.
    ///
    /// @param to     the type of the message that was refused, where it could be read
    /// @param number of the edit that was refused
    @JsonTypeName("refused")
    record Refused(Reason reason, String message, @Nullable String to, @Nullable Long number) implements ServerMessage {
        public Refused(Reason reason, String message, @Nullable String to) { this(reason, message, to, null); }

        public Refused {
            Check.present("reason", reason);
            Check.present("message", message);
        }
    }

    /// The last message: the server closes the connection after it. `slow` and `stopping` invite to come back.
    @JsonTypeName("bye")
    record Bye(Reason reason, String message) implements ServerMessage {
        public Bye {
            Check.present("reason", reason);
            Check.present("message", message);
        }
    }

    /// An event of the room, in order. A number that doesn't come is an event that isn't for this client.
    @JsonTypeName("happened")
    record Happened(long seq, Instant at, RoomEvent event) implements ServerMessage {
        public Happened {
            Check.range("seq", seq, 1, Long.MAX_VALUE);
            Check.present("at", at);
            Check.present("event", event);
        }
    }

    /// The offer of the down connection.
    @JsonTypeName("offer")
    record Offer(String sdp) implements ServerMessage {
        public Offer {
            Check.present("sdp", sdp);
        }
    }

    /// The answer to the client's offer of the up connection.
    @JsonTypeName("answer")
    record Answer(String sdp) implements ServerMessage {
        public Answer {
            Check.present("sdp", sdp);
        }
    }

    /// What each line of the down connection carries: the complete list; lines not in it are silent.
    @JsonTypeName("slots")
    record Slots(List<Slot> slots) implements ServerMessage {
        public Slots {
            Check.atMost("slots", slots, 256);
            slots = List.copyOf(slots);
        }
    }

    /// Who is how loud, some times a second while anybody is; those not named are silent.
    @JsonTypeName("levels")
    record Levels(List<Level> levels) implements ServerMessage {
        public Levels {
            Check.atMost("levels", levels, 1_000);
            levels = List.copyOf(levels);
        }
    }

    /// How good the lines are, when one changes.
    @JsonTypeName("lines")
    record Lines(List<Line> lines) implements ServerMessage {
        public Lines {
            Check.atMost("lines", lines, 10_000);
            lines = List.copyOf(lines);
        }
    }

    /// The links of the room, after one was replaced.
    @JsonTypeName("links")
    record Links(Map<Role, String> links) implements ServerMessage {
        public Links {
            Check.present("links", links);
            links = Map.copyOf(links);
        }
    }

    /// Personal links, for teachers: after `welcome` all there are, in as many messages as it takes; later each new one.
    /// The event `invitation-revoked` takes one away.
    @JsonTypeName("invitations")
    record Invitations(List<PersonalLink> invitations) implements ServerMessage {
        public Invitations {
            Check.atMost("invitations", invitations, Limits.INVITATIONS_TOLD);
            invitations = List.copyOf(invitations);
        }
    }

    /// The answer to `ping`.
    ///
    /// @param at when it was given, by the server's clock, which clips play by
    @JsonTypeName("pong")
    record Pong(long sent, Instant at) implements ServerMessage {
        public Pong {
            Check.present("at", at);
        }
    }
}
