package lectern.whiteboard.tool;

import lectern.protocol.board.Form;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.Sheet;

/// What tools see of the page they work on. Asked anew each time: another page may lie there.
public interface Desk {
    /// As the person sees it: with their own unconfirmed edits.
    Sheet sheet();

    boolean mayDraw();

    boolean mayChange(Shape shape);

    ShapeId newId();

    /// An order above that of every shape on the page.
    double topOrder();

    Style style();

    /// How tall the text is where its lines break at its width, in page units: only a screen can measure it.
    double heightOf(Form.Text text);

    /// Screen pixels per page unit.
    double zoom();

    /// Page units of that many screen pixels.
    default double units(double pixels) { return pixels / Viewport.clampZoom(zoom()); }
}
