package lectern.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;

/// Some clients on one board over bad lines to a server that is restarted now and then. All chance comes from one seed.
final class World {
    private static final int PAGES = 3;

    private final Random random;
    private final double refusing;
    private final List<BoardEvent.Edited> log = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private ModelServer server;

    /// What ends a turn: how often which thing happens, of 10,000.
    private final int breaking;
    private final int restarting;

    private final class Client {
        final BoardClient board;
        final Deque<BoardMessage> up = new ArrayDeque<>();
        final Deque<ModelServer.Said> down = new ArrayDeque<>();
        /// What the painter would have: kept by the edits that were told alone.
        final Map<PageId, Map<ShapeId, Shape>> painted = new HashMap<>();
        boolean connected;

        Client(int number) {
            board = new BoardClient(new ParticipantId("p" + number), number <= 2 ? Role.TEACHER : Role.STUDENT, "s");
        }

        void connect() {
            connected = true;
            server.connect(board.self(), down);
        }

        void lose() {
            connected = false;
            up.clear();
            down.clear();
            board.lost();
            drain();
        }

        void receive() {
            switch (down.remove()) {
                case ModelServer.Said.News(var news) -> board.received(news);
                case ModelServer.Said.Part(var part) -> board.received(part);
                case ModelServer.Said.Happened(var event) -> board.happened(event);
                case ModelServer.Said.Refused(var number) -> board.refused(number, "no");
            }
            drain();
        }

        void drain() {
            for (BoardOutput output : board.drain()) {
                switch (output) {
                    case BoardOutput.Say(var message) -> {
                        if (connected) up.add(message);
                    }
                    case BoardOutput.SheetEdited(var page, var edits) -> {
                        var shapes = painted.computeIfAbsent(page, _ -> new HashMap<>());
                        for (Edit edit : edits) {
                            assertEquals(edit.before(), shapes.get(edit.id()), "told before");
                            if (edit.after() == null) shapes.remove(edit.id());
                            else shapes.put(edit.id(), edit.after());
                        }
                    }
                    case BoardOutput.SheetReplaced(var page) -> {
                        var shapes = new HashMap<ShapeId, Shape>();
                        for (Shape shape : board.sheet(page).shapes()) shapes.put(shape.id(), shape);
                        painted.put(page, shapes);
                    }
                    case BoardOutput.PagesChanged _,BoardOutput.PresenceChanged _,BoardOutput.EditRefused _ -> {
                    }
                }
            }
        }

        void act() {
            PageId page = page();
            List<Shape> shapes = board.sheet(page).shapes();
            boolean sameStep = random.nextInt(5) == 0;
            switch (random.nextInt(shapes.isEmpty() ? 4 : 16)) {
                case 0, 1, 2, 3 -> board.edit(page, List.of(new Change.Add(fresh(page))), sameStep);
                case 4, 5, 6, 7 -> board.edit(page, List.of(set(any(shapes))), sameStep);
                case 8 -> board.edit(page, List.of(set(any(shapes)), new Change.Add(fresh(page)), set(any(shapes))),
                        sameStep);
                case 9, 10 -> board.edit(page, List.of(new Change.Delete(List.of(any(shapes).id(), any(shapes).id()))),
                        sameStep);
                case 11 -> {
                    if (shapes.size() > 60)
                        board.edit(page, List.of(new Change.Delete(
                                shapes.subList(0, 40).stream().map(Shape::id).toList())));
                    else
                        board.edit(page, List.of(set(any(shapes))));
                }
                case 12, 13 -> board.undo(page);
                case 14 -> board.redo(page);
                default -> {
                    if (board.role().mayModerate())
                        board.undoBy(page, new ParticipantId("p" + (1 + random.nextInt(clients.size()))));
                    else
                        board.edit(page, List.of(new Change.Restore(List.of(any(shapes).id()))));
                }
            }
            drain();
        }

