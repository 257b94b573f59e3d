package lectern.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import lectern.protocol.Role;
import lectern.ui.lesson.StageChoice.Seat;
import org.junit.jupiter.api.Test;

class StageChoiceTest {
    private final StageChoice choice = new StageChoice();
    private final List<Seat> seats = new ArrayList<>(List.of(
            seat("me", Role.STUDENT, true), seat("ann", Role.STUDENT, false), seat("teacher", Role.TEACHER, false),
            seat("parent", Role.WATCHER, false), seat("ben", Role.STUDENT, false)));
    private String pinned = "";

    @Test
    void theTeacherStandsThereBeforeAnybodySpeaks() {
        assertEquals(camera("teacher"), at(0));
    }

    @Test
    void aCoughChangesNothingASecondOfSpeechDoes() {
        at(0);
        speaks("ann", true);
        assertEquals(camera("teacher"), at(100));
        assertEquals(camera("teacher"), at(900));
        speaks("ann", false);
        assertEquals(camera("teacher"), at(1200));
        speaks("ann", true);
        assertEquals(camera("teacher"), at(1300));
        assertEquals(camera("ann"), at(2300));
        speaks("ann", false);
        assertEquals(camera("ann"), at(9000), "who spoke last stays");
    }

    @Test
    void whoeverSpeaksOverAnotherNeedsThreeSeconds() {
        at(0);
        speaks("teacher", true);
        speaks("ben", true);
        assertEquals(camera("teacher"), at(100));
        assertEquals(camera("teacher"), at(2900));
        assertEquals(camera("ben"), at(3100));
    }

    @Test
    void myOwnVoiceAndAWatcherNeverComeOnStage() {
        at(0);
        speaks("me", true);
        speaks("parent", true);
        assertEquals(camera("teacher"), at(100));
        assertEquals(camera("teacher"), at(9000));
    }

    @Test
    void aSharedScreenIsShownAndAPinIsShownInstead() {
        shares("ben");
        assertEquals(new Stage.Screen("ben"), at(0));
        pinned = "ann";
        assertEquals(camera("ann"), at(10));
        pinned = "gone";
        assertEquals(new Stage.Screen("ben"), at(20));
    }

    @Test
    void myOwnScreenIsSaidNotShown() {
        shares("me");
        assertEquals(new Stage.OwnScreen(), at(0));
    }

    @Test
    void whoLeavesMakesRoomAndAloneThereIsNobody() {
        at(0);
        seats.removeIf(seat -> seat.id().equals("teacher"));
        assertEquals(camera("ann"), at(100));
        seats.removeIf(seat -> !seat.self() && seat.role().maySend());
        assertEquals(new Stage.Nobody(), at(200), "a watcher can't be seen");
    }

    private Stage at(long ms) { return choice.choose(seats, pinned, ms * 1_000_000); }

    private void speaks(String id, boolean on) {
        seats.replaceAll(
                seat -> seat.id().equals(id) ? new Seat(id, seat.role(), seat.self(), on, seat.screenOn()) : seat);
    }

    private void shares(String id) {
        seats.replaceAll(
                seat -> seat.id().equals(id) ? new Seat(id, seat.role(), seat.self(), seat.speaking(), true) : seat);
    }

    private static Stage camera(String id) { return new Stage.Camera(id); }

    private static Seat seat(String id, Role role, boolean self) { return new Seat(id, role, self, false, false); }
}
