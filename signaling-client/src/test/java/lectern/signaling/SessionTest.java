package lectern.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import lectern.protocol.BoardEvent;
import lectern.protocol.ClientMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.Change;
import lectern.protocol.board.PageId;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final long MS = 1_000_000;
    private static final ParticipantId SELF = new ParticipantId("p2");

    private final Session session = new Session("token", "Ada", "test", new Random(1));
    private long nowNs = Long.MAX_VALUE - 3_000 * MS; // the clock may overflow: deadlines are compared by subtraction
    private final List<SessionOutput> out = new ArrayList<>();

    @Test
    void theFirstMessageIsJoinAndTheWelcomeMakesItLive() {
        give(new SessionInput.Start());
        assertEquals(1, connects());
        give(new SessionInput.Opened(1));
        var join = assertInstanceOf(ClientMessage.Join.class, transmitted().getFirst());
        assertEquals("token", join.token());
        assertNull(join.resume());
        give(new SessionInput.Received(1, welcome("key-1", 3)));
        assertEquals(new SessionState.Live(), lastState());
        assertInstanceOf(SessionOutput.StateChanged.class, out.stream().filter(
                one -> one instanceof SessionOutput.StateChanged || one instanceof SessionOutput.Deliver).toList()
                .getLast(), "whoever hears that it is live has heard the welcome");
    }

    @Test
    void afterABreakItComesBackWithItsKey() {
        live("key-1");
        give(new SessionInput.Closed(1, "reset", false));
        assertInstanceOf(SessionState.Reconnecting.class, lastState());
        runUntil(2);
        give(new SessionInput.Opened(2));
        var join = assertInstanceOf(ClientMessage.Join.class, transmitted().getLast());
        assertEquals("key-1", join.resume());
    }

    @Test
    void newsOfAnOlderSocketIsIgnored() {
        live("key-1");
        give(new SessionInput.Closed(1, "reset", false));
        runUntil(2);
        give(new SessionInput.Opened(2));
        give(new SessionInput.Received(2, welcome("key-2", 3)));
        out.clear();
        give(new SessionInput.Closed(1, "late news", false));
        give(new SessionInput.Received(1, new ServerMessage.Bye(Reason.ENDED, "")));
        assertTrue(out.isEmpty(), out.toString());
    }

    @Test
    void aSilentLineIsDeadAfterTwelveSeconds() {
        live("key-1");
        long deadNs = nowNs + Session.DEAD_AFTER_NS;
        while (connects() < 2) step();
        assertTrue(nowNs - deadNs >= 0 && nowNs - deadNs < 200 * MS, "reconnected after " + (nowNs - deadNs) / MS);
        assertTrue(transmitted().stream().filter(ClientMessage.Ping.class::isInstance).count() >= 3);
    }

    /// What plays in step for all needs the server's clock, at once, and a few answers to trust one.
    @Test
    void theServersClockIsAskedForThreeTimesAtFirst() {
        live("key-1");
        long beganNs = nowNs;
        for (int i = 0; i < 3; i++) step();
        var sentMs = transmitted().stream().filter(ClientMessage.Ping.class::isInstance)
                .map(ping -> (((ClientMessage.Ping) ping).sent() - beganNs) / MS).toList();
        assertEquals(List.of(0L, 200L, 500L, 5_500L), sentMs);
        out.clear();
        give(new SessionInput.Received(1, new ServerMessage.Pong(nowNs - 30 * MS, Instant.EPOCH)));
        assertEquals(List.of(new SessionOutput.RoundTrip(30 * MS, Instant.EPOCH)), out);
    }

    @Test
    void anEventThatIsNotForUsLeavesAGapAndOneThatIsKnownIsPassedOver() {
        live("key-1");
        for (long seq : new long[]{ 2, 4, 4, 6, 5}) give(new SessionInput.Received(1, happened(seq)));
        assertEquals(List.of(4L, 6L), out.stream().map(
                o -> o instanceof SessionOutput.Deliver(ServerMessage.Happened happened) ? happened.seq() : null)
                .filter(Objects::nonNull).toList());
        assertEquals(new SessionState.Live(), lastState());
    }

    /// Who opens a page is told the edits that they miss with the numbers they had.
    @Test
    void editsOfAPageMayBeOlderThanTheWelcome() {
        live("key-1");
        give(new SessionInput.Received(1, happened(9)));
        give(new SessionInput.Received(1, new ServerMessage.Happened(2, Instant.EPOCH,
                new BoardEvent.Edited(new PageId("g1"), 1, SELF, 1, List.of(new Change.Delete(List.of()))))));
        give(new SessionInput.Received(1, happened(9))); // which nothing else may be
        assertEquals(List.of(9L, 2L), out.stream().map(
                o -> o instanceof SessionOutput.Deliver(ServerMessage.Happened happened) ? happened.seq() : null)
                .filter(Objects::nonNull).toList());
    }

    @Test
    void aByeEndsItUnlessItInvitesBack() {
        live("key-1");
        give(new SessionInput.Received(1, new ServerMessage.Bye(Reason.STOPPING, "restart")));
        assertInstanceOf(SessionState.Reconnecting.class, lastState());
        runUntil(2);
        give(new SessionInput.Opened(2));
        give(new SessionInput.Received(2, new ServerMessage.Bye(Reason.ENDED, "The teacher ended the class.")));
        assertEquals(new SessionState.Ended(new Ending.Said(Reason.ENDED, "The teacher ended the class.")),
                lastState());
        give(new SessionInput.RetryNow());
        assertEquals(2, connects());
    }

    @Test
    void aRefusedJoinIsTheEnd() {
        give(new SessionInput.Start());
        give(new SessionInput.Opened(1));
        give(new SessionInput.Received(1, new ServerMessage.Refused(Reason.TOKEN_EXPIRED, "too old", "join")));
        assertEquals(new SessionState.Ended(new Ending.Said(Reason.TOKEN_EXPIRED, "too old")), lastState());
    }

    @Test
    void anotherHostsKeyIsTheEnd() {
        give(new SessionInput.Start());
        give(new SessionInput.Closed(1, "bad certificate", true));
        assertEquals(new SessionState.Ended(new Ending.NotThisHost()), lastState());
    }

    @Test
    void whoNeverWasInGivesUpAndWhoWasDoesNot() {
        give(new SessionInput.Start());
        long startNs = nowNs;
        while (true) {
            give(new SessionInput.Closed(connects(), "connection refused", false));
            if (lastState() instanceof SessionState.Ended) break;
            step();
        }
        assertEquals(new SessionState.Ended(new Ending.NoAnswer("connection refused")), lastState());
        assertTrue(nowNs - startNs < 2 * Session.JOIN_PATIENCE_NS);
    }

    @Test
    void pausesGrowToFiveSecondsAndAreNeverTheSame() {
        live("key-1");
        var pausesMs = new ArrayList<Long>();
        for (int round = 1; round <= 40; round++) {
            give(new SessionInput.Closed(round, "connection refused", false));
            pausesMs.add((session.nextDeadlineNs(nowNs) - nowNs) / MS);
            runUntil(round + 1);
        }
        assertTrue(pausesMs.getFirst() >= 100 && pausesMs.getFirst() <= 200, pausesMs.toString());
        assertTrue(pausesMs.stream().allMatch(ms -> ms <= 5_000), pausesMs.toString());
        assertTrue(pausesMs.subList(20, 40).stream().allMatch(ms -> ms >= 2_500), pausesMs.toString());
        assertTrue(pausesMs.subList(20, 40).stream().distinct().count() > 10, pausesMs.toString());
    }

    @Test
    void mediaThatCannotBeMendedStartsOverOnANewSocket() {
        live("key-1");
        give(new SessionInput.StartOver("no media"));
        assertInstanceOf(SessionState.Reconnecting.class, lastState());
        runUntil(2);
        give(new SessionInput.StartOver("no media"));
        give(new SessionInput.Opened(2));
        give(new SessionInput.Received(2, welcome("key-1", 3)));
        assertEquals(new SessionState.Live(), lastState());
        assertEquals(2, connects());
    }

    @Test
    void deedsOfAPersonWaitForTheLineAndStatesDoNot() {
        live("key-1");
        give(new SessionInput.Closed(1, "reset", false));
        give(new SessionInput.Send(new ClientMessage.Watch(List.of())));
        give(new SessionInput.Send(new ClientMessage.EndClass()));
        runUntil(2);
        give(new SessionInput.Opened(2));
        out.clear();
        give(new SessionInput.Received(2, welcome("key-1", 3)));
        assertTrue(transmitted().contains(new ClientMessage.EndClass()), out.toString());
        assertTrue(transmitted().stream().noneMatch(ClientMessage.Watch.class::isInstance), out.toString());
    }

    @Test
    void leavingSaysSoAndClosesTheLine() {
        live("key-1");
        out.clear();
        give(new SessionInput.Leave());
        assertEquals(List.of(new SessionOutput.Transmit(1, new ClientMessage.Leave()), new SessionOutput.Close(1),
                new SessionOutput.StateChanged(new SessionState.Ended(new Ending.Said(Reason.LEFT, "")))), out);
    }

    private void live(String resume) {
        give(new SessionInput.Start());
        give(new SessionInput.Opened(1));
        give(new SessionInput.Received(1, welcome(resume, 3)));
    }

    private void give(SessionInput input) { out.addAll(session.handle(input, nowNs)); }

    private void step() {
        nowNs = session.nextDeadlineNs(nowNs);
        give(new SessionInput.TimePassed());
    }

    private void runUntil(int connects) { while (connects() < connects) step(); }

    private int connects() { return (int) count(SessionOutput.Connect.class::isInstance); }

    private long count(Predicate<SessionOutput> which) { return out.stream().filter(which).count(); }

    private List<ClientMessage> transmitted() {
        return out.stream().filter(SessionOutput.Transmit.class::isInstance)
                .map(o -> ((SessionOutput.Transmit) o).message()).toList();
    }

    private SessionState lastState() {
        return out.reversed().stream().filter(SessionOutput.StateChanged.class::isInstance).findFirst()
                .map(o -> ((SessionOutput.StateChanged) o).state()).orElse(new SessionState.Joining());
    }

    static ServerMessage.Welcome welcome(String resume, long seq) {
        return new ServerMessage.Welcome(1, SELF, Role.STUDENT, "room", "Title", Instant.EPOCH, resume, false, seq,
                List.of(), Map.of());
    }

    static ServerMessage.Happened happened(long seq) {
        return new ServerMessage.Happened(seq, Instant.EPOCH, new RoomEvent.Away(SELF));
    }
}
