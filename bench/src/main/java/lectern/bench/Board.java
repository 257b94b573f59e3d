package lectern.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.Json;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.BoardClient;
import lectern.whiteboard.BoardOutput;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;
import lectern.whiteboard.Sheet;
import tools.jackson.databind.json.JsonMapper;

/// What the whiteboard's core costs, without server and window: opening and listing large pages, applying a long trace, a
/// lesson of two hours.
final class Board {
    private static final int SHAPES = 100_000;
    private static final int TRACE = 260_000;
    private static final int TAIL = 1_000;
    private static final int STROKES = 10_000;
    /// A page on which 100,000 shapes lie about as thick as handwriting does.
    private static final double WIDTH = 40_000;
    private static final double HEIGHT = 20_000;
    private static final PageId PAGE = new PageId("g1");
    private static final ParticipantId SELF = new ParticipantId("p1");

    /// @param openMs      100,000 shapes, read already, until the first view is listed
    /// @param parseMs     their page parts from JSON
    /// @param list100kMs  all of them are in view
    /// @param listViewMs  a window at 100 %
    /// @param traceMs     260,000 edits on an empty page, then its shapes in painted order
    /// @param tailMs      the same page from a snapshot and its last 1,000 edits
    record Result(String measure, Spread openMs, Spread parseMs, Spread list20kMs, Spread list100kMs, Spread listViewMs,
            Spread traceMs, Spread tailMs, double inkBytesAPoint, double messageBytesAPoint, Lesson lesson,
            Map<String, Double> gate, boolean passed) {}

    /// An edit until it is confirmed, with the view around it listed for painting.
    record Lesson(int strokes, double firstTenthUs, double lastTenthUs, double retainedMegabytes) {}

    private Board() {
    }

