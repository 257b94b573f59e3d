package lectern.whiteboard;

import static lectern.whiteboard.Shapes.add;
import static lectern.whiteboard.Shapes.box;
import static lectern.whiteboard.Shapes.colour;
import static lectern.whiteboard.Shapes.delete;
import static lectern.whiteboard.Shapes.id;
import static lectern.whiteboard.Shapes.move;
import static lectern.whiteboard.Shapes.raise;
import static lectern.whiteboard.Shapes.restore;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import lectern.protocol.BoardEvent;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Change;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.jspecify.annotations.Nullable;

/// Golden examples of pages: what changes do, and how a client's own edits stay on top.
final class GoldenPages {
    record ApplyStep(List<Change> changes, List<Edit> edits, List<Shape> shapes, List<ShapeId> buried) {}

    record Apply(String name, List<Shape> shapes, List<ApplyStep> steps) {}

    record Own(long number, List<Change> changes) {}

    record Server(long revision, String by, long number, List<Change> changes) {}

    record Reset(long revision, List<Shape> shapes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Input(@Nullable Own edit, @Nullable Server edited, @Nullable Long refused, @Nullable Reset reset) {}

    record RebaseStep(Input input, List<Shape> shown, List<Shape> confirmed, List<Long> pending, List<Edit> edits) {}

    record Rebase(String name, long revision, List<Shape> shapes, List<RebaseStep> steps) {}

    private static final Shape A = box("p1-a", 1, 0, 0);
    private static final Shape B = box("p1-b", 2, 10, 10);
    private static final Shape C = box("p2-c", 2, 20, 20);

    static List<Apply> apply() {
        return List.of(
                apply("add, painted by order and then by id", List.of(), List.of(add(C)), List.of(add(B)),
                        List.of(add(A)), List.of(add(box("p2-z", 1.5, 0, 0)), add(box("p10-z", 1.5, 0, 0)))),
                apply("add what is there already", List.of(A), List.of(add(box("p1-a", 9, 5, 5)))),
                apply("add what is buried", List.of(A), List.of(delete("p1-a")), List.of(add(box("p1-a", 9, 5, 5)))),
                apply("set its parts one by one", List.of(A, B), List.of(move("p1-a", 7, 8)),
                        List.of(colour("p1-a", "#ff0000")), List.of(raise("p1-a", 3)),
                        List.of(new Change.Set(id("p1-a"), 0.5, B.frame(), A.look(), Shapes.ink(1, 0, 0, 4, 4)))),
                apply("set what is so already", List.of(A), List.of(move("p1-a", 0, 0))),
                apply("set what isn't there, what is buried", List.of(A), List.of(move("p1-x", 1, 1)),
                        List.of(delete("p1-a")), List.of(move("p1-a", 1, 1)), List.of(restore("p1-a"))),
                apply("delete twice, restore twice", List.of(A, B, C), List.of(delete("p1-a", "p2-c", "p1-x")),
                        List.of(delete("p1-a")), List.of(restore("p2-c", "p1-a")), List.of(restore("p1-a", "p1-x"))),
                apply("all in one", List.of(A),
                        List.of(add(B), move("p1-b", 1, 2), delete("p1-b"), move("p1-b", 3, 4), restore("p1-b"),
                                delete("p1-a", "p1-a"))),
                apply("to the front and to the back", List.of(A, B, C), List.of(raise("p1-a", 10)),
                        List.of(raise("p2-c", -10)), List.of(raise("p1-b", -10))));
    }

    static List<Rebase> rebase() {
        return List.of(
                rebase("alone", 3, List.of(A), own(1, move("p1-a", 5, 5)), server(4, "p1", 1, move("p1-a", 5, 5))),
                rebase("mine stays on top until it is confirmed", 0, List.of(A), own(1, move("p1-a", 5, 5)),
                        server(1, "p2", 1, move("p1-a", 9, 9)), server(2, "p2", 2, colour("p1-a", "#00ff00")),
                        server(3, "p1", 1, move("p1-a", 5, 5)), server(4, "p2", 3, move("p1-a", 6, 6))),
                rebase("theirs on another shape", 0, List.of(A, B), own(1, move("p1-a", 5, 5)),
                        server(1, "p2", 1, move("p1-b", 9, 9)), server(2, "p1", 1, move("p1-a", 5, 5))),
                rebase("refused", 0, List.of(A), own(1, move("p1-a", 5, 5)), own(2, colour("p1-a", "#0000ff")),
                        refused(1), server(1, "p1", 2, colour("p1-a", "#0000ff"))),
                rebase("a refused one uncovers theirs", 0, List.of(A), own(1, move("p1-a", 5, 5)),
                        server(1, "p2", 1, move("p1-a", 9, 9)), refused(1)),
                rebase("a refused add, with what was done to it", 0, List.of(), own(1, add(A)),
                        own(2, move("p1-a", 5, 5)), refused(1), refused(2)),
                rebase("deleted by them while I move it", 0, List.of(A), own(1, move("p1-a", 5, 5)),
                        server(1, "p2", 1, delete("p1-a")), server(2, "p1", 1, move("p1-a", 5, 5)),
                        server(3, "p2", 2, restore("p1-a"))),
                rebase("deleted by both", 0, List.of(A), own(1, delete("p1-a")), server(1, "p2", 1, delete("p1-a")),
                        server(2, "p1", 1, delete("p1-a")), own(2, restore("p1-a")),
                        server(3, "p1", 2, restore("p1-a"))),
                rebase("deleted by me, moved by them, restored by me", 0, List.of(A), own(1, delete("p1-a")),
                        server(1, "p2", 1, move("p1-a", 9, 9)), own(2, restore("p1-a")),
                        server(2, "p1", 1, delete("p1-a")), server(3, "p1", 2, restore("p1-a"))),
                rebase("added, deleted and restored before the server says anything", 0, List.of(), own(1, add(A)),
                        own(2, delete("p1-a")), own(3, restore("p1-a")), server(1, "p1", 1, add(A)),
                        server(2, "p1", 2, delete("p1-a")), server(3, "p1", 3, restore("p1-a"))),
                rebase("raised by them, painted in another order", 0, List.of(A, B, C), own(1, raise("p1-b", 0)),
                        server(1, "p2", 1, raise("p2-c", -1)), server(2, "p1", 1, raise("p1-b", 0))),
                rebase("a page comes while edits are pending", 5, List.of(A), own(1, move("p1-a", 5, 5)),
                        own(2, add(B)), reset(2_000, C, box("p1-a", 4, 50, 50)),
                        server(2_001, "p1", 1, move("p1-a", 5, 5)), server(2_002, "p1", 2, add(B))),
                rebase("a page comes without what I moved", 5, List.of(A), own(1, move("p1-a", 5, 5)),
                        reset(2_000, C), server(2_001, "p1", 1, move("p1-a", 5, 5))));
    }

    private static Input own(long number, Change... changes) {
        return new Input(new Own(number, List.of(changes)), null, null, null);
    }

    private static Input server(long revision, String by, long number, Change... changes) {
        return new Input(null, new Server(revision, by, number, List.of(changes)), null, null);
    }

    private static Input refused(long number) { return new Input(null, null, number, null); }

    private static Input reset(long revision, Shape... shapes) {
        return new Input(null, null, null, new Reset(revision, List.of(shapes)));
    }

    @SafeVarargs
    private static Apply apply(String name, List<Shape> shapes, List<Change>... all) {
        Sheet sheet = Sheet.of(0, shapes);
        List<ApplyStep> steps = new ArrayList<>();
        var ids = new TreeSet<ShapeId>();
        for (Shape shape : shapes) ids.add(shape.id());
        for (List<Change> changes : all) {
            for (Change change : changes) ids.addAll(Named.by(change));
            List<Edit> edits = sheet.apply(changes);
            steps.add(new ApplyStep(changes, edits, sheet.shapes(), ids.stream().filter(sheet::isBuried).toList()));
        }
        return new Apply(name, shapes, steps);
    }

    private static Rebase rebase(String name, long revision, List<Shape> shapes, Input... inputs) {
        var replica = new Replica();
        replica.reset(revision, shapes);
        List<RebaseStep> steps = new ArrayList<>();
        for (Input input : inputs) {
            List<Edit> edits = List.of();
            if (input.edit() != null) edits = replica.edit(input.edit().number(), input.edit().changes());
            else if (input.refused() != null) edits = replica.refuse(input.refused());
            else if (input.reset() != null) replica.reset(input.reset().revision(), input.reset().shapes());
            else if (input.edited() != null) {
                Server it = input.edited();
                edits = replica.confirm(new BoardEvent.Edited(new PageId("g1"), it.revision(),
                        new ParticipantId(it.by()), it.number(), it.changes()), it.by().equals("p1"));
            }
            steps.add(new RebaseStep(input, replica.shown().shapes(), replica.confirmed().shapes(),
                    List.copyOf(replica.pending().keySet()), edits));
        }
        return new Rebase(name, revision, shapes, steps);
    }

    private GoldenPages() {}
}
