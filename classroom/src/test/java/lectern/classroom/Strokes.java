package lectern.classroom;

import java.util.List;
import lectern.protocol.BoardMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;

/// Things to draw in tests.
final class Strokes {
    static final PageId G1 = new PageId("g1");
    static final Ground PAPER = new Ground.Paper(Ground.Paper.Ruling.GRID, false);

    static ShapeId id(ParticipantId author, int number) {
        return new ShapeId(author + "-" + Integer.toString(number, 36));
    }

    static Shape shape(ParticipantId author, int number) {
        return new Shape(id(author, number), number, Frame.at(number, 7), Look.pen("ink", 3),
                new Form.Ink(2, "AAgCUIA"));
    }

    static Change add(ParticipantId author, int number) {
        return new Change.Add(shape(author, number));
    }

    static Change move(ShapeId shape) {
        return new Change.Set(shape, null, Frame.at(1, 2), null, null);
    }

    static BoardMessage.Edit edit(PageId page, long number, Change... changes) {
        return new BoardMessage.Edit(page, number, List.of(changes));
    }

    static BoardMessage.AddPage page() {
        return new BoardMessage.AddPage(null, "", PAPER, 1600, 900, null);
    }

    private Strokes() {}
}
