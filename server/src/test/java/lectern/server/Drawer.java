package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.Board;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Sheet;
import org.jspecify.annotations.Nullable;

/// Somebody who draws, and keeps the pages they have open as the protocol says: parts first, then the edits after them.
final class Drawer implements AutoCloseable {
    static final PageId G1 = new PageId("g1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Attendee attendee;
    final ParticipantId self;
    final String key;
    final Board board;
    final long lastEdit;
    final Map<PageId, Sheet> sheets = new HashMap<>();
    final List<ServerMessage> heard = new ArrayList<>();
    private final Map<PageId, List<Shape>> coming = new HashMap<>();
    private final Map<PageId, List<BoardEvent.Edited>> early = new HashMap<>();
    /// The numbers of own edits that the server has told of.
    long acknowledged;
    private long number;

    Drawer(Attendee attendee) {
        this.attendee = attendee;
        var welcome = attendee.hears(ServerMessage.Welcome.class);
        this.self = welcome.self();
        this.key = welcome.resume();
        var shown = attendee.hears(BoardNews.ShowBoard.class);
        this.board = shown.board();
        this.lastEdit = shown.lastEdit();
        this.number = lastEdit;
    }

    static Shape shape(ParticipantId author, long number) {
        return new Shape(new ShapeId(author + "-" + Long.toString(number, 36)), number, Frame.at(number, 2),
                Look.pen("ink", 3), new Form.Ink(2, "AAgC" + "UIA".repeat(20)));
    }

    Drawer open(long revision, PageId... pages) {
        attendee.say(new BoardMessage.OpenPages(Arrays.stream(pages).map(p -> new OpenPage(p, revision)).toList()));
        return this;
    }

    long draw(PageId page) {
        return edit(page, List.of(new Change.Add(shape(self, number + 1))));
    }

    long edit(PageId page, List<Change> changes) {
        attendee.say(new BoardMessage.Edit(page, ++number, changes));
        return number;
    }

    Sheet sheet(PageId page) {
        Sheet sheet = sheets.get(page);
        assertTrue(sheet != null, page + " has come");
        return sheet;
    }

    Drawer until(BooleanSupplier condition, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            ServerMessage message = left.isNegative() ? null : attendee.next(left);
            if (message == null) throw new AssertionError("not in " + PATIENCE + ": " + what);
            take(message);
        }
        return this;
    }

    /// Takes the next message; returns whether one came.
    boolean hear(Duration within) {
        ServerMessage message = attendee.next(within);
        if (message != null) take(message);
        return message != null;
    }

    Drawer untilRevision(PageId page, long revision) {
        return until(() -> sheets.containsKey(page) && sheets.get(page).revision() >= revision,
                page + " at revision " + revision);
    }

    /// The next refusal.
    ServerMessage.Refused refused() {
        int from = heard.size();
        until(() -> find(from) != null, "a refusal");
        return find(from);
    }

    private ServerMessage.@Nullable Refused find(int from) {
        for (int i = from; i < heard.size(); i++) if (heard.get(i) instanceof ServerMessage.Refused it) return it;
        return null;
    }

    private void take(ServerMessage message) {
        heard.add(message);
        switch (message) {
            case BoardNews.PagePart part -> {
                if (part.part() == 0) coming.put(part.page(), new ArrayList<>());
                var shapes = coming.get(part.page());
                shapes.addAll(part.shapes());
                if (part.part() < part.parts() - 1) return;
                coming.remove(part.page());
                sheets.put(part.page(), Sheet.of(part.revision(), shapes));
                var edits = early.remove(part.page());
                if (edits != null) edits.forEach(this::apply);
            }
            case ServerMessage.Happened(_, _, BoardEvent.Edited edited) -> {
                if (edited.by().equals(self)) acknowledged = edited.number();
                if (coming.containsKey(edited.page()))
                    early.computeIfAbsent(edited.page(), _ -> new ArrayList<>()).add(edited);
                else
                    apply(edited);
            }
            default -> {
            }
        }
    }

    private void apply(BoardEvent.Edited edited) {
        Sheet sheet = sheets.get(edited.page());
        if (sheet == null || edited.revision() <= sheet.revision()) return;
        assertEquals(sheet.revision() + 1, edited.revision(), "no gap on " + edited.page());
        sheet.apply(edited.changes());
        sheet.revision(edited.revision());
    }

    @Override
    public void close() {
        attendee.close();
    }
}
