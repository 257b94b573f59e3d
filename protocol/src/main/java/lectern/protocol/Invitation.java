package lectern.protocol;

/// Lets one person in: whoever comes with its link is called `name` and has the role. The link isn't in here: the server
/// makes it from these and its own secret.
public record Invitation(InvitationId id, Role role, String name) {
    public Invitation {
        Check.present("id", id);
        checkRole(role);
        Check.text("name", name, 1, Limits.NAME_CHARS);
    }

    /// Nobody is made a teacher by a link of their own.
    static void checkRole(Role role) {
        Check.present("role", role);
        if (role == Role.TEACHER) throw new ProtocolException("role: student, watcher or assistant");
    }
}