        Shape fresh(PageId page) {
            return new Shape(board.newId(), random.nextInt(3) == 0 ? random.nextInt(9) : board.topOrder(page) + 1,
                    frame(), Shapes.PEN, new Form.Rectangle(random.nextInt(99), 10));
        }

        Change set(Shape shape) {
            Look look = shape.look().withColour(random.nextBoolean() ? "#ff0000" : "#0000ff");
            return switch (random.nextInt(4)) {
                case 0 -> new Change.Set(shape.id(), (double) random.nextInt(50), null, null, null);
                case 1 -> new Change.Set(shape.id(), null, null, look, null);
                case 2 -> new Change.Set(shape.id(), null, frame(), look, null);
                default -> new Change.Set(shape.id(), null, frame(), null, null);
            };
        }

        void look() {
            Set<PageId> open = new HashSet<>();
            for (int i = random.nextInt(PAGES) + 1; i > 0; i--) open.add(page());
            board.open(open);
            drain();
        }
    }

    World(long seed) {
        random = new Random(seed);
        refusing = random.nextInt(3) == 0 ? 0.05 : 0;
        breaking = random.nextInt(3) * 8;
        restarting = random.nextInt(3);
        server = new ModelServer(PAGES, log, random, refusing);
        for (int i = 2 + random.nextInt(7); i > 0; i--) {
            var client = new Client(clients.size() + 1);
            clients.add(client);
            client.connect();
            client.look();
        }
    }

    /// Until so many edits were accepted. How many it were.
    int run(int edits) {
        while (log.size() < edits) {
            Client client = any(clients);
            if (random.nextInt(3) > 0) client.act();
            if (random.nextInt(40) == 0) client.look();
            if (client.connected && random.nextInt(10_000) < breaking) {
                server.disconnect(client.board.self());
                client.lose();
            }
            if (!client.connected && random.nextInt(30) == 0) client.connect();
            if (random.nextInt(10_000) < restarting) restart();
            server.sendParts();
            for (int i = random.nextInt(2 * clients.size()); i > 0; i--) carry(any(clients));
        }
        return log.size();
    }

    /// All is said and heard; then everyone has the same.
    void settle() {
        for (Client client : clients) {
            if (!client.connected) client.connect();
            client.board.open(server.pages.keySet());
            client.drain();
        }
        for (int quiet = 0; quiet < 100;) {
            boolean moved = server.isSending();
            server.sendParts();
            for (Client client : clients) moved |= carry(client);
            quiet = moved ? 0 : quiet + 1;
        }
        for (Client client : clients) {
            assertEquals(0, client.board.pendingEdits(), "edits without an answer");
            server.pages.forEach((page, sheet) -> {
                Sheet shown = client.board.sheet(page);
                assertEquals(sheet.revision(), shown.revision(), "revision");
                assertEquals(sheet.shapes(), shown.shapes(), "shapes of " + page);
                assertEquals(sheet.hash(), shown.hash(), "hash of " + page);
                assertEquals(sheet.size(), client.painted.getOrDefault(page, Map.of()).size(), "painted");
            });
        }
        var again = new ModelServer(PAGES, new ArrayList<>(log), random, 0);
        server.pages.forEach((page, sheet) -> assertEquals(sheet.hash(), again.pages.get(page).hash(), "from the log"));
    }

    private boolean carry(Client client) {
        boolean moved = false;
        if (!client.up.isEmpty()) {
            server.handle(client.board.self(), client.up.remove());
            moved = true;
        }
        if (!client.down.isEmpty()) {
            client.receive();
            moved = true;
        }
        return moved;
    }

    private void restart() {
        for (Client client : clients) client.lose();
        server = new ModelServer(PAGES, log, random, refusing);
    }

    private PageId page() { return new PageId("g" + (1 + random.nextInt(PAGES))); }

    private Frame frame() { return Frame.at(random.nextInt(1600), random.nextInt(900)); }

    private <T> T any(List<T> from) { return from.get(random.nextInt(from.size())); }
}
