package lectern.ui.board;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import lectern.protocol.board.Form;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.ui.model.BoardModel;
import lectern.whiteboard.Sheet;
import lectern.whiteboard.tool.Desk;
import lectern.whiteboard.tool.Style;
import org.jspecify.annotations.Nullable;

/// The page on the surface, as tools see it.
record PageDesk(BoardModel model, Supplier<@Nullable PageId> page, DoubleSupplier zoomNow) implements Desk {
    private static final Sheet NOTHING = new Sheet();

    @Override
    public Sheet sheet() {
        var id = page.get();
        return id == null ? NOTHING : model.sheet(id);
    }

    @Override
    public boolean mayDraw() {
        var id = page.get();
        return id != null && model.mayDraw(id);
    }

    @Override
    public boolean mayChange(Shape shape) {
        var id = page.get();
        return id != null && model.mayChange(id, shape);
    }

    @Override
    public ShapeId newId() { return model.newId(); }

    @Override
    public double topOrder() {
        var id = page.get();
        return id == null ? 0 : model.orderAboveAll(id);
    }

    @Override
    public Style style() { return model.style.get(); }

    @Override
    public double zoom() { return zoomNow.getAsDouble(); }

    @Override
    public double heightOf(Form.Text text) { return TextLines.of(text).height(); }
}
