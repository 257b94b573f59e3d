package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javax.imageio.ImageIO;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Form;
import lectern.protocol.board.Form.Path.Head;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Ground.Paper.Ruling;
import lectern.protocol.board.Look;
import lectern.protocol.board.Look.Dash;
import lectern.protocol.board.Page;
import lectern.protocol.board.Point;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.protocol.board.StrokeInHand;
import lectern.resources.Theme;
import lectern.ui.board.Assets;
import lectern.ui.board.BoardSurface;
import lectern.ui.board.ScriptedBoard;
import lectern.ui.model.BoardModel;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;
import lectern.whiteboard.tool.Instrument;
import lectern.whiteboard.tool.ToolKind;
import org.junit.jupiter.api.Test;

/// Pictures of the board, to be looked at (`ui/target/pictures`); what a machine can see, it checks.
class BoardGalleryTest {
    private static final int WIDTH = 1280, HEIGHT = 760;
    private static final double LINE = 1.3;
    private static final int WHITE = 0xffffffff;

    private final BoardModel model = new BoardModel(() -> 1_000);
    private final ScriptedBoard board = new ScriptedBoard(model);
    private int drawn;

    @Test
    void everyShapeOnGrid() throws IOException {
        var picture = board.upload(png()).toCompletableFuture().join();
        var surface = open(Role.TEACHER, ScriptedBoard.paper("g1", Ruling.GRID, false));
        lesson();
        onFx(() -> put(Frame.at(1080, 500), Look.pen(Look.INK, 1), new Form.Picture(picture, 320, 200)));
        shoot(surface, "board-shapes");
        // Decoded on another thread: painted as soon as it is there.
        long endNs = System.nanoTime() + 10_000_000_000L;
        while (shoot(surface, "board-shapes").getRGB(x(surface, 1240), y(surface, 600)) != 0xff2f9e44)
            assertTrue(System.nanoTime() - endNs < 0, "the picture never came");
        onFx(() -> {
            model.tool.set(ToolKind.SELECT);
            surface.selectAll();
        });
        shoot(surface, "board-selected");
        assertEquals(board.sheets.get(ScriptedBoard.PAGE).size(), model.selection.get().size());
    }

    @Test
    void darkPaper() {
        var surface = open(Role.TEACHER, ScriptedBoard.paper("g1", Ruling.LINED, true));
        lesson();
        var image = shoot(surface, "board-dark");
        assertEquals(0xff1b212b, image.getRGB(3, 3));
    }

