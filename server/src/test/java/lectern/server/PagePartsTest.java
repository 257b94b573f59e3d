package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import lectern.classroom.Grant;
import lectern.classroom.Manner;
import lectern.classroom.Outcome;
import lectern.classroom.PageSnapshot;
import lectern.classroom.Room;
import lectern.classroom.RoomInput;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Large pages on their way to slow readers.
class PagePartsTest {
    private static final ParticipantId TEACHER = new ParticipantId("p1");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /// A page with these shapes, as a room gives it out.
    private static PageSnapshot page(List<Shape> shapes) {
        var room = new Room("r1");
        room.handle(new RoomInput.Open("Algebra"), NOW);
        room.handle(new RoomInput.Join(1, Limits.VERSION,
                new Grant("r1", Role.TEACHER, null, null, 1, NOW.plusSeconds(60)), "T", null, Manner.CLIENT), NOW);
        for (int at = 0, number = 1; at < shapes.size(); at += 500, number++) {
            List<Change> changes = new ArrayList<>();
            for (Shape shape : shapes.subList(at, Math.min(shapes.size(), at + 500)))
                changes.add(new Change.Add(shape));
            room.handle(new RoomInput.Message(1, new BoardMessage.Edit(Drawer.G1, number, changes)), NOW);
        }
        return room
                .handle(new RoomInput.Message(1, new BoardMessage.OpenPages(List.of(new OpenPage(Drawer.G1, 0)))), NOW)
                .stream().map(o -> o instanceof Outcome.ShowPage(_, var snapshot) ? snapshot : null)
                .filter(s -> s != null).findFirst().orElseThrow();
    }

    private static List<Shape> strokes(int many) {
        var shapes = new ArrayList<Shape>();
        for (int i = 1; i <= many; i++) shapes.add(Drawer.shape(TEACHER, i));
        return shapes;
    }

    @Test
    void everyPartIsBearableAndAllTogetherAreThePage() {
        var random = new Random(5);
        var shapes = new ArrayList<Shape>();
        for (int i = 1; i <= 400; i++) {
            double any = random.nextDouble() * -1e6;
            Form form = switch (random.nextInt(4)) {
                case 0 -> new Form.Text("\u0007\"\\王".repeat(1 + random.nextInt(2_499)), any * -1, 1 / 3.0, 20, true);
                case 1 -> new Form.Ink(2, "AAgC" + "AAA".repeat(random.nextInt(9_999)));
                case 2 -> new Form.Path(java.util.Collections.nCopies(500, new Point(any, 1e-5 / 3)), false,
                        Form.Path.Head.ARROW, Form.Path.Head.ARROW);
                default -> new Form.Rectangle(-any, 1);
            };
            shapes.add(new Shape(new ShapeId("p1-zzzzzzzzzzz" + i), i / 3.0,
                    new Frame(any, any / 7, any / 1e7, -1e-4, any / 1e4),
                    new Look("#aabbcc", 1 / 3.0 + 1, 1 / 3.0, "#aabbcc", Look.Dash.DASHED), form));
        }
        var parts = new PageParts(page(shapes));
        var read = new ArrayList<Shape>();
        for (int i = 0; i < parts.count(); i++) {
            byte[] json = parts.json(i);
            assertTrue(json.length <= (i == 0 ? PageParts.FIRST_BYTES : PageParts.PART_BYTES), i + ": " + json.length);
            var part = (BoardNews.PagePart) Json.readServer(new String(json, java.nio.charset.StandardCharsets.UTF_8));
            assertEquals(List.of(i, parts.count()), List.of(part.part(), part.parts()));
            read.addAll(part.shapes());
            assertSame(json, parts.json(i), "written once");
        }
        assertEquals(shapes.size(), read.size());
        for (int i = 0; i < read.size(); i++) assertEquals(shapes.get(i).id(), read.get(i).id());
        assertTrue(shapes.equals(read), "all of each");
        assertEquals(1, new PageParts(page(List.of())).count(), "an empty page has a part that says so");
    }

