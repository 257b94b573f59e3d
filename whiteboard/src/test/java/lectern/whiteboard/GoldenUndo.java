package lectern.whiteboard;

import static lectern.whiteboard.Shapes.add;
import static lectern.whiteboard.Shapes.box;
import static lectern.whiteboard.Shapes.colour;
import static lectern.whiteboard.Shapes.delete;
import static lectern.whiteboard.Shapes.move;
import static lectern.whiteboard.Shapes.raise;
import static lectern.whiteboard.Shapes.restore;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.Board;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import org.jspecify.annotations.Nullable;

/// Golden examples of undo and redo beside what others do.
final class GoldenUndo {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Input(@Nullable List<Change> edit, @Nullable Boolean sameStep, @Nullable List<Change> edited,
            @Nullable String by, @Nullable Boolean undo, @Nullable Boolean redo, @Nullable String undoBy) {}

    record Step(Input input, List<List<Change>> said, List<Shape> shown, boolean canUndo, boolean canRedo) {}

    record Case(String name, List<Shape> shapes, List<Step> steps) {}

    private static final PageId PAGE = new PageId("g1");
    private static final ParticipantId SELF = new ParticipantId("p1");
    private static final Shape A = box("p1-a", 1, 0, 0);
    private static final Shape B = box("p1-b", 2, 10, 10);
    private static final Shape C = box("p2-c", 3, 20, 20);
    private static final Input UNDO = new Input(null, null, null, null, true, null, null);
    private static final Input REDO = new Input(null, null, null, null, null, true, null);

    static List<Case> cases() {
        return List.of(
                run("add, undo, redo", List.of(), edit(add(A)), UNDO, REDO, UNDO),
                run("delete, undo, redo", List.of(A, C), edit(delete("p1-a", "p2-c")), UNDO, REDO),
                run("move and colour, undo both", List.of(A), edit(move("p1-a", 5, 5)),
                        edit(colour("p1-a", "#ff0000")), UNDO, UNDO, REDO, REDO),
                run("a new edit ends redoing", List.of(A), edit(move("p1-a", 5, 5)), UNDO,
                        edit(colour("p1-a", "#ff0000")), REDO, UNDO),
                run("one gesture of several edits", List.of(A, B), edit(move("p1-a", 5, 5)),
                        more(move("p1-a", 6, 6)), more(delete("p1-b")), UNDO, REDO),
                run("moved and deleted in one gesture", List.of(A), edit(move("p1-a", 5, 5)), more(delete("p1-a")),
                        UNDO, REDO, UNDO),
                run("added and deleted in one gesture leaves nothing to undo", List.of(C), edit(move("p2-c", 1, 1)),
                        edit(add(A)), more(delete("p1-a")), UNDO),
                run("what others changed since stays", List.of(A), edit(new Change.Set(A.id(), 5.0, B.frame(), null,
                        null)), theirs(move("p1-a", 70, 70)), UNDO, REDO),
                run("a shape that is gone since", List.of(A, B), edit(move("p1-b", 1, 1)), edit(move("p1-a", 5, 5)),
                        theirs(delete("p1-a")), UNDO),
                run("their restoring of what I deleted", List.of(A), edit(delete("p1-a")), theirs(restore("p1-a")),
                        UNDO),
                run("raise and lower", List.of(A, B), edit(raise("p1-a", 9)), UNDO, REDO),
                run("undo by another", List.of(A), theirs(add(C)), theirs(move("p2-c", 1, 1)), undoBy("p2"),
                        undoBy("p2"), undoBy("p2"), UNDO),
                run("undo by another, of whom nothing was seen", List.of(A, C, box("p2-d", 2, 0, 0)), undoBy("p2"),
                        undoBy("p2"), undoBy("p2"), UNDO),
                run("undo by another who undid themselves", List.of(), theirs(add(C)),
                        theirs(add(box("p2-d", 4, 0, 0))), theirs(delete("p2-d")), undoBy("p2")));
    }

    private static Input edit(Change... changes) {
        return new Input(List.of(changes), false, null, null, null, null, null);
    }

    private static Input more(Change... changes) {
        return new Input(List.of(changes), true, null, null, null, null, null);
    }

    private static Input theirs(Change... changes) {
        return new Input(null, null, List.of(changes), "p2", null, null, null);
    }

    private static Input undoBy(String author) { return new Input(null, null, null, null, null, null, author); }

    private static Case run(String name, List<Shape> shapes, Input... inputs) {
        var client = new BoardClient(SELF, Role.TEACHER, "s");
        Page page = new Page(PAGE, 1, "", new Ground.Paper(Ground.Paper.Ruling.PLAIN, false), Page.WIDTH, Page.HEIGHT,
                null, false, false, false, null, null);
        client.received(new BoardNews.ShowBoard(new Board(List.of(page), PAGE, Drawing.NOBODY, null), 0));
        client.open(Set.of(PAGE));
        client.received(new BoardNews.PagePart(PAGE, 0, 0, 1, shapes));
        client.drain();
        List<Step> steps = new ArrayList<>();
        long revision = 0;
        for (Input input : inputs) {
            if (input.edit() != null) client.edit(PAGE, input.edit(), Boolean.TRUE.equals(input.sameStep()));
            else if (input.undo() != null) client.undo(PAGE);
            else if (input.redo() != null) client.redo(PAGE);
            else if (input.undoBy() != null) client.undoBy(PAGE, new ParticipantId(input.undoBy()));
            else
                if (input.edited() != null && input.by() != null)
                    client.happened(new BoardEvent.Edited(PAGE, ++revision, new ParticipantId(input.by()), revision,
                            input.edited()));
            List<List<Change>> said = new ArrayList<>();
            for (BoardOutput output : client.drain())
                if (output instanceof BoardOutput.Say(BoardMessage.Edit edit)) {
                    said.add(edit.changes());
                    client.happened(new BoardEvent.Edited(PAGE, ++revision, SELF, edit.number(), edit.changes()));
                }
            steps.add(new Step(input, said, client.sheet(PAGE).shapes(), client.canUndo(PAGE), client.canRedo(PAGE)));
        }
        return new Case(name, shapes, steps);
    }

    private GoldenUndo() {}
}
