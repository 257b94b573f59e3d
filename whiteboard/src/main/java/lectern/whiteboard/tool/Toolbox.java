package lectern.whiteboard.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import lectern.protocol.board.Look;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.tool.PointerInput.Device;
import lectern.whiteboard.tool.PointerInput.Kind;
import lectern.whiteboard.tool.ToolOutput.Cursor;
import org.jspecify.annotations.Nullable;

/// All the tools of one person at one page. Which of them an input is for is decided when a pointer goes down, and stays so
/// until it is lifted: the chosen one; the eraser for the other end of a pen; the instrument where it is taken; the hand for
/// touch once a pen was seen (a palm must not draw).
public final class Toolbox {
    /// Within this every length and every number of ink code is one that may be said, at any zoom.
    private static final double FARTHEST = 200_000;
    private static final double DUPLICATE_PIXELS = 20;
    private final Desk desk;
    private final Guide guide;
    private final InstrumentTool instruments;
    private final HandTool hand = new HandTool();
    private final SelectTool selecting;
    private final Map<ToolKind, Tool> tools = new EnumMap<>(ToolKind.class);
    private ToolKind kind = ToolKind.PEN;
    private @Nullable Gesture gesture;
    private boolean penSeen;
    private boolean panning;
    private @Nullable Instrument told;
    private Cursor shown = Cursor.CROSS;

    /// Where in the order of painting the selected shapes go.
    public enum Place {
        FRONT, FORWARD, BACKWARD, BACK
    }

    private record Gesture(Tool tool, Device device) {}

    public Toolbox(Desk desk) {
        this.desk = desk;
        guide = new Guide(desk);
        instruments = new InstrumentTool(desk, guide);
        selecting = new SelectTool(desk);
        for (ToolKind each : ToolKind.values()) tools.put(each, make(each));
    }

    private Tool make(ToolKind each) {
        return switch (each) {
            case PEN -> new PenTool(desk, guide, false);
            case MARKER -> new PenTool(desk, guide, true);
            case LINE, ARROW, RECTANGLE, ELLIPSE -> new FormTool(desk, guide, each);
            case SELECT -> selecting;
            case ERASER -> new EraserTool(desk);
            case POLYGON -> new PolygonTool(desk);
            case TEXT -> new TextTool(desk);
            case LASER -> new LaserTool();
            case HAND -> hand;
            case WORDS -> new WordsTool();
        };
    }

    public ToolKind kind() { return kind; }

    /// Takes another tool; what is in hand is dropped.
    public List<ToolOutput> choose(ToolKind next) {
        List<ToolOutput> out = new ArrayList<>(drop());
        if (next != ToolKind.SELECT && !selecting.selection().isEmpty()) out.addAll(selecting.select(Set.of()));
        kind = next;
        return told(out, null);
    }

    /// Another page lies on the desk, or none.
    public List<ToolOutput> turned() {
        List<ToolOutput> out = new ArrayList<>(drop());
        if (!selecting.selection().isEmpty()) out.addAll(selecting.select(Set.of()));
        return out;
    }

    /// The page is different now, by one's own commits, undo or others. To be said after every edit.
    public List<ToolOutput> pageChanged() {
        List<ToolOutput> out = new ArrayList<>();
        if (gesture != null && isRefused(gesture.tool)) out.addAll(drop());
        out.addAll(selecting.pageChanged());
        return out;
    }

    /// While the space bar or the middle button is down the hand is in place of the chosen tool.
    public void pan(boolean on) { panning = on; }

    /// Whether a pointer is down or something is half done.
    public boolean isInHand() { return gesture != null || chosen().isInHand(); }

    /// The instrument on the page; null when there is none.
    public @Nullable Instrument instrument() { return guide.instrument(); }

    /// Lays an instrument on the page in place of the one that is there; null takes it away.
    public List<ToolOutput> lay(@Nullable Instrument next) {
        guide.lay(next);
        return told(new ArrayList<>(), null);
    }

    public List<ToolOutput> handle(PointerInput raw) {
        if (!Double.isFinite(raw.x()) || !Double.isFinite(raw.y())) return List.of();
        var input = raw.at(Math.clamp(raw.x(), -FARTHEST, FARTHEST), Math.clamp(raw.y(), -FARTHEST, FARTHEST));
        if (input.device() == Device.PEN || input.device() == Device.ERASER) penSeen = true;
        List<ToolOutput> out = new ArrayList<>();
        switch (input.kind()) {
            case DOWN -> down(input, out);
            case MOVE, UP, CANCEL -> {
                if (gesture != null && gesture.device == input.device()) {
                    Tool tool = gesture.tool;
                    if (input.kind() != Kind.MOVE) gesture = null;
                    out.addAll(tool.handle(input));
                    point(input, tool, out);
                }
            }
            case HOVER, LEAVE -> {
                if (gesture == null) {
                    Tool tool = toolFor(input);
                    out.addAll(tool.handle(input));
                    point(input, tool, out);
                    measure(input);
                }
            }
        }
        return told(out, input);
    }

    private void down(PointerInput input, List<ToolOutput> out) {
        if (gesture != null) {
            boolean lost = gesture.device == input.device();
            boolean palm = gesture.device == Device.TOUCH && input.device() != Device.MOUSE;
            if (!lost && !palm) return;
            out.addAll(gesture.tool.cancel());
            gesture = null;
        }
        Tool tool = toolFor(input);
        if (isRefused(tool)) return;
        gesture = new Gesture(tool, input.device());
        out.addAll(tool.handle(input));
    }

