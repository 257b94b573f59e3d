package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client says. The first message is `join`; the server names the sender of everything, so none of these does.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ClientMessage
        permits BoardMessage, ClientMessage.Join, ClientMessage.Offer, ClientMessage.Answer, ClientMessage.Candidate,
        ClientMessage.RestartIce, ClientMessage.SetTrack, ClientMessage.Watch, ClientMessage.Remove,
        ClientMessage.ReplaceLink, ClientMessage.Invite, ClientMessage.RevokeInvitation, ClientMessage.Ping,
        ClientMessage.Leave, ClientMessage.EndClass {
    /// Comes in, or comes back.
    ///
    /// @param version [Limits#VERSION] of the client
    /// @param name    how to be called; a name in the token wins; null only when the token has one
    /// @param resume  the key from an earlier `welcome`: the same participant goes on, where the room still knows them
    /// @param client  what program it is, for the log: `app/0.1`, `web`
    @JsonTypeName("join")
    record Join(int version, String token, @Nullable String name, @Nullable String resume,
            String client) implements ClientMessage {
        public Join {
            Check.text("token", token, 1, Limits.TOKEN_CHARS);
            Check.optional("name", name, Limits.NAME_CHARS);
            Check.optional("resume", resume, 64);
            Check.text("client", client, 1, 64);
        }
    }

    /// The offer of the up connection; also for a new line and for an ICE restart.
    ///
    /// @param tracks which line (by mid) is what
    @JsonTypeName("offer")
    record Offer(String sdp, Map<String, TrackKind> tracks) implements ClientMessage {
        public Offer {
            Check.text("sdp", sdp, 1, Limits.SDP_CHARS);
            Check.present("tracks", tracks);
            Check.atMost("tracks", tracks.keySet(), Limits.TRACKS);
            Check.atMost("tracks", tracks.values(), Limits.TRACKS);
            tracks = Map.copyOf(tracks);
        }
    }

    /// The answer to the server's offer of the down connection.
    @JsonTypeName("answer")
    record Answer(String sdp) implements ClientMessage {
        public Answer {
            Check.text("sdp", sdp, 1, Limits.SDP_CHARS);
        }
    }

    /// A trickled candidate. The server is ICE-lite and learns addresses from checks: it takes note and needs none.
    @JsonTypeName("candidate")
    record Candidate(Connection connection, String candidate, @Nullable String mid) implements ClientMessage {
        public Candidate {
            Check.present("connection", connection);
            Check.optional("candidate", candidate, 512);
            Check.optional("mid", mid, 16);
        }
    }

    /// Asks for a new offer of the down connection with new ICE credentials, after the network changed.
    @JsonTypeName("restart-ice")
    record RestartIce() implements ClientMessage {}

    /// Turns an own track on or off: mute, stop the camera, share a screen.
    @JsonTypeName("set-track")
    record SetTrack(TrackKind track, boolean on) implements ClientMessage {
        public SetTrack {
            Check.present("track", track);
        }
    }

    /// Everything that the client shows now, the most wanted first. Voices come without being asked for.
    @JsonTypeName("watch")
    record Watch(List<View> views) implements ClientMessage {
        public Watch {
            Check.atMost("views", views, Limits.VIEWS);
            views = List.copyOf(views);
        }
    }

    /// Takes somebody out of the class. Teacher and assistant.
    @JsonTypeName("remove")
    record Remove(ParticipantId participant) implements ClientMessage {
        public Remove {
            Check.present("participant", participant);
        }
    }

    /// Makes a new link for a role; the one before it stops working. Teacher.
    @JsonTypeName("replace-link")
    record ReplaceLink(Role role) implements ClientMessage {
        public ReplaceLink {
            Check.present("role", role);
            if (role != Role.STUDENT && role != Role.WATCHER)
                throw new ProtocolException("role: student or watcher");
        }
    }

    /// Makes a link for one person, who will be called by this name. Teacher.
    @JsonTypeName("invite")
    record Invite(Role role, String name) implements ClientMessage {
        public Invite {
            Invitation.checkRole(role);
            Check.text("name", name, 1, Limits.NAME_CHARS);
        }
    }

    /// Makes a personal link worthless; who came in by it stays. Teacher.
    @JsonTypeName("revoke-invitation")
    record RevokeInvitation(InvitationId id) implements ClientMessage {
        public RevokeInvitation {
            Check.present("id", id);
        }
    }

    /// Answered by `pong` with the same number: round trip, and that both are still there.
    @JsonTypeName("ping")
    record Ping(long sent) implements ClientMessage {}

    @JsonTypeName("leave")
    record Leave() implements ClientMessage {}

    /// Ends the class for all. Teacher.
    @JsonTypeName("end-class")
    record EndClass() implements ClientMessage {}
}
