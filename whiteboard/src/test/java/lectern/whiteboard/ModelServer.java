package lectern.whiteboard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Board;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;

/// The server's half of docs/protocol.md as plainly as it can be said: orders edits, passes over numbers it has had, refuses some,
/// shows opened pages by their missing edits or in parts. All that it knows after a restart stands in its log.
final class ModelServer {
    private static final int TAIL = 40;
    private static final int SHAPES_IN_A_PART = 7;

    /// What a client receives: news, an event, or a refusal.
    sealed interface Said {
        record News(BoardNews.ShowBoard board) implements Said {}

        record Part(BoardNews.PagePart part) implements Said {}

        record Happened(BoardEvent event) implements Said {}

        record Refused(long number) implements Said {}
    }

    final Map<PageId, Sheet> pages = new LinkedHashMap<>();
    private final List<BoardEvent.Edited> log;
    private final Map<PageId, Deque<BoardEvent.Edited>> tails = new HashMap<>();
    private final Map<ParticipantId, Long> had = new HashMap<>();
    private final Map<ParticipantId, Connection> connections = new HashMap<>();
    private final Random random;
    private final double refusing;

    private static final class Connection {
        final Deque<Said> out;
        final Set<PageId> open = new HashSet<>();
        final Deque<BoardNews.PagePart> parts = new ArrayDeque<>();

        Connection(Deque<Said> out) { this.out = out; }
    }

    ModelServer(int pages, List<BoardEvent.Edited> log, Random random, double refusing) {
        this.log = log;
        this.random = random;
        this.refusing = refusing;
        for (int i = 1; i <= pages; i++) {
            this.pages.put(new PageId("g" + i), new Sheet());
            tails.put(new PageId("g" + i), new ArrayDeque<>());
        }
        log.forEach(this::happen);
    }

    void connect(ParticipantId who, Deque<Said> out) {
        connections.put(who, new Connection(out));
        List<Page> all = pages.keySet().stream().map(id -> new Page(id, 1, "", new Ground.Paper(
                Ground.Paper.Ruling.PLAIN, false), 1600, 900, null, false, false, false, null, null)).toList();
        out.add(new Said.News(new BoardNews.ShowBoard(new Board(all, new PageId("g1"), Drawing.ALL, null),
                had.getOrDefault(who, 0L))));
    }

    void disconnect(ParticipantId who) { connections.remove(who); }

    void handle(ParticipantId from, BoardMessage message) {
        Connection connection = connections.get(from);
        switch (message) {
            case BoardMessage.OpenPages(var all) -> open(connection, all);
            case BoardMessage.Edit edit -> edit(from, connection, edit);
            default -> throw new AssertionError(message);
        }
    }

    /// Parts go out as they are read, with edits between them.
    void sendParts() {
        for (Connection connection : connections.values())
            if (!connection.parts.isEmpty() && random.nextInt(3) == 0)
                connection.out.add(new Said.Part(connection.parts.remove()));
    }

    boolean isSending() { return connections.values().stream().anyMatch(it -> !it.parts.isEmpty()); }

    private void open(Connection connection, List<OpenPage> all) {
        Set<PageId> before = Set.copyOf(connection.open);
        connection.open.clear();
        for (OpenPage open : all) connection.open.add(open.page());
        connection.parts.removeIf(part -> !connection.open.contains(part.page()));
        for (OpenPage open : all) if (!before.contains(open.page())) show(connection, open.page(), open.revision());
    }

    private void show(Connection connection, PageId page, long known) {
        Sheet sheet = pages.get(page);
        Deque<BoardEvent.Edited> tail = tails.get(page);
        if (known > sheet.revision()) throw new AssertionError("knows more than there is: " + known);
        long first = tail.isEmpty() ? sheet.revision() + 1 : tail.getFirst().revision();
        if (known > 0 && first <= known + 1) {
            for (BoardEvent.Edited edited : tail)
                if (edited.revision() > known) connection.out.add(new Said.Happened(edited));
            return;
        }
        List<Shape> shapes = sheet.shapes();
        int parts = Math.max(1, (shapes.size() + SHAPES_IN_A_PART - 1) / SHAPES_IN_A_PART);
        for (int i = 0; i < parts; i++)
            connection.parts.add(new BoardNews.PagePart(page, sheet.revision(), i, parts, shapes.subList(
                    i * SHAPES_IN_A_PART, Math.min(shapes.size(), (i + 1) * SHAPES_IN_A_PART))));
    }

    private void edit(ParticipantId from, Connection connection, BoardMessage.Edit edit) {
        if (edit.number() <= had.getOrDefault(from, 0L)) return;
        if (random.nextDouble() < refusing) {
            had.put(from, edit.number());
            connection.out.add(new Said.Refused(edit.number()));
            return;
        }
        var edited = new BoardEvent.Edited(edit.page(), pages.get(edit.page()).revision() + 1, from, edit.number(),
                edit.changes());
        log.add(edited);
        happen(edited);
        connections.forEach((who, other) -> {
            if (other.open.contains(edit.page()) || who.equals(from)) other.out.add(new Said.Happened(edited));
        });
    }

    private void happen(BoardEvent.Edited edited) {
        Sheet sheet = pages.get(edited.page());
        sheet.apply(edited.changes());
        sheet.revision(edited.revision());
        had.put(edited.by(), edited.number());
        Deque<BoardEvent.Edited> tail = tails.get(edited.page());
        tail.add(edited);
        if (tail.size() > TAIL) tail.removeFirst();
    }
}
