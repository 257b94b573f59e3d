package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import lectern.protocol.BoardEvent;
import lectern.protocol.ClientMessage;
import lectern.protocol.InvitationId;
import lectern.protocol.Json;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.RoomEvent;
import lectern.protocol.TrackKind;
import lectern.protocol.View;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.PageId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Classes made of random inputs. Whatever happens: the events alone rebuild the state, their numbers have no gap, time that
/// has come is dealt with, and what was sent out names only who is there.
class ReplayTest {
    @Test
    void theEventsAreTheState() {
        int ended = 0;
        int boardEdits = 0;
        int lessonsAgain = 0;
        for (long seed = 1; seed <= 150; seed++) {
            var lesson = new Lesson(seed);
            for (int step = 0; step < 450; step++) lesson.step(step);
            if (lesson.desk.room.ended() || lesson.lessonsAgain > 0) ended++;
            boardEdits += lesson.boardEdits;
            lessonsAgain += lesson.lessonsAgain;
        }
        assertTrue(lessonsAgain > 20, "rooms were gone on with: " + lessonsAgain);
        assertTrue(boardEdits > 1_000, "people drew: " + boardEdits);
        assertTrue(ended > 5 && ended < 145, "both kinds of class happened: " + ended);
    }

    private static final class Lesson {
        private final long seed;
        private final Random random;
        private final RandomBoardTalk board;
        private final Desk desk = new Desk();
        private int boardEdits;
        private int lessonsAgain;
        private final Map<Long, ParticipantId> connected = new HashMap<>();
        private final Map<ParticipantId, Role> roles = new HashMap<>();

        Lesson(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.board = new RandomBoardTalk(random);
        }

        void step(int step) {
            String where = "seed " + seed + " step " + step;
            desk.now = desk.now.plusMillis(random.nextInt(4_000));
            switch (random.nextInt(20)) {
                case 0, 1, 2 -> join(where);
                case 3 -> anyConnection().ifPresent(c -> {
                    connected.remove(c);
                    desk.give(new RoomInput.ConnectionLost(c));
                });
                case 4 -> desk.after(Duration.ofMillis(random.nextInt(30_000)));
                case 5 -> desk.give(new RoomInput.Levels(Map.of(anybody(), random.nextInt(128))));
                case 6 -> desk.give(new RoomInput.Lines(Map.of(anybody(), random.nextInt(5))));
                case 7 -> desk.give(
                        random.nextBoolean() ? new RoomInput.MediaUp(anybody()) : new RoomInput.MediaLost(anybody()));
                case 8, 9, 10, 11 ->
                    anyConnection().ifPresent(c -> desk.give(new RoomInput.Message(c, message())));
                default -> anyConnection().ifPresent(c -> desk.give(
                        new RoomInput.Message(c, board.message(Objects.requireNonNull(connected.get(c))))));
            }
            if (random.nextInt(60) == 0) restart();
            if (desk.room.ended() && random.nextInt(60) == 0) beginAgain(where);
            follow(where);
            checkTime(where);
            if (step % 20 == 19) checkReplay(where);
        }

        private void join(String where) {
            Role role = Role.values()[random.nextInt(4)];
            var resumes = random.nextInt(3) == 0 ? anybody() : null;
            String id = random.nextInt(3) == 0 ? anyInvitation().value() : null;
            boolean isGood = id == null || desk.room.state().isInvited(id);
            int generation = random.nextInt(4) == 0 ? 1 : desk.room.generation(role);
            var grant = new Grant("r1", role, null, id, generation, Desk.START.plus(Duration.ofHours(12)));
            long connection = desk.knock(grant, "N" + random.nextInt(5), resumes);
            assertTrue(isGood || desk.all(Outcome.Admitted.class).stream().allMatch(Outcome.Admitted::resumed),
                    where + ": a revoked link let somebody in");
            for (var admitted : desk.all(Outcome.Admitted.class)) {
                connected.put(connection, admitted.self());
                roles.put(admitted.self(), role);
            }
        }

        private void restart() {
            desk.room = Room.replay("r1", throughJson(desk.journal));
            connected.clear();
            desk.give(new RoomInput.Reopened());
        }

        private void beginAgain(String where) {
            follow(where); // it may have ended in this very step
            var board = desk.room.state().board();
            var before = board.snapshot();
            int numbers = desk.room.state().snapshot().numbersGiven();
            desk.give(new RoomInput.Open("Again"));
            lessonsAgain++;
            assertTrue(connected.isEmpty() && desk.room.participants().isEmpty(), where);
            assertEquals(numbers, desk.room.state().snapshot().numbersGiven(), where + ": numbers go on");
            before.pages().forEach((page, content) -> {
                boolean isOverAScreen = content.page().ground() instanceof Ground.Screen;
                assertEquals(isOverAScreen, board.find(page) == null, where + ": " + page + " stays");
                if (page.equals(before.current()) && !isOverAScreen) assertEquals(page, board.current(), where);
            });
            assertEquals(Drawing.NOBODY, board.drawing(), where);
            assertTrue(board.handOut() == null, where);
        }

        private java.util.Optional<Long> anyConnection() {
            var all = List.copyOf(connected.keySet());
            return all.isEmpty()
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(all.get(random.nextInt(all.size())));
        }

        private ParticipantId anybody() {
            return new ParticipantId("p" + (1 + random.nextInt(Math.max(1, roles.size() + 1))));
        }

        private InvitationId anyInvitation() {
            return new InvitationId("i" + (1 + random.nextInt(4)));
        }

