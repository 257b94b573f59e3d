package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import lectern.protocol.BoardEvent;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.junit.jupiter.api.Test;

class ImpossibleEditsTest {
    private static final ShapeId ONE = new ShapeId("p1-a1");
    private static final ShapeId NEVER = new ShapeId("p1-z9");
    private final BoardPage page = new BoardPage(new Page(new PageId("g1"), 1, "",
            new Ground.Paper(Ground.Paper.Ruling.PLAIN, false), 1600, 900, null, false, false, false, null, null),
            List.of());

    @Test
    void anIdIsAddedOnceAlsoWhenItsShapeIsGone() {
        assertNull(page.impossible(List.of(add(ONE))));
        did(1, add(ONE));
        assertNotNull(page.impossible(List.of(add(ONE))));
        did(2, new Change.Delete(List.of(ONE)));
        assertNotNull(page.impossible(List.of(add(ONE))));
        assertNotNull(page.impossible(List.of(add(NEVER), add(NEVER))));
    }

    @Test
    void onlyWhatWasThereIsRestored() {
        assertNotNull(page.impossible(List.of(new Change.Restore(List.of(NEVER)))));
        did(1, add(ONE));
        assertNull(page.impossible(List.of(new Change.Restore(List.of(ONE)))), "restored by somebody else before");
        did(2, new Change.Delete(List.of(ONE)));
        assertNull(page.impossible(List.of(new Change.Restore(List.of(ONE)))));
        assertNotNull(page.impossible(List.of(new Change.Restore(List.of(ONE, NEVER)))));
        assertNull(page.impossible(List.of(add(NEVER), new Change.Delete(List.of(NEVER)),
                new Change.Restore(List.of(NEVER)))), "all in one edit");
    }

    private void did(long revision, Change change) {
        var edited = new BoardEvent.Edited(page.page().id(), revision, new ParticipantId("p1"), revision,
                List.of(change));
        page.apply(new Recorded(revision, java.time.Instant.EPOCH, edited), edited);
        assertEquals(revision, page.revision());
    }

    private static Change add(ShapeId id) {
        return new Change.Add(new Shape(id, 1, Frame.at(0, 0), Look.pen("ink", 2), new Form.Rectangle(10, 10)));
    }
}
