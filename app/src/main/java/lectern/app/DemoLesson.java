package lectern.app;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import lectern.protocol.BoardMessage;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Form;
import lectern.protocol.board.Form.Path.Head;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.ShapeId;
import lectern.ui.model.BoardModel;

/// What is on the demo's whiteboard: the teacher draws a parabola, the students mark its roots and vertex and say where
/// they are. That goes on as long as the demo does: now and then one wipes their answer off and writes it anew.
final class DemoLesson {
    private static final System.Logger LOG = System.getLogger(DemoLesson.class.getName());
    private static final String RED = "#e03131", GREEN = "#2f9e44", BLUE = "#1c7ed6", VIOLET = "#7048e8";
    private static final long PAUSE_MS = 400, LATER_MS = 4_000;
    private static final double ORIGIN_X = 700, ORIGIN_Y = 560, UNIT_X = 100, UNIT_Y = 62;

    private interface Turn {
        List<ShapeId> draw() throws InterruptedException;
    }

    private final PageId page;
    private final BoardModel board;
    private final Thread thread;
    private final List<DemoHand> students = new ArrayList<>();

    /// @param board the teacher's
    DemoLesson(BoardModel board) {
        this.board = board;
        page = Desktop.onFx(() -> board.pages.getFirst().id());
        thread = Thread.ofPlatform().daemon().name("lectern-demo").unstarted(this::run);
    }

    /// The teacher's part, all of it; the students go on by themselves once they [#begin].
    void prepare() throws InterruptedException {
        Desktop.onFx(() -> {
            Page now = board.pages.getFirst();
            board.say(new BoardMessage.ChangePage(page, now.order(), "Roots", new Ground.Paper(
                    Ground.Paper.Ruling.GRID, false), now.width(), now.height(), false, null));
            board.say(new BoardMessage.AllowDrawing(Drawing.ALL));
            return true;
        });
        var teacher = DemoHand.of(board, page);
        var ink = Look.pen(Look.INK, 3);
        text(teacher, 90, 60, Look.INK, 52, true, "Where is f(x) = 0 ?");
        text(teacher, 90, 148, BLUE, 40, false, "f(x) = x² − 2x − 3");
        arrow(teacher, ink, 330, ORIGIN_Y, 1280, ORIGIN_Y);
        arrow(teacher, ink, ORIGIN_X, 865, ORIGIN_X, 110);
        text(teacher, 1295, ORIGIN_Y - 22, Look.INK, 32, false, "x");
        text(teacher, ORIGIN_X + 18, 92, Look.INK, 32, false, "y");
        var curve = new double[2 * 33];
        for (int i = 0; i < 33; i++) {
            double x = -2.2 + i * 0.2;
            curve[2 * i] = x * UNIT_X;
            curve[2 * i + 1] = -(x * x - 2 * x - 3) * UNIT_Y;
        }
        teacher.write(ORIGIN_X, ORIGIN_Y, Look.pen(BLUE, 6), List.of(Handwriting.stroke(curve)));
    }

    void begin(List<HeadlessGuest> guests) {
        for (var guest : guests) students.add(DemoHand.of(guest, page));
        thread.start();
    }

    private void run() {
        List<Turn> turns = List.of(
                () -> answer(0, GREEN, 3, 0, "x = 3", 1020, 600), () -> answer(1, RED, -1, 0, "x = −1", 390, 600),
                () -> answer(2, VIOLET, 1, -4, "(1, −4)", 850, 800),
                () -> students.get(0).write(560, 130, Look.pen(GREEN, 7), Handwriting.write("✓", 70)));
        var drawn = new ArrayList<List<ShapeId>>();
        try {
            for (var turn : turns) {
                drawn.add(turn.draw());
                Thread.sleep(PAUSE_MS);
            }
            for (int i = 0;; i = (i + 1) % students.size()) {
                Thread.sleep(LATER_MS);
                students.get(i).erase(drawn.get(i));
                Thread.sleep(PAUSE_MS);
                drawn.set(i, turns.get(i).draw());
            }
        } catch (InterruptedException _) {
            // the demo is over
        } catch (RuntimeException trouble) {
            LOG.log(Level.WARNING, "nobody draws any more: {0}", trouble.getMessage());
        }
    }

    /// Marks a place of the graph and writes beside it.
    private List<ShapeId> answer(int student, String colour, double x, double y, String words, double wordsX,
            double wordsY) throws InterruptedException {
        var look = Look.pen(colour, 6);
        var all = new ArrayList<ShapeId>(students.get(student).write(ORIGIN_X + x * UNIT_X, ORIGIN_Y - y * UNIT_Y, look,
                List.of(Handwriting.ring(26, 24))));
        all.addAll(students.get(student).write(wordsX, wordsY, look, Handwriting.write(words, 44)));
        return all;
    }

    private static void text(DemoHand hand, double x, double y, String colour, double size, boolean bold, String words)
            throws InterruptedException {
        hand.put(Frame.at(x, y), Look.pen(colour, 3), new Form.Text(words, 0, size * 1.3, size, bold));
    }

    private static void arrow(DemoHand hand, Look look, double x1, double y1, double x2, double y2)
            throws InterruptedException {
        hand.put(Frame.at(x1, y1), look, new Form.Path(List.of(new Point(0, 0), new Point(x2 - x1, y2 - y1)), false,
                Head.NONE, Head.ARROW));
    }

    /// Nobody draws any more.
    void end() throws InterruptedException {
        thread.interrupt();
        if (thread.isAlive()) thread.join(1_000);
    }
}