    @Test
    void everyKindOfPaperFarAndNear() {
        for (var ruling : Ruling.values()) {
            var surface = open(Role.TEACHER, ScriptedBoard.paper("g1", ruling, false));
            if (ruling == Ruling.PLAIN) assertEquals(WHITE, shoot(surface, "board-plain").getRGB(600, 300));
            onFx(() -> surface.zoomTo(0.2));
            shoot(surface, "board-far-" + ruling.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void curtainHidesFromStudentsAlone() {
        var page = new Page(ScriptedBoard.PAGE, 1, "", new Ground.Paper(Ruling.DOTTED, false), 1600, 900, null, false,
                false, false, new Region(700, 0, 900, 900), null);
        var student = open(Role.STUDENT, page);
        lesson();
        var seen = shoot(student, "board-curtain-student");
        for (int x = x(student, 720); x < x(student, 1580); x += 3)
            for (int y = y(student, 20); y < y(student, 880); y += 3) assertEquals(0xff, seen.getRGB(x, y) >>> 24);
        assertEquals(1, colours(seen, x(student, 702), x(student, 720), y(student, 10), y(student, 890)));
        var teacher = open(Role.TEACHER, page);
        lesson();
        var image = shoot(teacher, "board-curtain-teacher");
        assertTrue(colours(image, x(teacher, 710), x(teacher, 1590), y(teacher, 10), y(teacher, 890)) > 20);
    }

    @Test
    void instrumentsAndOthers() {
        var surface = open(Role.TEACHER, ScriptedBoard.paper("g1", Ruling.PLAIN, false));
        onFx(() -> {
            var ink = new InkPoints(new int[]{ 0, 200, 420, 600, 820}, new int[]{ 0, -160, 30, -120, 60},
                    new int[]{ 30, 40, 50, 40, 30});
            present("alice", new Presence(ScriptedBoard.PAGE, new Point(405, 715), false,
                    new StrokeInHand(new ShapeId("alice-1"), Look.pen("#d6336c", 5), 200, 700, 2, 0,
                            InkCode.encode(ink)),
                    null, null));
            present("ben", new Presence(ScriptedBoard.PAGE, new Point(1300, 300), true, null, null, null));
            present("wang", new Presence(ScriptedBoard.PAGE, new Point(1210, 690), false, null,
                    new Shape(new ShapeId("wang-1"), 1, Frame.at(1000, 600), Look.pen("#1971c2", 4),
                            new Form.Ellipse(210, 90)),
                    null));
            surface.lay(Instrument.Ruler.at(500, 180));
        });
        shoot(surface, "board-ruler");
        onFx(() -> surface.lay(Instrument.Protractor.at(600, 500).showing(42)));
        shoot(surface, "board-protractor");
        onFx(() -> surface.lay(Instrument.Compass.at(600, 500)));
        var image = shoot(surface, "board-compass");
        assertTrue(colours(image, 150, 700, y(surface, 640), y(surface, 740)) > 8, "Alice's stroke is seen");
    }

    @Test
    void textIsWrittenWhereItWillStand() {
        var surface = open(Role.TEACHER, ScriptedBoard.paper("g1", Ruling.GRID, false));
        onFx(() -> {
            text(200, 200, 40, false, "f(x) = ax² + bx + c\n二次函数的图像");
            model.tool.set(ToolKind.TEXT);
        });
        var settled = shoot(surface, "board-text-settled");
        onFx(() -> click(surface, 260, 225));
        var written = shoot(surface, "board-text-written");
        int left = x(surface, 200), right = x(surface, 700), top = y(surface, 190), bottom = y(surface, 360);
        int both = 0, one = 0;
        for (int y = top; y < bottom; y++)
            for (int x = left; x < right; x++) {
                boolean a = isInk(settled.getRGB(x, y)), b = isInk(written.getRGB(x, y));
                if (a && b) both++;
                if (a) one++;
            }
        assertTrue(both > 0.6 * one, "the words stay where they are: " + both + " of " + one);
    }

    private static boolean isInk(int argb) { return (argb & 0xff) < 110 && (argb >> 8 & 0xff) < 110; }

    private static void click(BoardSurface surface, double x, double y) {
        double atX = x(surface, x), atY = y(surface, y);
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED))
            surface.fireEvent(new MouseEvent(type, atX, atY, atX, atY, MouseButton.PRIMARY, 1, false, false, false,
                    false, true, false, false, false, false, true, null));
    }

    private BoardSurface open(Role role, Page page) {
        return onFx(() -> {
            Theme.fonts().forEach(font -> Font.loadFont(font, 14));
            board.sheets.clear();
            drawn = 0;
            board.enter(role, page);
            var surface = new BoardSurface(model, new Assets(board, Runnable::run, _ -> {}),
                    id -> id.value().equals("wang") ? "王芳" : id.value().equals("ben") ? "Ben" : "Alice Chen");
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            var scene = new Scene(surface, WIDTH, HEIGHT);
            scene.getStylesheets().setAll(Theme.styleSheets());
            surface.getStyleClass().addAll("root", "light");
            surface.resize(WIDTH, HEIGHT);
            return surface;
        });
    }

    private static BufferedImage shoot(BoardSurface surface, String name) {
        onFx(() -> {
            surface.applyCss();
            surface.layout();
            surface.paintNow();
        });
        return Screening.save(name, surface, WIDTH, HEIGHT);
    }

    private void present(String who, Presence presence) {
        model.received(new BoardNews.Present(new ParticipantId(who), presence));
    }

    /// A page as a lesson leaves it.
    private void lesson() {
        onFx(() -> {
            text(90, 60, 52, true, "Quadratic functions");
            text(90, 140, 30, false, "f(x) = ax² + bx + c,  a ≠ 0");
            text(90, 700, 30, false, "二次函数的图像是一条抛物线。当 a > 0 时开口向上，当 a < 0 时开口向下。");
            text(90, 820, 24, false, "이차함수 · 二次関数 · Квадратичная");
            path("#1971c2", 3, Dash.SOLID, Head.NONE, Head.ARROW, 120, 600, 640, 600);
            path("#1971c2", 3, Dash.SOLID, Head.NONE, Head.ARROW, 380, 660, 380, 240);
            ink("#d6336c", 5, i -> 160 + i * 4.4, i -> 580 - 300 * (1 - Math.pow((i - 50) / 50.0, 2)), 1);
            ink("#ffd400", 26, i -> 90 + i * 3.6, i -> 160 + Math.sin(i * 0.3) * 2, 0.4);
            ink(Look.INK, 4, i -> 760 + i * 2.2 + 22 * Math.cos(i * 0.55), i -> 130 + 34 * Math.sin(i * 0.55), 1);
            ink(Look.INK, 9, i -> 1100 + i * 3, i -> 130 + 40 * Math.sin(i * 0.1), 1);
            put(Frame.at(760, 240), new Look("#2f9e44", 4, 1, "#b2f2bb", Dash.SOLID), new Form.Rectangle(220, 130));
            put(new Frame(1060, 240, 18, 1, 1), new Look("#e8590c", 4, 1, null, Dash.DASHED),
                    new Form.Rectangle(200, 110));
            put(Frame.at(1320, 230), new Look("#9c36b5", 4, 0.6, "#eebefa", Dash.DOTTED), new Form.Ellipse(200, 150));
            path("#0c8599", 6, Dash.DASHED, Head.ARROW, Head.ARROW, 760, 470, 1010, 420, 1000, 560);
            path(Look.INK, 3, Dash.DOTTED, Head.NONE, Head.NONE, 760, 640, 1010, 640);
            put(Frame.at(800, 700), new Look("#e03131", 4, 1, "#ffc9c9", Dash.SOLID), new Form.Path(
                    List.of(new Point(0, 120), new Point(80, 0), new Point(190, 40), new Point(150, 130)), true,
                    Head.NONE, Head.NONE));
        });
    }

    private void text(double x, double y, double size, boolean bold, String words) {
        put(Frame.at(x, y), Look.pen(Look.INK, 1), new Form.Text(words, 560, 2 * size * LINE, size, bold));
    }

    private void path(String colour, double width, Dash dash, Head start, Head end, double... xy) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < xy.length; i += 2) points.add(new Point(xy[i] - xy[0], xy[i + 1] - xy[1]));
        put(Frame.at(xy[0], xy[1]), new Look(colour, width, 1, null, dash), new Form.Path(points, false, start, end));
    }

    private interface Curve {
        double at(int i);
    }

    private void ink(String colour, double width, Curve x, Curve y, double opacity) {
        int n = 101;
        int[] xs = new int[n], ys = new int[n], pressures = new int[n];
        for (int i = 0; i < n; i++) {
            xs[i] = (int) Math.round((x.at(i) - x.at(0)) * 8);
            ys[i] = (int) Math.round((y.at(i) - y.at(0)) * 8);
            pressures[i] = (int) (34 + 22 * Math.sin(i * 0.12));
        }
        put(Frame.at(x.at(0), y.at(0)), new Look(colour, width, opacity, null, Dash.SOLID),
                new Form.Ink(3, InkCode.encode(new InkPoints(xs, ys, pressures))));
    }

    private void put(Frame frame, Look look, Form form) {
        board.adds("p2", ScriptedBoard.PAGE, new Shape(new ShapeId("p2-" + drawn), ++drawn, frame, look, form));
    }

    private static int x(BoardSurface surface, double pageX) { return (int) surface.view().screenX(pageX); }

    private static int y(BoardSurface surface, double pageY) { return (int) surface.view().screenY(pageY); }

    private static int colours(BufferedImage image, int left, int right, int top, int bottom) {
        var seen = new java.util.HashSet<Integer>();
        for (int y = top; y < bottom; y++) for (int x = left; x < right; x++) seen.add(image.getRGB(x, y));
        return seen.size();
    }

    private static byte[] png() throws IOException {
        var image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new java.awt.Color(0x2f9e44));
        g.fillRect(0, 0, 640, 400);
        g.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }
}
