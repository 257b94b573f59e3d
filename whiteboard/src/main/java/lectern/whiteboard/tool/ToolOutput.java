package lectern.whiteboard.tool;

import java.util.List;
import java.util.Set;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Messages;
import org.jspecify.annotations.Nullable;

/// What comes of an input, in order.
public sealed interface ToolOutput {
    /// Ink in hand has grown: its points from `from` on are new, those before are as they were. There may be fewer than before
    /// (a straight line that is drawn back).
    record Draw(Stroke stroke, int from) implements ToolOutput {}

    /// Anything else in hand, as it would be if it were let go now; replaces the preview before it.
    ///
    /// @param shapes painted instead of those on the page with the same ids, in their order
    /// @param hidden not painted
    record Preview(List<Shape> shapes, Set<ShapeId> hidden) implements ToolOutput {}

    /// No ink, no preview and no marquee any more.
    record NothingInHand() implements ToolOutput {}

    /// To be done on the page at once. Each change is valid; there may be more than fit into one message ([Messages]).
    ///
    /// @param sameStep belongs to the gesture that the edit before it was of: undone together with it
    record Commit(List<Change> changes, boolean sameStep) implements ToolOutput {
        /// None where nothing changes.
        static List<ToolOutput> of(List<Change> changes) {
            return changes.isEmpty() ? List.of() : List.of(new Commit(List.copyOf(changes), false));
        }
    }

    /// What is selected now and where its handles are.
    ///
    /// @param box null when nothing is selected
    record Selected(Set<ShapeId> ids, @Nullable SelectionBox box) implements ToolOutput {}

    /// The rectangle that is being drawn to select what is in it.
    record Marquee(Region region) implements ToolOutput {}

    /// A text is to be written: what comes of it goes to [Toolbox#written].
    ///
    /// @param id   of the text that is there; null begins a new one
    /// @param text as it stands; null is empty
    /// @param width where lines break; 0 is nowhere
    record EditText(@Nullable ShapeId id, Frame frame, Look look, Form.@Nullable Text text, double width, double size,
            boolean bold) implements ToolOutput {}

    /// Where the person points; null when they don't. For the others on the page, and as a laser for oneself.
    record PointAt(@Nullable Point at, boolean laser) implements ToolOutput {}

    /// The paper goes with the hand, by page units. To be done before the next input is made.
    record PanBy(double dx, double dy) implements ToolOutput {}

    /// The pointer's look.
    record Show(Cursor cursor) implements ToolOutput {}

    /// The instrument on the page has another place, or none is there any more.
    record Laid(@Nullable Instrument instrument) implements ToolOutput {}

    enum Cursor {
        ARROW, CROSS, TEXT, ERASER, LASER, HAND, GRABBING, MOVE, COPY, ROTATE, RESIZE_NS, RESIZE_EW, RESIZE_NWSE, RESIZE_NESW, NOT_ALLOWED
    }
}
