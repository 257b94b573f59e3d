package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import lectern.protocol.ClientMessage;
import lectern.protocol.Invitation;
import lectern.protocol.InvitationId;
import lectern.protocol.Limits;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import org.junit.jupiter.api.Test;

/// Links of one person each.
class InvitationsTest {
    private static final InvitationId FIRST = new InvitationId("i1");

    private final Desk desk = new Desk();
    private final Desk.Guest teacher = desk.join(Role.TEACHER, "T");

    private void invite(Role role, String name) {
        desk.say(teacher, new ClientMessage.Invite(role, name));
    }

    private void revoke(InvitationId id) {
        desk.say(teacher, new ClientMessage.RevokeInvitation(id));
    }

    private static Grant personal(InvitationId id, Role role, String name) {
        return new Grant("r1", role, name, id.value(), 0, Desk.START.plus(Duration.ofHours(12)));
    }

    private String comesAs(Grant grant) {
        desk.knock(grant, "Somebody else", null);
        return desk.only(Outcome.Admitted.class).participants().getLast().name();
    }

    @Test
    void anInvitationIsToldToTeachersAloneWithItsLink() {
        Desk.Guest other = desk.join(Role.TEACHER, "Other");
        desk.join(Role.ASSISTANT, "A");
        desk.join(Role.STUDENT, "S");
        invite(Role.STUDENT, " Amara\u202e  Okeke ");
        var invitation = new Invitation(FIRST, Role.STUDENT, "Amara Okeke");
        var accepted = desk.only(Outcome.Accepted.class);
        assertEquals(new RoomEvent.Invited(invitation), accepted.recorded().event());
        assertEquals(new Audience.Only(Set.of(teacher.id(), other.id())), accepted.audience());
        assertEquals(Set.of(new Outcome.ShowInvitations(teacher.connection(), List.of(invitation)),
                new Outcome.ShowInvitations(other.connection(), List.of(invitation))),
                Set.copyOf(desk.all(Outcome.ShowInvitations.class)));
        revoke(FIRST);
        assertEquals(accepted.audience(), desk.only(Outcome.Accepted.class).audience());
    }

    @Test
    void whatIsForEverybodyStaysForEverybody() {
        desk.join(Role.STUDENT, "S");
        assertEquals(new Audience.Everybody(), desk.only(Outcome.Accepted.class).audience());
    }

    @Test
    void aTeacherWhoComesIsShownAllAndNobodyElseAny() {
        invite(Role.STUDENT, "Amara");
        invite(Role.ASSISTANT, "Bo");
        revoke(FIRST);
        desk.join(Role.STUDENT, "S");
        assertEquals(List.of(), desk.all(Outcome.ShowInvitations.class));
        desk.join(Role.ASSISTANT, "A");
        assertEquals(List.of(), desk.all(Outcome.ShowInvitations.class));
        var bo = new Invitation(new InvitationId("i2"), Role.ASSISTANT, "Bo");
        desk.join(Role.TEACHER, "Other");
        assertEquals(List.of(bo), desk.only(Outcome.ShowInvitations.class).invitations());
        desk.resume(teacher, Role.TEACHER);
        assertEquals(List.of(bo), desk.only(Outcome.ShowInvitations.class).invitations());
    }

    @Test
    void theNameOnTheLinkWinsUntilTheLinkIsRevoked() {
        invite(Role.STUDENT, "Amara");
        Grant link = personal(FIRST, Role.STUDENT, "Amara");
        assertEquals("Amara", comesAs(link));
        assertEquals("Amara (2)", comesAs(link), "on a second device");
        revoke(FIRST);
        desk.knock(link, "Amara", null);
        assertEquals(Reason.TOKEN_REVOKED, desk.turnedAway());
        desk.join(Role.STUDENT, "Everybody's link goes on working");
    }

    @Test
    void whoIsInStaysAndComesBackWithTheirKeyUntilTheyAreGone() {
        invite(Role.STUDENT, "Amara");
        Grant link = personal(FIRST, Role.STUDENT, "Amara");
        long connection = desk.knock(link, null, null);
        var amara = new Desk.Guest(connection, desk.only(Outcome.Admitted.class).self());
        revoke(FIRST);
        assertEquals(List.of(), desk.all(Outcome.Disconnect.class));
        assertTrue(desk.isHere(amara));
        desk.give(new RoomInput.ConnectionLost(connection));
        long again = desk.knock(link, null, amara.id());
        assertEquals(amara.id(), desk.only(Outcome.Admitted.class).self());
        desk.give(new RoomInput.ConnectionLost(again));
        desk.after(Room.AWAY_FOR);
        desk.knock(link, null, amara.id());
        assertEquals(Reason.TOKEN_REVOKED, desk.turnedAway());
    }

    @Test
    void aPersonalLinkOutlivesTheReplacedLinkOfItsRoleButNotItsTime() {
        invite(Role.STUDENT, "Amara");
        desk.say(teacher, new ClientMessage.ReplaceLink(Role.STUDENT));
        assertEquals("Amara", comesAs(personal(FIRST, Role.STUDENT, "Amara")));
        desk.after(Duration.ofHours(12)).knock(personal(FIRST, Role.STUDENT, "Amara"), null, null);
        assertEquals(Reason.TOKEN_EXPIRED, desk.turnedAway());
    }

    @Test
    void anInvitationThatNeverWasLetsNobodyIn() {
        desk.knock(personal(new InvitationId("i9"), Role.STUDENT, "Amara"), null, null);
        assertEquals(Reason.TOKEN_REVOKED, desk.turnedAway());
        revoke(new InvitationId("i9"));
        assertEquals(Reason.MALFORMED, desk.refused());
        invite(Role.STUDENT, "\u202e");
        assertEquals(Reason.MALFORMED, desk.refused());
        assertEquals(List.of(), desk.room.state().invitations());
    }

    @Test
    void thereAreNotMoreThanARoomMayHaveAndRevokingMakesRoom() {
        for (int i = 0; i < Limits.INVITATIONS; i++) invite(Role.WATCHER, "Parent " + i);
        assertNull(desk.refused());
        invite(Role.WATCHER, "One more");
        assertEquals(Reason.TOO_MANY, desk.refused());
        revoke(FIRST);
        invite(Role.WATCHER, "One more");
        assertNull(desk.refused());
        assertEquals(new InvitationId("i501"), desk.room.state().invitations().getLast().id(), "no id comes twice");
    }

    @Test
    void aRestartKnowsThemAllAndGivesNoIdTwice() {
        invite(Role.STUDENT, "Amara");
        invite(Role.STUDENT, "Bo");
        revoke(new InvitationId("i2"));
        desk.room = Room.replay("r1", desk.journal);
        desk.give(new RoomInput.Reopened());
        assertEquals("Amara", comesAs(personal(FIRST, Role.STUDENT, "Amara")));
        desk.knock(personal(new InvitationId("i2"), Role.STUDENT, "Bo"), null, null);
        assertEquals(Reason.TOKEN_REVOKED, desk.turnedAway());
        desk.say(desk.resume(teacher, Role.TEACHER), new ClientMessage.Invite(Role.STUDENT, "Chi"));
        assertEquals(new InvitationId("i3"), desk.only(Outcome.ShowInvitations.class).invitations().getFirst().id());
    }
}
