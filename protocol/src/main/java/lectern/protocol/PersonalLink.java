package lectern.protocol;

import java.time.Instant;

/// An invitation with its link, ready to hand out. Whoever has the link is the person it names.
public record PersonalLink(InvitationId id, Role role, String name, String link, Instant expiresAt) {
    public PersonalLink {
        Check.present("id", id);
        Invitation.checkRole(role);
        Check.text("name", name, 1, Limits.NAME_CHARS);
        Check.text("link", link, 1, 4 * Limits.TOKEN_CHARS);
        Check.present("expiresAt", expiresAt);
    }
}