    static boolean run(Options options) {
        int rounds = options.number("rounds", 15, 3, 1_000);
        List<Shape> shapes = page(new Random(1));
        List<List<Change>> trace = trace(new Random(2), shapes);
        Spread open = measure(rounds, () -> opened(shapes).in(new Region(0, 0, 1600, 900)).size());
        List<String> parts = parts(shapes);
        Spread parse = measure(rounds, () -> parts.stream().mapToInt(it -> Json.readServer(it).hashCode() & 1).sum());
        Sheet sheet = opened(shapes);
        Region fifth = new Region(0, 0, WIDTH / 5, HEIGHT);
        Spread list20k = measure(rounds * 4, () -> sheet.in(fifth).size());
        Spread list100k = measure(rounds * 4,
                () -> sheet.in(new Region(-1_000, -1_000, WIDTH + 2_000, HEIGHT + 2_000)).size());
        Spread listView = measure(rounds * 4, () -> sheet.in(new Region(9_000, 9_000, 1600, 900)).size());
        Spread traceMs = measure(rounds, () -> applied(new Sheet(), trace).shapes().size());
        List<Shape> snapshot = applied(new Sheet(), trace.subList(0, TRACE - TAIL)).shapes();
        Spread tail = measure(rounds,
                () -> applied(Sheet.of(0, snapshot), trace.subList(TRACE - TAIL, TRACE)).shapes().size());
        double[] bytes = bytesAPoint();
        Lesson lesson = lesson();
        boolean passed = open.median() <= 500 && list20k.median() <= 4 && bytes[1] <= 12
                && lesson.lastTenthUs <= 2 * lesson.firstTenthUs;
        System.out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Result("board", open, parse, list20k, list100k, listView, traceMs, tail,
                        bytes[0], bytes[1], lesson,
                        Map.of("openMs", 500.0, "list20kMs", 4.0, "messageBytesAPoint", 12.0,
                                "lastTenthToFirst", 2.0),
                        passed)));
        return passed;
    }

    private static Spread measure(int rounds, IntSupplier work) {
        double[] ms = new double[rounds];
        long sum = 0;
        for (int i = -rounds; i < rounds; i++) {
            long start = System.nanoTime();
            sum += work.getAsInt();
            if (i >= 0) ms[i] = (System.nanoTime() - start) / 1e6;
        }
        if (sum == 0) throw new IllegalStateException("nothing was done");
        return Spread.of(ms);
    }

    private static Sheet opened(List<Shape> shapes) {
        BoardClient client = client();
        for (int i = 0, part = 0; i < shapes.size(); i += 500, part++)
            client.received(new BoardNews.PagePart(PAGE, 1, part, (shapes.size() + 499) / 500,
                    shapes.subList(i, Math.min(shapes.size(), i + 500))));
        return client.sheet(PAGE);
    }

    private static BoardClient client() {
        var client = new BoardClient(SELF, Role.TEACHER, "b");
        Page page = new Page(PAGE, 1, "", new Ground.Paper(Ground.Paper.Ruling.PLAIN, false), Page.WIDTH, Page.HEIGHT,
                null, false, false, false, null, null);
        client.received(new BoardNews.ShowBoard(new lectern.protocol.board.Board(List.of(page), PAGE, Drawing.NOBODY,
                null), 0));
        client.open(Set.of(PAGE));
        return client;
    }

    private static List<String> parts(List<Shape> shapes) {
        List<String> parts = new ArrayList<>();
        int count = (shapes.size() + 149) / 150;
        for (int i = 0; i < count; i++)
            parts.add(Json.write(new BoardNews.PagePart(PAGE, 1, i, count,
                    shapes.subList(i * 150, Math.min(shapes.size(), (i + 1) * 150)))));
        return parts;
    }

    private static Sheet applied(Sheet sheet, List<List<Change>> edits) {
        for (List<Change> changes : edits) sheet.apply(changes);
        return sheet;
    }

    private static List<Shape> page(Random random) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < SHAPES; i++) {
            Form form = i % 4 == 0
                    ? new Form.Rectangle(20 + random.nextInt(80), 10 + random.nextInt(40))
                    : new Form.Ink(2, InkCode.encode(word(random, 30 + random.nextInt(20))));
            shapes.add(new Shape(new ShapeId("p" + (1 + i % 30) + "-k" + Integer.toString(i, 36)), i,
                    Frame.at(random.nextDouble() * WIDTH, random.nextDouble() * HEIGHT), Look.pen("ink", 3), form));
        }
        return shapes;
    }

    /// As a class edits: most is new, much is moved or recoloured, some goes and comes back.
    private static List<List<Change>> trace(Random random, List<Shape> shapes) {
        List<List<Change>> trace = new ArrayList<>();
        int added = 0;
        while (trace.size() < TRACE) {
            ShapeId any = shapes.get(added == 0 ? 0 : random.nextInt(added)).id();
            Change change = switch (random.nextInt(20)) {
                case 0, 1 -> new Change.Delete(List.of(any));
                case 2 -> new Change.Restore(List.of(any));
                case 3, 4, 5, 6, 7, 8, 9, 10 -> new Change.Set(any, null,
                        Frame.at(random.nextDouble() * WIDTH, random.nextDouble() * HEIGHT), null, null);
                case 11 -> new Change.Set(any, null, null, Look.pen("#ff0000", 3), null);
                case 12 -> new Change.Set(any, random.nextDouble() * added, null, null, null);
                default -> new Change.Add(shapes.get(added < SHAPES - 1 ? added++ : added));
            };
            trace.add(List.of(change));
        }
        return trace;
    }

    /// Of ink alone, and with the message around it.
    private static double[] bytesAPoint() {
        var random = new Random(3);
        long points = 0;
        long ink = 0;
        long message = 0;
        for (int i = 0; i < 500; i++) {
            InkPoints word = word(random, 60 + random.nextInt(180));
            String text = InkCode.encode(word);
            Shape shape = stroke(i, 800, 400, text);
            points += word.size();
            ink += text.length();
            message += Json.write(new BoardMessage.Edit(PAGE, 100 + i, List.of(new Change.Add(shape)))).length();
        }
        return new double[]{ Spread.round((double) ink / points), Spread.round((double) message / points)};
    }

    private static Lesson lesson() {
        run(new Random(4)); // for the compilers
        long before = usedBytes();
        double[] us = new double[STROKES];
        BoardClient client = run(new Random(5), us);
        double retained = Spread.round((usedBytes() - before) / 1e6);
        double first = 0;
        double last = 0;
        int tenth = STROKES / 10;
        for (int i = 0; i < tenth; i++) {
            first += us[i] / tenth;
            last += us[STROKES - 1 - i] / tenth;
        }
        return new Lesson(client.sheet(PAGE).size(), Spread.round(first), Spread.round(last), retained);
    }

    private static void run(Random random) { run(random, new double[STROKES]); }

    private static BoardClient run(Random random, double[] us) {
        BoardClient client = client();
        client.received(new BoardNews.PagePart(PAGE, 0, 0, 1, List.of()));
        for (int i = 0; i < STROKES; i++) {
            String text = InkCode.encode(word(random, 60 + random.nextInt(180)));
            Shape shape = stroke(i, random.nextInt(16_000), random.nextInt(900), text);
            long start = System.nanoTime();
            Shape top = shape.withOrder(client.topOrder(PAGE) + 1);
            client.edit(PAGE, List.of(new Change.Add(top)));
            client.sheet(PAGE).in(Bounds.of(top));
            for (BoardOutput output : client.drain())
                if (output instanceof BoardOutput.Say(BoardMessage.Edit edit))
                    client.happened(new BoardEvent.Edited(PAGE, i + 1, SELF, edit.number(), edit.changes()));
            us[i] = (System.nanoTime() - start) / 1e3;
        }
        return client;
    }

    private static Shape stroke(int number, double x, double y, String points) {
        return new Shape(new ShapeId("p1-b" + Integer.toString(number, 36)), number, Frame.at(x, y),
                Look.pen("ink", 3), new Form.Ink(2, points));
    }

    /// Curved letters at 120 points a second, in quarters of a page unit, with a digitizer's jitter.
    private static InkPoints word(Random random, int points) {
        int[] x = new int[points];
        int[] y = new int[points];
        int[] pressure = new int[points];
        double phase = random.nextDouble() * 6;
        double press = 30 + random.nextInt(15);
        double t = 0;
        for (int i = 0; i < points; i++) {
            t += 1 / 36.0 * (1 + 0.35 * Math.sin(t * 4 * Math.PI + phase));
            double round = t * 2 * Math.PI;
            double high = 0.5 + 0.25 * Math.sin(t * 1.7 + phase);
            x[i] = (int) Math.round(112 * (0.75 * t + 0.32 * Math.sin(round)) + random.nextGaussian() * 0.16);
            y[i] = (int) Math.round(112 * (0.12 * Math.sin(2 * round + phase) - high * Math.cos(round))
                    + random.nextGaussian() * 0.16);
            press += (38 + 12 * Math.sin(round) - press) * 0.15;
            pressure[i] = (int) Math.round(press);
        }
        return new InkPoints(x, y, pressure);
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