    private boolean isRefused(Tool tool) {
        return tool != hand && tool != instruments && tool != tool(ToolKind.LASER) && tool != tool(ToolKind.WORDS)
                && !desk.mayDraw();
    }

    private Tool toolFor(PointerInput input) {
        if (panning || input.device() == Device.TOUCH && penSeen) return hand;
        if (input.device() == Device.ERASER) return tool(ToolKind.ERASER);
        return instruments.takes(input.x(), input.y()) ? instruments : chosen();
    }

    /// The others see where the pointer is; a laser says so itself.
    private void point(PointerInput input, Tool tool, List<ToolOutput> out) {
        if (tool == tool(ToolKind.LASER)) return;
        boolean lifted = input.kind() == Kind.UP && input.device() == Device.TOUCH;
        boolean away = lifted || input.kind() == Kind.LEAVE || input.kind() == Kind.CANCEL;
        out.add(new ToolOutput.PointAt(away ? null : new Point(input.x(), input.y()), false));
    }

    private void measure(PointerInput input) {
        if (guide.instrument() instanceof Instrument.Protractor protractor)
            guide.lay(protractor.showing(protractor.angleAt(input.x(), input.y())));
    }

    public List<ToolOutput> key(ToolKey key) {
        if (gesture == null) return told(new ArrayList<>(chosen().key(key)), null);
        if (key.key() != ToolKey.Key.ESCAPE) return told(new ArrayList<>(gesture.tool.key(key)), null);
        return told(new ArrayList<>(drop()), null);
    }

    /// Drops what is in hand, as when the window loses the focus.
    public List<ToolOutput> drop() {
        List<ToolOutput> out = new ArrayList<>();
        if (gesture != null) out.addAll(gesture.tool.cancel());
        gesture = null;
        out.addAll(chosen().cancel());
        return out;
    }

    /// The words for a text that was asked for: see [TextTool#written].
    public List<ToolOutput> written(ToolOutput.EditText asked, String words, double width, double height) {
        return ToolOutput.Commit.of(TextTool.written(desk, asked, words, width, height));
    }

    /// What is selected, in the order in which it is painted.
    public List<Shape> selected() { return selecting.selection().shapes(); }

    /// Takes the tool for selecting and selects those of the ids that may be changed.
    public List<ToolOutput> select(Collection<ShapeId> ids) {
        List<ToolOutput> out = new ArrayList<>(choose(ToolKind.SELECT));
        out.addAll(selecting.select(ids));
        return out;
    }

    public List<ToolOutput> selectAll() { return select(desk.sheet().shapes().stream().map(Shape::id).toList()); }

    public List<ToolOutput> delete() { return selecting.isInHand() ? List.of() : selecting.delete(); }

    /// Another colour, width, fill … for what is selected.
    public List<ToolOutput> restyle(UnaryOperator<Look> next) {
        return selecting.isInHand() ? List.of() : ToolOutput.Commit.of(Arrange.restyled(selected(), next));
    }

    public List<ToolOutput> recolour(String colour) { return restyle(look -> look.withColour(colour)); }

    public List<ToolOutput> order(Place place) {
        return selecting.isInHand() ? List.of() : ToolOutput.Commit.of(Arrange.ordered(desk, selected(), place));
    }

    /// A copy beside it, which is then what is selected.
    public List<ToolOutput> duplicate() {
        double beside = desk.units(DUPLICATE_PIXELS);
        return put(selected(), new Transform.Move(beside, beside));
    }

    /// Shapes from this page or another, each under a new id, with their middle at that place.
    public List<ToolOutput> paste(List<Shape> shapes, Point middle) {
        if (shapes.isEmpty()) return List.of();
        Bounds all = Selection.around(shapes);
        return put(Selection.inOrder(shapes),
                new Transform.Move(middle.x() - all.centreX(), middle.y() - all.centreY()));
    }

    private List<ToolOutput> put(List<Shape> shapes, Transform.Move move) {
        if (shapes.isEmpty() || !desk.mayDraw()) return List.of();
        List<ToolOutput> out = new ArrayList<>(kind == ToolKind.SELECT ? drop() : choose(ToolKind.SELECT));
        List<Shape> copies = Arrange.copies(desk, shapes, move);
        out.addAll(ToolOutput.Commit.of(Arrange.adds(copies)));
        out.addAll(selecting.selectNew(copies));
        return out;
    }

    private Tool chosen() { return tool(kind); }

    private Tool tool(ToolKind each) { return Objects.requireNonNull(tools.get(each)); }

    /// Says what else is different after an input: the instrument, the pointer's look.
    private List<ToolOutput> told(List<ToolOutput> out, @Nullable PointerInput input) {
        if (!Objects.equals(told, guide.instrument())) {
            told = guide.instrument();
            out.add(new ToolOutput.Laid(told));
        }
        if (input == null || input.kind() == Kind.LEAVE) return out;
        Tool tool = gesture == null ? toolFor(input) : gesture.tool;
        Cursor next = isRefused(tool) ? Cursor.NOT_ALLOWED : tool.cursorAt(input.x(), input.y());
        if (next != shown) out.add(new ToolOutput.Show(shown = next));
        return out;
    }
}