    /// A line that takes a message now and then.
    private static final class SlowLine extends ChannelOutboundHandlerAdapter {
        private final ArrayDeque<ChannelPromise> taken = new ArrayDeque<>();
        private final List<String> said = new ArrayList<>();
        private final AtomicLong held = new AtomicLong();
        private long most;

        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            var frame = (TextWebSocketFrame) message;
            held.addAndGet(frame.content().readableBytes());
            most = Math.max(most, held.get());
            promise.addListener(_ -> held.addAndGet(-frame.content().readableBytes()));
            said.add(frame.text().substring(0, Math.min(90, frame.text().length())));
            taken.add(promise);
        }
    }

    @Test
    void aHundredThousandShapesReachASlowReaderInLittleMemory() {
        var parts = new PageParts(page(strokes(100_000)));
        assertTrue(parts.count() > 500, "parts: " + parts.count());
        var line = new SlowLine();
        var channel = new EmbeddedChannel(line);
        var caller = new WebSocketCaller(channel, ServerLimits.defaults(), new Counters());
        caller.say(new Utterance(parts.message(0)));
        caller.show(parts);
        channel.runPendingTasks();
        int turns = 0;
        while (!line.taken.isEmpty()) {
            line.taken.remove().setSuccess();
            channel.runPendingTasks();
            if (turns++ == 100)
                caller.say(new Utterance(new lectern.protocol.ServerMessage.Pong(7, java.time.Instant.EPOCH)));
        }
        assertFalse(caller.isClosing(), "nobody is told that they are slow");
        assertEquals(parts.count() + 1, line.said.size());
        assertTrue(line.said.subList(95, 110).stream().anyMatch(s -> s.contains("pong")), "words go between the parts");
        assertTrue(line.most <= PageFeeds.LITTLE_WAITS_BYTES + PageParts.PART_BYTES + 200, "held: " + line.most);
    }

    @Test
    void aPageThatIsHiddenComesNoFurtherAndOneShownAnewBeginsAnew() {
        var parts = new PageParts(page(strokes(5_000)));
        var line = new SlowLine();
        var channel = new EmbeddedChannel(line);
        var caller = new WebSocketCaller(channel, ServerLimits.defaults(), new Counters());
        caller.show(parts);
        channel.runPendingTasks();
        caller.show(parts);
        channel.runPendingTasks();
        line.taken.remove().setSuccess();
        channel.runPendingTasks();
        assertTrue(line.said.get(2).contains("\"part\":1,"), line.said.toString());
        caller.hide(Drawer.G1);
        channel.runPendingTasks();
        int before = line.said.size();
        while (!line.taken.isEmpty()) line.taken.remove().setSuccess();
        channel.runPendingTasks();
        assertEquals(before, line.said.size());
    }

    /// Over a socket that isn't read for a while: a page of a size that would have been too much at once.
    @Test
    void whoReadsSlowlyGetsAPageSlowly(@TempDir Path lessons) {
        try (var server = LecternServer.start(ServerSettings.in(lessons).withHost("127.0.0.1"));
                var teacher = new Drawer(Attendee.join(server, server.links().teacher(), "T"))) {
            teacher.open(0, Drawer.G1);
            for (int i = 0; i < 60; i++) {
                var changes = new ArrayList<Change>();
                for (int n = 0; n < 200; n++) changes.add(new Change.Add(Drawer.shape(teacher.self, i * 200 + n)));
                teacher.edit(Drawer.G1, changes);
                teacher.untilRevision(Drawer.G1, i + 1);
            }
            try (var late = new Drawer(Attendee.join(server, server.links().student(), "S"))) {
                late.open(0, Drawer.G1).untilRevision(Drawer.G1, 60);
                assertEquals(12_000, late.sheet(Drawer.G1).size());
                assertEquals(teacher.sheet(Drawer.G1).hash(), late.sheet(Drawer.G1).hash());
            }
        }
    }
}
