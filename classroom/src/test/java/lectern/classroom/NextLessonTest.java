package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.InvitationId;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.TrackKind;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.PageId;
import org.junit.jupiter.api.Test;

/// The same room a week later: its board as it was left, everything else anew.
class NextLessonTest {
    private static final PageId G2 = new PageId("g2");

    private final Desk desk = new Desk();
    private final Desk.Guest teacher = desk.onStage(Role.TEACHER, "T");
    private final Desk.Guest student = desk.onStage(Role.STUDENT, "S");

    private BoardState board() {
        return desk.room.state().board();
    }

    private static Grant grant(Role role, int generation) {
        return new Grant("r1", role, null, null, generation, Desk.START.plus(Duration.ofDays(8)));
    }

    private void nextWeek() {
        desk.say(teacher, new ClientMessage.EndClass());
        desk.room = Room.replay("r1", desk.journal);
        desk.now = desk.now.plus(Duration.ofDays(7));
        desk.give(new RoomInput.Open("Algebra II, again"));
    }

    @Test
    void theBoardIsAsItWasLeft() {
        desk.say(teacher, Strokes.page());
        desk.say(teacher, new BoardMessage.TurnTo(G2));
        desk.say(teacher, Strokes.edit(G2, 1, Strokes.add(teacher.id(), 1)));
        var before = board().snapshot();
        long seq = desk.room.seq();
        nextWeek();
        assertEquals(new RoomEvent.ClassStarted("Algebra II, again"),
                desk.all(Outcome.Accepted.class).getFirst().recorded().event());
        assertEquals(seq + 2, desk.room.seq(), "the end, and the beginning");
        assertEquals(before, board().snapshot());
        assertEquals(desk.now, desk.room.since().orElseThrow());
        assertEquals("Algebra II, again", desk.room.title());
        assertFalse(desk.room.ended());
        assertEquals(List.of(), desk.room.participants());
        assertEquals(desk.room.state().snapshot(), Room.replay("r1", desk.journal).state().snapshot());
    }

    @Test
    void rightsAreOfTheLessonTheyWereGivenIn() {
        desk.say(teacher, new BoardMessage.AllowDrawing(Drawing.ALL));
        desk.say(teacher, new BoardMessage.HandOutPages(new HandOut(Strokes.G1, null)));
        desk.say(student, Strokes.edit(G2, 1, Strokes.add(student.id(), 1)));
        nextWeek();
        assertEquals(Drawing.NOBODY, board().drawing());
        assertNull(board().handOut());
        BoardPage own = board().find(G2);
        assertNotNull(own, "a private page stays");
        assertEquals(student.id(), own.page().owner());
        assertEquals(1, own.sheet().size());
        desk.knock(grant(Role.STUDENT, 2), "S", null);
        assertNull(board().find(new PageId("g3")), "who comes now gets nothing handed out");
    }

    @Test
    void inkOverAScreenWentWithTheScreen() {
        desk.say(student, new ClientMessage.Offer("offer",
                Map.of("0", TrackKind.MICROPHONE, "1", TrackKind.CAMERA, "2", TrackKind.SCREEN)));
        desk.say(teacher, new BoardMessage.AddPage(Strokes.G1, "", new Ground.Screen(student.id()), 1600, 900, null));
        desk.say(teacher, new BoardMessage.TurnTo(G2));
        assertEquals(G2, board().current());
        nextWeek();
        assertEquals(Strokes.G1, board().current());
        assertNull(board().find(G2));
    }

    @Test
    void oldLinksInvitationsAndKeysOpenNothing() {
        desk.say(teacher, new ClientMessage.ReplaceLink(Role.STUDENT));
        desk.say(teacher, new ClientMessage.Invite(Role.STUDENT, "Amara"));
        nextWeek();
        assertEquals(3, desk.room.generation(Role.STUDENT));
        for (Role role : Role.values()) {
            desk.knock(grant(role, desk.room.generation(role) - 1), "X", teacher.id());
            assertEquals(Reason.TOKEN_REVOKED, desk.turnedAway());
        }
        desk.knock(new Grant("r1", Role.STUDENT, "Amara", "i1", 0, Desk.START.plus(Duration.ofDays(8))), null, null);
        assertEquals(Reason.TOKEN_REVOKED, desk.turnedAway());
        desk.knock(grant(Role.TEACHER, 2), "T", teacher.id());
        var admitted = desk.only(Outcome.Admitted.class);
        assertFalse(admitted.resumed());
        assertEquals(new ParticipantId("p3"), admitted.self(), "numbers go on");
        desk.give(new RoomInput.Message(3 + Role.values().length + 1, new ClientMessage.Invite(Role.STUDENT, "Amara")));
        assertEquals(new InvitationId("i2"), desk.room.state().invitations().getFirst().id());
    }

    @Test
    void whoWasRemovedMayComeToTheNextLesson() {
        desk.say(teacher, new ClientMessage.Remove(student.id()));
        nextWeek();
        desk.knock(grant(Role.STUDENT, 2), "S", student.id());
        assertFalse(desk.only(Outcome.Admitted.class).resumed());
    }

    @Test
    void aLessonThatNobodyEndedIsOverToo() {
        desk.now = desk.now.plus(Duration.ofDays(7));
        desk.room = Room.replay("r1", desk.journal);
        desk.give(new RoomInput.Open("Algebra II"));
        assertEquals(List.of(), desk.room.participants());
        assertEquals(2, desk.room.generation(Role.TEACHER));
        desk.after(Room.AWAY_FOR.plusSeconds(1));
        assertEquals(List.of(), desk.last, "nobody of last week is waited for");
    }
}
