package lectern.classroom;

import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.Role;
import org.jspecify.annotations.Nullable;

/// Who may say what. The one place where a role decides; a client that hides a button is a courtesy.
final class Rights {
    /// Why this role may not say this, or null when it may.
    static @Nullable String refusal(Role role, ClientMessage message) {
        return switch (message) {
            case ClientMessage.Offer _ when !role.maySend() -> "A watcher sends nothing.";
            case ClientMessage.SetTrack _ when !role.maySend() -> "A watcher sends nothing.";
            case ClientMessage.Remove _ when !role.mayModerate() ->
                "Only a teacher or an assistant may take somebody out.";
            case ClientMessage.ReplaceLink _ when role != Role.TEACHER -> "Only the teacher may replace a link.";
            case ClientMessage.Invite _ when role != Role.TEACHER -> "Only the teacher may make a personal link.";
            case ClientMessage.RevokeInvitation _ when role != Role.TEACHER ->
                "Only the teacher may revoke a personal link.";
            case ClientMessage.EndClass _ when role != Role.TEACHER -> "Only the teacher may end the class.";
            case ClientMessage.Join _,ClientMessage.Offer _,ClientMessage.Answer _,ClientMessage.Candidate _,ClientMessage.RestartIce _,ClientMessage.SetTrack _,ClientMessage.Watch _,ClientMessage.Remove _,ClientMessage.ReplaceLink _,ClientMessage.Invite _,ClientMessage.RevokeInvitation _,ClientMessage.Ping _,ClientMessage.Leave _,ClientMessage.EndClass _ ->
                null;
            case BoardMessage said -> board(role, said);
        };
    }

    /// What a student may draw, and where, is decided with the page in hand: [BoardRights].
    private static @Nullable String board(Role role, BoardMessage message) {
        return switch (message) {
            case BoardMessage.OpenPages _ -> null;
            case BoardMessage.Edit _,BoardMessage.ShowPresence _ ->
                role.maySend() ? null : "A watcher looks on.";
            case BoardMessage.AddPage _,BoardMessage.AddPages _,BoardMessage.PlayClip _,BoardMessage.ChangePage _,BoardMessage.DeletePage _,BoardMessage.RestorePage _,BoardMessage.TurnTo _,BoardMessage.AllowDrawing _,BoardMessage.HandOutPages _,BoardMessage.Collect _ ->
                role.mayModerate() ? null : "Only a teacher or an assistant may do this on the board.";
        };
    }

    /// Why `by` may not take `whom` out, or null.
    static @Nullable String removal(Role by, Role whom) {
        return whom == Role.TEACHER && by != Role.TEACHER ? "An assistant can't take a teacher out." : null;
    }

    private Rights() {}
}