        private ClientMessage message() {
            TrackKind track = TrackKind.values()[random.nextInt(4)];
            return switch (random.nextInt(19)) {
                case 0, 1, 2 -> new ClientMessage.SetTrack(track, random.nextBoolean());
                case 3, 4 -> {
                    var lines = new HashMap<String, TrackKind>();
                    for (int i = random.nextInt(5); i > 0; i--)
                        lines.put("" + i, TrackKind.values()[random.nextInt(4)]);
                    yield new ClientMessage.Offer("sdp", lines);
                }
                case 5, 6 -> new ClientMessage.Answer("sdp");
                case 7, 8, 9 -> {
                    var views = new ArrayList<View>();
                    for (int i = random.nextInt(10); i > 0; i--)
                        views.add(
                                new View(anybody(), random.nextBoolean() ? TrackKind.CAMERA : TrackKind.SCREEN, 9, 9));
                    yield new ClientMessage.Watch(views);
                }
                case 10 -> new ClientMessage.Remove(anybody());
                case 11 -> new ClientMessage.ReplaceLink(random.nextBoolean() ? Role.STUDENT : Role.WATCHER);
                case 12 -> new ClientMessage.RestartIce();
                case 13 -> random.nextInt(4) == 0 ? new ClientMessage.EndClass() : new ClientMessage.Ping(1);
                case 14 -> new ClientMessage.Leave();
                case 15, 16 ->
                    new ClientMessage.Invite(random.nextBoolean() ? Role.STUDENT : Role.ASSISTANT, "I\u0007");
                case 17 -> new ClientMessage.RevokeInvitation(anyInvitation());
                default -> new ClientMessage.Join(1, "t", "n", null, "test");
            };
        }

        private void follow(String where) {
            for (Outcome outcome : desk.last)
                switch (outcome) {
                case Outcome.Disconnect(long connection, _) -> connected.remove(connection);
                case Outcome.Reply(long connection, var message) ->
                    assertTrue(connected.containsKey(connection), where + ": " + message + " to nobody");
                case Outcome.Accepted(Recorded(_, _, BoardEvent event), var audience) ->
                    checkAudience(event, audience, where + ": " + event);
                case Outcome.Accepted(Recorded(_, _, var event), var audience) ->
                    assertEquals(event instanceof RoomEvent.Invited || event instanceof RoomEvent.InvitationRevoked,
                            audience instanceof Audience.Only, where);
                case Outcome.ShowPage(long connection, var snapshot) ->
                    assertTrue(maySee(connected.get(connection), snapshot.page()), where + ": not theirs to see");
                case Outcome.Relay(var to, var presence) -> {
                    for (var who : to) assertTrue(maySee(who, presence.presence().page()), where);
                    assertTrue(!to.contains(presence.participant()), where + ": told themselves");
                }
                case Outcome.ShowInvitations(long connection, _) ->
                    assertEquals(Role.TEACHER, roles.get(connected.get(connection)), where);
                case Outcome.Direct(ParticipantId viewer, var feeds) -> {
                    var lines = new HashSet<String>();
                    for (var feed : feeds) {
                        assertTrue(lines.add(feed.mid()), where);
                        assertTrue(!feed.from().equals(viewer), where + ": own picture");
                    }
                }
                default -> {
                }
                }
        }

        private void checkAudience(BoardEvent event, Audience audience, String where) {
            if (event instanceof BoardEvent.Edited edited && audience instanceof Audience.Only(var told)) {
                boardEdits++;
                for (var who : told) assertTrue(maySee(who, edited.page()), where);
            } else assertTrue(!(event instanceof BoardEvent.Edited), where);
            if (event instanceof BoardEvent.PageAdded(var page, _))
                assertEquals(page.owner() != null || page.hidden(), audience instanceof Audience.Only, where);
        }

        private boolean maySee(@Nullable ParticipantId who, PageId id) {
            BoardPage page = desk.room.state().board().findKept(id);
            Role role = roles.get(Objects.requireNonNull(who));
            return page != null && role != null && (page.page().shown() || role.mayModerate() || !page.page().hidden()
                    && (page.page().owner() == null || who.equals(page.page().owner())));
        }

        private void checkReplay(String where) {
            for (int i = 0; i < desk.journal.size(); i++) assertEquals(i + 1, desk.journal.get(i).seq(), where);
            var replayed = Room.replay("r1", throughJson(desk.journal));
            assertEquals(desk.room.state().snapshot(), replayed.state().snapshot(), where);
        }

        private void checkTime(String where) {
            desk.room.nextDeadline().ifPresent(due -> {
                if (due.isAfter(desk.now)) return;
                desk.give(new RoomInput.TimePassed());
                follow(where);
                assertTrue(desk.room.nextDeadline().map(d -> d.isAfter(desk.now)).orElse(true),
                        where + ": due for ever");
            });
            var people = new EnumMap<Role, Integer>(Role.class);
            desk.room.participants().forEach(p -> people.merge(p.role(), 1, Integer::sum));
            assertTrue(people.values().stream().mapToInt(n -> n).sum() <= Room.CAPACITY, where);
            for (var p : desk.room.participants())
                if (p.role() == Role.WATCHER) assertTrue(p.tracks().isEmpty(), where + ": a watcher sends");
        }

        private static List<Recorded> throughJson(List<Recorded> events) {
            return events.stream().map(r -> new Recorded(r.seq(), r.at(), Json.readEvent(Json.write(r.event()))))
                    .toList();
        }
    }
}
