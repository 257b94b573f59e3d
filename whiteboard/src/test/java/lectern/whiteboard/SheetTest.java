package lectern.whiteboard;

import static lectern.whiteboard.Shapes.add;
import static lectern.whiteboard.Shapes.box;
import static lectern.whiteboard.Shapes.delete;
import static lectern.whiteboard.Shapes.id;
import static lectern.whiteboard.Shapes.raise;
import static lectern.whiteboard.Shapes.restore;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import lectern.protocol.board.Change;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.junit.jupiter.api.Test;

class SheetTest {
    @Test
    void deletedShapesAreKeptWholeAndComeBack() {
        Shape a = box("p1-a", 1, 5, 5);
        var sheet = Sheet.of(7, List.of(a));
        assertEquals(List.of(new Edit(a.id(), a, null)), sheet.apply(List.of(delete("p1-a"))));
        assertNull(sheet.find(a.id()));
        assertTrue(sheet.isBuried(a.id()));
        assertEquals(List.of(), sheet.shapes());
        assertEquals(List.of(new Edit(a.id(), null, a)), sheet.apply(List.of(restore("p1-a"))));
        assertEquals(List.of(a), sheet.shapes());
        assertEquals(0, sheet.buried());
        assertEquals(7, sheet.revision());
    }

    @Test
    void whatWasHandedOutStaysAsItWas() {
        var sheet = Sheet.of(0, List.of(box("p1-a", 1, 0, 0)));
        List<Shape> before = sheet.shapes();
        sheet.apply(List.of(add(box("p1-b", 0, 0, 0)), delete("p1-a")));
        assertEquals(List.of(box("p1-a", 1, 0, 0)), before);
        assertThrows(UnsupportedOperationException.class, () -> before.set(0, box("p1-b", 0, 0, 0)));
    }

    @Test
    void aCopyGoesItsOwnWay() {
        var sheet = Sheet.of(3, List.of(box("p1-a", 1, 0, 0), box("p1-b", 2, 0, 0)));
        sheet.apply(List.of(delete("p1-b")));
        Sheet copy = sheet.copy();
        assertEquals(sheet.hash(), copy.hash());
        assertEquals(3, copy.revision());
        copy.apply(List.of(restore("p1-b")));
        assertEquals(2, copy.size());
        assertEquals(1, sheet.size());
        assertNotEquals(sheet.hash(), copy.hash());
    }

    @Test
    void theHashIsTheSameInEveryProcess() {
        var sheet = Sheet.of(0, List.of(box("p1-a", 1, 0, 0), Shapes.stroke("p2-b", 0, 0, 5, 5)));
        assertEquals(HASH, sheet.hash());
    }

    private static final long HASH = -3451612695035397131L;

    @Test
    void theTopmostOfSeveralIsHit() {
        var sheet = Sheet.of(0, List.of(box("p1-a", 2, 0, 0), box("p1-b", 1, 0, 0)));
        assertEquals(id("p1-a"), hit(sheet, 20, 0));
        sheet.apply(List.of(raise("p1-b", 3)));
        assertEquals(id("p1-b"), hit(sheet, 20, 0));
        assertNull(sheet.topAt(20, 10, 1), "not filled");
        assertNull(sheet.topAt(500, 500, 10));
    }

    private static ShapeId hit(Sheet sheet, double x, double y) {
        Shape top = sheet.topAt(x, y, 1);
        return top == null ? id("p1-none") : top.id();
    }

    /// The order, the grid and the graveyard against a plain map, with everything that may come.
    @Test
    void anyEditsLeaveOrderGridAndGraveyardRight() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var sheet = new Sheet();
            var there = new TreeMap<ShapeId, Shape>();
            var buried = new TreeMap<ShapeId, Shape>();
            if (random.nextBoolean()) sheet.in(new Region(0, 0, 1, 1)); // with the grid from the beginning
            for (int i = 0; i < 400; i++) {
                change(random, i, sheet, there, buried);
                if (random.nextInt(8) == 0) check("seed " + seed + ", step " + i, random, sheet, there);
            }
            assertEquals(buried.size(), sheet.buried(), "seed " + seed);
            check("seed " + seed, random, sheet.copy(), there);
            assertEquals(Sheet.of(0, there.values()).hash(), sheet.hash(), "seed " + seed);
        }
    }

    private static void change(Random random, int number, Sheet sheet, TreeMap<ShapeId, Shape> there,
            TreeMap<ShapeId, Shape> buried) {
        Shape fresh = random.nextInt(4) == 0
                ? Hostile.shape(random, number)
                : box("p1-b" + number, random.nextInt(30), random.nextInt(3_000), random.nextInt(2_000));
        ShapeId known = there.isEmpty() ? fresh.id() : any(random, there);
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                sheet.apply(List.of(add(fresh)));
                there.put(fresh.id(), fresh);
            }
            case 2 -> {
                sheet.apply(List.of(new Change.Set(known, fresh.order(), fresh.frame(), null, fresh.form())));
                there.computeIfPresent(known,
                        (_, was) -> was.withOrder(fresh.order()).withFrame(fresh.frame()).withForm(fresh.form()));
            }
            case 3 -> {
                Frame moved = Frame.at(random.nextInt(3_000), 5);
                sheet.apply(List.of(new Change.Set(known, null, moved, null, null)));
                there.computeIfPresent(known, (_, was) -> was.withFrame(moved));
            }
            case 4 -> {
                sheet.apply(List.of(new Change.Delete(List.of(known))));
                Shape gone = there.remove(known);
                if (gone != null) buried.put(known, gone);
            }
            default -> {
                if (buried.isEmpty()) return;
                ShapeId back = any(random, buried);
                sheet.apply(List.of(new Change.Restore(List.of(back))));
                there.put(back, buried.remove(back));
            }
        }
    }

    private static void check(String where, Random random, Sheet sheet, TreeMap<ShapeId, Shape> there) {
        List<Shape> painted = new ArrayList<>(there.values());
        painted.sort(Comparator.<Shape>comparingDouble(it -> it.order() + 0.0).thenComparing(Shape::id));
        assertEquals(painted, sheet.shapes(), where);
        assertEquals(painted.size(), sheet.size(), where);
        double size = Hostile.oneOf(random, 0, 10, 300, 3_000, 1e6);
        var region = new Region(random.nextInt(3_000), random.nextInt(2_000), size, size);
        Bounds bounds = Bounds.of(region);
        assertEquals(painted.stream().filter(it -> Bounds.of(it).intersects(bounds)).toList(), sheet.in(region), where);
    }

    private static ShapeId any(Random random, TreeMap<ShapeId, Shape> from) {
        return List.copyOf(from.keySet()).get(random.nextInt(from.size()));
    }
}
