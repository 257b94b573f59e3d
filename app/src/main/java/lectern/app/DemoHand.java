package lectern.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.protocol.board.StrokeInHand;
import lectern.ui.model.BoardModel;
import lectern.whiteboard.BoardClient;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;

/// Somebody in the demo who draws: strokes grow before everybody's eyes, at the pace of a pen.
final class DemoHand {
    private static final int PRECISION = 2;
    private static final long PACE_MS = 33;
    private static final int POINTS_AT_ONCE = 6;
    private static final int PATIENCE_S = 5;

    /// What a hand needs of the board that its owner has.
    private interface Board {
        ShapeId newId();

        double above(PageId page);

        void present(Presence presence);

        void edit(PageId page, List<Change> changes);
    }

    private final PageId page;
    private final Function<Function<Board, Object>, CompletableFuture<Object>> onBoard;

    private DemoHand(PageId page, Function<Function<Board, Object>, CompletableFuture<Object>> onBoard) {
        this.page = page;
        this.onBoard = onBoard;
    }

    static DemoHand of(HeadlessGuest guest, PageId page) {
        return new DemoHand(page, task -> guest.onBoard(board -> task.apply(of(board))));
    }

    static DemoHand of(BoardModel model, PageId page) {
        return new DemoHand(page, task -> CompletableFuture.completedFuture(Desktop.onFx(() -> task.apply(of(model)))));
    }

    /// Everything at once.
    ShapeId put(Frame frame, Look look, Form form) throws InterruptedException {
        return ask(board -> {
            var shape = new Shape(board.newId(), board.above(page), frame, look, form);
            board.edit(page, List.of(new Change.Add(shape)));
            return shape.id();
        });
    }

    /// One stroke after the other.
    List<ShapeId> write(double x, double y, Look look, List<InkPoints> strokes) throws InterruptedException {
        var written = new ArrayList<ShapeId>();
        for (var stroke : strokes) written.add(stroke(x, y, look, stroke));
        return written;
    }

    void erase(List<ShapeId> ids) throws InterruptedException {
        ask(board -> {
            board.edit(page, List.of(new Change.Delete(ids)));
            return page;
        });
    }

    private ShapeId stroke(double x, double y, Look look, InkPoints points) throws InterruptedException {
        ShapeId id = ask(Board::newId);
        for (int from = 0; from < points.size(); from += POINTS_AT_ONCE) {
            int to = Math.min(points.size(), from + POINTS_AT_ONCE);
            var part = new StrokeInHand(id, look, x, y, PRECISION, from, InkCode.encode(points.part(from, to)));
            var pen = new Point(x + points.x()[to - 1] / 4.0, y + points.y()[to - 1] / 4.0);
            ask(board -> {
                board.present(new Presence(page, pen, false, part, null, null));
                return id;
            });
            Thread.sleep(PACE_MS);
        }
        return ask(board -> {
            board.edit(page, List.of(new Change.Add(new Shape(id, board.above(page), Frame.at(x, y), look,
                    new Form.Ink(PRECISION, InkCode.encode(points))))));
            return id;
        });
    }

    @SuppressWarnings("unchecked") // what the task gives
    private <T> T ask(Function<Board, T> task) throws InterruptedException {
        try {
            return (T) onBoard.apply(task::apply).get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new CommandException("somebody in the demo can't draw: " + e);
        }
    }

    private static Board of(BoardClient client) {
        return new Board() {
            @Override
            public ShapeId newId() { return client.newId(); }

            @Override
            public double above(PageId page) { return client.topOrder(page) + 1; }

            @Override
            public void present(Presence presence) { client.present(presence, System.currentTimeMillis()); }

            @Override
            public void edit(PageId page, List<Change> changes) { client.edit(page, changes); }
        };
    }

    private static Board of(BoardModel model) {
        return new Board() {
            @Override
            public ShapeId newId() { return model.newId(); }

            @Override
            public double above(PageId page) { return model.orderAboveAll(page); }

            @Override
            public void present(Presence presence) { model.present(presence); }

            @Override
            public void edit(PageId page, List<Change> changes) { model.edit(page, changes); }
        };
    }
}
