package lectern.classroom;

import static lectern.classroom.Desk.FACE;
import static lectern.classroom.Desk.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.protocol.ClientMessage;
import lectern.protocol.Level;
import lectern.protocol.Line;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.protocol.View;
import org.junit.jupiter.api.Test;

class StageTest {
    private final Desk desk = new Desk();
    private final Desk.Guest teacher = desk.onStage(Role.TEACHER, "T");

    @Test
    void offeredLinesAreOnAndEverybodyHearsOfIt() {
        assertEquals(Set.of(TrackKind.MICROPHONE, TrackKind.CAMERA), desk.person(teacher).tracks());
        var pauses = desk.all(Outcome.Pause.class);
        assertEquals(2, pauses.size());
        assertTrue(pauses.stream().noneMatch(Outcome.Pause::paused));
        assertEquals("offer", desk.only(Outcome.AnswerUp.class).sdp());
    }

    @Test
    void whoWatchesGetsPictureAndVoiceInOneSlotAndAHeight() {
        Desk.Guest student = desk.onStage(Role.STUDENT, "S");
        desk.say(student, new ClientMessage.Watch(List.of(camera(teacher, 360))));
        assertEquals(Map.of("v0", "p1/CAMERA", "a0", "p1/MICROPHONE"), desk.slots(student));
        assertEquals(
                List.of(new Outcome.Feed("a0", teacher.id(), "0", 0), new Outcome.Feed("v0", teacher.id(), "1", 360)),
                desk.only(Outcome.Direct.class).feeds().stream()
                        .sorted(java.util.Comparator.comparing(Outcome.Feed::mid)).toList());
    }

    @Test
    void voicesComeWithoutBeingAskedForButOnlyOverAgreedLines() {
        Desk.Guest student = desk.join(Role.STUDENT, "S");
        assertEquals(List.of(), desk.all(Outcome.Direct.class), "no line is agreed on yet");
        desk.say(student, new ClientMessage.Answer("sdp"));
        assertEquals(Map.of("x0", "p1/MICROPHONE"), desk.slots(student));
    }

    @Test
    void muteStopsTheLineOnTheServer() {
        Desk.Guest student = desk.onStage(Role.STUDENT, "S");
        desk.say(teacher, new ClientMessage.SetTrack(TrackKind.MICROPHONE, false));
        assertEquals(new Outcome.Pause(teacher.id(), "0", true), desk.only(Outcome.Pause.class));
        assertEquals(Map.of(), desk.slots(student));
        assertEquals(Set.of(TrackKind.CAMERA), desk.person(teacher).tracks());
        desk.say(teacher, new ClientMessage.SetTrack(TrackKind.MICROPHONE, false));
        assertEquals(List.of(), desk.last, "said twice, done once");
        desk.say(teacher, new ClientMessage.SetTrack(TrackKind.MICROPHONE, true));
        assertEquals(new Outcome.Pause(teacher.id(), "0", false), desk.only(Outcome.Pause.class));
    }

    @Test
    void whoMutedStaysMutedAfterComingBackAndAfterARestart() {
        desk.say(teacher, new ClientMessage.SetTrack(TrackKind.MICROPHONE, false));
        desk.room = Room.replay("r1", desk.journal);
        desk.give(new RoomInput.Reopened());
        Desk.Guest again = desk.resume(teacher, Role.TEACHER);
        desk.say(again, new ClientMessage.Offer("offer", FACE));
        assertEquals(Set.of(TrackKind.CAMERA), desk.person(again).tracks());
        assertTrue(desk.all(Outcome.Pause.class).contains(new Outcome.Pause(again.id(), "0", true)));
    }

    @Test
    void whoSaysOffBeforeTheFirstOfferBeginsMuted() {
        Desk.Guest student = desk.join(Role.STUDENT, "S");
        desk.say(student, new ClientMessage.SetTrack(TrackKind.CAMERA, false));
        desk.say(student, new ClientMessage.Offer("offer", FACE));
        assertEquals(Set.of(TrackKind.MICROPHONE), desk.person(student).tracks());
    }

    @Test
    void aScreenIsOnWithItsLineAndOffWithoutIt() {
        var sharing = Map.of("0", TrackKind.MICROPHONE, "1", TrackKind.CAMERA, "2", TrackKind.SCREEN);
        for (int round = 0; round < 2; round++) {
            desk.say(teacher, new ClientMessage.Offer("more", sharing));
            assertTrue(desk.person(teacher).tracks().contains(TrackKind.SCREEN));
            desk.say(teacher, new ClientMessage.Offer("less", FACE));
            assertFalse(desk.person(teacher).tracks().contains(TrackKind.SCREEN));
        }
    }

    @Test
    void twoLinesForOneTrackAreRefused() {
        desk.say(teacher, new ClientMessage.Offer("o", Map.of("0", TrackKind.CAMERA, "1", TrackKind.CAMERA)));
        assertEquals(Reason.MEDIA, desk.refused());
        assertEquals(List.of(), desk.all(Outcome.AnswerUp.class));
    }

    @Test
    void thePoolGrowsWhenMoreIsShownAndOnlyAfterTheAnswerIsItUsed() {
        Desk.Guest student = desk.onStage(Role.STUDENT, "S");
        var views = new ArrayList<View>();
        views.add(camera(teacher, 180));
        for (int i = 0; i < 5; i++) views.add(camera(desk.onStage(Role.STUDENT, "Other"), 180));
        desk.say(student, new ClientMessage.Watch(views));
        assertEquals(8, desk.only(Outcome.OfferDown.class).pool().slots().size());
        assertEquals(4, pictures(desk.slots(student)));
        desk.say(student, new ClientMessage.Watch(views.subList(0, 5)));
        assertEquals(List.of(), desk.all(Outcome.OfferDown.class), "one offer at a time");
        desk.say(student, new ClientMessage.Watch(views));
        desk.say(student, new ClientMessage.Answer("sdp"));
        assertEquals(6, pictures(desk.slots(student)));
        assertEquals(List.of(), desk.all(Outcome.OfferDown.class));
        desk.say(student, new ClientMessage.Answer("sdp"));
        assertEquals(Reason.OUT_OF_ORDER, desk.refused());
    }

