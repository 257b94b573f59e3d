package lectern.ui.board;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.ZoomEvent;
import lectern.whiteboard.tool.PointerInput;
import lectern.whiteboard.tool.PointerInput.Device;
import lectern.whiteboard.tool.PointerInput.Kind;
import lectern.whiteboard.tool.ToolKey;
import lectern.whiteboard.tool.ToolKind;
import lectern.whiteboard.tool.Toolbox;
import org.jspecify.annotations.Nullable;

/// Mouse, touch, wheel and keys of the board, as its tools want them. JavaFX tells no pressure and no pen from a mouse.
final class BoardInput {
    private static final double WHEEL_ZOOM = 0.0045; // a notch of 40 makes a fifth
    private static final double KEY_ZOOM = 1.25;

    private final BoardSurface surface;
    private final Toolbox toolbox;
    private final PictureIntake pictures;
    private static final double CLICK_PX = 4;
    private @Nullable MouseButton down;
    private double downX, downY;
    /// The pointer hasn't moved since it went down.
    private boolean still;

    BoardInput(BoardSurface surface, Toolbox toolbox, PictureIntake pictures) {
        this.surface = surface;
        this.toolbox = toolbox;
        this.pictures = pictures;
    }

    void install() {
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, this::exited);
        surface.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        surface.addEventHandler(ZoomEvent.ZOOM, this::zoomed);
        surface.addEventHandler(TouchEvent.TOUCH_PRESSED, this::touched);
        surface.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        surface.setOnDragOver(pictures::over);
        surface.setOnDragDropped(pictures::dropped);
    }

    private void pressed(MouseEvent event) {
        if (event.getTarget() instanceof javafx.scene.Node node && isInText(node)) return;
        event.consume();
        surface.away();
        surface.requestFocus();
        if (down != null || event.getButton() != MouseButton.PRIMARY && event.getButton() != MouseButton.MIDDLE) return;
        down = event.getButton();
        downX = event.getX();
        downY = event.getY();
        still = true;
        if (down == MouseButton.MIDDLE) toolbox.pan(true);
        pointer(Kind.DOWN, event);
        if (isReading())
            surface.reader().press(surface.view().pageX(downX), surface.view().pageY(downY),
                    event.getClickCount(), event.isShiftDown());
    }

    private void dragged(MouseEvent event) {
        if (down == null) return;
        event.consume();
        still &= Math.hypot(event.getX() - downX, event.getY() - downY) <= CLICK_PX;
        pointer(Kind.MOVE, event);
        if (isReading() && !still)
            surface.reader().drag(surface.view().pageX(event.getX()), surface.view().pageY(event.getY()));
    }

    private void released(MouseEvent event) {
        if (down == null || event.getButton() != down) return;
        event.consume();
        boolean clicked = still && down == MouseButton.PRIMARY && event.getClickCount() <= 1 && !event.isShiftDown();
        surface.reader().release();
        down = null;
        pointer(Kind.UP, event);
        toolbox.pan(false);
        if (clicked) surface.clicked(event.getX(), event.getY());
    }

    private boolean isReading() { return down == MouseButton.PRIMARY && surface.model().tool.get() == ToolKind.WORDS; }

    private void moved(MouseEvent event) {
        if (down != null || event.isSynthesized()) return;
        pointer(Kind.HOVER, event);
        surface.hover(event.getX(), event.getY());
    }

    private void exited(MouseEvent event) {
        if (down == null) pointer(Kind.LEAVE, event);
        surface.away();
    }

    private void pointer(Kind kind, MouseEvent event) {
        var view = surface.view();
        surface.perform(toolbox.handle(new PointerInput(kind, view.pageX(event.getX()), view.pageY(event.getY()),
                Double.NaN, System.nanoTime() / 1_000_000, event.isSynthesized() ? Device.TOUCH : Device.MOUSE,
                event.isShiftDown(), event.isAltDown(), event.isShortcutDown())));
    }

    private void scrolled(ScrollEvent event) {
        if (event.isDirect() && event.getTouchCount() < 2) return; // one finger draws
        event.consume();
        var view = surface.view();
        if (event.isShortcutDown())
            surface.zoomAround(event.getX(), event.getY(), view.zoom() * Math.exp(event.getDeltaY() * WHEEL_ZOOM));
        else
            surface.userView(view.pannedBy(event.getDeltaX() / view.zoom(), event.getDeltaY() / view.zoom()));
    }

    private void zoomed(ZoomEvent event) {
        event.consume();
        surface.zoomAround(event.getX(), event.getY(), surface.view().zoom() * event.getZoomFactor());
    }

    /// A second finger makes a drawing hand into one that pans and zooms.
    private void touched(TouchEvent event) {
        if (event.getTouchCount() < 2 || down == null) return;
        down = null;
        surface.perform(toolbox.drop());
    }

    private void key(KeyEvent event) {
        if (event.getTarget() != surface) return; // text is being written
        if (event.isShortcutDown() ? shortcut(event) : plain(event)) event.consume();
    }

    private boolean shortcut(KeyEvent event) {
        var model = surface.model();
        switch (event.getCode()) {
            case Z -> {
                if (event.isShiftDown()) model.redo();
                else model.undo();
            }
            case Y -> model.redo();
            case J -> surface.duplicateSelected();
            case A -> {
                if (model.tool.get() == ToolKind.WORDS) surface.reader().selectAll();
                else surface.selectAll();
            }
            case C -> {
                if (!surface.reader().hasSelection()) return false;
                surface.reader().copy();
            }
            case V -> pictures.paste();
            case DIGIT0, NUMPAD0 -> surface.fit();
            case PLUS, EQUALS, ADD -> surface.zoomTo(surface.view().zoom() * KEY_ZOOM);
            case MINUS, SUBTRACT -> surface.zoomTo(surface.view().zoom() / KEY_ZOOM);
            case CLOSE_BRACKET -> surface.orderSelected(
                    event.isShiftDown() ? Toolbox.Place.FRONT : Toolbox.Place.FORWARD);
            case OPEN_BRACKET -> surface.orderSelected(
                    event.isShiftDown() ? Toolbox.Place.BACK : Toolbox.Place.BACKWARD);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && surface.reader().hasSelection()) {
            surface.reader().clear();
            return true;
        }
        var key = toolKey(event.getCode());
        if (key != null) {
            List<lectern.whiteboard.tool.ToolOutput> outputs = toolbox
                    .key(new ToolKey(key, event.isShiftDown(), event.isAltDown(), false));
            surface.perform(outputs);
            boolean arrow = key != ToolKey.Key.ESCAPE && key != ToolKey.Key.ENTER;
            return arrow || !outputs.isEmpty(); // an arrow would else walk to the next button
        }
        if (event.isAltDown() || !event.getCode().isLetterKey()) return false;
        var kind = ToolKind.ofLetter(event.getCode().getChar().charAt(0));
        if (kind == null) return false;
        surface.model().tool.set(kind);
        return true;
    }

    private static ToolKey.@Nullable Key toolKey(KeyCode code) {
        return switch (code) {
            case ESCAPE -> ToolKey.Key.ESCAPE;
            case ENTER -> ToolKey.Key.ENTER;
            case DELETE, BACK_SPACE -> ToolKey.Key.DELETE;
            case LEFT -> ToolKey.Key.LEFT;
            case RIGHT -> ToolKey.Key.RIGHT;
            case UP -> ToolKey.Key.UP;
            case DOWN -> ToolKey.Key.DOWN;
            default -> null;
        };
    }

    private boolean isInText(javafx.scene.Node node) {
        for (javafx.scene.Node each = node; each != null && each != surface; each = each.getParent())
            if (each instanceof TextEditor) return true;
        return false;
    }
}
