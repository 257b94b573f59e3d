package lectern.app;

import java.time.Duration;
import java.util.List;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.whiteboard.BoardClient;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;

/// What people without a window do on the first page.
final class Strokes {
    static final PageId PAGE = new PageId("g1");

    /// Waits until the first page is there with what is on it.
    static void opened(HeadlessGuest guest) {
        Await.until("the page", Duration.ofSeconds(10),
                () -> guest.onBoard(board -> board.isLoaded(PAGE)).join());
    }

    /// A short stroke; whether its author may.
    static boolean stroke(HeadlessGuest guest, double x, double y) {
        return guest.onBoard(board -> {
            if (!board.mayDraw(PAGE)) return false;
            var ink = new InkPoints(new int[]{ 0, 80, 160}, new int[]{ 0, 40, 0}, new int[]{ 32, 40, 32});
            board.edit(PAGE, List.of(new Change.Add(new Shape(board.newId(), board.topOrder(PAGE) + 1,
                    Frame.at(x, y), Look.pen("#1971c2", 4), new Form.Ink(2, InkCode.encode(ink))))));
            return true;
        }).join();
    }

    static int size(HeadlessGuest guest) { return guest.onBoard(board -> board.sheet(PAGE).size()).join(); }

    static long hash(HeadlessGuest guest) { return guest.onBoard(board -> board.sheet(PAGE).hash()).join(); }

    /// Edits that the server hasn't taken.
    static int pending(HeadlessGuest guest) { return guest.onBoard(BoardClient::pendingEdits).join(); }

    private Strokes() {}
}