    private static long pictures(Map<String, String> slots) {
        return slots.keySet().stream().filter(mid -> mid.startsWith("v")).count();
    }

    @Test
    void anIceRestartWaitsForTheAnswerThatIsDue() {
        desk.say(teacher, new ClientMessage.RestartIce());
        assertTrue(desk.only(Outcome.OfferDown.class).restartIce());
        desk.say(teacher, new ClientMessage.RestartIce());
        assertEquals(List.of(), desk.last);
        desk.say(teacher, new ClientMessage.Answer("sdp"));
        assertTrue(desk.only(Outcome.OfferDown.class).restartIce());
    }

    @Test
    void nobodyIsShownThemselvesOrWhatIsOff() {
        Desk.Guest student = desk.onStage(Role.STUDENT, "S");
        desk.say(student, new ClientMessage.Watch(List.of(camera(student, 90), camera(teacher, 90),
                new View(teacher.id(), TrackKind.SCREEN, 90, 90))));
        assertEquals(Map.of("v0", "p1/CAMERA", "a0", "p1/MICROPHONE"), desk.slots(student));
    }

    @Test
    void whoLeavesFallsSilentEverywhere() {
        Desk.Guest student = desk.onStage(Role.STUDENT, "S");
        desk.say(student, new ClientMessage.Watch(List.of(camera(teacher, 90))));
        desk.say(teacher, new ClientMessage.Leave());
        assertEquals(Map.of(), desk.slots(student));
        assertEquals(List.of(), desk.only(Outcome.Direct.class).feeds());
    }

    @Test
    void mediaGoesOnWhileSomebodyIsAway() {
        Desk.Guest student = desk.onStage(Role.STUDENT, "S");
        desk.give(new RoomInput.ConnectionLost(teacher.connection()));
        assertEquals(List.of(), desk.all(Outcome.CloseMedia.class));
        desk.say(student, new ClientMessage.Watch(List.of(camera(teacher, 90))));
        assertTrue(desk.slots(student).containsValue("p1/CAMERA"));
    }

    @Test
    void levelsAreSentAtMostFiveTimesASecondAndSilenceOnce() {
        var sent = new ArrayList<List<Level>>();
        for (int i = 0; i < 100; i++) {
            desk.now = desk.now.plusMillis(10);
            desk.give(new RoomInput.Levels(Map.of(teacher.id(), 20 + i % 10)));
            collect(sent);
        }
        assertTrue(sent.size() >= 4 && sent.size() <= 6, sent.toString());
        desk.give(new RoomInput.Levels(Map.of(teacher.id(), 127)));
        sent.clear();
        for (int i = 0; i < 30; i++) {
            desk.after(Duration.ofMillis(100));
            collect(sent);
        }
        assertEquals(List.of(List.of()), sent);
    }

    private void collect(List<List<Level>> sent) {
        for (var broadcast : desk.all(Outcome.Broadcast.class))
            if (broadcast.message() instanceof ServerMessage.Levels levels) sent.add(levels.levels());
    }

    @Test
    void barsAreToldWhenTheyChangeAndToWhoComes() {
        desk.give(new RoomInput.Lines(Map.of(teacher.id(), 3)));
        assertEquals(new ServerMessage.Lines(List.of(new Line(teacher.id(), 3))),
                desk.only(Outcome.Broadcast.class).message());
        desk.give(new RoomInput.Lines(Map.of(teacher.id(), 3)));
        assertEquals(List.of(), desk.last);
        desk.join(Role.WATCHER, "W");
        assertTrue(desk.last.stream().anyMatch(o -> o instanceof Outcome.Reply(_, ServerMessage.Lines _)));
    }

    @Test
    void anEncodersLinesAreTracksLikeAnyOther() {
        Desk.Guest student = desk.onStage(Role.STUDENT, "S");
        desk.say(student, new ClientMessage.Watch(List.of()));
        Desk.Guest camera = desk.joinAs(Manner.WHIP, Role.STUDENT, "Document camera");
        desk.say(camera, new ClientMessage.Offer("whip", Map.of("0", TrackKind.CAMERA)));
        assertEquals(new RoomEvent.TrackChanged(camera.id(), TrackKind.CAMERA, true), desk.journal.getLast().event());
        desk.say(student, new ClientMessage.Watch(List.of(camera(camera, 720))));
        assertTrue(desk.slots(student).containsValue(camera.id() + "/CAMERA"));
    }

    @Test
    void aPlayerSeesTheTeachersScreenThenFaces() {
        desk.onStage(Role.STUDENT, "S");
        Desk.Guest player = desk.joinAs(Manner.WHEP, Role.WATCHER, "Player");
        desk.give(new RoomInput.ReaderOffer(player.connection(), "whep", List.of("0"), List.of("1")));
        assertEquals("whep", desk.only(Outcome.AnswerReader.class).sdp());
        assertEquals(Map.of("0", "p1/CAMERA", "1", "p1/MICROPHONE"), desk.slots(player));
        desk.say(teacher, new ClientMessage.Offer("more",
                Map.of("0", TrackKind.MICROPHONE, "1", TrackKind.CAMERA, "2", TrackKind.SCREEN)));
        assertEquals(Map.of("0", "p1/SCREEN", "1", "p1/MICROPHONE"), desk.slots(player));
    }
}
