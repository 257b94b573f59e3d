package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lectern.protocol.BoardMessage;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Look;
import lectern.protocol.board.Frame;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.Messages;
import lectern.whiteboard.Sheet;
import lectern.whiteboard.tool.PointerInput.Device;
import lectern.whiteboard.tool.PointerInput.Kind;
import org.jspecify.annotations.Nullable;

/// A desk with a sheet on it, and a hand that works there: what a screen does for the tools, with every commit checked as a server
/// would.
final class Paper implements Desk {
    static final ParticipantId ME = new ParticipantId("p1");
    final Sheet sheet = new Sheet();
    final Toolbox box = new Toolbox(this);
    final List<ToolOutput> said = new ArrayList<>();
    final List<ToolOutput.Commit> commits = new ArrayList<>();
    Style style = Style.FIRST;
    double zoom = 1;
    boolean mayDraw = true;
    boolean onlyOwn;
    Device device = Device.MOUSE;
    double pressure = Double.NaN;
    boolean shift;
    boolean alt;
    long timeMs;
    private int ids;
    private long number;

    @Override
    public Sheet sheet() { return sheet; }

    @Override
    public boolean mayDraw() { return mayDraw; }

    @Override
    public boolean mayChange(Shape shape) { return mayDraw && (!onlyOwn || shape.id().isBy(ME)); }

    @Override
    public ShapeId newId() { return new ShapeId("p1-" + ++ids); }

    @Override
    public double topOrder() { return sheet.size() == 0 ? 1 : sheet.shapes().getLast().order() + 1; }

    @Override
    public Style style() { return style; }

    @Override
    public double heightOf(Form.Text text) { return 1.3 * text.size() * Math.ceil(500 / Math.max(text.width(), 1)); }

    @Override
    public double zoom() { return zoom; }

    Paper take(ToolKind kind) {
        did(box.choose(kind));
        return this;
    }

    List<ToolOutput> input(Kind kind, double x, double y) {
        timeMs += 8;
        return did(box.handle(new PointerInput(kind, x, y, pressure, timeMs, device, shift, alt, false)));
    }

    void down(double x, double y) { input(Kind.DOWN, x, y); }

    void move(double x, double y) { input(Kind.MOVE, x, y); }

    void up(double x, double y) { input(Kind.UP, x, y); }

    /// Through points x, y, x, y, …
    void pull(double... xy) {
        down(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) move(xy[i], xy[i + 1]);
        up(xy[xy.length - 2], xy[xy.length - 1]);
    }

    void click(double x, double y) { pull(x, y); }

    void key(ToolKey.Key key) { did(box.key(new ToolKey(key, shift, alt, false))); }

    /// Somebody's shape, without a tool.
    Shape lie(String id, Frame frame, Form form) {
        var shape = new Shape(new ShapeId(id), topOrder(), frame, Look.pen("#112233", 2), form);
        sheet.apply(List.of(new Change.Add(shape)));
        did(box.pageChanged());
        return shape;
    }

    Shape rectangle(String id, double x, double y, double width, double height) {
        return lie(id, Frame.at(x, y), new Form.Rectangle(width, height));
    }

    Shape only() {
        assertEquals(1, sheet.size(), sheet.shapes()::toString);
        return sheet.shapes().getFirst();
    }

    Shape find(String id) {
        Shape shape = sheet.find(new ShapeId(id));
        assertNotNull(shape, id);
        return shape;
    }

    Set<String> selected() {
        Set<String> ids = new TreeSet<>();
        for (Shape shape : box.selected()) ids.add(shape.id().value());
        return ids;
    }

    <T extends ToolOutput> @Nullable T last(Class<T> kind) {
        for (int i = said.size() - 1; i >= 0; i--) if (kind.isInstance(said.get(i))) return kind.cast(said.get(i));
        return null;
    }

    List<Point> ink(Shape shape) {
        var ink = (Form.Ink) shape.form();
        var points = InkCode.decode(ink.points());
        double quantum = Math.pow(2, -ink.precision());
        List<Point> page = new ArrayList<>();
        for (int i = 0; i < points.size(); i++)
            page.add(new Point(shape.frame().x() + points.x()[i] * quantum,
                    shape.frame().y() + points.y()[i] * quantum));
        return page;
    }

    List<ToolOutput> did(List<ToolOutput> outputs) {
        for (ToolOutput output : outputs) {
            said.add(output);
            if (output instanceof ToolOutput.Commit commit) commit(commit);
        }
        return outputs;
    }

    private void commit(ToolOutput.Commit commit) {
        commits.add(commit);
        for (var part : Messages.of(commit.changes())) {
            String json = Json.write(new BoardMessage.Edit(new PageId("g1"), ++number, part));
            assertTrue(json.getBytes(StandardCharsets.UTF_8).length <= Limits.MESSAGE_BYTES, "too long for a message");
        }
        for (Change change : commit.changes()) {
            switch (change) {
                case Change.Add add -> {
                    assertTrue(add.shape().id().isBy(ME), "not an own id");
                    if (add.shape().form() instanceof Form.Ink ink) InkCode.decode(ink.points());
                    Bounds.of(add.shape());
                }
                case Change.Set set -> checkMine(set.id());
                case Change.Delete delete -> delete.ids().forEach(this::checkMine);
                case Change.Restore _ -> throw new AssertionError("a tool restores nothing");
            }
        }
        assertFalse(sheet.apply(commit.changes()).isEmpty(), () -> "nothing came of " + commit);
        box.pageChanged().forEach(said::add);
    }

    private void checkMine(ShapeId id) {
        Shape shape = sheet.find(id);
        assertNotNull(shape, "no such shape");
        assertTrue(mayChange(shape), "may not change it");
    }
}
