package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Board;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Form;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.BoardClient;
import lectern.whiteboard.BoardOutput;
import lectern.whiteboard.Sheet;
import lectern.whiteboard.tool.PointerInput.Device;
import lectern.whiteboard.tool.PointerInput.Kind;
import org.junit.jupiter.api.Test;

/// A gesture is one step, on a real client's board: one undo takes all of it back, one redo does it again.
class GestureUndoTest {
    private static final PageId PAGE = new PageId("g1");
    private final BoardClient client = new BoardClient(new ParticipantId("p1"), Role.TEACHER, "s");
    private Style style = Style.FIRST;
    private final Toolbox box = new Toolbox(new ClientDesk());
    private int commits;
    private long timeMs;

    private final class ClientDesk implements Desk {
        @Override
        public Sheet sheet() { return client.sheet(PAGE); }

        @Override
        public boolean mayDraw() { return client.mayDraw(PAGE); }

        @Override
        public boolean mayChange(Shape shape) { return client.mayChange(PAGE, shape); }

        @Override
        public ShapeId newId() { return client.newId(); }

        @Override
        public double topOrder() { return client.topOrder(PAGE) + 1; }

        @Override
        public Style style() { return style; }

        @Override
        public double heightOf(Form.Text text) { return 100; }

        @Override
        public double zoom() { return 1; }
    }

    GestureUndoTest() {
        var page = new Page(PAGE, 1, "", new Ground.Paper(Ground.Paper.Ruling.PLAIN, false), Page.WIDTH, Page.HEIGHT,
                null, false, false, false, null, null);
        client.received(new BoardNews.ShowBoard(new Board(List.of(page), PAGE, Drawing.NOBODY, null), 0));
        client.open(Set.of(PAGE));
        client.received(new BoardNews.PagePart(PAGE, 0, 0, 1, List.of()));
        client.drain();
    }

    private void did(List<ToolOutput> outputs) {
        for (ToolOutput output : outputs) {
            if (!(output instanceof ToolOutput.Commit commit)) continue;
            commits++;
            client.edit(PAGE, commit.changes(), commit.sameStep());
            settle();
        }
    }

    private void settle() {
        for (BoardOutput output : client.drain())
            if (output instanceof BoardOutput.SheetEdited) box.pageChanged();
    }

    private void input(Kind kind, double x, double y, boolean shift, boolean alt) {
        did(box.handle(new PointerInput(kind, x, y, Double.NaN, timeMs += 8, Device.MOUSE, shift, alt, false)));
    }

    @Test
    void oneUndoTakesOneGestureBack() {
        var random = new Random(11);
        int undone = 0;
        for (int i = 0; i < 1_000; i++) {
            ToolKind[] kinds = ToolKind.values();
            if (random.nextInt(3) == 0) did(box.choose(kinds[random.nextInt(kinds.length)]));
            if (random.nextInt(20) == 0) style = style.withEraser(40, random.nextBoolean());
            long before = client.sheet(PAGE).hash();
            commits = 0;
            gesture(random);
            if (commits == 0) continue;
            long after = client.sheet(PAGE).hash();
            client.undo(PAGE);
            settle();
            assertEquals(before, client.sheet(PAGE).hash(), "gesture " + i + " with " + box.kind());
            client.redo(PAGE);
            settle();
            assertEquals(after, client.sheet(PAGE).hash(), "gesture " + i + " with " + box.kind());
            undone++;
        }
        assertTrue(undone > 150, "only " + undone);
    }

    private void gesture(Random random) {
        switch (random.nextInt(12)) {
            case 0 -> did(box.selected().size() < 10 ? box.duplicate() : List.of());
            case 1 -> did(box.recolour(random.nextBoolean() ? "#00ff00" : "#0000ff"));
            case 2 -> did(box.order(Toolbox.Place.values()[random.nextInt(4)]));
            case 3 -> did(random.nextInt(8) == 0 ? box.delete() : List.of());
            case 4 -> did(box.selectAll());
            default -> {
                boolean shift = random.nextInt(5) == 0;
                // A copy of all, again and again, would double the page each time.
                boolean alt = box.selected().size() < 10 && random.nextInt(5) == 0;
                double x = random.nextInt(500);
                double y = random.nextInt(500);
                input(Kind.DOWN, x, y, shift, alt);
                for (int n = random.nextInt(15); n >= 0; n--)
                    input(Kind.MOVE, x += random.nextInt(-60, 80), y += random.nextInt(-60, 80), shift, alt);
                input(Kind.UP, x, y, shift, alt);
            }
        }
    }

    @Test
    void aStrokeThatHadToBePartedIsOneStep() {
        did(box.choose(ToolKind.PEN));
        input(Kind.DOWN, 0, 0, false, false);
        for (int i = 1; i < 9_000; i++) input(Kind.MOVE, i % 200 * 3, i / 200 * 10, false, false);
        input(Kind.UP, 0, 0, false, false);
        assertEquals(3, commits);
        assertEquals(3, client.sheet(PAGE).size());
        client.undo(PAGE);
        assertEquals(0, client.sheet(PAGE).size());
    }
}
