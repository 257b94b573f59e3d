package lectern.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import tools.jackson.databind.json.JsonMapper;

/// How long an edit takes to the others: one draws strokes of a usual length at a steady pace, everybody else has the page open,
/// all over WebSockets with TLS on loopback. From before it is said to when it is read whole; in the journal in between.
final class Edits {
    private static final double GATE_P99_MS = 100;
    private static final Map<String, Double> AIM = Map.of("p50Ms", 5.0, "p99Ms", 30.0);
    private static final int WARM_UP_S = 3;
    private static final int PING_EVERY_S = 4;
    private static final long PATIENCE_NS = 10_000_000_000L;
    /// 79 points, as a letter or a line has.
    private static final String STROKE = "AAgC" + "GEABCAACADBAACBCAC".repeat(13);
    private static final String NUMBER = "\"number\":";

    private Edits() {
    }

    static boolean run(Options options) throws Exception {
        int others = options.number("others", 50, 1, 290);
        int perSecond = options.number("rate", 20, 1, 50);
        int seconds = options.number("seconds", 15, 1, 600);
        int warmUp = WARM_UP_S * perSecond;
        int all = warmUp + seconds * perSecond;
        var saidNs = new AtomicLongArray(all + 1);
        var each = new Latencies();
        var last = new Latencies();
        var heard = new AtomicInteger[all + 1];
        for (int i = 0; i <= all; i++)
            heard[i] = new AtomicInteger();
        each.measure(true);
        last.measure(true);
        var result = new LinkedHashMap<String, Object>();
        result.put("measure", "edits");
        result.put("before", Machine.now());
        var guests = new ArrayList<BoardGuest>();
        try (var scratch = new Scratch(); var server = Child.server(scratch.folder())) {
            var links = Links.of(server);
            try (var http = OwnServer.pinned(URI.create(links.teacher()).getFragment().replaceFirst("^fp=", ""))) {
                for (int i = 0; i < others; i++)
                    guests.add(BoardGuest.join(http, links.student(), "S" + i, json -> {
                        long nowNs = System.nanoTime();
                        int number = number(json);
                        boolean isLast = heard[number].incrementAndGet() == others;
                        if (number > warmUp)
                            note(each, isLast ? last : null, nowNs - saidNs.get(number));
                    }));
                var teacher = BoardGuest.join(http, links.teacher(), "T", _ -> {
                });
                guests.add(teacher);
                draw(guests, teacher, saidNs, all, perSecond);
                await(heard, all, others);
                server.checkAlive();
            } finally {
                guests.forEach(BoardGuest::close);
            }
        }
        double p99 = each.percentile(0.99);
        result.put("others", others);
        result.put("editsPerSecond", perSecond);
        result.put("edits", all - warmUp);
        result.put("p50Ms", each.percentile(0.5));
        result.put("p99Ms", p99);
        result.put("maxMs", each.percentile(1));
        result.put("lastOfAllP50Ms", last.percentile(0.5));
        result.put("lastOfAllP99Ms", last.percentile(0.99));
        result.put("gate", Map.of("p99Ms", GATE_P99_MS));
        result.put("aim", AIM);
        result.put("after", Machine.now());
        boolean ok = p99 <= GATE_P99_MS;
        result.put("passed", ok);
        System.out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        return ok;
    }

    private static synchronized void note(Latencies each, @org.jspecify.annotations.Nullable Latencies last, long ns) {
        each.add(ns);
        if (last != null)
            last.add(ns);
    }

    private static void draw(List<BoardGuest> guests, BoardGuest teacher, AtomicLongArray saidNs, int all,
            int perSecond) {
        long periodNs = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long dueNs = System.nanoTime();
        for (int number = 1; number <= all; number++) {
            for (long left = dueNs - System.nanoTime(); left > 0; left = dueNs - System.nanoTime())
                LockSupport.parkNanos(left);
            var shape = new Shape(new ShapeId(teacher.self() + "-" + number), number, Frame.at(number % 1500, 300),
                    Look.pen(Look.INK, 3), new Form.Ink(2, STROKE));
            var edit = new BoardMessage.Edit(BoardGuest.PAGE, number, List.of(new Change.Add(shape)));
            saidNs.set(number, System.nanoTime());
            teacher.say(edit);
            // A few pings after each edit rather than all at once: they are no part of what is measured.
            int slice = perSecond * PING_EVERY_S;
            for (int i = number % slice; i < guests.size(); i += slice)
                guests.get(i).say(new ClientMessage.Ping(number));
            dueNs += periodNs;
        }
    }

    private static void await(AtomicInteger[] heard, int all, int others) throws InterruptedException {
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        for (int number = 1; number <= all; number++)
            while (heard[number].get() < others) {
                if (System.nanoTime() - deadlineNs > 0)
                    throw new IllegalStateException("edit " + number + " reached " + heard[number] + " of " + others);
                Thread.sleep(5);
            }
    }

    /// The edit's number stands before its changes.
    private static int number(String json) {
        int at = json.indexOf(NUMBER) + NUMBER.length();
        return Integer.parseInt(json, at, json.indexOf(',', at), 10);
    }
}
