package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.List;
import lectern.protocol.board.Change;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import org.jspecify.annotations.Nullable;

/// Pen and marker. A stroke grows point by point; with Shift, and along a protractor's ray, the part since then is one straight
/// line instead. A stroke that gets too long is committed and goes on as another, in the same step of undo.
final class PenTool implements Tool {
    /// Nearer points tell nothing new and cost bytes.
    private static final double NEAREST_PIXELS = 0.7;
    private final Desk desk;
    private final Guide guide;
    private final boolean marker;
    private final PenPressure byHand = new PenPressure();
    private @Nullable Stroke stroke;
    private double pressed;
    private boolean committed;
    /// The number of the point that a straight part begins at; -1 while it is drawn free.
    private int straightFrom;

    PenTool(Desk desk, Guide guide, boolean marker) {
        this.desk = desk;
        this.guide = guide;
        this.marker = marker;
    }

    @Override
    public List<ToolOutput> handle(PointerInput input) {
        return switch (input.kind()) {
            case DOWN -> begin(input);
            case MOVE -> stroke == null ? List.of() : draw(stroke, input, NEAREST_PIXELS);
            case UP -> stroke == null ? List.of() : finish(stroke, input);
            case CANCEL -> cancel();
            case HOVER, LEAVE -> List.of();
        };
    }

    private List<ToolOutput> begin(PointerInput input) {
        guide.begin();
        byHand.begin(input.timeMs());
        committed = false;
        straightFrom = -1;
        Point at = guide.hold(input.x(), input.y());
        var begun = newStroke(at);
        begun.append(at.x(), at.y(), pressure(input, 0));
        stroke = begun;
        return List.of(new ToolOutput.Draw(begun, 0));
    }

    private Stroke newStroke(Point at) {
        Look look = marker ? desk.style().marker() : desk.style().pen();
        return new Stroke(desk.newId(), look, desk.topOrder(), at.x(), at.y(), desk.zoom());
    }

    private List<ToolOutput> draw(Stroke drawn, PointerInput input, double nearestPixels) {
        Edge before = guide.edge();
        Point at = guide.hold(input.x(), input.y());
        Edge edge = guide.edge();
        if (edge instanceof Edge.Ray || edge == null && input.shift()) return straight(drawn, input, at);
        straightFrom = -1;
        int from = drawn.size();
        Point last = drawn.point(from - 1);
        double pixels = Math.hypot(at.x() - last.x(), at.y() - last.y()) * desk.zoom();
        if (pixels < nearestPixels) return List.of();
        double pressure = pressure(input, pixels);
        if (edge != null && edge.equals(before))
            for (Point between : edge.between(last, at)) drawn.append(between.x(), between.y(), pressure);
        drawn.append(at.x(), at.y(), pressure);
        if (drawn.size() == from) return List.of();
        if (!drawn.isFull()) return List.of(new ToolOutput.Draw(drawn, from));
        return goOn(drawn, at, pressure);
    }

    private List<ToolOutput> straight(Stroke drawn, PointerInput input, Point at) {
        if (straightFrom < 0) straightFrom = drawn.size() - 1;
        Point from = drawn.point(straightFrom);
        Point to = guide.edge() == null ? Angles.stepped(from.x(), from.y(), at.x(), at.y()) : at;
        drawn.shortenTo(straightFrom + 1);
        drawn.append(to.x(), to.y(), pressure(input, 0));
        return List.of(new ToolOutput.Draw(drawn, Math.min(straightFrom + 1, drawn.size() - 1)));
    }

    private List<ToolOutput> goOn(Stroke full, Point at, double pressure) {
        List<ToolOutput> out = new ArrayList<>();
        out.add(commit(full));
        var next = newStroke(at);
        next.append(at.x(), at.y(), pressure);
        stroke = next;
        out.add(new ToolOutput.Draw(next, 0));
        return out;
    }

    private List<ToolOutput> finish(Stroke drawn, PointerInput input) {
        // The pen is lifted where it is, even if that is less than a pixel on.
        List<ToolOutput> out = new ArrayList<>(draw(drawn, input, 0));
        if (stroke != null) out.add(commit(stroke));
        stroke = null;
        out.add(new ToolOutput.NothingInHand());
        return out;
    }

    private ToolOutput commit(Stroke drawn) {
        var commit = new ToolOutput.Commit(List.of(new Change.Add(drawn.shape())), committed);
        committed = true;
        return commit;
    }

    private double pressure(PointerInput input, double pixels) {
        if (marker) return 1;
        // A pen that leaves the glass says 0: its last point is as wide as the one before.
        if (input.kind() != PointerInput.Kind.UP)
            pressed = Double.isNaN(input.pressure()) ? byHand.next(pixels, input.timeMs()) : input.pressure();
        return pressed;
    }

    @Override
    public boolean isInHand() { return stroke != null; }

    @Override
    public List<ToolOutput> cancel() {
        if (stroke == null) return List.of();
        stroke = null;
        return List.of(new ToolOutput.NothingInHand());
    }

    @Override
    public ToolOutput.Cursor cursorAt(double x, double y) { return ToolOutput.Cursor.CROSS; }
}
