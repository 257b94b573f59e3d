package lectern.classroom;

import static lectern.classroom.Desk.grant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import lectern.protocol.ClientMessage;
import lectern.protocol.Limits;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Desk desk = new Desk();

    @Test
    void whoJoinsIsRecordedThenWelcomedThenOfferedMedia() {
        Desk.Guest teacher = desk.join(Role.TEACHER, "Ms. Okafor");
        assertEquals(
                List.of(Outcome.Accepted.class, Outcome.Admitted.class, Outcome.Reply.class, Outcome.OfferDown.class),
                desk.last.stream().map(Object::getClass).toList());
        var admitted = desk.only(Outcome.Admitted.class);
        assertEquals(3, admitted.seq());
        assertEquals(List.of(desk.person(teacher)), admitted.participants());
        assertEquals("p1", teacher.id().value());
        assertFalse(admitted.resumed());
        assertEquals(Pool.ofSlots(4), desk.only(Outcome.OfferDown.class).pool());
    }

    @Test
    void theSameNameTwiceGetsANumber() {
        desk.join(Role.STUDENT, "Wang");
        assertEquals("wang (2)", desk.person(desk.join(Role.STUDENT, " wang\u0007 ")).name());
        assertEquals("Wang (3)", desk.person(desk.join(Role.STUDENT, "Wang")).name());
    }

    @Test
    void whoHasNoNameIsAskedForOne() {
        desk.knock(grant(Role.STUDENT), null, null);
        assertEquals(Reason.MALFORMED, desk.turnedAway());
        desk.knock(grant(Role.STUDENT), " \u202e\n", null);
        assertEquals(Reason.MALFORMED, desk.turnedAway());
    }

    @Test
    void anOldClientIsToldSo() {
        desk.give(new RoomInput.Join(9, 0, grant(Role.STUDENT), "Old", null, Manner.CLIENT));
        assertEquals(Reason.VERSION, desk.turnedAway());
    }

    @Test
    void anotherRoomsTokenAndAnExpiredOneAreRefused() {
        desk.knock(new Grant("r2", Role.TEACHER, null, null, 1, Desk.START.plusSeconds(60)), "T", null);
        assertEquals(Reason.ROOM_UNKNOWN, desk.turnedAway());
        desk.after(Duration.ofHours(12)).knock(grant(Role.STUDENT), "Late", null);
        assertEquals(Reason.TOKEN_EXPIRED, desk.turnedAway());
    }

    @Test
    void aReplacedLinkLetsNobodyInButThoseWhoAreInStay() {
        Desk.Guest teacher = desk.join(Role.TEACHER, "T");
        Desk.Guest student = desk.join(Role.STUDENT, "S");
        desk.say(teacher, new ClientMessage.ReplaceLink(Role.STUDENT));
        assertEquals(teacher.connection(), desk.only(Outcome.ShowLinks.class).connection());
        assertEquals(2, desk.room.generation(Role.STUDENT));
        desk.knock(grant(Role.STUDENT), "Stranger", null);
        assertEquals(Reason.TOKEN_REVOKED, desk.turnedAway());
        desk.give(new RoomInput.ConnectionLost(student.connection()));
        assertEquals(student.id(), desk.resume(student, Role.STUDENT).id());
        desk.knock(grant(Role.WATCHER), "A parent", null);
        desk.only(Outcome.Admitted.class);
    }

    @Test
    void aLostConnectionIsAwayForAMinuteThenGone() {
        Desk.Guest student = desk.join(Role.STUDENT, "S");
        desk.give(new RoomInput.ConnectionLost(student.connection()));
        assertTrue(desk.person(student).away());
        assertEquals(desk.now.plus(Room.AWAY_FOR), desk.room.nextDeadline().orElseThrow());
        desk.after(Room.AWAY_FOR.minusMillis(1));
        assertTrue(desk.isHere(student));
        desk.after(Duration.ofMillis(1));
        assertFalse(desk.isHere(student));
        assertEquals(new RoomEvent.Left(student.id(), Reason.SLOW), desk.journal.getLast().event());
        desk.only(Outcome.CloseMedia.class);
        assertTrue(desk.room.nextDeadline().isEmpty());
    }

    @Test
    void whoComesBackIsTheSameAndBeginsWithNewMedia() {
        Desk.Guest student = desk.onStage(Role.STUDENT, "S");
        desk.give(new RoomInput.ConnectionLost(student.connection()));
        Desk.Guest again = desk.resume(student, Role.STUDENT);
        assertEquals(student.id(), again.id());
        assertTrue(desk.only(Outcome.Admitted.class).resumed());
        assertFalse(desk.person(again).away());
        assertEquals("S", desk.person(again).name());
        int close = desk.last.indexOf(desk.only(Outcome.CloseMedia.class));
        assertTrue(close < desk.last.indexOf(desk.only(Outcome.OfferDown.class)), "old media ends first");
        assertTrue(desk.room.nextDeadline().isEmpty());
    }

    @Test
    void aSecondConnectionReplacesTheFirst() {
        Desk.Guest student = desk.join(Role.STUDENT, "S");
        desk.resume(student, Role.STUDENT);
        var bye = desk.only(Outcome.Disconnect.class);
        assertEquals(student.connection(), bye.connection());
        assertEquals(Reason.REPLACED, bye.bye().reason());
        desk.give(new RoomInput.ConnectionLost(student.connection()));
        assertEquals(List.of(), desk.last, "the old connection's end means nothing");
        assertEquals(1, desk.room.participants().size());
    }

    @Test
    void anotherRolesTokenDoesNotResume() {
        Desk.Guest teacher = desk.join(Role.TEACHER, "T");
        desk.knock(grant(Role.STUDENT), "S", teacher.id());
        assertFalse(desk.only(Outcome.Admitted.class).resumed());
        assertEquals(2, desk.room.participants().size());
    }

    @Test
    void whoWasRemovedCannotResume() {
        Desk.Guest teacher = desk.join(Role.TEACHER, "T");
        Desk.Guest student = desk.join(Role.STUDENT, "S");
        desk.say(teacher, new ClientMessage.Remove(student.id()));
        assertEquals(Reason.REMOVED, desk.turnedAway());
        assertFalse(desk.isHere(student));
        desk.knock(grant(Role.STUDENT), "S", student.id());
        assertEquals(Reason.REMOVED, desk.turnedAway());
    }

    @Test
    void anAssistantMayRemoveAStudentButNoTeacherAndNobodyThemselves() {
        Desk.Guest teacher = desk.join(Role.TEACHER, "T");
        Desk.Guest assistant = desk.join(Role.ASSISTANT, "A");
        Desk.Guest student = desk.join(Role.STUDENT, "S");
        desk.say(assistant, new ClientMessage.Remove(teacher.id()));
        assertEquals(Reason.NOT_ALLOWED, desk.refused());
        desk.say(assistant, new ClientMessage.Remove(assistant.id()));
        assertEquals(Reason.NOT_ALLOWED, desk.refused());
        desk.say(assistant, new ClientMessage.Remove(new ParticipantId("p99")));
        assertEquals(Reason.MALFORMED, desk.refused());
        desk.say(assistant, new ClientMessage.Remove(student.id()));
        assertFalse(desk.isHere(student));
        assertTrue(desk.isHere(teacher));
    }

    @Test
    void endingEndsItForEverybodyAndForGood() {
        Desk.Guest teacher = desk.onStage(Role.TEACHER, "T");
        desk.onStage(Role.STUDENT, "S");
        desk.say(teacher, new ClientMessage.EndClass());
        assertEquals(List.of(Reason.ENDED, Reason.ENDED),
                desk.all(Outcome.Disconnect.class).stream().map(d -> d.bye().reason()).toList());
        assertEquals(2, desk.all(Outcome.CloseMedia.class).size());
        assertTrue(desk.room.ended());
        desk.knock(grant(Role.TEACHER), "T", teacher.id());
        assertEquals(Reason.ENDED, desk.turnedAway());
    }

    @Test
    void theTeacherLeavingDoesNotEndTheClass() {
        Desk.Guest teacher = desk.join(Role.TEACHER, "T");
        Desk.Guest student = desk.join(Role.STUDENT, "S");
        desk.say(teacher, new ClientMessage.Leave());
        assertEquals(Reason.LEFT, desk.turnedAway());
        assertFalse(desk.room.ended());
        assertTrue(desk.isHere(student));
    }

    @Test
    void aFullRoomSaysSo() {
        for (int i = 0; i < Room.CAPACITY; i++) desk.join(Role.STUDENT, "S");
        desk.knock(grant(Role.STUDENT), "One more", null);
        assertEquals(Reason.ROOM_FULL, desk.turnedAway());
        assertEquals("S (300)", desk.room.participants().getLast().name());
    }

    @Test
    void aSecondJoinIsOutOfOrderAndAPingIsAnswered() {
        Desk.Guest guest = desk.join(Role.STUDENT, "S");
        desk.say(guest, new ClientMessage.Join(Limits.VERSION, "t", "S", null, "test"));
        assertEquals(Reason.OUT_OF_ORDER, desk.refused());
        desk.say(guest, new ClientMessage.Ping(77));
        var reply = assertInstanceOf(Outcome.Reply.class, desk.last.getFirst());
        assertEquals(77, assertInstanceOf(ServerMessage.Pong.class, reply.message()).sent());
    }

    @Test
    void aMessageFromNobodyIsNothing() {
        assertEquals(List.of(), desk.give(new RoomInput.Message(99, new ClientMessage.Leave())));
    }

    @Test
    void afterARestartEverybodyIsAwayAndComesBack() {
        Desk.Guest student = desk.onStage(Role.STUDENT, "S");
        desk.room = Room.replay("r1", desk.journal);
        desk.now = desk.now.plusSeconds(300);
        desk.give(new RoomInput.Reopened());
        assertTrue(desk.person(student).away());
        desk.after(Duration.ofSeconds(59));
        assertEquals(student.id(), desk.resume(student, Role.STUDENT).id());
        desk.after(Duration.ofSeconds(59));
        assertTrue(desk.isHere(student));
    }

    @Test
    void aClockSetBackDoesNotTurnTheStoryAround() {
        desk.join(Role.STUDENT, "A");
        desk.now = desk.now.minusSeconds(3_600);
        desk.join(Role.STUDENT, "B");
        assertFalse(desk.journal.get(2).at().isBefore(desk.journal.get(1).at()));
    }

    @Test
    void anEncoderWhoseMediaNeverComesLeavesAndOneWhoseMediaEndsToo() {
        Desk.Guest silent = desk.joinAs(Manner.WHIP, Role.STUDENT, "Camera 1");
        Desk.Guest camera = desk.joinAs(Manner.WHIP, Role.STUDENT, "Camera 2");
        assertEquals(List.of(), desk.all(Outcome.OfferDown.class));
        desk.give(new RoomInput.MediaUp(camera.id()));
        desk.after(Room.MEDIA_WITHIN);
        assertFalse(desk.isHere(silent));
        assertTrue(desk.isHere(camera));
        desk.give(new RoomInput.MediaLost(camera.id()));
        assertFalse(desk.isHere(camera));
        Desk.Guest client = desk.join(Role.STUDENT, "Client");
        desk.give(new RoomInput.MediaLost(client.id()));
        assertTrue(desk.isHere(client), "a client comes back by itself");
    }
}
